import { describe, expect, it } from 'vitest'
import { coverOf, isRefused, maintains } from '../../../conversations/spotlights/consent-rules.ts'
import type { ConsentRecord, Destination } from '../../../data/story.ts'
import type { Instant, LocalDate } from '../../../data/time.ts'

const day = (text: string): LocalDate => text as LocalDate
const consent = (given: Partial<ConsentRecord>): ConsentRecord => ({
  id: 'k1',
  version: 1,
  student: 's1',
  state: 'granted',
  destinations: ['internal', 'web'],
  date: day('2026-09-14'),
  end: day('2027-06-30'),
  fullName: false,
  removeAtEnd: false,
  recordedBy: 'staff-1',
  cards: {},
  at: 0 as Instant,
  ...given,
})
const on = (destination: Destination, thirdParty?: string) => ({ destination, ...(thirdParty ? { thirdParty } : {}) })

describe('what a consent covers', () => {
  const cases: [string, ConsentRecord[], ReturnType<typeof on>, string, object][] = [
    ['what it names', [consent({})], on('web'), '2026-12-01', { isCovered: true, fullName: false, end: '2027-06-30' }],
    [
      'on its last day too',
      [consent({})],
      on('web'),
      '2027-06-30',
      { isCovered: true, fullName: false, end: '2027-06-30' },
    ],
    ['nothing after its end', [consent({})], on('web'), '2027-07-01', { isCovered: false, why: 'ended' }],
    [
      'nothing it does not name',
      [consent({})],
      on('press'),
      '2026-12-01',
      { isCovered: false, why: 'other-destinations' },
    ],
    ['nothing where there is none', [], on('web'), '2026-12-01', { isCovered: false, why: 'none' }],
    [
      'nothing while it is reported',
      [consent({ state: 'reported' })],
      on('web'),
      '2026-12-01',
      { isCovered: false, why: 'reported' },
    ],
    [
      'nothing once withdrawn',
      [consent({ state: 'withdrawn' })],
      on('web'),
      '2026-12-01',
      { isCovered: false, why: 'refused' },
    ],
    [
      'nothing where refused',
      [consent({ state: 'refused', destinations: [] })],
      on('internal'),
      '2026-12-01',
      { isCovered: false, why: 'refused' },
    ],
    [
      'nothing not on file',
      [consent({ state: 'rejected' })],
      on('web'),
      '2026-12-01',
      { isCovered: false, why: 'none' },
    ],
    [
      'what a newly signed form names, after a refusal',
      [consent({ id: 'k0', state: 'refused' }), consent({})],
      on('web'),
      '2026-12-01',
      { isCovered: true, fullName: false, end: '2027-06-30' },
    ],
    [
      'the one third party that it names',
      [consent({ destinations: ['third_party'], thirdParty: 'p1', fullName: true })],
      on('third_party', 'p1'),
      '2026-12-01',
      { isCovered: true, fullName: true, end: '2027-06-30' },
    ],
    [
      'no other third party',
      [consent({ destinations: ['third_party'], thirdParty: 'p1' })],
      on('third_party', 'p2'),
      '2026-12-01',
      { isCovered: false, why: 'other-destinations' },
    ],
    [
      'no third party without a name',
      [consent({ destinations: ['third_party'] })],
      on('third_party'),
      '2026-12-01',
      { isCovered: false, why: 'other-destinations' },
    ],
  ]
  for (const [name, consents, showing, today, expected] of cases) {
    it(name, () => {
      expect(coverOf(consents, showing, day(today))).toEqual(expected)
    })
  }
})

describe('what was published under a consent', () => {
  const later = day('2027-09-01')
  it('stays after its end', () => {
    expect(maintains([consent({})], on('web'), day('2027-06-01'), later)).toEqual({ fullName: false })
  })
  it('goes at its end where the form says so', () => {
    expect(maintains([consent({ removeAtEnd: true })], on('web'), day('2027-06-01'), later)).toBeUndefined()
    expect(maintains([consent({ removeAtEnd: true })], on('web'), day('2027-06-01'), day('2027-06-30'))).toEqual({
      fullName: false,
    })
  })
  it('does not stay once withdrawn', () => {
    expect(maintains([consent({ state: 'withdrawn' })], on('web'), day('2027-06-01'), later)).toBeUndefined()
  })
  it('was not covered when it was published after the end', () => {
    expect(maintains([consent({})], on('web'), day('2027-08-01'), later)).toBeUndefined()
  })
})

describe('a refusal', () => {
  it('holds until something is signed', () => {
    expect(isRefused([])).toBe(false)
    expect(isRefused([consent({ state: 'reported' })])).toBe(false)
    expect(isRefused([consent({ state: 'refused' })])).toBe(true)
    expect(isRefused([consent({ state: 'withdrawn' }), consent({ state: 'reported' })])).toBe(true)
    expect(isRefused([consent({ state: 'withdrawn' }), consent({ id: 'k2' })])).toBe(false)
  })
})
