import { describe, expect, it } from 'vitest'
import { type Frame, frameOf, type Slots } from '../../../conversations/understanding/frame.ts'
import { understand } from '../../../conversations/understanding/understand.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { openCases } from './score.ts'

const { knowledge } = openCases(`${import.meta.dirname}/cases-lakeshore`)
const now = '2026-11-10T10:00' as LocalMoment

/** What a first message leaves open, and what the second says of it. */
function converse(first: string, slot: keyof Slots, answer: string, candidates?: string[]) {
  const frame = understand(first, knowledge, { now }).frames[0]
  const pending = { frame, slot, ...(candidates && { candidates }) }
  return understand(answer, knowledge, { now, pending })
}

describe('an answer to the open question', () => {
  it.each<[string, keyof Slots, string, Partial<Slots>]>([
    ['called Hilton today, 2 interns', 'partner', 'Palmer House', { partner: 'Palmer House Hilton' }],
    ['called Hilton today, 2 interns', 'partner', 'the milwaukee one', { partner: 'Hilton Milwaukee' }],
    [
      'called Hilton today, 2 interns',
      'partner',
      'hilton mke, and follow up friday',
      { partner: 'Hilton Milwaukee', followUp: '2026-11-13' as never },
    ],
    ['met with someone about interns today', 'partner', 'target', { partner: 'Target' }],
    [
      'met with someone about interns today',
      'partner',
      'it was at Lena Ostrowski’s shop, United',
      { partner: 'United Airlines' },
    ],
    ['spoke with grace on friday', 'people', 'okonkwo', { people: ['Grace Okonkwo'] }],
    ['breakfast at north campus on dec 9', 'school', 'racine', { school: 'Racine North Career Center' }],
    ['advisory meeting at dunes on dec 3', 'start', 'at 3:30', { start: '2026-12-03T15:30' as never }],
    [
      'advisory meeting at dunes on dec 3',
      'start',
      '4 to 5',
      { start: '2026-12-03T16:00' as never, end: '2026-12-03T17:00' as never },
    ],
    ['advisory meeting at dunes on dec 3', 'start', 'make it the 4th at 2', { start: '2026-12-04T14:00' as never }],
    ['book a guest speaker from Apple at Dunes', 'start', 'friday at 10', { start: '2026-11-13T10:00' as never }],
    ['spotlight on marisol, she got an internship at walgreens', 'student', 'banks', { student: 'Marisol Banks' }],
    [
      'spotlight on marisol, she got an internship at walgreens',
      'student',
      'the one at dusable',
      { student: 'Marisol Quintero' },
    ],
    [
      'do a spotlight on kiara whitlow',
      'outcome',
      'she got a job at Target as a cashier',
      { outcome: 'job', partner: 'Target', role: 'cashier' },
    ],
    ['circle back with portillos', 'date', 'in two weeks', { date: '2026-11-24' as never }],
    ['circle back with portillos', 'date', 'monday', { date: '2026-11-16' as never }],
    ['kiara whitlow media release', 'granted', 'her mom signed it', { granted: true }],
  ])('%s / %s: %s', (first, slot, answer, slots) => {
    const said = converse(first, slot, answer)
    expect(said.relation).toBe('answer')
    expect(said.frames[0].slots).toMatchObject(slots)
    expect(said.frames[0].missing).not.toContain(slot)
  })

  it('chooses the event among those that were offered', () => {
    const said = converse('cancel the breakfast', 'target', 'the one at dusable', ['l-207', 'l-215'])
    expect(said.frames[0]).toMatchObject({ intent: 'cancel_event', slots: { target: 'l-207' }, problems: [] })
  })

  it('takes a name that the directory does not have, and asks about it', () => {
    const said = converse('met with someone about interns today', 'partner', 'gowanus woodworks')
    expect(said.frames[0]).toMatchObject({
      slots: { partner: 'Gowanus Woodworks' },
      asks: true,
      unknown: [{ slot: 'partner' }],
    })
  })

  it.each(['never mind', 'nvm', 'cancel', 'forget it'])('drops the request: %s', (text) => {
    expect(converse('circle back with portillos', 'date', text).frames[0].intent).toBe('drop')
  })

  it.each([
    ['what do we have at dunes next week?', 'ask'],
    ['called Ruth at JCI today, 2 apprenticeships', 'log_contact'],
    ['cancel the CTA job shadow', 'cancel_event'],
    ['help', 'help'],
    ['undo', 'undo'],
  ])('sees something new: %s', (text, intent) => {
    const said = converse('circle back with portillos', 'date', text)
    expect(said.relation).toBe('new')
    expect(said.frames[0].intent).toBe(intent)
  })

  it.each([
    ['circle back with nia tomorrow morning', 'set_follow_up'],
    ['portillos can do the mock interviews', 'record_rsvp'],
  ])('sees something new in what is only like another request: %s', (text, intent) => {
    const said = converse('called Hilltop Widgets today, 2 interns', 'partner', text)
    expect(said.relation).toBe('new')
    expect(said.frames[0].intent).toBe(intent)
  })
})

describe('a correction of what was just recorded', () => {
  const logged = frameOf('log_contact', {
    slots: {
      partner: 'Metra',
      method: 'call',
      date: '2026-11-09' as never,
      offers: [{ kind: 'internship', count: 2 }],
    },
  })
  const planned = frameOf('schedule_event', {
    slots: { event: 'speaker', start: '2026-11-19T10:00' as never, partners: ['Apple'] },
  })

  it.each<[Frame, string, Slots]>([
    [logged, 'no, the 6th', { date: '2026-11-06' as never }],
    [logged, 'make it 3', { offers: [{ kind: 'internship', count: 3 }] }],
    [logged, 'not metra, the CTA', { partner: 'Chicago Transit Authority' }],
    [logged, 'it was by email', { method: 'email' }],
    [planned, 'no, the 20th', { start: '2026-11-20' as never }],
    [planned, 'make it 2:30', { start: '2026-11-19T14:30' as never }],
    [planned, 'should be 25 kids', { headcount: 25 }],
    [planned, 'sorry, Target not Apple', { partners: ['Target'] }],
  ])('changes only what is said (%#): %s', (previous, text, slots) => {
    const said = understand(text, knowledge, { now, previous })
    expect(said.frames[0]).toMatchObject({ intent: 'correct' })
    expect(said.frames[0].slots).toEqual(slots)
    expect(said.relation).toBe('correction')
  })
})
