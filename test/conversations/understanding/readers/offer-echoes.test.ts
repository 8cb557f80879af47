import { describe, expect, it } from 'vitest'
import { readOfferMentions } from '../../../../conversations/understanding/readers/offers.ts'
import { viewOf } from '../lakeshore.ts'

const offered = (text: string): string[] =>
  readOfferMentions(viewOf(text)).flatMap(({ kind, count, isOffer }) => (isOffer ? [`${kind} ${count ?? '-'}`] : []))

describe('what is said of an offer afterwards', () => {
  it.each([
    ['asked for internships. she would take two', ['internship 2']],
    ['asked about a curriculum review, he is in', ['curriculum_review -']],
    ['asked for a speaker - sure', ['speaker -']],
    ['asked about interns, yes for 3', ['internship 3']],
    ['offered 4 internships, then dropped it to 3', ['internship 3']],
    ['we talked job shadows, they can handle 5', ['job_shadow 5']],
    ['she can take 2 interns, her boss is nice', ['internship 2']],
    ['asked for 5 interns. he countered with 2', ['internship 2']],
    ['4 interns, now down to 2', ['internship 2']],
    ['re the interns. only has room for one, not three', ['internship 1']],
    ['yes to judging skills day, yes to 1 intern', ['competition -', 'internship 1']],
    ['yes to mock interviews, she will send two people', ['mock_interview 2']],
    ['she will ask her boss. she can take 2 interns', ['internship 2']],
  ])('%s: %j', (text, expected) => {
    expect(offered(text)).toEqual(expected)
  })

  it.each([
    'she can take 2 interns but has to ask her boss',
    'would host job shadows, but corporate said no',
    'he would be a mentor though he has not committed',
    'offered 2 interns but if her board agrees',
    'asked about interns, she is away',
    'asked for a speaker, no',
    'no internships, she could take two',
    'he was going to take an intern but his GM put the kibosh on it',
    'she was set to mentor but moved away',
  ])('nothing is left of: %s', (text) => {
    expect(offered(text)).toEqual([])
  })
})
