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
    ['met Rosa monday. bug her again dec 9', 'dec 9'],
    ['met Rosa monday. I owe her an answer by dec 9', 'by dec 9'],
    ['met Rosa monday. I am to telephone her on dec 9', 'on dec 9'],
    ['met Rosa monday. I shall write again on dec 9', 'on dec 9'],
    ['met Rosa monday, back to her dec 9', 'dec 9'],
    ['met Rosa monday. calling her next wednesday', 'next wednesday'],
    ['met Rosa monday. told her I would call dec 9', 'dec 9'],
    ['met Rosa monday / cb dec 9', 'dec 9'],
    ['met Rosa monday\nnext: dec 9', 'dec 9'],
    ['met Rosa monday, so check with her in two weeks', 'in two weeks'],
    ['met Rosa monday. talk again dec 9', 'dec 9'],
    ['met Rosa monday. next visit dec 9', 'dec 9'],
    ['met Rosa monday. drop her a line dec 9', 'dec 9'],
    ['met Rosa monday. try dec 9', 'dec 9'],
    ['met Rosa monday. next contact on dec 9', 'on dec 9'],
    ['met Rosa monday. next call dec 9', 'dec 9'],
    ['met Rosa monday. back in touch dec 9', 'dec 9'],
    ['met Rosa monday. catch up w her dec 9', 'dec 9'],
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
    'we talked to her again on friday',
    'been calling her since monday',
    'says ask again after dec 9',
    'the next speaker comes dec 9',
  ])('is not said: %s', (text) => {
    expect(followUp(text)).toBeUndefined()
  })
})
