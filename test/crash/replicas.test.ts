import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import { type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { inFolder, run } from '../src/program.ts'
import { type Fleet, pause, randomFrom, startFleet } from './fleet.ts'
import {
  CHANNELS,
  configuration,
  DIRECTORY,
  deliver,
  deliveryOf,
  district,
  drained,
  messageOf,
  NOT_RECORDED,
  writerIds,
} from './load.ts'

const MESSAGES = 2_000
const REPLICAS = 3
/** Milliseconds: longer than the lease of a delivery. */
const FROZEN_MS = 33_000
/** Milliseconds. https://docs.slack.dev/apis/web-api/rate-limits: one message a second in a channel. */
const CHANNEL_REST_MS = 1_000

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres({ isOwn: true })
  url = await server.createDatabase()
})
afterAll(async () => {
  await server?.stop()
})

/** Moments of a message: when it was first said, and when it was first acknowledged as kept. */
const FEWEST_KILLS = 6
type Spoken = { sent: number; acknowledged: number }

async function open(): Promise<Store> {
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

it(`${MESSAGES} messages over ${REPLICAS} replicas that are killed, one that stands still, the database restarted once`, async () => {
  await inFolder(async (folder) => {
    const random = randomFrom(20_261_125)
    const slack = district()
    const { apiUrl, close } = await slack.listen()
    const directory = join(folder, 'directory.json')
    await writeFile(directory, JSON.stringify(DIRECTORY))
    const env = configuration(url, apiUrl)
    expect(await run('import', [directory, '--yes'], env)).toMatchObject({ code: 0 })
    const fleet: Fleet = await startFleet(REPLICAS, env, random)
    const messages = Array.from({ length: MESSAGES }, (_, n) => messageOf(n, slack, random))

    let isOver = false
    let arrived = 0
    const killing = (async () => {
      // On a quick machine all is delivered soon: what is still to be sent is killed at then.
      while (!isOver || fleet.kills() < FEWEST_KILLS) {
        await pause(500 + random() * 2_500)
        if (isOver && fleet.kills() >= FEWEST_KILLS) return
        await fleet.kill()
        // Slack's own troubles: it is too busy, or its answer is lost after it has posted.
        if (random() < 0.5) slack.failNext('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } })
        else slack.failNext('chat.postMessage', { status: 500 }, { after: true })
      }
    })()
    let restarting: Promise<{ from: number; to: number }> | undefined
    const restart = async () => {
      const from = Date.now()
      await server.crash()
      await pause(1_000)
      await server.start()
      return { from, to: Date.now() }
    }
    let freezing: Promise<void> | undefined
    const { heard, refused } = await deliver(messages, fleet.address, random, () => {
      arrived += 1
      if (arrived === MESSAGES) restarting = restart()
      // One comes back after its leases have run out, in the belief that it still holds them.
      if (arrived === MESSAGES / 2) freezing = fleet.freeze(FROZEN_MS)
    })
    isOver = true
    await killing
    await freezing
    const outage = await restarting
    await fleet.ready()
    const store = await open()
    await drained(store)
    expect(fleet.kills()).toBeGreaterThanOrEqual(FEWEST_KILLS)
    expect(outage).toBeDefined()

    // Every acknowledged turn is there, once; where the store was away its writer was told so.
    const seen = new Map<string, number>()
    for (const { note } of await store.find('contact')) {
      const tag = /tag\d{5}x/.exec(note)?.[0] ?? note
      seen.set(tag, (seen.get(tag) ?? 0) + 1)
    }
    expect([...seen].filter(([, times]) => times !== 1)).toEqual([])
    const acknowledged = messages.filter(({ tag }) => heard.get(tag)?.acknowledged !== undefined)
    expect(acknowledged.length).toBeGreaterThan(MESSAGES * 0.9)
    const posted = new Map<string, number>()
    for (const message of slack.messages) {
      const id = deliveryOf(message.metadata)
      if (id) posted.set(id, (posted.get(id) ?? 0) + 1)
    }
    const missing = acknowledged.filter(({ tag }) => !seen.has(tag) && !refused.has(tag))
    // In a channel the notice is for its writer alone, and carries no mark.
    expect(missing.filter(({ tag, channel }) => !channel && !posted.has(`notice:slack:Ev${tag}`))).toEqual([])
    for (const writer of writerIds) {
      const told = slack.messages.filter(({ onlyFor, text }) => onlyFor === writer && text.includes(NOT_RECORDED))
      const untold = missing.filter((message) => message.channel && message.writer === writer)
      expect(untold.length).toBeLessThanOrEqual(told.length)
    }

    // Every post is in its channel once, or named as uncertain.
    const deliveries = await store.deliveries({ limit: 100_000 })
    const wrong = deliveries.filter(({ id, state, isPrivate, reason }) => {
      const times = posted.get(id) ?? 0
      if (state === 'uncertain') return times > 1 || !reason
      // What is private went out in the answer to its command, or to the person's own chat.
      return state !== 'sent' || (isPrivate ? times > 1 : times !== 1)
    })
    expect(wrong).toEqual([])
    expect(deliveries.filter(({ state }) => state === 'uncertain').length).toBeLessThan(MESSAGES / 20)
    const known = new Set(deliveries.map(({ id }) => id))
    expect([...posted.keys()].filter((id) => !known.has(id) && !id.startsWith('notice:'))).toEqual([])

    // A channel's order: what was acknowledged before another was said stands before it.
    const spokenOf = new Map<string, Spoken>()
    for (const { id, turn, content } of deliveries) {
      const tag = /tag\d{5}x/.exec(JSON.stringify(content))?.[0]
      const said = tag === undefined ? undefined : heard.get(tag)
      if (!said) continue
      // An acknowledgement from before the turn was one of "Nothing was recorded".
      const isKept = ((await store.turn(turn))?.at ?? 0) <= (said.acknowledgedAt ?? 0)
      spokenOf.set(id, {
        sent: said.sent,
        acknowledged: isKept && said.acknowledged ? said.acknowledged : Number.POSITIVE_INFINITY,
      })
    }
    let compared = 0
    const swapped: unknown[] = []
    for (let n = 0; n < CHANNELS; n += 1) {
      const here = slack.messages.filter(({ channel, metadata }) => channel === `C${n}SHOP` && deliveryOf(metadata))
      const spoken = here.map(({ metadata }) => spokenOf.get(deliveryOf(metadata) ?? ''))
      for (const [at, later] of spoken.entries()) {
        for (const [from, earlier] of spoken.slice(0, at).entries()) {
          compared += 1
          if (later && earlier && later.acknowledged < earlier.sent)
            swapped.push({ first: here[from]?.ts, second: here[at]?.ts, channel: n })
        }
      }
      for (const [at, { ts }] of here.entries()) {
        const before = slack.times.get(here[at - 1]?.ts ?? '')
        const now = slack.times.get(ts) ?? 0
        // A rest is kept in memory of the database alone: its crash forgets it.
        if (before === undefined || !outage || (before <= outage.to && now >= outage.from)) continue
        expect(now - before, `${ts} in C${n}SHOP`).toBeGreaterThanOrEqual(CHANNEL_REST_MS)
      }
    }
    expect(swapped).toEqual([])
    expect(compared).toBeGreaterThan(MESSAGES)
    const broken = fleet.log().filter((line) => line.includes('"broken"'))
    expect(broken).toEqual([])
    const waitedInVain = fleet.log().filter((line) => line.startsWith('Liaison cannot start: the database'))
    expect(fleet.ends()).toBe(waitedInVain.length)
    await store.close()
    await fleet.stop()
    await close()
  })
})
