import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  formatDay,
  formatSpan,
  formatTime,
  type Instant,
  instantOf,
  type LocalDate,
  type LocalMoment,
  type LocalTime,
  localMomentAt,
  mondayOf,
  parseLocalDate,
  parseLocalMoment,
  parseLocalTime,
  parseZone,
  schoolYearOf,
  weekdayOf,
  type Zone,
} from '../../data/time.ts'

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('no such value')
  return value
}
const day = (text: string): LocalDate => must(parseLocalDate(text))
const moment = (text: string): LocalMoment => must(parseLocalMoment(text))
const time = (text: string): LocalTime => must(parseLocalTime(text))
const zone = (text: string): Zone => must(parseZone(text))
const NEW_YORK = zone('America/New_York')
const days = fc.integer({ min: -600_000, max: 2_800_000 })

describe('what exists', () => {
  test.each(['2026-02-28', '2028-02-29', '2026-12-31', '0001-01-01'])('the day %s', (text) => {
    expect(parseLocalDate(text)).toBe(text)
  })
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '26-04-01', '', '2026-04-01T10:00'])(
    'no day %s',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined()
    },
  )
  test('moments and times', () => {
    expect(parseLocalMoment('2026-12-01T11:52')).toBe('2026-12-01T11:52')
    expect(parseLocalMoment('2026-12-01T11:52:30.250')).toBe('2026-12-01T11:52')
    expect(parseLocalMoment('2026-12-01T25:00')).toBeUndefined()
    expect(parseLocalMoment('2026-12-01')).toBeUndefined()
    expect(parseLocalMoment('2026-12-01T11:52-05:00')).toBeUndefined()
    expect(parseLocalTime('23:59')).toBe('23:59')
    expect(parseLocalTime('24:00')).toBeUndefined()
  })
  test('zones', () => {
    expect(parseZone('America/New_York')).toBe('America/New_York')
    expect(parseZone('Etc/GMT+2')).toBe('Etc/GMT+2')
    expect(parseZone('America/Nowhere')).toBeUndefined()
    expect(parseZone('+05:00')).toBeUndefined()
    expect(parseZone('')).toBeUndefined()
  })
})

describe('arithmetic, checked against luxon', () => {
  const luxon = (date: LocalDate) => DateTime.fromISO(date, { zone: 'utc' })

  test('day numbers go there and back', () => {
    fc.assert(fc.property(days, (number) => dayNumber(dateOfDayNumber(number)) === number))
  })
  test('weekdays, days, months', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (number, n) => {
        const date = dateOfDayNumber(number)
        expect(weekdayOf(date)).toBe(luxon(date).weekday)
        expect(addDays(date, n)).toBe(luxon(date).plus({ days: n }).toFormat('yyyy-MM-dd'))
        expect(addMonths(date, n)).toBe(luxon(date).plus({ months: n }).toFormat('yyyy-MM-dd'))
        expect(mondayOf(date)).toBe(luxon(date).startOf('week').toFormat('yyyy-MM-dd'))
        expect(daysBetween(date, addDays(date, n))).toBe(n)
      }),
    )
  })
  test('minutes by the clock on the wall', () => {
    expect(addMinutes(moment('2026-12-01T23:50'), 20)).toBe('2026-12-02T00:10')
    expect(addMinutes(moment('2026-03-01T00:10'), -20)).toBe('2026-02-28T23:50')
  })
  test('months keep the day where there is one', () => {
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28')
    expect(addMonths(day('2026-12-01'), 1)).toBe('2027-01-01')
  })
  test('zones there and back, and as luxon has them', () => {
    const zones = fc.constantFrom('America/New_York', 'America/Phoenix', 'Europe/London', 'Asia/Kathmandu', 'Etc/GMT+2')
    const minutes = fc.integer({ min: 0, max: 40_000_000 })
    fc.assert(
      fc.property(zones, minutes, (name, at) => {
        const instant = (at * 60_000) as Instant
        const local = localMomentAt(instant, zone(name))
        expect(local).toBe(DateTime.fromMillis(instant, { zone: name }).toFormat("yyyy-MM-dd'T'HH:mm"))
        const back = instantOf(local, zone(name))
        if ('instant' in back) expect(back.instant).toBe(instant)
        else expect([back.earlier, back.later]).toContain(instant)
      }),
    )
  })
})

