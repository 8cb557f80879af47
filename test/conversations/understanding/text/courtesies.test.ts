import { describe, expect, it } from 'vitest'
import { dropCourtesies } from '../../../../conversations/understanding/text/courtesies.ts'
import { readMessage } from '../../../../conversations/understanding/text/message.ts'

/** What is left of a text, as typed. */
const left = (text: string): string => {
  const { tokens, typed } = dropCourtesies(readMessage(text))
  return typed.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0)
}

describe('greetings', () => {
  it.each([
    ['hi there, book Quillon', 'book Quillon'],
    ['Good morning! who is coming', 'who is coming'],
    ['hey team book a room', 'book a room'],
    ['Happy Monday, all set for lunch', 'all set for lunch'],
    ['hola - met Rosa', 'met Rosa'],
  ])('are left out: %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each(['good morning breakfast at Foundry', 'morning session moved', 'history of Granby', 'hello'])(
    'are none: %s',
    (text) => {
      expect(left(text)).toBe(text)
    },
  )
})

describe('thanks and signatures', () => {
  it.each([
    ['book room 9 thanks so much', 'book room 9'],
    ['met Rosa. Thank you!', 'met Rosa.'],
    ['met Rosa 🙏', 'met Rosa'],
    ['met Rosa today. Thanks, Corinne', 'met Rosa today.'],
    ['move it to Friday.\nBest,\nCorinne Vale', 'move it to Friday.\n'],
    ['met Rosa today. - Corinne', 'met Rosa today.'],
    ['book it!\n~ Corinne', 'book it!\n'],
    ['Met Rosa, kind of quick. Regards,\nC. Vale', 'Met Rosa, kind of quick. Regards,\nC. Vale'],
  ])('are left out: %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    'coming: Quillon, Granby',
    'Rosa - Quillon Bakery - Granby',
    'lunch with Rosa - Granby',
    'thanked Rosa for coming',
    'yes:\nQuillon\nGranby',
    'room for Granby, Quillon',
  ])('are none: %s', (text) => {
    expect(left(text)).toBe(text)
  })

  it.each(['thanks!', 'Thank you so much', 'Best, Corinne'])('stay where nothing else is said: %s', (text) => {
    expect(left(text)).toBe(text)
  })
})
