import type { Pronoun } from '../../data/story.ts'

/** Spelled with a vowel, spoken with a consonant ("a union electrician", "a one-year", "a European"). */
const CONSONANT_SOUND = /^(?:uni(?:on|que|t|v|f|c|s)|use|usual|util|ur(?:i|o)|ubiq|ufo|eu|ewe|one(?![a-z])|once|ouija)/
/** Spelled with a consonant, spoken with a vowel ("an hour", "an honors student"). */
const VOWEL_SOUND = /^(?:hour|honou?r|honest|heir)/
/** Letters whose names begin with a vowel: "an HVAC technician", "an RN", but "a UX designer". */
const SPELLED_VOWEL = /^[AEFHILMNORSX]/
/** Written in capitals, spoken as words. */
const SPOKEN_AS_WORD = new Set([
  'NASA',
  'NATO',
  'FEMA',
  'LEED',
  'NOAA',
  'NIMS',
  'LASER',
  'MIG',
  'TIG',
  'SAT',
  'STEM',
  'HAZMAT',
  'NOCTI',
])
/** 8, 11, 18, 80 and their like: "an 8-week", "an 11th". */
const SPOKEN_EIGHT = /^(?:8|11(?!\d)|18(?!\d))/

/** "a" or "an", as the word that follows is spoken. */
export function article(phrase: string): 'a' | 'an' {
  const word = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u.exec(phrase)?.[1] ?? ''
  if (SPOKEN_EIGHT.test(word)) return 'an'
  if (/^\d/.test(word)) return 'a'
  const isSpelled =
    word.length > 1 && word === word.toUpperCase() && !SPOKEN_AS_WORD.has(word) && /^\p{Lu}+$/u.test(word)
  if (isSpelled || word.length === 1) return SPELLED_VOWEL.test(word.toUpperCase()) && word !== 'a' ? 'an' : 'a'
  const low = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (VOWEL_SOUND.test(low)) return 'an'
  if (CONSONANT_SOUND.test(low)) return 'a'
  return /^[aeiou]/.test(low) ? 'an' : 'a'
}

/** "a line cook", "an electrician". */
export const withArticle = (phrase: string): string => `${article(phrase)} ${phrase}`

/** "a", "a and b", "a, b, and c". */
export function joined(items: readonly string[]): string {
  const [first = '', second = ''] = items
  if (items.length < 3) return items.length === 2 ? `${first} and ${second}` : first
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1)}`
}

export const capitalized = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** The subject of a sentence and the verbs that agree with it. Without a pronoun the name is said again. */
export type Subject = { word: string; has: 'has' | 'have'; is: 'is' | 'are' }

export function subjectOf(pronoun: Pronoun | undefined, name: string): Subject {
  switch (pronoun) {
    case 'she':
    case 'he':
      return { word: capitalized(pronoun), has: 'has', is: 'is' }
    case 'they':
      return { word: 'They', has: 'have', is: 'are' }
    case undefined:
      return { word: name, has: 'has', is: 'is' }
    default:
      return pronoun satisfies never
  }
}

/** Trades that people write in small letters and read in capitals. */
const CAPITALS = new Set(
  'hvac it rn lpn cna emt ekg ecg cad cnc hr ux ui qa mri cdl osha fbi nypd fdny mta ups usps ibm ada ase tv dj av hiv va pca hha'.split(
    ' ',
  ),
)

/** A job title as it stands in a sentence: "hvac technician" becomes "HVAC technician". */
export function jobTitle(role: string): string {
  return role
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[a-z]+/g, (word, at: number, all: string) => {
      const isWhole = !/[\p{L}]/u.test(all[at - 1] ?? '') && !/[\p{L}]/u.test(all[at + word.length] ?? '')
      return isWhole && CAPITALS.has(word) ? word.toUpperCase() : word
    })
}

const GRADES: Readonly<Record<number, string>> = { 9: 'freshman', 10: 'sophomore', 11: 'junior', 12: 'senior' }
/** "junior"; "student" where the grade is not known. */
export const gradeName = (grade: number | undefined): string => (grade && GRADES[grade]) || 'student'
