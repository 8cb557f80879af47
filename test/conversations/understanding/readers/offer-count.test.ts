import { describe, expect, it } from 'vitest'
import { readOfferMentions } from '../../../../conversations/understanding/readers/offers.ts'
import { viewOf } from '../lakeshore.ts'

/** The count of the first thing that may be offered. */
const count = (text: string): number | undefined => readOfferMentions(viewOf(text))[0]?.count

describe('how many are offered', () => {
  it.each([
    ['two paid summer internships', 2],
    ['3 of our seniors as interns', 3],
    ['take 5 of the kids for job shadows', 5],
    ['bring on 2 kids for a summer internship', 2],
    ['internships: 4', 4],
    ['internships: yes (2)', 2],
    ['internships at the depot, 3 spots', 3],
    ['job shadows for up to 6', 6],
    ['hire up to 3', 3],
    ['hiring 7 baristas', 7],
    ['mentor two of the seniors', 2],
    ['interns x3', 3],
    ['half a dozen job shadows', 6],
    ['a couple of mentors', 2],
    ['two maintainers to come speak', 2],
    ['one $500 scholarship', 1],
    ['part time jobs posted for 2 cashiers', 2],
    ['twenty one apprenticeships', 21],
    ['will mentor 3, no more', 3],
    ['internships 2. speakers 1.', 2],
    ['room for 2 on the paint crew as interns', 2],
    ['have five welding students for a day (job shadow)', 5],
    ['send 6 kids to watch, job shadow style', 6],
    ['employ two graduates', 2],
    ['2 spots with their names on them (internships)', 2],
    ['he gave us 3 (internships)', 3],
    ['take on two techs after graduation as full time jobs', 2],
    ['1 for a ski tech apprentice', 1],
    ['as for jobs, two', 2],
    ['sending 2 engineers to speak', 2],
    ['apprenticeships 3 (was 4)', 3],
    ['mentor whoever wants it, up to 5 kids', 5],
    ['take 3 kids as Metra interns', 3],
    ['mentoring a pair of the seniors', 2],
    ['with Chef Nia: jobs 3, interns 1', 3],
  ])('%s: %i', (text, expected) => {
    expect(count(text)).toBe(expected)
  })

  it.each([
    'a $500 donation',
    'interns on the 4th',
    'grade 11 job shadow',
    'in 2 weeks an internship',
    'room 12 guest speaker',
    'internship of 6 weeks',
    'a 40 hour internship',
    'judge the competition on March 4',
    'Local 134 apprenticeship',
    '$15 an hour, internship',
    'up to $500 and sending a teller to do mock interviews',
    '2 spots for teachers and an internship',
  ])('is not said: %s', (text) => {
    expect(count(text)).toBeUndefined()
  })
})
