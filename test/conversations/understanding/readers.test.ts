import { describe, expect, it } from 'vitest'
import { Facts } from '../../../conversations/understanding/facts.ts'
import { readText } from '../../../conversations/understanding/read.ts'
import { readChannel } from '../../../conversations/understanding/readers/place.ts'
import { readRole } from '../../../conversations/understanding/readers/role.ts'
import { readTopic } from '../../../conversations/understanding/readers/topic.ts'
import { readTense } from '../../../conversations/understanding/tense.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { openCases } from './score.ts'

const { knowledge } = openCases(`${import.meta.dirname}/cases-lakeshore`)
const now = '2026-11-10T10:00' as LocalMoment
const factsOf = (text: string): Facts => new Facts(readText(text, knowledge, { now }))

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

describe('methods', () => {
  it.each([
    ['met her for coffee', 'meeting'],
    ['Frank stopped by our school', 'meeting'],
    ['toured the plant', 'visit'],
    ['met Elias at his yard', 'visit'],
    ['left a voicemail for Hal', 'call'],
    ['he rang this morning', 'call'],
    ['Teams call with Sunil', 'video'],
    ['had a call on zoom', 'video'],
    ['Fwd from Claudia, email sent Oct 5', 'email'],
    ['messaged her on Teams chat', 'text'],
    ["DM'd Paige on LinkedIn", 'text'],
    ['ran into Quentin at the chamber conference', 'event'],
    ['chatted with Helen at the breakfast', 'event'],
  ])('%s: %s', (text, method) => {
    expect(factsOf(text).methods[0]?.value).toBe(method)
  })

  it.each([
    'spoke with Hal',
    'talked to Nia',
    'I will call him back',
    'it was not a call',
    'call off the breakfast',
    'she is new in her job',
  ])('none in: %s', (text) => {
    expect(factsOf(text).methods).toEqual([])
  })
})

describe('rooms, periods, channels, headcounts', () => {
  it.each([
    ['speaker in rm B12', '112'.replace('112', 'B12')],
    ['book room 204 please', '204'],
    ['breakfast in the library at Gary', 'library'],
    ['Room: Media Center', 'media center'],
    ['in our caf', 'cafeteria'],
  ])('%s', (text, room) => {
    expect(factsOf(text).room?.value).toBe(room)
  })

  it.each(['Local 134', 'grade 11', 'make room for them', 'ext. 4411'])('no room in: %s', (text) => {
    expect(factsOf(text).room).toBeUndefined()
  })

  it.each([
    ['3rd period Friday', ['3']],
    ['thurs p2 at Gary', ['2']],
    ['period four', ['4']],
    ['p3 + p4 back to back', ['3', '4']],
    ['on the PD day', []],
    ['marking period 2 grades', []],
  ])('periods of %s', (text, periods) => {
    expect(factsOf(text).periods.map(({ value }) => value)).toEqual(periods)
  })

  it.each([
    ['breakfast, up to 15 people', 15],
    ['students: 30', 30],
    ['10 of our kids', 10],
    ['party of 3', 3],
    ['we have eight students going', 8],
    ['target is 20 students', 20],
    ['bringing 2 recruiters', 2],
  ])('%s: %i', (text, count) => {
    expect(factsOf(text).headcount?.value).toBe(count)
  })

  it.each(['grade 12 only', 'room 204', 'Local 134', 'for 45 minutes', 'a check for $500'])(
    'no headcount in: %s',
    (text) => {
      expect(factsOf(text).headcount).toBeUndefined()
    },
  )

  it.each([
    ['spotlight in #cte-wins', 'cte-wins'],
    ['goes in #queens_cte, please', 'queens_cte'],
    ['we are #1', '1'],
    ['C# class', undefined],
  ])('channel of %s', (text, channel) => {
    expect(readChannel(text)).toBe(channel)
  })
})

describe('outcomes and roles', () => {
  it.each([
    ['got hired full time after his internship', 'job', undefined],
    ['first an internship, now an apprenticeship at Metra', 'apprenticeship', undefined],
    ['her internship at Motorola turned into a job, junior web developer', 'job', 'junior web developer'],
    ['started as an intern at Metra and now they hired him on as a mechanic helper', 'job', 'mechanic helper'],
    ['hired as a flight attendant', 'job', 'flight attendant'],
    ['earned his forklift license', 'credential', undefined],
    ['passed her certification exam', 'credential', undefined],
    ['took first place at the regional contest', 'award', undefined],
    ['accepted to Marquette University', 'college', undefined],
    ['accepted into the apprenticeship program', 'apprenticeship', undefined],
    ['internship at Apple as a help desk assistant', 'internship', 'help desk assistant'],
  ])('%s', (text, outcome, role) => {
    const facts = factsOf(text)
    expect(facts.outcome?.value).toBe(outcome)
    expect(readRole(facts.reading.view, facts.reading.message)?.value).toBe(role)
  })
})

describe('answers and consents', () => {
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
  ])('%s: %s', (text, answer) => {
    expect(factsOf(text).answer?.value).toBe(answer)
  })

  it.each([
    ["Deja Holloway's mom signed the release", true],
    ['photo consent is on file', true],
    ["Kiara's guardian withdrew consent", false],
    ['the family does not want him in any photos', false],
    ['no more pictures of Deja', false],
  ])('%s: %s', (text, granted) => {
    expect(factsOf(text).granted?.value).toBe(granted)
  })
})

describe('topics and tense', () => {
  it.each([
    ['whats on the calendar next week', 'agenda'],
    ['when did we last talk to Generac', 'history'],
    ['who do we know at Target', 'contacts'],
    ['which partners have gone quiet', 'stale'],
    ['follow ups due today', 'follow_ups'],
    ['how many students were placed', 'placements'],
    ['what has Metra offered us', 'offers'],
    ['list the spotlights', 'spotlights'],
    ['who took my mug', undefined],
  ])('%s: %s', (text, topic) => {
    expect(readTopic(factsOf(text).reading.view)?.value).toBe(topic)
  })

  it.each([
    ['met with Nia', 'past'],
    ['lunch with Bill on 11/8', 'past'],
    ['meeting with Target 1/12 10 am', 'ahead'],
    ['zoom with Hal tomorrow', 'ahead'],
    ['coffee with Hal', 'open'],
    ['coffee with Hal, follow up next week', 'open'],
  ])('%s: %s', (text, tense) => {
    expect(readTense(factsOf(text)).tense).toBe(tense)
  })
})
