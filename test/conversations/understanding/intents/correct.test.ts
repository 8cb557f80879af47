import { describe, expect, it } from 'vitest'
import { type Frame, frameOf } from '../../../../conversations/understanding/frame.ts'
import { understand } from '../../../../conversations/understanding/understand.ts'
import { NOW } from '../dates/reading-table.ts'
import { town } from '../town.ts'

const planned = frameOf('schedule_event', {
  slots: { event: 'breakfast', start: '2027-01-14T08:00' as never, partners: ['Quillon Bakery'] },
})
const logged = frameOf('log_contact', {
  slots: { partner: 'Quillon Bakery', method: 'call', date: '2026-12-01' as never },
})
const answered = frameOf('record_rsvp', { slots: { target: 't-1', partner: 'Quillon Bakery', answer: 'yes' } })

const say = (previous: Frame, text: string, isPreviousFresh?: boolean): Frame =>
  understand(text, town, { now: NOW, previous, ...(isPreviousFresh !== undefined && { isPreviousFresh }) }).frames[0]

const ADDITIONS: readonly [Frame, string, Frame['slots']][] = [
  [planned, '28 students', { headcount: 28 }],
  [planned, 'in the library', { room: 'library' }],
  [planned, 'at Foundry', { school: 'Foundry High School' }],
  [planned, 'room 12', { room: '12' }],
  [planned, 'and Granby too', { partners: ['Granby Credit Union'] }],
  [logged, '2 interns', { offers: [{ kind: 'internship', count: 2 }] }],
  [logged, 'also a job shadow', { offers: [{ kind: 'job_shadow' }] }],
  [answered, 'about 6 people', { headcount: 6 }],
]

describe('what is added to the last record', () => {
  it.each(ADDITIONS)('%#: %s', (previous, text, slots) => {
    const frame = say(previous, text)
    expect(frame.intent).toBe('correct')
    expect(frame.slots).toEqual(slots)
  })

  it.each(ADDITIONS)('is none of it once a while has gone by (%#)', (previous, text) => {
    expect(say(previous, text, false).intent).not.toBe('correct')
  })

  it.each([
    [planned, 'met Rosa today'],
    [planned, 'breakfast at Millbrook on jan 21'],
    [logged, 'called Granby about 2 interns'],
    [logged, '28 students'],
    [planned, '2 interns'],
    [answered, 'who is coming'],
  ])('is none of it where it is something else (%#)', (previous, text) => {
    expect(say(previous, text).intent).not.toBe('correct')
  })
})

describe('a correction in so many words', () => {
  it.each<[Frame, string, Frame['slots']]>([
    [planned, 'no, the 15th', { start: '2027-01-15' as never }],
    [planned, 'Granby, not Quillon', { partners: ['Granby Credit Union'] }],
    [logged, 'it was an email', { method: 'email' }],
    [logged, 'sorry, Granby', { partner: 'Granby Credit Union' }],
    [answered, 'should be a maybe', { answer: 'maybe' }],
  ])('needs nothing fresh (%#)', (previous, text, slots) => {
    const frame = say(previous, text, false)
    expect(frame.intent).toBe('correct')
    expect(frame.slots).toEqual(slots)
  })
})
