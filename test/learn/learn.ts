import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { logLikelihoods } from '../../conversations/understanding/likelihood/intent-model.ts'
import { say } from '../bench/measure.ts'
import { caseFolders, hashOfCases, samplesOf } from './samples.ts'
import { learn, type Sample, trainIntents } from './train.ts'

/**
 * `npm run learn`: learns the weights of intents anew from the worked cases. `--held-out` only says how well that does, and
 * fails where it does badly.
 */
const FILE = join(import.meta.dirname, '../../conversations/understanding/likelihood/intent-weights.json')
/** Organizations that are held out at a time. */
const HELD_OUT = 5
const GOAL = 0.98

const { values } = parseArgs({ options: { 'held-out': { type: 'boolean', default: false } } })
const organizations = caseFolders().map((folder) => ({ name: basename(folder), samples: samplesOf(folder) }))
if (values['held-out']) sayHeldOut()
else {
  const weights = trainIntents(organizations.flatMap(({ samples }) => samples))
  writeFileSync(FILE, `${JSON.stringify({ cases: hashOfCases(), weights }, null, 1)}\n`)
  say(`${weights.length} features written.`)
}

/** How often the likeliest intent is the right one for organizations that the model has not seen. */
function sayHeldOut(): void {
  let right = 0
  let all = 0
  for (let from = 0; from < organizations.length; from += HELD_OUT) {
    const held = organizations.slice(from, from + HELD_OUT)
    const model = learn(organizations.filter((one) => !held.includes(one)).flatMap(({ samples }) => samples))
    const isRight = ({ features, intent }: Sample): boolean => {
      const [likeliest] = [...logLikelihoods(model, features)].sort(([, a], [, b]) => b - a)
      return likeliest?.[0] === intent
    }
    for (const { name, samples } of held) {
      const count = samples.filter(isRight).length
      say(`${name.padEnd(20)} ${(count / samples.length).toFixed(3)} of ${samples.length}`)
      right += count
      all += samples.length
    }
  }
  say(`all                  ${(right / all).toFixed(4)} of ${all} (goal: ${GOAL})`)
  if (right / all < GOAL) process.exitCode = 1
}
