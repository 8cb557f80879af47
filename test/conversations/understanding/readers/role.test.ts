import { describe, expect, it } from 'vitest'
import { readRole } from '../../../../conversations/understanding/readers/role.ts'
import { factsOf } from '../lakeshore.ts'

describe('outcomes and roles', () => {
  it.each([
    ['got hired full time after his internship', 'job', undefined],
    ['first an internship, now an apprenticeship at Metra', 'apprenticeship', undefined],
    ['her internship at Motorola turned into a job, junior web developer', 'job', 'junior web developer'],
    ['started as an intern at Metra and now they hired him on as a mechanic helper', 'job', 'mechanic helper'],
    ['hired as a flight attendant', 'job', 'flight attendant'],
    ['hired. welder, Metra', 'job', 'welder'],
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

describe('roles', () => {
  const roleOf = (text: string): string | undefined => {
    const { view, message } = factsOf(text).reading
    return readRole(view, message)?.value
  }

  it.each([
    ['Title: Teller, starts monday', 'teller'],
    ['now a night shift supervisor at Generac', 'night shift supervisor'],
    ['hired on as Pastry Cook', 'pastry cook'],
    ['working at Metra as an electrician helper since June', 'electrician helper'],
    ['got a job at Target, stock associate.', 'stock associate'],
    ['became the lead welding tech at Generac', 'lead welding tech'],
    ['hired as a dog walker', 'dog walker'],
  ])('%s: %s', (text, role) => {
    expect(roleOf(text)).toBe(role)
  })

  it.each([
    'hired as an intern',
    'she is a senior',
    'internship at Target, let us brag about her',
    'as a thank you',
    'as a result of the visit',
    'he is a great kid',
    'they met later',
    'got a job at Metra, and another offer',
  ])('none in: %s', (text) => {
    expect(roleOf(text)).toBeUndefined()
  })
})
