import { describe, expect, test } from 'vitest'
import { lastDayOf, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { daysOfRule, MOST_OCCURRENCES, readRule } from '../../data/recurrence.ts'
import type { Instant, LocalDate, LocalMoment } from '../../data/time.ts'

const day = (text: string): LocalDate => text as LocalDate
const event = (parts: Partial<RecordOf<'event'>>): RecordOf<'event'> => ({
  id: 'e',
  version: 1,
  event: 'meeting',
  start: '2026-12-01T09:00' as LocalMoment,
  partners: [],
  people: [],
  clusters: [],
  programs: [],
  skips: [],
  lastDay: day('2026-12-01'),
  isCancelled: false,
  sequence: 0,
  at: 0 as Instant,
  extra: {},
  ...parts,
})

describe('recurrences', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3', '2026-12-04', ['2026-12-04', '2026-12-18', '2027-01-01']],
    ['FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270228', '2026-12-01', ['2026-12-01', '2027-01-05', '2027-02-02']],
    ['FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261210', '2026-12-01', ['2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', '2026-12-31', ['2026-12-31', '2027-01-31', '2027-03-31']],
  ])('%s from %s', (rule, first, days) => {
    expect(daysOfRule(rule, day(first))).toEqual(days)
  })

  test.each([
    ['FREQ=SECONDLY', 'Events repeat by the day, week, month or year, not more often.'],
    ['FREQ=HOURLY;COUNT=2', 'Events repeat by the day, week, month or year, not more often.'],
    ['FREQ=WEEKLY;BYHOUR=1', '"BYHOUR=1" is no part of a rule that is used here.'],
    ['FREQ=WEEKLY;INTERVAL=0', 'The interval is a number from 1 to 999.'],
    ['FREQ=WEEKLY;UNTIL=20260230', 'The last day is no day that exists.'],
    ['nonsense', '"NONSENSE" is no part of a rule that is used here.'],
    ['', '"" is no part of a rule that is used here.'],
  ])('%s is refused', (rule, why) => {
    expect(readRule(rule)).toEqual({ ok: false, error: why })
    expect(daysOfRule(rule, day('2026-12-01'))).toEqual([])
  })

  test('without an end, or with one that is far, it is capped', () => {
    expect(daysOfRule('FREQ=DAILY', day('2026-12-01'))).toHaveLength(MOST_OCCURRENCES)
    expect(daysOfRule('FREQ=DAILY;COUNT=100000', day('2026-12-01'))).toHaveLength(MOST_OCCURRENCES)
    expect(daysOfRule('FREQ=WEEKLY;BYDAY=TU', day('2026-12-01')).at(-1)).toBe('2029-11-27')
    expect(lastDayOf(event({ repeats: 'FREQ=WEEKLY;BYDAY=TU' }))).toBe('9999-12-31')
  })

  test('a rule that never comes true has no days', () => {
    expect(daysOfRule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', day('2026-12-01'))).toEqual([])
  })
})

describe('occurrences', () => {
  test('skipped times are left out, moved ones are where they were moved to', () => {
    const series = event({
      end: '2026-12-01T10:00' as LocalMoment,
      repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
      skips: [day('2026-12-15')],
      moved: [{ from: day('2026-12-08'), start: '2026-12-30T14:00' as LocalMoment }],
    })
    expect(occurrencesOf(series).map(({ date, start, end }) => [date, start, end])).toEqual([
      ['2026-12-01', '2026-12-01T09:00', '2026-12-01T10:00'],
      ['2026-12-22', '2026-12-22T09:00', '2026-12-22T10:00'],
      ['2026-12-08', '2026-12-30T14:00', undefined],
    ])
    expect(lastDayOf(series)).toBe('2026-12-30')
    expect(occurrencesOf(series, day('2026-12-02'), day('2026-12-29'))).toHaveLength(1)
    expect(occurrencesOf({ ...series, isCancelled: true })).toEqual([])
  })

  test('an event of several days is there on each of them', () => {
    const fair = event({ start: day('2026-12-01'), end: day('2026-12-03') })
    expect(occurrencesOf(fair, day('2026-12-03'), day('2026-12-10'))).toHaveLength(1)
    expect(occurrencesOf(fair, day('2026-12-04'), day('2026-12-10'))).toHaveLength(0)
    expect(lastDayOf(fair)).toBe('2026-12-03')
  })
})
