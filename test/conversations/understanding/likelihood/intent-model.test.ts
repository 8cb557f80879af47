import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONTRACT_INTENTS } from '../../../../conversations/understanding/frame.ts'
import { featuresOf } from '../../../../conversations/understanding/likelihood/features.ts'
import {
  INTENT_MODEL,
  logLikelihoods,
  loudestFor,
  openModel,
} from '../../../../conversations/understanding/likelihood/intent-model.ts'
import { hashOfCases } from '../../../learn/samples.ts'
import { learn, trainIntents } from '../../../learn/train.ts'
import { factsOf } from '../town.ts'

const likeliest = (model: typeof INTENT_MODEL, features: readonly string[]): string | undefined =>
  [...logLikelihoods(model, features)].sort(([, a], [, b]) => b - a)[0]?.[0]

describe('the features of a message', () => {
  it('are its words, each two in a row, and what the readers found', () => {
    const features = featuresOf(factsOf('call Quillon today'))
    const expected = ['call', 'PARTNER', 'DAY', '^ call', 'call PARTNER', 'PARTNER DAY', 'DAY $']
    expect(features).toEqual(expect.arrayContaining([...expected, 'method:call', 'date:day', 'has:partner']))
  })

  it('hold no name and no number, known or not', () => {
    const features = featuresOf(factsOf('Rosa Quimby of Quillon takes 417 interns, jolene too'))
    expect(features.join(' ')).not.toMatch(/rosa|quimby|quillon|jolene|417/i)
  })

  it('are no more for a text without end', () => {
    const few = featuresOf(factsOf('so then and when '.repeat(100)))
    expect(featuresOf(factsOf('so then and when '.repeat(400)))).toEqual(few)
  })
})

describe('the likelihoods of intents', () => {
  it('are those of one whole', () => {
    const whole = [...logLikelihoods(INTENT_MODEL, ['cancel', '^ cancel']).values()]
    // Those that are hardly likely are held at e^-8.
    const sum = whole.reduce((total, log) => total + Math.exp(log), 0)
    expect(sum).toBeGreaterThan(0.999)
    expect(sum).toBeLessThan(1 + CONTRACT_INTENTS.length * Math.exp(-8))
  })

  it.each([
    ['whoa, roll it back', 'undo'],
    ['scrap the breakfast at Foundry', 'cancel_event'],
    ['could you sketch out what you are able to do', 'help'],
    ['had a long chat w/ Rosa', 'log_contact'],
    ['which companies went silent', 'ask'],
  ])('%s: %s', (text, intent) => {
    expect(likeliest(INTENT_MODEL, featuresOf(factsOf(text)))).toBe(intent)
  })

  it('name what speaks loudest', () => {
    const loudest = loudestFor(INTENT_MODEL, ['cancel', 'the', 'DAY'], 'cancel_event')
    expect(loudest[0]).toBe('cancel')
  })
})

describe('learning', () => {
  const sample = (features: string, intent: string) => ({ features: features.split(' '), intent })
  const samples = [
    ...Array.from({ length: 4 }, () => sample('stop it now', 'undo')),
    ...Array.from({ length: 4 }, () => sample('what now', 'ask')),
    sample('seldom now', 'help'),
  ]

  it('tells apart what it was shown, and leaves out what it hardly saw', () => {
    const model = learn(samples)
    expect(likeliest(model, ['stop', 'now'])).toBe('undo')
    expect(likeliest(model, ['what', 'now'])).toBe('ask')
    expect(model.weights.has('seldom')).toBe(false)
  })

  it('gives the same for the same', () => {
    expect(trainIntents(samples)).toEqual(trainIntents(samples))
  })

  it('reads back what it writes', () => {
    expect(openModel(['stop it\t1 -2'])).toMatchObject({ weights: new Map([['stop it', [1, -2]]]) })
  })

  it('was done with the cases as they are (else: npm run learn)', () => {
    const file = new URL('../../../../conversations/understanding/likelihood/intent-weights.json', import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8')).cases).toBe(hashOfCases())
  })
})
