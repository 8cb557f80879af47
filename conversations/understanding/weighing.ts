import type { Facts } from './facts.ts'
import { type Evidence, type IntentReader, sumOf } from './intents/intent.ts'
import { INTENTS, PRODUCT_INTENTS } from './intents/registry.ts'
import { featuresOf } from './likelihood/features.ts'
import { INTENT_MODEL, logLikelihoods } from './likelihood/intent-model.ts'

/** What an intent has to weigh by its evidence alone to be believed. */
export const BELIEVED_FROM = 3
/** What one unit of a likelihood's logarithm weighs beside the evidence. */
const LIKELIHOOD_WEIGHS = 2

/** One intent: what speaks for it, and how it stands among the others when its likelihood is counted in. */
export type Weighed = { reader: IntentReader; evidence: Evidence[]; weight: number; standing: number }

/**
 * Every intent as a message speaks for it, the likeliest first. Two that know nothing of each other are added up: the
 * evidence that each intent's reader finds, and how likely the intent is for such words. `none` is among them. What the
 * product understands beyond the contract was never learned: there the evidence decides, and it has to be believed.
 */
export function weighIntents(facts: Facts): Weighed[] {
  const likely = logLikelihoods(INTENT_MODEL, featuresOf(facts))
  const most = Math.max(...likely.values())
  const weigh = (reader: IntentReader, log: number): Weighed => {
    const evidence = reader.weigh(facts)
    const weight = sumOf(evidence)
    return { reader, evidence, weight, standing: weight + LIKELIHOOD_WEIGHS * log }
  }
  const contract = INTENTS.map((reader) => weigh(reader, likely.get(reader.intent) ?? most))
  const product = PRODUCT_INTENTS.map((reader) => weigh(reader, most)).filter(({ weight }) => weight >= BELIEVED_FROM)
  return [...contract, ...product].sort((a, b) => b.standing - a.standing)
}

/** Those that a message may mean: they stand before "none of them". */
export function believedOf(weighed: readonly Weighed[]): Weighed[] {
  const none = weighed.findIndex(({ reader, weight }) => reader.intent === 'none' && weight < BELIEVED_FROM)
  return weighed.slice(0, none < 0 ? weighed.length : none)
}
