import { performance } from 'node:perf_hooks'

/** Microseconds of each call, sorted. */
export async function timeEach<T>(inputs: readonly T[], call: (input: T) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    await call(input)
    times.push((performance.now() - start) * 1000)
  }
  return times.sort((a, b) => a - b)
}

/** Microseconds of processor time a call, over all of them: machines differ, so compare within one run. */
export async function cpuEach<T>(inputs: readonly T[], call: (input: T) => unknown): Promise<number> {
  const start = process.cpuUsage()
  for (const input of inputs) await call(input)
  const used = process.cpuUsage(start)
  return (used.user + used.system) / inputs.length
}

export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export const micro = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} µs`
export const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)} x`

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
