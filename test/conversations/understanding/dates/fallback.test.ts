import { describe, expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import { reads, readsNothing } from './reading-table.ts'

describe('what the grammar leaves to chrono', () => {
  reads([
    ['in several days', '2026-12-08 ~'],
    ['met her several weeks ago', '2026-10-13 !past_date ~'],
    ['in 90 seconds', '2026-12-01T11:53'],
  ])

  test('is said to be its', () => {
    expect(readDateMentions('met several weeks ago').map(({ reader, text }) => [reader, text])).toEqual([
      ['chrono', 'several weeks ago'],
    ])
  })

  // Alone, chrono reads each of these: a bare hour at night, a quarter, the last word of a longer number.
  readsNothing([
    'he spent several days in the shop',
    'no response in months',
    'last quarter',
    'it took 10 seconds',
    'ninety-nine-several hours later on',
    'in room 5 minutes are kept',
  ])
})
