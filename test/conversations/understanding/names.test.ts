import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NameEntry } from '../../../conversations/understanding/names/entry.ts'
import { joinWords, nameWords } from '../../../conversations/understanding/names/key.ts'
import { NameIndex } from '../../../conversations/understanding/names/name-index.ts'
import { countSlips } from '../../../conversations/understanding/names/spelling.ts'
import { readText } from '../../../conversations/understanding/read.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { openCases } from './score.ts'

const { knowledge } = openCases(`${import.meta.dirname}/cases-lakeshore`)
const now = '2026-11-10T10:00' as LocalMoment
const marked = (text: string) =>
  readText(text, knowledge, { now }).names.map(
    ({ typed, kind, entries }) => `${kind} ${typed}: ${entries.map(({ name }) => name).join(' or ')}`,
  )
const find = (index: NameIndex, typed: string): string[] =>
  index.find(joinWords(nameWords(typed))).map(({ entry }) => entry.name)

const partner = (name: string, aliases: string[] = []): NameEntry => ({ kind: 'partner', id: name, name, aliases })
const index = new NameIndex([
  partner('Mount Sinai Health System', ['Sinai']),
  partner('AT&T'),
  partner('The Legal Aid Society'),
  partner('Acme Plumbing, Inc.'),
  partner('Mercy Hospital'),
  partner('Mercy College'),
  partner('Houston Methodist Hospital'),
  { kind: 'person', id: '1', name: 'Dr. María-José Ortíz Peña', partner: 'AT&T' },
  { kind: 'person', id: '2', name: 'Michael Chen', partner: 'Mercy College' },
  { kind: 'school', id: 's', name: 'Root River Agricultural High School' },
])

describe('the name index', () => {
  it.each([
    ['Mt. Sinai Health System', 'Mount Sinai Health System'],
    ['mount sinai', 'Mount Sinai Health System'],
    ['AT & T', 'AT&T'],
    ['att', 'AT&T'],
    ['legal aid society', 'The Legal Aid Society'],
    ['acme plumbing', 'Acme Plumbing, Inc.'],
    ['acme', 'Acme Plumbing, Inc.'],
    ['Methodist Hospital', 'Houston Methodist Hospital'],
    ['maria jose ortiz pena', 'Dr. María-José Ortíz Peña'],
    ['Root River', 'Root River Agricultural High School'],
    ['root river agricultural', 'Root River Agricultural High School'],
  ])('finds %s', (typed, name) => {
    expect(find(index, typed)).toContain(name)
  })

  it('finds both where a name fits both', () => {
    expect(find(index, 'mercy').sort()).toEqual(['Mercy College', 'Mercy Hospital'])
  })

  it.each(['health', 'hospital', 'the', 'high school', 'society', 'inc'])(
    'finds nothing for what many names share: %s',
    (typed) => {
      expect(find(index, typed)).toEqual([])
    },
  )

  it('knows people of a company by short forms, initials and near spellings', () => {
    expect(index.peopleNamed('Mercy College', 'mike').map(({ name }) => name)).toEqual(['Michael Chen'])
    expect(index.peopleNamed('Mercy College', 'M. Chen').map(({ name }) => name)).toEqual(['Michael Chen'])
    expect(index.peopleNamed('Mercy College', 'micheal chen').map(({ name }) => name)).toEqual(['Michael Chen'])
    expect(index.peopleNamed('Mercy College', 'Sara')).toEqual([])
  })

  it('offers the nearest names', () => {
    expect(index.nearest('partner', 'acmee plumbing', 3)[0]?.name).toBe('Acme Plumbing, Inc.')
    expect(index.nearest('partner', 'zzz', 3)).toEqual([])
  })

  it('is changed an entry at a time', () => {
    const own = new NameIndex([partner('Old Name')])
    own.upsert({ kind: 'partner', id: 'Old Name', name: 'New Name', aliases: ['nn'] })
    expect(find(own, 'old name')).toEqual([])
    expect(find(own, 'NN')).toEqual(['New Name'])
    expect(own.count('partner')).toBe(1)
    own.remove('partner', 'Old Name')
    expect(find(own, 'new name')).toEqual([])
    expect(own.knowsWord('new')).toBe(false)
    own.remove('partner', 'Old Name')
    expect(own.count('partner')).toBe(0)
  })

  it('keeps every entry findable by its name whatever is added and removed around it', () => {
    const name = fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/)
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), (names) => {
        const own = new NameIndex(names.map((one) => partner(one)))
        const [first = '', ...rest] = names
        own.remove('partner', first)
        for (const one of rest) expect(find(own, one)).toContain(one)
        expect(find(own, first)).not.toContain(first)
      }),
      { numRuns: 60 },
    )
  })
})

describe('names in a message', () => {
  it.each([
    [
      'met with tomasz wojcik of rokwell',
      ['person tomasz wojcik: Tomasz Wójcik', 'partner rokwell: Rockwell Automation'],
    ],
    [
      'will from may electric called',
      ['person will: Will Sorensen or Will Barnes', 'partner may electric: May Electric'],
    ],
    [
      "May Electric's Will called April 6",
      ["partner May Electric's: May Electric", 'person Will: Will Sorensen or Will Barnes'],
    ],
    ['speaker from apple thurs p2', ['partner apple: Apple']],
    ['Jet fuel, apple juice and bagels', []],
    ['it will rain in may and june', []],
    ['my target is 20 students', []],
    ['breakfast for IT partners', ['cluster IT: Information Technology']],
    ['put it on the calendar', []],
    ['the welding teachers', ['program welding: Welding and Fabrication or Welding and Fabrication']],
    ['he is welding a gate', []],
    ['Snap on is judging', ['partner Snap on: Snap-on']],
  ])('%s', (text, names) => {
    expect(marked(text)).toEqual(names)
  })
})

describe('slips', () => {
  it.each([
    ['generac', 'genrac', 1],
    ['chen', 'chne', 1],
    ['adeyemi', 'adeyimi', 1],
    ['maimonides', 'maimonedes', 1],
    ['metra', 'zebra', 2],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(countSlips(a, b, 4)).toBe(slips)
  })
})
