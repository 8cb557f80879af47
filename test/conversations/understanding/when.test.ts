import { describe, expect, it } from 'vitest'
import { placedDates, readEnd, readPlanned } from '../../../conversations/understanding/when.ts'
import { readingOf } from './town.ts'

describe('the hour at which a plan ends', () => {
  const end = (text: string): string | undefined => {
    const reading = readingOf(text)
    const clocked = placedDates(reading).filter(({ mention }) => mention.expression.clock)
    return readEnd(reading, clocked)?.mention.text
  }
  const span = (text: string): string => {
    const reading = readingOf(text)
    const { start, end: last } = readPlanned(reading, placedDates(reading))
    return `${start}..${last}`
  }

  it.each([
    ['breakfast jan 14 at 8 and run until 9:15', '2027-01-14T08:00..2027-01-14T09:15'],
    ['talk jan 14 at 1, should wrap up by 2', '2027-01-14T13:00..2027-01-14T14:00'],
    ['starts at 9 on jan 14 and ends at 11', '2027-01-14T09:00..2027-01-14T11:00'],
    ['jan 14, doors at 10, done by noon', '2027-01-14T10:00..2027-01-14T12:00'],
    ['tour jan 14 at 9 with lunch after, concludes at 1', '2027-01-14T09:00..2027-01-14T13:00'],
  ])('%s', (text, expected) => {
    expect(span(text)).toBe(expected)
  })

  it.each([
    'breakfast jan 14 at 8, call me at 3',
    'jan 14 until 9',
    'jan 14 at 8, bus at 7',
    'talk jan 14 at 1, setup at noon',
  ])('is not said: %s', (text) => {
    expect(end(text)).toBeUndefined()
  })
})
