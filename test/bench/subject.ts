import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { at, timeEach } from './measure.ts'

/** A server that is measured, in a process of its own: neither who asks it nor what it asks is counted. */
export type Subject = {
  address: string
  /** Microseconds of processor time that it has taken so far. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** Starts a program of this folder that ends in `serveAsSubject`. */
export async function startSubject(program: string, settings: Record<string, string>): Promise<Subject> {
  const child = fork(new URL(`${program}.js`, import.meta.url), { env: { ...process.env, ...settings } })
  child.setMaxListeners(0)
  const address = String(await answerOf(child))
  return {
    address,
    async cpu() {
      const answer = answerOf(child)
      child.send('cpu')
      return Number(await answer)
    },
    async stop() {
      const ended = once(child, 'exit')
      child.send('stop')
      await ended
    },
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const [answer] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`A measured server ended with ${code}.`))),
  ])
  return answer
}

/** In the measured process: says where it is, and answers `startSubject`'s questions. */
export function serveAsSubject(address: string, stop: () => Promise<void> = async () => undefined): void {
  process.on('message', (question) => {
    const { user, system } = process.cpuUsage()
    if (question === 'cpu') process.send?.(user + system)
    else void stop().then(() => process.exit(0))
  })
  // A bench that broke off asks nothing more.
  process.on('disconnect', () => process.exit(0))
  process.send?.(address)
}

/** Microseconds: processor time a call (the middle of the rounds), and what the caller waits. */
export type Taken = { cpu: number; p50: number; p99: number }

const ROUNDS = 7

/** Asks the subjects in turns, so that what else the machine does falls on all of them alike. `n` never repeats. */
export async function takeTurns<K extends string>(
  subjects: Readonly<Record<K, { subject: Subject; call: (n: number) => Promise<void> }>>,
  { warmUp, each }: { warmUp: number; each: number },
): Promise<Record<K, Taken>> {
  const names = Object.keys(subjects) as K[]
  let n = 0
  const numbers = (count: number): number[] => Array.from({ length: count }, () => n++)
  const cpus = new Map<K, number[]>(names.map((name) => [name, []]))
  const times = new Map<K, number[]>(names.map((name) => [name, []]))
  for (const name of names) await timeEach(numbers(warmUp), subjects[name].call)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const { subject, call } = subjects[name]
      const before = await subject.cpu()
      times.get(name)?.push(...(await timeEach(numbers(each), call)))
      cpus.get(name)?.push(((await subject.cpu()) - before) / each)
    }
  }
  const sorted = (values: readonly number[] = []): number[] => [...values].sort((a, b) => a - b)
  return Object.fromEntries(
    names.map((name): [K, Taken] => {
      const waits = sorted(times.get(name))
      return [name, { cpu: at(sorted(cpus.get(name)), 0.5), p50: at(waits, 0.5), p99: at(waits, 0.99) }]
    }),
  ) as Record<K, Taken>
}
