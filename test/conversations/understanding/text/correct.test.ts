import { describe, expect, it } from 'vitest'
import { seen } from '../town.ts'

describe('what is taken back on the way', () => {
  it.each([
    ['two mentors, no wait, three', 'three mentors'],
    ['called quillon - sorry, granby', 'called PARTNER'],
    ['2 internships i mean apprenticeships', '2 apprenticeships'],
    ['spoke to zeb, no sorry, Rosa', 'spoke to PERSON'],
    ['room for 20, make that 25, kids', 'room for 25 kids'],
    ['giving us three no four mentors', 'giving us four mentors'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  it.each([
    ['sorry, called quillon', 'sorry , called PARTNER'],
    ['called quillon, sorry it took so long', 'called PARTNER , sorry it took so long'],
    ['wait for granby', 'wait for PARTNER'],
    ['2 mentors, i mean it', '2 mentors , i mean it'],
    ['called quillon, i mean we should host', 'called PARTNER , i mean we should host'],
  ])('stays: %s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })
})
