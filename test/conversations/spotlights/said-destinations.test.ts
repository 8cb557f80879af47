import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDestinations } from '../../../conversations/spotlights/said-destinations.ts'

describe('the destinations that a form is said to name', () => {
  const cases: [string, string][] = [
    ['signed 9/14, internal web and social', 'internal web social'],
    ['on file signed 10/2, web and internal ok but not social', 'internal web'],
    ['internal and web, not for social or press', 'internal web'],
    ['not the press or social. internal ok', 'internal'],
    ['no social media, web and internal ok', 'internal web'],
    ['no social media, web, internal', ''],
    ['everything', 'internal web social press'],
    ['everything except press', 'internal web social'],
    ['everything except press and social', 'internal web'],
    ['all uses but not social', 'internal web press'],
    ['all but social', 'internal web press'],
    ['not everything, only web', 'web'],
    ['internal only, no web, no press', 'internal'],
    ['social not ok, web ok', 'web'],
    ['social no thanks, web ok', 'web'],
    ['web: yes, social: no, press: no', 'web'],
    ["don't post on social, internal is ok", 'internal'],
    ['web ok not social', 'web'],
    ['they checked web but left social blank', 'web'],
    ['isnt ok for social', ''],
    ['web and social ok but not the web', 'social'],
    ['slack and teams, our site, instagram', 'internal web social'],
    ['internal, third party great performances', 'internal third_party'],
    ['internal but no third party', 'internal'],
    ['no full name, internal and web', 'internal web'],
    ['web ok without full name', 'web'],
    ['signed yesterday', ''],
  ]
  for (const [said, expected] of cases) {
    it(said, () => {
      expect(readDestinations(said).join(' ')).toBe(expected)
    })
  }
})

describe('whatever is said', () => {
  const NAMED = ['internal', 'web', 'social', 'press'] as const
  const word = fc.constantFrom(
    ...NAMED,
    'ok',
    'yes',
    'not',
    'no',
    'except',
    'without',
    'but',
    'and',
    'or',
    ',',
    '.',
    'everything',
    'signed',
    '9/14',
  )

  it('is never taken for a destination that it says no to, or does not name', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const found = readDestinations(words.join(' '))
        for (const destination of NAMED) {
          const isDenied = words.some(
            (each, n) => each === destination && /^(?:not|no|except|without)$/.test(words[n - 1] ?? ''),
          )
          const isNamed = words.includes(destination) || words.includes('everything')
          if (isDenied || !isNamed) expect(found).not.toContain(destination)
        }
      }),
      { numRuns: 800 },
    )
  })

  it('is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readDestinations(text).length).toBeLessThanOrEqual(5)
      }),
    )
  })
})
