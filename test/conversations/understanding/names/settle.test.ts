import { describe, expect, it } from 'vitest'
import { named, readingOf } from '../town.ts'

const meant = (text: string): string[] => {
  const { partners, people } = readingOf(text).refs
  return [...partners, ...people].map(named)
}
const EITHER = 'Ternfield Hotel Group | Ternfield Dairy'

describe('which of two companies', () => {
  it.each([
    ['called ternfield, the dairy', ['Ternfield Dairy']],
    ['visited ternfield the hotel', ['Ternfield Hotel Group']],
    ['ternfield, not the dairy, the hotel', ['Ternfield Hotel Group']],
    ['wrong ternfield, it is the dairy', [EITHER, 'Ternfield Dairy']],
    ['mick at ternfield called', ['Ternfield Dairy', 'Mick Farrow']],
    ['ternfield: spoke with Rosa', ['Ternfield Hotel Group', 'Rosa Quimby']],
    ['called ternfield', [EITHER]],
    ['called ternfield, not the dairy', ['Ternfield Hotel Group']],
    ['ternfield, the one with Rosa', ['Ternfield Hotel Group', 'Rosa Quimby']],
    ['called ternfield and quillon', [EITHER, 'Quillon Bakery']],
    ['ternfield group lunch', ['Ternfield Hotel Group']],
  ])('%s', (text, expected) => {
    expect(meant(text)).toEqual(expected)
  })
})

describe('who is at which company', () => {
  it.each([
    ['dana from granby emailed', ['Granby Credit Union', 'Dana Pruett']],
    ['cedarvale: dana called', ['Cedarvale Clinic', 'Dana Voss']],
    ['dana emailed', ['Dana Voss | Dana Pruett']],
    ['dana from brightwater emailed', ['Brightwater Electric', 'new: Dana']],
    ['met rosa, who used to run quillon', ['Quillon Bakery', 'Rosa Quimby']],
  ])('%s', (text, expected) => {
    expect(meant(text)).toEqual(expected)
  })

  it('links each person to the company beside them', () => {
    const { people, partners } = readingOf('met Grace from Cedarvale and Mark from Granby').refs
    expect(people.map(({ partner }) => partners[partner ?? -1]?.text)).toEqual([
      'Cedarvale Clinic',
      'Granby Credit Union',
    ])
  })
})
