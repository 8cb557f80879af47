import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import { resolve } from '../../../../conversations/understanding/dates/resolve.ts'
import { anyCharacter } from '../../../any-text.ts'
import { moment, readAll } from './reading-table.ts'

type Phrase = { text: string; says: string }

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const SHORT = [['mon'], ['tues', 'tue'], ['wed', 'weds'], ['thurs', 'thu'], ['fri'], ['sat'], ['sun']]
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Any minute of the school years around the samples. */
const nows = fc
  .integer({ min: 0, max: 3 * 365 * 24 * 60 })
  .map((minutes) => DateTime.fromISO('2026-01-01T00:00', { zone: 'utc' }).plus({ minutes }))
const iso = (at: DateTime): string => at.toFormat('yyyy-MM-dd')

/** The weekday ahead, today's not counted; by luxon, not by the product's own arithmetic. */
function ahead(now: DateTime, weekday: number): DateTime {
  let day = now.startOf('day').plus({ days: 1 })
  while (day.weekday !== weekday) day = day.plus({ days: 1 })
  return day
}

/** A day of the year ahead, today counted; undefined where that year has no such day. */
function nearest(now: DateTime, month: number, day: number): DateTime | undefined {
  const here = DateTime.fromObject({ year: now.year, month, day }, { zone: 'utc' })
  if (here.isValid && here >= now.startOf('day')) return here
  const isPast = month < now.month || (month === now.month && day < now.day)
  const there = DateTime.fromObject({ year: isPast ? now.year + 1 : now.year, month, day }, { zone: 'utc' })
  return there.isValid ? there : undefined
}

const ordinal = (n: number): string => {
  const last = n % 10
  const ends = n > 10 && n < 14 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
  return `${n}${ends}`
}

const weekdayPhrases = (now: DateTime) =>
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom('', 'on ', 'this ', 'next ', 'last '))
    .chain(([weekday, lead]) => {
      const monday = now.startOf('week')
      const nextOrLast = lead === 'next ' ? 6 + weekday : weekday - 8
      const isCounted = lead === 'next ' || lead === 'last '
      const day = isCounted ? monday.plus({ days: nextOrLast }) : ahead(now, weekday)
      const names = [WEEKDAYS[weekday - 1] ?? '', ...(SHORT[weekday - 1] ?? [])]
      return fc.constantFrom(...names).map((name): Phrase => ({ text: `${lead}${name}`, says: iso(day) }))
    })

const calendarPhrases = (now: DateTime) =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 5 }))
    .map(([month, day, form]): Phrase => {
      const name = MONTHS[month - 1] ?? ''
      const said = nearest(now, month, day)
      const year = now.year + 1
      const forms = [
        `on ${name} ${day}`,
        `${name.slice(0, 3)} ${ordinal(day)}`,
        `the ${ordinal(day)} of ${name}`,
        `on ${month}/${day}`,
        `${name} ${day}, ${year}`,
        `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`,
      ]
      const isYearSaid = form >= 4
      const there = isYearSaid ? DateTime.fromObject({ year, month, day }, { zone: 'utc' }) : said
      return { text: forms[form] ?? '', says: there ? iso(there) : '' }
    })

const relativePhrases = (now: DateTime) =>
  fc.tuple(fc.integer({ min: 2, max: 40 }), fc.constantFrom('days', 'weeks', 'months')).map(([n, unit]): Phrase => {
    const there = now.startOf('day').plus({ [unit]: n })
    return { text: `in ${n} ${unit}`, says: iso(there) }
  })

/** A bare hour by the contract: 1 to 6 afternoon, 7 to 11 morning, 12 noon. */
const bareHour = (hour: number): number => (hour >= 7 && hour <= 12 ? hour : hour + 12)
const clock = (hour: number, minute: number): string => `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`

