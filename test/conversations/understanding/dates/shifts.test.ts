import { describe, expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import { resolveShift } from '../../../../conversations/understanding/dates/resolve.ts'
import { day, moment, reads } from './reading-table.ts'

const SCHEDULED = { start: moment('2026-12-10T10:38'), end: moment('2026-12-10T11:23') }

describe('shifts of what is scheduled', () => {
  test.each([
    ['push it a week', '2026-12-17T10:38', '2026-12-17T11:23'],
    ['make it an hour later', '2026-12-10T11:38', '2026-12-10T12:23'],
    ['push the speaker back an hour', '2026-12-10T11:38', '2026-12-10T12:23'],
    ['move the breakfast up 30 minutes', '2026-12-10T10:08', '2026-12-10T10:53'],
    ['bump it by two days', '2026-12-12T10:38', '2026-12-12T11:23'],
    ['start 15 min earlier', '2026-12-10T10:23', '2026-12-10T11:08'],
    ['delay the visit by a month', '2027-01-10T10:38', '2027-01-10T11:23'],
    ['pull it forward a day', '2026-12-09T10:38', '2026-12-09T11:23'],
  ])('%s', (text, start, end) => {
    const mention = readDateMentions(text)[0]
    expect(mention?.shape).toBe('shift')
    expect(mention && resolveShift(mention, SCHEDULED)).toEqual({ start, end })
  })

  test('a day alone has no hour to shift', () => {
    const mention = readDateMentions('an hour later')[0]
    expect(mention && resolveShift(mention, { start: day('2026-12-10') })).toEqual({ start: '2026-12-10' })
  })

  test('what is no shift shifts nothing', () => {
    const mention = readDateMentions('push it to next friday')[0]
    expect(mention && resolveShift(mention, SCHEDULED)).toBeUndefined()
  })
})

describe('standing alone, from now', () => {
  reads([
    ['30 minutes later', '2026-12-01T12:22'],
    ['a fortnight later', '2026-12-15'],
  ])
})
