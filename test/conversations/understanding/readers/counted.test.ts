import { describe, expect, it } from 'vitest'
import { readCounted } from '../../../../conversations/understanding/readers/counted.ts'
import { View } from '../../../../conversations/understanding/text/view.ts'

/** The words that count, of a view with nothing in it but words. */
const counted = (text: string): string[] => {
  const view = new View(text.split(' ').map((word, at) => ({ word, first: at, last: at + 1 })))
  return readCounted(view).map(({ from, to }) => view.slice(from, to))
}

describe('numbers that count', () => {
  it.each([
    ['today , 5 job shadows', ['5']],
    ['2 paid summer internships', ['2']],
    ['teachers ( 4 )', ['4']],
    ['3 interns and 10 laptops', ['3', '10']],
    ['12 students', ['12']],
  ])('%s: %j', (text, expected) => {
    expect(counted(text)).toEqual(expected)
  })

  it.each([
    'dec 5 students arrive',
    'at 9 students arrive',
    'from 9 to 11 kids',
    'grade 11 students',
    'room 12 students',
    'period 3 kids',
    '10 am students',
    '3 : 15 students',
    '1200 students',
    '5 for students',
  ])('none in: %s', (text) => {
    expect(counted(text)).toEqual([])
  })
})
