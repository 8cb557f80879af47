import { describe, expect, it } from 'vitest'
import { CONSENT_WORD } from '../../../../conversations/understanding/readers/consent.ts'
import { factsOf, viewOf } from '../lakeshore.ts'

describe('consents', () => {
  it.each([
    ["Deja Holloway's mom signed the release", true],
    ['photo consent is on file', true],
    ['form: in for Deja', true],
    ['the waiver came back', true],
    ['media form ✅', true],
    ['her dad is fine with us posting', true],
    ["Kiara's guardian withdrew consent", false],
    ['the family does not want him in any photos', false],
    ['no more pictures of Deja', false],
    ['signed last year, revoked today', false],
    ['photo release: no', false],
    ['grandma said no to the video', false],
    ['opted out', false],
  ])('%s: %s', (text, granted) => {
    expect(factsOf(text).granted?.value).toBe(granted)
  })

  it.each(['Deja Holloway and her mom', 'what about the release', 'media release for Kiara'])(
    'neither given nor refused: %s',
    (text) => {
      expect(factsOf(text).granted).toBeUndefined()
    },
  )

  it.each([
    ['the form is back', true],
    ['photo slip for Deja', true],
    ['her likeness', true],
    ['filled in the sign-up sheet', false],
    ['she signed the lease', false],
    ['an order form', false],
    ['press the button', false],
  ])('is about a consent: %s: %s', (text, isConsent) => {
    expect([...viewOf(text).matches(CONSENT_WORD)].length > 0).toBe(isConsent)
  })
})
