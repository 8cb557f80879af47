const SUFFIX = /^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i

/** The parts of a person's name; "Jr." and the like belong to neither. */
export function nameParts(name: string): { first: string; last?: string } {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const telling = words.filter((word, at) => at === 0 || !SUFFIX.test(word.replace(/,$/, '')))
  const first = (telling[0] ?? '').replace(/,$/, '')
  const last = telling.length > 1 ? telling.at(-1)?.replace(/,$/, '') : undefined
  return last ? { first, last } : { first }
}

/** "Jaylen M.": the first name and the initial of the surname. */
export function shortName(name: string): string {
  const { first, last } = nameParts(name)
  const initial = last && Array.from(last.normalize('NFC')).find((sign) => /\p{L}/u.test(sign))
  return initial ? `${first} ${initial.toUpperCase()}.` : first
}

/** What the public may read: the full name only where a consent says so. */
export const publicName = (name: string, isFullNameAllowed: boolean): string =>
  isFullNameAllowed ? name.trim().replace(/\s+/g, ' ') : shortName(name)

/** A name as a pattern that matches it and nothing else; a hyphen stands for itself outside of a class. */
export const literal = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
