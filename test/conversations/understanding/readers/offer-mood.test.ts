import { describe, expect, it } from 'vitest'
import { type Mood, readMoods } from '../../../../conversations/understanding/readers/offer-mood.ts'
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
