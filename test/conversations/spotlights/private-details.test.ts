import { describe, expect, it } from 'vitest'
import { findPrivateDetail } from '../../../conversations/spotlights/private-details.ts'

const find = (text: string, student = 'Jaylen Mercer', known: string[] = []) =>
  findPrivateDetail(text, student, known, false)

describe('what is never told in public', () => {
  const told: [string, string][] = [
    ['Mail him at jaylen@school.example', 'contact'],
    ['Call 212-555-0147 to hire him', 'contact'],
    ['(212) 555-0147', 'contact'],
    ['The 17-year-old cooks', 'age'],
    ['She is 16 and cooks', 'age'],
    ['He turned 18 in May', 'age'],
    ['He lives at 245 West 52nd Street', 'address'],
    ['1200 Van Siclen Ave, Apt 4B', 'address'],
    ['Mercer cooks', 'surname'],
    ['Mr. MERCER cooks', 'surname'],
  ]
  for (const [text, detail] of told) {
    it(text, () => {
      expect(find(text)).toBe(detail)
    })
  }
  const fine = [
    'Jaylen cooks for 300 guests a day',
    'He finished a 120-hour course in 12 weeks',
    'She won 1st place of 18 teams',
    'A $2,500 scholarship in 2026',
    'The merceries of the city',
    'Open from 8:00 to 17:00',
  ]
  for (const text of fine) {
    it(`lets pass: ${text}`, () => {
      expect(find(text)).toBeUndefined()
    })
  }
  it('knows a surname from a company that has it, and from the word', () => {
    expect(find('Devon works at Burger King', 'Devon King', ['Burger King'])).toBeUndefined()
    expect(find('May is a young cook', 'Ana Young')).toBeUndefined()
    expect(find('Ms. Young cooks', 'Ana Young')).toBe('surname')
  })
})
