import { Facts } from './facts.ts'
import type { Frame } from './frame.ts'
import type { Knowledge } from './knowledge.ts'
import { featuresOf } from './likelihood/features.ts'
import { INTENT_MODEL, loudestFor } from './likelihood/intent-model.ts'
import { readText } from './read.ts'
import { readTopic } from './readers/topic.ts'
import type { Ref } from './reading.ts'
import type { Reach } from './text/view.ts'
import { type UnderstandContext, understand } from './understand.ts'
import { weighIntents } from './weighing.ts'

/** How many intents without evidence of their own are shown. */
const MOST_WITHOUT_EVIDENCE = 2

/** What each reader took from a message and why, every intent with its evidence, and what was left over. Plain text. */
export function explain(text: string, knowledge: Knowledge, context: UnderstandContext): string {
  const reading = readText(text, knowledge, context)
  const facts = new Facts(reading)
  const { view, refs } = reading
  const isTaken = new Uint8Array(view.items.length)
  const lines: string[] = ['Read as', `  ${view.text.replace(/\n/g, '⏎')}`, '']
  const take = (name: string, { from, to }: Reach, value: unknown, why: string): void => {
    isTaken.fill(1, from, to)
    lines.push(`  ${name.padEnd(12)} ${JSON.stringify(value)}  ${why}`)
  }
  lines.push('Names')
  const say = (kind: string, list: readonly Ref[]): void => {
    for (const ref of list) {
      const found = ref.entries.length === 0 ? 'not in the directory' : ref.entries.map(({ name }) => name).join(' or ')
      take(kind, ref, ref.typed, `${found}${view.items[ref.from]?.name ? ` (${view.items[ref.from]?.name?.why})` : ''}`)
    }
  }
  for (const [kind, list] of Object.entries(refs)) say(kind, list)
  lines.push('', 'Dates')
  view.items.forEach(({ date }, at) => {
    if (date) take(date.shape, { from: at, to: at + 1 }, date.text, `by ${date.reader}`)
  })
  lines.push('', 'Words')
  for (const find of facts.methods) take('method', find, find.value, find.why)
  for (const find of facts.offers) take('offer', find, find.value, find.why)
  for (const find of facts.eventKinds) take('event', find, find.value, find.why)
  const singles = { answer: facts.answer, granted: facts.granted, outcome: facts.outcome, room: facts.room }
  for (const [name, find] of Object.entries({ ...singles, headcount: facts.headcount, topic: readTopic(view) })) {
    if (find) take(name, find, find.value, find.why)
  }
  for (const find of facts.periods) take('period', find, find.value, find.why)
  lines.push('', 'Intents, each by its evidence and by how likely it is for such words')
  const features = featuresOf(facts)
  for (const [at, { reader, evidence, standing, weight }] of weighIntents(facts).entries()) {
    if (evidence.length === 0 && at >= MOST_WITHOUT_EVIDENCE) continue
    lines.push(`  ${reader.intent.padEnd(18)} ${standing.toFixed(1).padStart(5)}`)
    for (const { weight, why } of evidence) lines.push(sayEvidence(weight, why))
    const loudest = loudestFor(INTENT_MODEL, features, reader.intent).map((feature) => `"${feature}"`)
    lines.push(sayEvidence(standing - weight, `likelihood${at === 0 ? `, by ${loudest.join(', ')}` : ''}`))
  }
  const left = view.items.filter((_, at) => !isTaken[at]).map(({ word }) => word)
  lines.push('', 'Left over', `  ${left.join(' ').replace(/\n/g, '⏎')}`, '', 'Frames')
  for (const frame of understand(text, knowledge, context).frames) lines.push(`  ${sayFrame(frame)}`)
  return lines.join('\n')
}

const sayEvidence = (weight: number, why: string): string =>
  `  ${`${weight > 0 ? '+' : ''}${Number(weight.toFixed(1))}`.padStart(24)}  ${why.replace(/\n/g, '⏎')}`

function sayFrame({ intent, slots, extra, problems, asks, missing, unknown, ambiguous }: Frame): string {
  const more = {
    ...(Object.keys(extra).length > 0 && { extra }),
    ...(missing.length > 0 && { missing }),
    ...(unknown.length > 0 && { unknown }),
    ...(ambiguous.length > 0 && { ambiguous }),
  }
  return JSON.stringify({ intent, slots, problems, asks, ...more })
}
