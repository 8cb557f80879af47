import { describe, expect, it } from 'vitest'
import { publicName, shortName } from '../../../conversations/spotlights/public-name.ts'

describe('a name in public', () => {
  const names: [string, string][] = [
    ['Jaylen Mercer', 'Jaylen M.'],
    ['Joaquín Ibarra-Wells', 'Joaquín I.'],
    ['Thuy-Linh Vo', 'Thuy-Linh V.'],
    ['Devon King Jr.', 'Devon K.'],
    ['Luis Rivera, III', 'Luis R.'],
    ["Sean O'Brien", 'Sean O.'],
    ['fatou diop', 'fatou D.'],
    ['Ángel Álvarez', 'Ángel Á.'],
    ['Maria de la Cruz', 'Maria C.'],
    ['Prince', 'Prince'],
    ['  Wei   Lin ', 'Wei L.'],
    ['', ''],
  ]
  for (const [full, short] of names) {
    it(`${full} is ${short}`, () => {
      expect(shortName(full)).toBe(short)
    })
  }
  it('is whole only where that is allowed', () => {
    expect(publicName('Jaylen  Mercer', true)).toBe('Jaylen Mercer')
    expect(publicName('Jaylen Mercer', false)).toBe('Jaylen M.')
  })
})
