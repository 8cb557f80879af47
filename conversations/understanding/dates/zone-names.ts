import { type Scan, wordAt } from './scan.ts'

/** Zones that people write after an hour, with the IANA zone (or the fixed offset) that is meant. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...['est', 'edt', 'et', 'eastern'].map((name): [string, string] => [name, 'America/New_York']),
  ...['cst', 'cdt', 'ct', 'central'].map((name): [string, string] => [name, 'America/Chicago']),
  ...['mst', 'mdt', 'mt', 'mountain'].map((name): [string, string] => [name, 'America/Denver']),
  ...['pst', 'pdt', 'pt', 'pacific'].map((name): [string, string] => [name, 'America/Los_Angeles']),
  ['akst', 'America/Anchorage'],
  ['akdt', 'America/Anchorage'],
  ['hst', 'Pacific/Honolulu'],
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
  ['bst', '+01:00'],
  ['cet', 'Europe/Paris'],
  ['cest', 'Europe/Paris'],
  ['ist', '+05:30'],
  ['jst', 'Asia/Tokyo'],
])
const NEEDS_TIME = new Set(['eastern', 'central', 'mountain', 'pacific'])

/** An offset as the resolver takes it: "+05:30". */
export const offsetZone = (sign: string, digits: string): string => {
  const plain = digits
    .replace(':', '')
    .padStart(digits.length <= 2 ? 2 : 4, '0')
    .padEnd(4, '0')
  return `${sign}${plain.slice(0, 2)}:${plain.slice(2)}`
}

/** "EST", "(PST)", "eastern time" after an hour. */
export function zoneAt(scan: Scan, at: number): { to: number; zone: string } | undefined {
  const isBracketed = wordAt(scan, at) === '('
  const start = isBracketed ? at + 1 : at
  const word = wordAt(scan, start)
  const zone = ZONES.get(word)
  if (!zone) return undefined
  let to = start + 1
  if (NEEDS_TIME.has(word)) {
    if (!/^(time|standard|daylight)$/.test(wordAt(scan, to))) return undefined
    while (/^(time|standard|daylight)$/.test(wordAt(scan, to))) to += 1
  }
  const [sign, digits] = [scan.tokens[to], scan.tokens[to + 1]]
  if (
    zone === 'UTC' &&
    sign?.isGlued &&
    /^[+-]$/.test(sign.word) &&
    digits?.isGlued &&
    /^\d{1,2}:?(\d{2})?$/.test(digits.word)
  ) {
    return { to: to + 2, zone: offsetZone(sign.word, digits.word) }
  }
  if (isBracketed) return wordAt(scan, to) === ')' ? { to: to + 1, zone } : undefined
  return { to, zone }
}
