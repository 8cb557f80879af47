import { describe, expect, it } from 'vitest'
import { readMoods } from '../../../../conversations/understanding/readers/offer-mood.ts'
import type { Mood } from '../../../../conversations/understanding/readers/offer-mood-words.ts'
import { viewOf } from '../lakeshore.ts'

/** What is said of the last word of a text. */
const mood = (text: string): Mood | undefined => readMoods(viewOf(text)).at(-1)

describe('the mood of what is named', () => {
  it.each<[Mood, string[]]>([
    [
      'given',
      [
        'she will take interns',
        'they are hosting interns',
        'he goes we can do interns',
        '“we have interns',
        'open to interns',
        'no jobs but yes to interns',
        'offered: mentors, interns',
        'she wants interns',
        'in for interns',
        'can not do mentors, but will take interns',
        'no objection to interns',
        'count Nia in for interns',
        'they consented to interns',
        'he is confident about interns',
        'count me as a mentor',
        'would let us bring interns',
        'we get: interns',
        'signed off on interns',
        'asked him for jobs (maybe). commitments: interns',
        '✅ interns',
        '❌ mentors\n✅ interns',
        'a) no mentors b) will take interns',
        'still going to take interns',
        'will talk to my class and take interns',
      ],
    ],
    [
      'asked',
      [
        'asked about interns',
        'asked if they can take interns',
        'we want interns',
        'see if they have interns',
        'waiting to hear about interns',
        'I wish they had interns',
        're: interns',
        'wishlist: interns',
        'he wants to hear about interns',
        'the things I asked for (jobs, interns',
        'asked him for: interns',
        'getting back to me on interns',
        'he would like us to find interns',
      ],
    ],
    [
      'refused',
      [
        'she cannot offer interns',
        'is not in a position to offer interns',
        'does not want to host interns',
        'said no to: interns',
        'declined: interns',
        'balked at interns',
        'no interest in interns',
        'can not take interns',
        'no interns',
        'too busy for interns',
        'she will host but not interns',
        'stopped taking interns',
        'declined: interns',
        'they are tapped out on interns',
        'rather than interns',
        'zero interns',
        '0 interns',
        'took a rain check on interns',
        'closed to interns',
        'on for mentors and off for interns',
        'take back the interns',
        'tapped on interns',
        'she must cancel the interns',
        'not ok for interns',
        'zilch on interns',
        'rather mentor than have interns',
        'less cool with interns',
        'they are done with interns',
        'has no use for interns',
        'stops short of interns',
        'backs out of interns',
        'neither can take interns',
        'not willing to hire',
        'passing this round on interns',
        'the shop is full for interns',
        'not this year: interns',
        '❌ interns',
      ],
    ],
    [
      'perhaps',
      [
        'might take interns',
        'she has to check on interns',
        'thinking about interns',
        'not sure on interns',
        'depends on interns',
        'may be able to take interns',
        'toying with interns',
        'warming to interns',
        'wavering on interns',
        'dangled interns',
        'sleeping on interns',
        'undecided: interns',
        'thinking about: interns',
        '🤔 interns',
      ],
    ],
    ['open', ['interns', 'spring interns', 'she offered mentors. interns', 'no problem: interns']],
  ])('%s', (expected, texts) => {
    expect(texts.filter((text) => mood(text) !== expected)).toEqual([])
  })

  it('changes from clause to clause', () => {
    const view = viewOf('asked about jobs, she can take interns but no mentors')
    const moods = readMoods(view)
    const of = (word: string) => moods[view.items.findIndex((item) => item.word === word)]
    expect([of('jobs'), of('interns'), of('mentors')]).toEqual(['asked', 'given', 'refused'])
  })
})
