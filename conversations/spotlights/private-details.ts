import { literal, nameParts } from './public-name.ts'

/** What is never told of a student in public, whatever the consent. */
export type PrivateDetail = 'surname' | 'age' | 'address' | 'contact'

const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/
const PHONE = /(?<!\d)(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]\d{4}(?!\d)/
const AGE =
  /\b(?:1[3-9]|2[01])[- ]?(?:years?|yrs?)[- ]?old\b|\b(?:aged?|turn(?:s|ed|ing)) (?:1[3-9]|2[01])\b|\b(?:1[3-9]|2[01])(?:yo|y\/o)\b|\bborn (?:on|in)\b|\bbirthday\b|\b(?:she|he)(?: i|['’])s (?:1[3-9]|2[01])\b/i
const STREET =
  /\b\d{1,5}(?:-\d{1,5})? (?:[A-Z0-9][\w.]* ){1,4}(?:St(?:reet)?|Ave(?:nue)?|Blvd|Boulevard|R(?:oa)?d|Dr(?:ive)?|Lane|Ln|Pl(?:ace)?|Court|Ct|Terrace|Pkwy|Parkway)\b|\bApt\.? ?#?\w{1,4}\b/

/**
 * The first private detail in a text that will be public. `student` is the full name; `known` are names of schools,
 * programs and partners, in which the surname may stand ("Burger King").
 */
export function findPrivateDetail(
  text: string,
  student: string,
  known: readonly string[],
  isFullNameAllowed: boolean,
): PrivateDetail | undefined {
  if (EMAIL.test(text) || PHONE.test(text)) return 'contact'
  if (AGE.test(text)) return 'age'
  if (STREET.test(text)) return 'address'
  return !isFullNameAllowed && holdsSurname(text, student, known) ? 'surname' : undefined
}

function holdsSurname(text: string, student: string, known: readonly string[]): boolean {
  const { last } = nameParts(student)
  if (!last || last.length < 2) return false
  const rest = known.reduce((left, name) => (name ? left.split(name).join(' ') : left), text)
  // A surname that is also a word ("young", "may") counts where it is written as a name.
  const forms = [last, last.toUpperCase()].map(literal).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, 'u').test(rest)
}

export const PRIVATE_DETAIL_WORDS: Readonly<Record<PrivateDetail, string>> = {
  surname: 'The surname is not shown in public. Write it without, and the first name and initial are put in.',
  age: 'A student’s age or birthday is not shown in public. Write it without.',
  address: 'An address is not shown in public. Write it without.',
  contact: 'Contact details are not shown in public. Write it without.',
}
