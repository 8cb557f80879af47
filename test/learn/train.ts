import { CONTRACT_INTENTS } from '../../conversations/understanding/frame.ts'
import { HUNDREDTHS, openModel } from '../../conversations/understanding/likelihood/intent-model.ts'

const INTENTS: readonly string[] = CONTRACT_INTENTS

/** A message by its features, with the intent that its writer meant. */
export type Sample = { features: readonly string[]; intent: string }

/** Features of fewer messages are left out: they would be learned by heart. */
const SEEN_IN = 4
const ROUNDS = 12
const STEP = 0.5
/** How strongly weights are held near zero. */
const HOLD = 1e-4

/**
 * Learns a log-linear model (multinomial logistic regression) by gradient steps whose size shrinks for each weight with
 * what it has moved already (Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011). The same samples give the
 * same model. Returns the lines of its file.
 */
export function trainIntents(samples: readonly Sample[]): string[] {
  const ids = featuresOften(samples)
  const width = INTENTS.length
  const weights = new Float64Array(ids.size * width)
  const moved = new Float64Array(ids.size * width).fill(1e-4)
  const rows = samples.map(({ features, intent }) => ({
    ids: features.map((feature) => ids.get(feature)).filter((id) => id !== undefined),
    intent: INTENTS.indexOf(intent),
  }))
  const shuffle = shuffler()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of shuffle(rows)) {
      const scale = 1 / Math.sqrt(Math.max(row.ids.length, 1))
      const likely = likelihoods(weights, row.ids, scale)
      for (let intent = 0; intent < width; intent += 1) {
        const missed = (intent === row.intent ? 1 : 0) - (likely[intent] ?? 0)
        for (const id of row.ids) {
          const at = id * width + intent
          const weight = weights[at] ?? 0
          const slope = scale * missed - HOLD * weight
          moved[at] = (moved[at] ?? 0) + slope * slope
          weights[at] = weight + (STEP * slope) / Math.sqrt(moved[at])
        }
      }
    }
  }
  return [...ids]
    .map(([feature, id]) => {
      const own = [...weights.subarray(id * width, (id + 1) * width)]
      return `${feature}\t${own.map((weight) => Math.round(weight * HUNDREDTHS)).join(' ')}`
    })
    .sort()
}

/** A model just learned, without its file. */
export const learn = (samples: readonly Sample[]) => openModel(trainIntents(samples))

function featuresOften(samples: readonly Sample[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const feature of samples.flatMap(({ features }) => features)) {
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const often = [...counts].filter(([, count]) => count >= SEEN_IN)
  return new Map(often.map(([feature], id) => [feature, id]))
}

function likelihoods(weights: Float64Array, ids: readonly number[], scale: number): number[] {
  const sums = INTENTS.map((_, intent) => {
    let sum = 0
    for (const id of ids) sum += weights[id * INTENTS.length + intent] ?? 0
    return sum * scale
  })
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const whole = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / whole)
}

/** Shuffles, the same way each time it is made: a linear congruential generator (Numerical Recipes' constants). */
function shuffler(): <T>(list: readonly T[]) => T[] {
  let state = 1
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return (list) => {
    const order = [...list]
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = next(at + 1)
      const [one, two] = [order[at], order[other]]
      if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one]
    }
    return order
  }
}
