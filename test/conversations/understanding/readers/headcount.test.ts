import { describe, expect, it } from 'vitest'
import { factsOf } from '../lakeshore.ts'

describe('headcounts', () => {
  it.each([
    ['breakfast, up to 15 people', 15],
    ['students: 30', 30],
    ['10 of our kids', 10],
    ['party of 3', 3],
    ['we have eight students going', 8],
    ['target is 20 students', 20],
    ['bringing 2 recruiters', 2],
    ['seniors (24)', 24],
    ['12 kids and 2 teachers, 14 total', 14],
    ['Hal yes, sending 4', 4],
    ['about forty guests', 40],
    ['no more than 18', 18],
    ['expecting 60 for the breakfast', 60],
    ['confirmed - 6', 6],
  ])('%s: %i', (text, count) => {
    expect(factsOf(text).headcount?.value).toBe(count)
  })

  it.each([
    'grade 12 only',
    'room 204',
    'Local 134',
    'for 45 minutes',
    'a check for $500',
    'up to 3 interns',
    'period 6 students',
    'in 2 weeks',
    'from 9 to 11',
    'ext. 4411',
  ])('no headcount in: %s', (text) => {
    expect(factsOf(text).headcount).toBeUndefined()
  })
})