const timePhrases = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 5, 15, 30, 40, 45), fc.integer({ min: 0, max: 4 }))
  .map(([hour, minute, form]): Phrase => {
    const two = `${minute}`.padStart(2, '0')
    const bare = bareHour(hour)
    if (form === 0) return { text: `at ${hour}`, says: clock(bare, 0) }
    if (form === 1) return { text: `at ${hour}:${two}`, says: clock(bare, minute) }
    if (form === 2) return { text: `at ${hour}:${two} am`, says: clock(hour % 12, minute) }
    if (form === 3) return { text: `${hour}:${two}pm`, says: clock((hour % 12) + 12, minute) }
    return { text: `${hour}:${two}`, says: clock(bare, minute) }
  })

const dayPhrases = (now: DateTime) => fc.oneof(weekdayPhrases(now), calendarPhrases(now), relativePhrases(now))

describe('phrases made by a grammar read back', () => {
  test('a day', () => {
    const cases = nows.chain((now) => dayPhrases(now).map((phrase) => ({ now, phrase })))
    fc.assert(
      fc.property(cases, ({ now, phrase }) => {
        fc.pre(phrase.says !== '')
        const read = readAll(phrase.text, { now: moment(now.toFormat("yyyy-MM-dd'T'HH:mm")) })
        expect(read.replace(' !past_date', '')).toBe(phrase.says)
      }),
      { numRuns: 300 },
    )
  })

  test('a day and a time, in either order, wherever they stand', () => {
    const cases = nows.chain((now) =>
      fc
        .tuple(dayPhrases(now), timePhrases, fc.boolean(), fc.constantFrom('', 'book a speaker ', 'mtg w/ hana '))
        .map(([day, time, isDayFirst, before]) => ({ now, day, time, isDayFirst, before })),
    )
    fc.assert(
      fc.property(cases, ({ now, day, time, isDayFirst, before }) => {
        fc.pre(day.says !== '')
        const text = `${before}${isDayFirst ? `${day.text} ${time.text}` : `${time.text} ${day.text}`}`
        const read = readAll(text, { now: moment(now.toFormat("yyyy-MM-dd'T'HH:mm")) })
        expect(read.replace(' !past_date', '')).toBe(`${day.says}T${time.says}`)
      }),
      { numRuns: 300 },
    )
  })

  test('a range of bare hours ends after it starts', () => {
    const hours = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(hours, hours, (from, to) => {
        fc.pre(from !== to)
        const read = readAll(`dec 9, ${from}-${to}`)
        const start = bareHour(from)
        const end = bareHour(to) > start ? bareHour(to) : bareHour(to) + 12
        fc.pre(end < 24)
        expect(read).toBe(`2026-12-09T${clock(start, 0)}..2026-12-09T${clock(end, 0)}`)
      }),
    )
  })
})

describe('any text at all', () => {
  const words = fc.constantFrom(
    ...'on at the next last every first 3 12th 9:30 9-12 12/3 dec may tuesday week of from to no wait in 2 days ago for pd day after until and , - ( ) . : am 2026 noon half past a'.split(
      ' ',
    ),
  )
  const texts = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 200 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
  )

  test('never throws; spans lie in the text, in order, and apart', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const calendar = { pdDays: [], holidays: [] }
        let end = 0
        for (const mention of readDateMentions(text, { calendar })) {
          expect(mention.span.from).toBeGreaterThanOrEqual(end)
          expect(mention.span.to).toBeLessThanOrEqual(text.length)
          expect(mention.text).toBe(text.slice(mention.span.from, mention.span.to))
          end = mention.span.to
          for (const direction of ['ahead', 'behind'] as const) {
            resolve(mention, { now: moment('2026-12-01T11:52'), direction, calendar, onMismatch: 'search' })
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('adding thanks changes nothing', () => {
    const cases = dayPhrases(DateTime.fromISO('2026-12-01T11:52', { zone: 'utc' }))
    fc.assert(
      fc.property(cases, ({ text }) => {
        expect(readAll(`${text}, thanks!`)).toBe(readAll(text))
      }),
    )
  })
})
