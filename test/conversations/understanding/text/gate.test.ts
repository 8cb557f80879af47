import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Gate } from '../../../../conversations/understanding/text/gate.ts'
import { neededTexts } from '../../../../conversations/understanding/text/needed-texts.ts'

describe('texts that a match needs', () => {
  it.each([
    [/\bcalled (?:him|her)\b/, ['called her', 'called him']],
    [/(?:very )?glad to/, ['glad to', 'very glad to']],
    [/\bgives?\b/, ['give']],
    // What may be left out, and what a class or a star stands for, is not needed; what stands around it is.
    [/\S+ (?:\w+ )*breakfast/, ['breakfast']],
    [/breakfast|[a-z]+ fair/, [' fair', 'breakfast']],
    [/(?<=for )breakfast(?! bus)/, ['breakfast']],
    [/(?<=scholarship )\d+/, ['scholarship ']],
    [/(?:mentor ){2,}x*/, ['mentor ']],
    [/sp[ae]ak/, ['spaak', 'speak']],
  ])('of %s', (pattern, texts) => {
    expect([...(neededTexts(pattern) ?? [])].sort()).toEqual(texts)
  })

  it.each([/\S+/, /^$/, /a|b/, /glad|/, /GLAD/i, /(?:very )?/])('are not known of %s', (pattern) => {
    expect(neededTexts(pattern)).toBeUndefined()
  })
})

/** Patterns of all that is made use of, over few letters, so that many match. */
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '3'), minLength: 1, maxLength: 4 }),
    fc.constantFrom('\\d', '[ab]', '[^a]', '\\S', '\\b', '.', '^', '$'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => one + other),
    fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('?', '*', '+', '{2}', '{0,2}', '{1,3}?'))
      .map(([one, times]) => `(?:${one})${times}`),
    fc.tuple(tie('pattern'), fc.constantFrom('?=', '?!', '?<=', '?<!', '')).map(([one, kind]) => `(${kind}${one})`),
  ),
}))

describe('a gate', () => {
  it('lets every pattern by that matches', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '3'), maxLength: 30 })
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 40, maxLength: 40 }), (source, texts) => {
        const regExp = new RegExp(source)
        for (const one of texts) if (regExp.test(one)) expect(new Gate(one).mayMatch(regExp), one).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps out what is asked often and cannot match', () => {
    const hired = /\b(?:hired|hiring) (?:him|her|them)\b/
    const gate = new Gate('called PERSON at PARTNER DAY about interns')
    for (let n = 0; n < 20; n++) gate.mayMatch(hired)
    expect(gate.mayMatch(hired)).toBe(false)
    expect(new Gate('they are hiring him').mayMatch(hired)).toBe(true)
    // The same letters in another order are not the text.
    expect(new Gate('hiri hirin ring him').mayMatch(hired)).toBe(false)
  })
})
