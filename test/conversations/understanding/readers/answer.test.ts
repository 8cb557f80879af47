import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../../../conversations/understanding/readers/answer.ts'
import { factsOf, viewOf } from '../lakeshore.ts'

describe('answers', () => {
  it.each([
    ['Rockwell is in for the breakfast', 'yes'],
    ['JCI cant make it', 'no'],
    ['Jay is a maybe', 'maybe'],
    ['she has to check', 'maybe'],
    ['Abbott declined', 'no'],
    ['Portillos is out for career day', 'no'],
    ['4 reps will be at the competition', 'yes'],
    ['snap on: yes', 'yes'],
    ['Walgreens / career day / no', 'no'],
    ['Metra: 2 for the breakfast', 'yes'],
    ['Hal 👍', 'yes'],
    ['❌ Generac', 'no'],
    ['they had to bow out', 'no'],
    ['she sends regrets', 'no'],
    ['Generac says count them out', 'no'],
    ['Generac. career day. In. 2 reps.', 'yes'],
    ['Generac, career day, out', 'no'],
    ['count them in', 'yes'],
    ['still on the fence', 'maybe'],
    ['is not yet certain that she can attend', 'maybe'],
    ['yes if her boss agrees, might be late', 'maybe'],
    ['they will not be attending', 'no'],
    ['Hal is double booked', 'no'],
    ['see you all there', 'yes'],
  ])('%s: %s', (text, answer) => {
    expect(factsOf(text).answer?.value).toBe(answer)
  })

  it.each([
    'met Hal at Metra',
    'he is in sales',
    'no idea who they are',
    'the job is out west',
    'call Metra on Friday',
  ])('none in: %s', (text) => {
    expect(factsOf(text).answer).toBeUndefined()
  })

  it('are all given, the surest first', () => {
    expect(readAnswers(viewOf('Metra confirmed, Generac declined')).map(({ value }) => value)).toEqual(['no', 'yes'])
  })
})
