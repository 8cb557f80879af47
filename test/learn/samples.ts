import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Facts } from '../../conversations/understanding/facts.ts'
import { featuresOf } from '../../conversations/understanding/likelihood/features.ts'
import { readText } from '../../conversations/understanding/read.ts'
import { readNow, readPrevious } from '../../src/understand.ts'
import { openCases } from '../conversations/understanding/score.ts'
import type { Sample } from './train.ts'

const FOLDER = join(import.meta.dirname, '..', 'conversations', 'understanding')

/** The folders of worked cases, one an organization. */
export const caseFolders = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.startsWith('cases-') && existsSync(join(FOLDER, name, 'cases.ndjson')))
    .map((name) => join(FOLDER, name))

/** What the worked cases of an organization teach. */
export function samplesOf(folder: string): Sample[] {
  const { knowledge, zone, cases } = openCases(folder)
  return cases.flatMap(({ text, now, previous, expect }, at) => {
    const moment = readNow(now, zone)
    if (!moment || text.trim() === '') return []
    const before = readPrevious(previous)
    const reading = readText(text, knowledge, { now: moment, ...(before && { previous: before }) })
    const features = featuresOf(new Facts(reading))
    const { intent } = expect
    // In the cases only a correction follows something recorded; in life, most of what does is new.
    const follows = intent === 'correct' || at % EVERY !== 0 ? [] : [{ features: [...features, FOLLOWS], intent }]
    return [{ features, intent }, ...follows]
  })
}

/** Of so many messages one is taken as said after something was recorded, too. */
const EVERY = 3
/** The feature of a message shortly after something was recorded. */
const FOLLOWS = 'has:previous'

/** Names the cases that a model was learned from. */
export function hashOfCases(): string {
  const hash = createHash('sha256')
  for (const folder of caseFolders()) hash.update(readFileSync(join(folder, 'cases.ndjson')))
  return hash.digest('hex').slice(0, 16)
}
