import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { start } from '../src/program.ts'
import { type Balancer, startBalancer } from './balancer.ts'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Numbers from 0 to 1, the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [items[at], items[other]]
    if (one !== undefined && two !== undefined) [items[at], items[other]] = [two, one]
  }
  return items
}

/** Replicas of the program, each a process of its own, behind a balancer. */
export type Fleet = {
  address: string
  kills: () => number
  /** How many ended by themselves, and were started again as a container is. */
  ends: () => number
  /** What the replicas have written to their logs. */
  log: () => string[]
  /** Kills one at random with `kill -9` once another is ready, none that stands still; resolves once it is starting again. */
  kill(): Promise<void>
  /** Lets one stand still for so long, as a machine that is out of memory does, and then go on. */
  freeze(ms: number): Promise<void>
  /** Kills all of them at once. */
  killAll(): Promise<void>
  /** Resolves once every replica answers that it is ready. */
  ready(): Promise<void>
  stop(): Promise<void>
}

export async function startFleet(count: number, env: Record<string, string>, random: () => number): Promise<Fleet> {
  const ports = await freePorts(count)
  const replicas: ChildProcess[] = []
  const lines: string[] = []
  let kills = 0
  let ends = 0
  let frozen: number | undefined
  let isStopping = false

  function begin(at: number): void {
    if (isStopping) return
    const child = start('main', [], { ...env, PORT: String(ports[at]) })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => void lines.push(...String(chunk).split('\n').filter(Boolean)))
    }
    replicas[at] = child
    child.once('exit', (code) => {
      // None that was killed. One that gave up waiting for its database is started again.
      if (code === null || replicas[at] !== child || isStopping) return
      ends += 1
      begin(at)
    })
  }
  async function end(at: number): Promise<void> {
    const child = replicas[at]
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  async function isReady(port: number): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
      if (answer?.ok) return
      await pause(100)
    }
    throw new Error(`A replica did not come up: ${lines.slice(-5).join('\n')}`)
  }
  const ready = async (): Promise<void> => void (await Promise.all(ports.map(isReady)))

  for (let at = 0; at < count; at += 1) begin(at)
  const balancer: Balancer = await startBalancer(ports, random)
  await ready()
  return {
    address: balancer.address,
    kills: () => kills,
    ends: () => ends,
    log: () => lines,
    async kill() {
      const moving = ports.map((_, at) => at).filter((at) => at !== frozen)
      const from = Math.floor(random() * moving.length)
      const [at = 0, other = 0] = [...moving.slice(from), ...moving.slice(0, from)]
      await isReady(ports[other] ?? 0)
      kills += 1
      await end(at)
      await pause(random() * 500)
      begin(at)
    },
    async freeze(ms) {
      frozen = Math.floor(random() * count)
      const child = replicas[frozen]
      child?.kill('SIGSTOP')
      await pause(ms)
      child?.kill('SIGCONT')
      frozen = undefined
    },
    async killAll() {
      kills += count
      await Promise.all(ports.map((_, at) => end(at)))
      for (let at = 0; at < count; at += 1) begin(at)
    },
    ready,
    async stop() {
      isStopping = true
      await Promise.all(ports.map((_, at) => end(at)))
      await balancer.close()
    },
  }
}

/** Ports that nothing used a moment ago: a replica comes back where it was. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
