import { describe, expect, it } from 'vitest'
import { readTense } from '../../../conversations/understanding/tense.ts'
import { factsOf } from './lakeshore.ts'

describe('tense', () => {
  it.each([
    ['met with Nia', 'past'],
    ['lunch with Bill on 11/8', 'past'],
    ['meeting with Target 1/12 10 am', 'ahead'],
    ['zoom with Hal tomorrow', 'ahead'],
    ['coffee with Hal', 'open'],
    ['coffee with Hal, follow up next week', 'open'],
  ])('%s: %s', (text, tense) => {
    expect(readTense(factsOf(text)).tense).toBe(tense)
  })
})
