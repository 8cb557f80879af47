import { CONTRACT_INTENTS } from '../frame.ts'
import table from './intent-weights.json' with { type: 'json' }

/** What each feature says for each intent, in the order of `intents`. */
export type IntentModel = { intents: readonly string[]; weights: ReadonlyMap<string, readonly number[]> }

/** Weights are kept as whole hundredths. */
export const HUNDREDTHS = 100
/** No intent is less likely than that: what was never seen may still be meant. */
const LEAST_LOG = -8
const MOST_NAMED = 5

/**
 * How likely each intent is by the features of a message: a log-linear model, learned from the worked cases in `test/`
 * (`npm run learn`), of sentences that were read as `featuresOf` reads them.
 */
export function logLikelihoods(model: IntentModel, features: readonly string[]): Map<string, number> {
  const known = features.map((feature) => model.weights.get(feature)).filter((weights) => weights !== undefined)
  const scale = HUNDREDTHS * Math.sqrt(Math.max(known.length, 1))
  const sums = model.intents.map((_, at) => known.reduce((sum, weights) => sum + (weights[at] ?? 0), 0) / scale)
  const most = Math.max(...sums)
  const whole = most + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0))
  return new Map(model.intents.map((intent, at) => [intent, Math.max((sums[at] ?? 0) - whole, LEAST_LOG)]))
}

/** The features that speak loudest for an intent. */
export function loudestFor(model: IntentModel, features: readonly string[], intent: string): string[] {
  const at = model.intents.indexOf(intent)
  const weightOf = (feature: string): number => model.weights.get(feature)?.[at] ?? 0
  return features
    .filter((feature) => weightOf(feature) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_NAMED)
}

/** The model as its file holds it: a line a feature, with its weights behind a tab. */
export function openModel(lines: readonly string[]): IntentModel {
  const weights = new Map(
    lines.map((line): [string, number[]] => {
      const [feature = '', numbers = ''] = line.split('\t')
      return [feature, numbers.split(' ').map(Number)]
    }),
  )
  return { intents: CONTRACT_INTENTS, weights }
}

export const INTENT_MODEL = openModel(table.weights)
