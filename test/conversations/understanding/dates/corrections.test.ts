import { describe, expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import { reads } from './reading-table.ts'

describe('corrections inside a sentence', () => {
  reads([
    ['the 9th no wait the 10th', '2026-12-10'],
    ['tues no sorry weds 12/9, 8:30-11:30', '2026-12-09T08:30..2026-12-09T11:30'],
    ['tues at 2, actually 3', '2026-12-08T15:00'],
    ['tues at 2, no wait, wednesday', '2026-12-02T14:00'],
    ['dec 9 - sorry, dec 10 at 2', '2026-12-10T14:00'],
    ['feb 9 no the 10th', '2027-02-10'],
    ['10am i mean 11am tomorrow', '2026-12-02T11:00'],
    ["can't do the 13th. make it the 20th at 4:30", '2026-12-20T16:30'],
    ['2 job shadows on friday, no wait, 3', '2026-12-04'],
  ])
})

describe('days that are ruled out', () => {
  test.each([
    ['not friday, thursday', [true, false]],
    ["we can't do friday", [true]],
    ['wednesday instead of tuesday', [false, true]],
    ['any day but friday', [true]],
    ['not until friday', [false]],
    ['she is not coming to the breakfast on friday', [false]],
  ])('%s', (text, negated) => {
    expect(readDateMentions(text).map((mention) => mention.isNegated)).toEqual(negated)
  })
})
