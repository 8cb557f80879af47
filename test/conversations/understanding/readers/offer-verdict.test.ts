import { describe, expect, it } from 'vitest'
import { readOfferMentions } from '../../../../conversations/understanding/readers/offers.ts'
import { viewOf } from '../lakeshore.ts'

/** Each kind that is named, with what is said of it. */
const verdicts = (text: string): string[] =>
  readOfferMentions(viewOf(text)).map(({ kind, mood, isOffer }) => `${kind} ${mood}${isOffer ? '' : ', no offer'}`)

describe('what stands behind a kind of offer', () => {
  it.each([
    ['internships yes', ['internship given']],
    ['internships: a no', ['internship refused, no offer']],
    ['mentors maybe', ['mentor perhaps, no offer']],
    ['job shadow is on hold', ['job_shadow refused, no offer']],
    ['internships are a go for spring', ['internship given']],
    ['scholarship got mentioned', ['scholarship perhaps, no offer']],
    ['mentors ok, job shadows off', ['mentor given', 'job_shadow refused, no offer']],
    ['an internship is pending', ['internship perhaps, no offer']],
    ['as to a scholarship, he demurred', ['scholarship refused, no offer']],
    ['advisory: not interested', ['advisory refused, no offer']],
    ['scholarship 👎', ['scholarship refused, no offer']],
    ['job shadowing in the lab was declined', ['job_shadow refused, no offer']],
    ['Not giving - internships', ['internship refused, no offer']],
    ['an apprenticeship is not something they can do', ['apprenticeship refused, no offer']],
    ['2 scholarships, she will not travel', ['scholarship open']],
  ])('%s: %j', (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('a kind that is named and no offer', () => {
  const isOffer = (text: string): boolean => readOfferMentions(viewOf(text)).some((mention) => mention.isOffer)

  it.each([
    'internship paperwork',
    'the job fair',
    'saw her at the competition',
    'came to our mock interviews',
    'she is good in her job',
    'site visit at Metra',
    'Hal gave me a tour',
    'internship coordinator',
    'advisory meeting',
  ])('%s', (text) => {
    expect(isOffer(text)).toBe(false)
  })

  it.each([
    'new vet tech internship (paid)',
    '+ guest speaker',
    'will help judge at the competition',
    'offers: mentor, job shadow',
    'happy to speak to my class',
    'yes to a site visit',
  ])('but one is offered: %s', (text) => {
    expect(isOffer(text)).toBe(true)
  })
})
