import { at } from './measure.ts'

export const CLIENTS = 16
const ROUNDS = 5
/** Calls in a round, of each kind. */
export const A_ROUND = 600
const WARM_UP = 150
export const ms = (micro: number): string => `${(micro / 1000).toFixed(2)} ms`

export type Measured = { p50: number; p99: number; perSecond: number }
export type Call = (n: number) => Promise<void>

/** Each call by as many lines at once as there are clients; in turns, a round of each, so that a busy machine is so to all. */
export async function measure(...calls: readonly Call[]): Promise<Measured[]> {
  const all = calls.map(() => ({ times: [] as number[], speeds: [] as number[] }))
  for (const call of calls) await round(call, WARM_UP)
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [at, call] of calls.entries()) {
      const { times, perSecond } = await round(call, A_ROUND)
      all[at]?.times.push(...times)
      all[at]?.speeds.push(perSecond)
    }
  }
  return all.map(({ times, speeds }) => {
    times.sort((x, y) => x - y)
    speeds.sort((x, y) => x - y)
    return { p50: at(times, 0.5), p99: at(times, 0.99), perSecond: at(speeds, 0.5) }
  })
}

export async function round(call: Call, count: number): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = []
  let next = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < count; n = next++) {
        const from = performance.now()
        await call(n)
        times.push((performance.now() - from) * 1000)
      }
    }),
  )
  return { times, perSecond: count / ((performance.now() - begin) / 1000) }
}

export const line = ({ p50, p99, perSecond }: Measured): string =>
  `p50 ${ms(p50)}, p99 ${ms(p99)}, ${perSecond.toFixed(0)} a second`
