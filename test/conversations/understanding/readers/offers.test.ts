import { describe, expect, it } from 'vitest'
import { factsOf } from '../lakeshore.ts'

describe('offers', () => {
  const offers = (text: string): string[] =>
    factsOf(text).offers.map(({ value }) => (value.count === undefined ? value.kind : `${value.kind} ${value.count}`))

  it.each([
    ['called Metra, they will take 3 interns', ['internship 3']],
    ["she'd be glad to be a guest speaker", ['speaker']],
    ['asked for 6 internships, she would take 4', ['internship 4']],
    ['2 job shadows, no wait, 3', ['job_shadow 3']],
    ['mentor yes, site visit no', ['mentor']],
    ['internships yes (2), guest speaker no', ['internship 2']],
    ['cannot host interns this year but will speak to my class', ['speaker']],
    ['no internships, no job shadows, but yes to mock interviews', ['mock_interview']],
    ['they posted a machine operator opening', ['job']],
    ['they are hiring 6 track workers', ['job 6']],
    ['he is giving us 12 pipe threaders for the shop', ['equipment 12']],
    ['4 tool boxes are ours for the shop', ['equipment 4']],
    ['sending us 12 helmets and a check for $500', ['equipment 12', 'donation']],
    ['offering a $1,000 scholarship', ['scholarship']],
    ['they will fund 2 scholarships', ['scholarship 2']],
    ['a couple of line cook jobs for our grads', ['job 2']],
    ['happy to join your advisory board and judge the competition', ['advisory', 'competition']],
    ['talked about a curriculum review, he is in', ['curriculum_review']],
    ['he will take four seniors as interns', ['internship 4']],
    ['“We can host 3 interns and I would love to judge your competition.”', ['internship 3', 'competition']],
    ['yes to a job shadow for 6 kids', ['job_shadow 6']],
    ['they can provide lab coats (24)', ['equipment 24']],
  ])('are in: %s', (text, expected) => {
    expect(offers(text)).toEqual(expected)
  })

  it.each([
    'asked about CNA job shadow spots',
    'called about interns, no answer',
    'she said no to job shadows',
    'he might be able to host a job shadow, he will ask his manager',
    'we would love 3 interns this summer',
    'I wish they would host interns',
    'he asked us for three students to fill out a survey',
    'she can take 2 interns but has to ask her board',
    'he would be a great mentor but has not said yes',
    'she is new in her job',
    'met him at the job fair',
    're apprenticeship testing dates',
    'sent her the internship paperwork',
    'visited their job site',
    'stopped taking interns',
    'Target has 2 inch binders on sale',
  ])('are not in: %s', (text) => {
    expect(offers(text)).toEqual([])
  })
})
