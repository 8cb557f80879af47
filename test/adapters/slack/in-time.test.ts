import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { workUntil } from '../../../data/deadline.ts'
import type { Address, Delivery, SendResult } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'
import { TEAM } from '../../fakes/slack-payloads.ts'
import { MARIA, START, startSlack } from './slack-run.ts'

/** One attempt makes several calls; a Slack that is slow must not stretch it beyond its deadline. All time is made. */

const DEADLINE_MS = 20_000
const clock = (): Instant => Date.now() as Instant
const wins: Address = { channel: 'slack', team: TEAM, place: '#cte-wins', isDirect: false }
const tyrell: Address = {
  channel: 'slack',
  team: TEAM,
  isDirect: true,
  person: 'S7',
  route: { email: 'tyrell.brooks@schools.example' },
}

const delivery = (to: Address): Delivery => ({
  id: 'd1',
  turn: 't1',
  to,
  isPrivate: false,
  content: { kind: 'post', card: { summary: 'Reminder', parts: [{ kind: 'text', text: 'Con Edison is due.' }] } },
  orderKey: 'k',
  isUrgent: false,
  due: START,
  state: 'due',
  attempts: 1,
})

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A Slack that takes `ms` for each call, and when each call began and ended, in milliseconds after the start. */
function slowSlack(ms: number) {
  const spans: [string, number, number][] = []
  const run = startSlack({
    clock,
    async fetch(url, init) {
      const span: [string, number, number] = [String(url).split('/').at(-1) ?? '', clock() - START, -1]
      spans.push(span)
      try {
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(resolve, ms)
          init?.signal?.addEventListener('abort', () => {
            clearTimeout(timer)
            reject(init.signal?.reason)
          })
        })
        return await run.slack.fetch(url, { method: 'POST', headers: init?.headers ?? {}, body: String(init?.body) })
      } finally {
        span[2] = clock() - START
      }
    },
  })
  return { run, spans }
}

async function sendSlowly(ms: number, to: Address): Promise<{ result: SendResult; spans: [string, number, number][] }> {
  vi.setSystemTime(START)
  const { run, spans } = slowSlack(ms)
  const until = (START + DEADLINE_MS) as Instant
  const result = workUntil(until, clock, (deadline) => run.adapter.sender.send(delivery(to), deadline))
  await vi.advanceTimersByTimeAsync(60_000)
  return { result: await result, spans }
}

it('a post that is under way when time is up is given up, and may be there', async () => {
  const { result, spans } = await sendSlowly(9_000, tyrell)
  expect(spans).toEqual([
    ['users.lookupByEmail', 0, 9_000],
    ['conversations.open', 9_000, 18_000],
    ['chat.postMessage', 18_000, 20_000],
  ])
  expect(result).toEqual({ kind: 'unknown', reason: 'AbortError' })
})

it('where time is up before the post began, nothing was posted, and it is tried again', async () => {
  const { result, spans } = await sendSlowly(10_000, tyrell)
  expect(spans).toEqual([
    ['users.lookupByEmail', 0, 10_000],
    ['conversations.open', 10_000, 20_000],
  ])
  expect(result).toEqual({ kind: 'retry', reason: 'AbortError' })
})

it('a post that arrived counts, though its address came too late', async () => {
  const { result, spans } = await sendSlowly(7_000, { ...wins, place: 'C0WINS' })
  expect(spans.map(([method]) => method)).toEqual(['chat.postMessage', 'chat.getPermalink'])
  expect(result).toMatchObject({ kind: 'sent', ref: { message: '1796140320.000201' } })
  const late = await sendSlowly(12_000, { ...wins, place: 'C0WINS' })
  expect(late.spans).toEqual([
    ['chat.postMessage', 0, 12_000],
    ['chat.getPermalink', 12_000, 20_000],
  ])
  expect(late.result.kind === 'sent' && late.result.ref.url).toBeUndefined()
})

it('waits for the list of channels no longer than it may; the list is read on, for the next attempt', async () => {
  const { run, spans } = slowSlack(15_000)
  const attempt = (from: number) =>
    workUntil((from + DEADLINE_MS) as Instant, clock, (deadline) => run.adapter.sender.send(delivery(wins), deadline))
  const first = attempt(START)
  await vi.advanceTimersByTimeAsync(40_000)
  expect(await first).toEqual({ kind: 'retry', reason: 'no time left' })
  const second = attempt(START + 40_000)
  await vi.advanceTimersByTimeAsync(40_000)
  expect((await second).kind).toBe('sent')
  expect(spans.map(([method, begin]) => [method, begin])).toEqual([
    ['conversations.list', 0],
    ['conversations.list', 15_000],
    ['chat.postMessage', 40_000],
    ['chat.getPermalink', 55_000],
  ])
})

it('a process that stood still begins nothing more, though no timer has run yet', async () => {
  const run = startSlack({ clock })
  run.slack.hold = ({ method }) => {
    // Its answer and all that was due meanwhile are there at once.
    if (method === 'conversations.open') vi.setSystemTime(START + 60_000)
    return undefined
  }
  const to = { ...tyrell, route: {}, person: MARIA }
  const until = (START + DEADLINE_MS) as Instant
  const result = await workUntil(until, clock, (deadline) => run.adapter.sender.send(delivery(to), deadline))
  expect(run.slack.calls.map(({ method }) => method)).toEqual(['conversations.open'])
  expect(result).toEqual({ kind: 'retry', reason: 'OUT_OF_TIME' })
})

it('a look that is not finished in time cannot tell', async () => {
  const { run } = slowSlack(25_000)
  const to = { ...wins, place: 'C0WINS' }
  const until = (START + 5_000) as Instant
  const found = workUntil(until, clock, (deadline) => run.adapter.sender.find(delivery(to), deadline))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await found).toBe('unknown')
})