describe('daylight saving', () => {
  test.each([
    ['2026-11-01T05:59:59.999Z', '2026-11-01T01:59'],
    ['2026-11-01T06:00Z', '2026-11-01T01:00'],
    ['2027-03-14T06:59:59.999Z', '2027-03-14T01:59'],
    ['2027-03-14T07:00Z', '2027-03-14T03:00'],
    ['2026-11-01T05:59:59.999Z', '2026-11-01T01:59'],
  ])('%s is %s', (instant, local) => {
    expect(localMomentAt(Date.parse(instant) as Instant, NEW_YORK)).toBe(local)
  })
  test('an hour that is skipped', () => {
    const at = instantOf(moment('2027-03-14T02:30'), NEW_YORK)
    expect(at).toEqual({
      problem: 'skipped',
      earlier: Date.parse('2027-03-14T06:30Z'),
      later: Date.parse('2027-03-14T07:30Z'),
    })
  })
  test('an hour that is doubled', () => {
    const at = instantOf(moment('2026-11-01T01:30'), NEW_YORK)
    expect(at).toEqual({
      problem: 'doubled',
      earlier: Date.parse('2026-11-01T05:30Z'),
      later: Date.parse('2026-11-01T06:30Z'),
    })
  })
  test('any other hour', () => {
    expect(instantOf(moment('2026-12-01T11:52'), NEW_YORK)).toEqual({ instant: Date.parse('2026-12-01T16:52Z') })
  })
})

describe('what is said', () => {
  const now = moment('2026-12-01T11:52')
  test('days', () => {
    expect(formatDay(day('2026-12-03'))).toBe('Thu, Dec 3')
    expect(formatDay(day('2027-02-01'), now)).toBe('Mon, Feb 1')
    expect(formatDay(day('2027-10-04'), now)).toBe('Mon, Oct 4, 2027')
    expect(formatDay(moment('2026-12-03T09:40'), now)).toBe('Thu, Dec 3')
  })
  test('times are told apart where a bare hour would be read as the other half', () => {
    expect(formatTime(time('09:40'))).toBe('9:40')
    expect(formatTime(time('14:00'))).toBe('2:00')
    expect(formatTime(time('06:45'))).toBe('6:45 am')
    expect(formatTime(time('19:00'))).toBe('7:00 pm')
    expect(formatTime(time('12:00'))).toBe('12:00')
    expect(formatTime(time('00:30'))).toBe('12:30 am')
  })
  test('spans', () => {
    expect(formatSpan(moment('2026-12-03T09:40'), moment('2026-12-03T10:25'))).toBe('Thu, Dec 3, 9:40 to 10:25')
    expect(formatSpan(moment('2026-12-03T09:40'))).toBe('Thu, Dec 3, 9:40')
    expect(formatSpan(day('2026-12-07'), day('2026-12-11'))).toBe('Mon, Dec 7 to Fri, Dec 11')
    expect(formatSpan(day('2026-12-07'), day('2026-12-07'))).toBe('Mon, Dec 7')
    expect(formatSpan(moment('2026-12-03T18:00'), moment('2026-12-04T01:00'))).toBe(
      'Thu, Dec 3, 6:00 to Fri, Dec 4, 1:00 am',
    )
  })
  test('school years', () => {
    expect(schoolYearOf(day('2026-06-30'))).toEqual({ from: '2025-07-01', to: '2026-06-30' })
    expect(schoolYearOf(day('2026-07-01'))).toEqual({ from: '2026-07-01', to: '2027-06-30' })
  })
})
