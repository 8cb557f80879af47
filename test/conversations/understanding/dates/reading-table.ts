import { expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import type { DayCalendar, Direction, MentionOptions } from '../../../../conversations/understanding/dates/reading.ts'
import { resolve } from '../../../../conversations/understanding/dates/resolve.ts'
import { type LocalDate, type LocalMoment, parseLocalDate, parseLocalMoment, parseZone } from '../../../../data/time.ts'

export const day = (text: string): LocalDate => parseLocalDate(text) ?? fail(text)
export const moment = (text: string): LocalMoment => parseLocalMoment(text) ?? fail(text)
const fail = (text: string): never => {
  throw new Error(`no such day or moment: ${text}`)
}

/** A Tuesday. */
export const NOW = moment('2026-12-01T11:52')
export const ZONE = parseZone('America/New_York') ?? fail('America/New_York')

const off = (name: string, ...dates: string[]) => dates.map((date) => ({ date: day(date), name }))

/** A fictional school year's calendar. */
export const CALENDAR: DayCalendar = {
  pdDays: [day('2026-11-03'), day('2027-02-01'), day('2027-06-10')],
  holidays: [
    ...off("Founders' Day", '2027-01-22'),
    ...off('Thanksgiving Day', '2026-11-26'),
    ...off('Thanksgiving Recess', '2026-11-27'),
    ...off('Winter Recess', '2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'),
    ...off('Winter Recess', '2027-01-01'),
    ...off('Midwinter Recess', '2027-02-15', '2027-02-16', '2027-02-17', '2027-02-18', '2027-02-19'),
  ],
}

export type TableOptions = MentionOptions & { now?: LocalMoment; direction?: Direction; calendar?: DayCalendar }

/** All readings of a text on one line: `RULE start..end !problem ~` (`~` is vague), several parted by ` + `. */
export function readAll(text: string, options: TableOptions = {}): string {
  const { now = NOW, direction = 'ahead', calendar = CALENDAR } = options
  return readDateMentions(text, { ...options, calendar })
    .map((mention) => {
      const reading = resolve(mention, { now, direction, calendar, zone: ZONE })
      const end = reading.end ? `..${reading.end}` : ''
      const parts = [
        reading.repeats,
        `${reading.start ?? '-'}${end}`,
        ...reading.problems.map((problem) => `!${problem}`),
      ]
      return [...parts, reading.isVague && '~'].filter((part) => part).join(' ')
    })
    .join(' + ')
}

/** One test a row: a text, and what it says. */
export function reads(rows: readonly (readonly [string, string])[], options: TableOptions = {}): void {
  test.each(rows)('%s', (text, expected) => {
    expect(readAll(text, options)).toBe(expected)
  })
}

/** One test a row: a text that holds no date. */
export function readsNothing(texts: readonly string[], options: TableOptions = {}): void {
  test.each(texts)('nothing in: %s', (text) => {
    expect(readAll(text, options)).toBe('')
  })
}
