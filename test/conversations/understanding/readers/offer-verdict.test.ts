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
    ['mentoring one student she is fine with', ['mentor given']],
    ['interns he ruled out, mentors ok', ['internship refused, no offer', 'mentor given']],
    ['speaker: she would rather not', ['speaker refused, no offer']],
    ['as for a guest speaker, we are stretched too thin', ['speaker refused, no offer']],
    ['internships, regrettably, are not possible', ['internship refused, no offer']],
    ['the internship question is still up in the air', ['internship perhaps, no offer']],
    ['the request for a scholarship was respectfully denied', ['scholarship refused, no offer']],
    ['1 apprenticeship only if the budget allows it', ['apprenticeship perhaps, no offer']],
    ['could she mentor? she said never say never', ['mentor perhaps, no offer']],
    ['guest speaker still on', ['speaker given']],
    ['scholarship dead on arrival', ['scholarship refused, no offer']],
    ['as for internships, the answer was no', ['internship refused, no offer']],
    ['scholarship: he laughed', ['scholarship refused, no offer']],
    ['a speaker she could do', ['speaker given']],
    ['scholarship of $500 is on', ['scholarship given']],
    ['mentors ✔️', ['mentor given']],
    ['guest speaker? she is in.', ['speaker given']],
    ['the three jobs we asked about went to others', ['job perhaps, no offer']],
    ['scholarship ask me in June', ['scholarship perhaps, no offer']],
    ['volunteered for the solar contest as sponsor', ['competition given']],
    ['roof tour for my teachers: sure', ['site_visit given']],
    ['less keen on internships so no on those', ['internship refused, no offer']],
    ['internships, ask HR', ['internship perhaps, no offer']],
    ['guest talk is still a yes', ['speaker given']],
    ['Nia mentors the team', ['mentor open']],
    ['no internships okay thanks', ['internship refused, no offer']],
    ['job shadows - none\nmentors - yes', ['job_shadow refused, no offer', 'mentor given']],
    ['its $250 not $2500', ['donation given', 'donation refused, no offer']],
    ['will let 3 kids shadow, cannot do anything else', ['job_shadow given']],
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
