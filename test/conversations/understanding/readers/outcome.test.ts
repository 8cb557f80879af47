import { describe, expect, it } from 'vitest'
import { factsOf } from '../lakeshore.ts'

describe('outcomes', () => {
  it.each([
    ['won second place at the state finals', 'award'],
    ['student of the month', 'award'],
    ['heading to trade school in the fall', 'college'],
    ['got into a nursing program at the university', 'college'],
    ['earned her CDL', 'credential'],
    ['passed the welding test', 'credential'],
    ['first a job shadow, then an internship at Metra', 'internship'],
    ['after her internship she joined Generac', 'job'],
    ['his apprenticeship turned into a full time job', 'job'],
    ['promoted to shift lead', 'job'],
    ['a paid internship with Target', 'internship'],
    ['outcome: apprenticeship\njob title: splice technician', 'apprenticeship'],
    ['hired on at Metra now that his internship is over', 'job'],
    ['Metra hired him as a welder trainee, he started out in their summer internship', 'job'],
  ])('%s: %s', (text, outcome) => {
    expect(factsOf(text).outcome?.value).toBe(outcome)
  })

  it.each([
    'a great kid in every way',
    'passed away',
    'passed on the message',
    'a job shadow with Hal',
    'good job everyone',
  ])('none in: %s', (text) => {
    expect(factsOf(text).outcome).toBeUndefined()
  })
})
