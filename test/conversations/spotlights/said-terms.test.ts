import { describe, expect, it } from 'vitest'
import { isConditional, isMissingForm, isSignedWithTerm } from '../../../conversations/spotlights/said-consent.ts'

const kindOf = (text: string): string =>
  [isSignedWithTerm(text) ? 'signed' : '', isMissingForm(text) ? 'missing' : '', isConditional(text) ? 'condition' : '']
    .filter(Boolean)
    .join(' ')

describe('a form with its terms', () => {
  const cases: [string, string][] = [
    ['her release is signed 9/14, internal, take it down at its end', 'signed'],
    ['release signed 9/14 web, remove it when she graduates', 'signed'],
    ['release signed 9/14, web ok without full name', 'signed'],
    ['signed 9/14, internal and web, not ok for social', 'signed'],
    ['signed 9/14 but now he wants it all removed', 'condition'],
    ['mom signed but stop using his photo', ''],
    ['signed, no photos', ''],
    ['the release isnt signed yet', 'missing'],
    ['still waiting for the form', 'missing'],
    ['the release has expired', 'missing'],
    ['they revoked it, not signed yet again', ''],
    ['signed 9/14, but mom wants to see the post first', 'condition'],
    ['signed 9/14, only if it stays internal', 'condition'],
    ['signed 9/14, internal and web', ''],
  ]
  for (const [text, expected] of cases) {
    it(text, () => {
      expect(kindOf(text)).toBe(expected)
    })
  }
})
