import { describe, expect, it } from 'vitest'
import { readFollowUpDate } from '../../../conversations/understanding/follow-up-date.ts'
import { placedDates } from '../../../conversations/understanding/when.ts'
import { readingOf } from './town.ts'

const followUp = (text: string): string | undefined => {
  const reading = readingOf(text)
  return readFollowUpDate(reading, placedDates(reading))?.mention.text
}

describe('the day to follow up on', () => {
  it.each([
    ['met Rosa monday, follow up on jan 8', 'on jan 8'],
    ['called Grace today; circle back next week', 'next week'],
    ['emailed Mark, in two weeks ping him', 'in two weeks'],
    ['left Art a voicemail, will try again thursday', 'thursday'],
    ['coffee with May 11/20. next step: call her dec 9', 'dec 9'],
    ['no answer, call back tomorrow', 'tomorrow'],
  ])('%s: %s', (text, expected) => {
    expect(followUp(text)).toBe(expected)
  })

  it.each([
    'met Rosa monday',
    'thanks for the reminder, called Mark yesterday',
    'followed up with Rosa monday',
    'follow up with Rosa. Breakfast is jan 8',
    'met Rosa on nov 20, will follow up',
    'touched base with Mark on friday',
  ])('is not said: %s', (text) => {
    expect(followUp(text)).toBeUndefined()
  })
})
