import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import Bolt from '@slack/bolt'
import { Hono } from 'hono'
import { createSlackAdapter } from '../../adapters/slack/adapter.ts'
import type { Intake } from '../../conversations/intake.ts'
import { readDirectory } from '../../data/directory.ts'
import { openLowdbStore } from '../../data/lowdb/store.ts'
import type { Store, Write } from '../../data/store.ts'
import { addDays, type Instant, type LocalDate, parseZone } from '../../data/time.ts'
import { fillStore } from '../../src/filling.ts'
import { assembleLiaison } from '../../src/liaison.ts'
import { createFakeSlack } from '../fakes/slack.ts'
import { type Body, commandBody, signedRequest, TEAM } from '../fakes/slack-payloads.ts'
import { at, cpuEach, micro, ratio, say, timeEach } from './measure.ts'

const SECRET = 'bench-secret'
const COUNT = 400
const START = Date.UTC(2026, 11, 1, 15) as Instant
const DIRECTORY = {
  timezone: 'America/New_York',
  partners: [{ name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] }],
  staff: [{ name: 'Maria Delgado', email: 'maria.delgado@schools.example' }],
}

/** A signed Slack command that logs a contact, kept on disk, beside Bolt's own receiver answering a trivial one. */
export async function benchTurns(): Promise<void> {
  say(`\nA signed Slack command over HTTP, ${COUNT} of each`)
  const bolt = await boltAlone()
  say(
    `  Bolt's HTTPReceiver, a trivial command: ${micro(bolt.cpu)} CPU, p50 ${micro(at(bolt.times, 0.5))}, p99 ${micro(at(bolt.times, 0.99))}`,
  )
  for (const contacts of [1_000, 10_000]) {
    const ours = await liaisonOver(contacts)
    say(
      `  Liaison logs a contact, ${contacts.toLocaleString('en-US')} there: ${micro(ours.cpu)} CPU (${ratio(ours.cpu, bolt.cpu)}), p50 ${micro(at(ours.times, 0.5))}, p99 ${micro(at(ours.times, 0.99))}`,
    )
  }
}

type Measured = { cpu: number; times: number[] }

async function measure(post: (body: Body) => Promise<void>, responseUrl: () => string, tag: string): Promise<Measured> {
  const bodies = (from: number): Body[] =>
    Array.from({ length: COUNT }, (_, n) =>
      commandBody({
        command: '/partner',
        text: `called ada brook at harbor today about ${tag} ${from + n}`,
        user: 'U0MARIA',
        channel: 'C0PARTNERS',
        trigger: `${tag}-${from + n}`,
        responseUrl: responseUrl(),
      }),
    )
  await timeEach(bodies(0).slice(0, 100), post)
  const times = await timeEach(bodies(1_000), post)
  return { times, cpu: await cpuEach(bodies(2_000), post) }
}

const poster =
  (address: string) =>
  async (body: Body): Promise<void> => {
    const answer = await fetch(signedRequest(SECRET, body, Math.floor(Date.now() / 1000), address))
    if (answer.status !== 200) throw new Error(`The bench was answered ${answer.status}.`)
    await answer.text()
  }

async function boltAlone(): Promise<Measured> {
  const receiver = new Bolt.HTTPReceiver({ signingSecret: SECRET, logLevel: Bolt.LogLevel.ERROR })
  const app = new Bolt.App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B1', botUserId: 'U1' }),
    logLevel: Bolt.LogLevel.ERROR,
  })
  app.command('/partner', async ({ ack }) => ack('ok'))
  await app.start(39_581)
  const measured = await measure(poster('http://127.0.0.1:39581/slack/events'), () => 'http://127.0.0.1:9/r', 'bolt')
  await app.stop()
  return measured
}

async function liaisonOver(contacts: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'))
  const opened = await openLowdbStore({ file: join(folder, 'liaison.json') })
  if (!opened.ok) throw new Error(opened.error)
  const store = opened.value
  await fill(store, contacts)
  const slack = createFakeSlack(() => Date.now())
  const zone = parseZone(DIRECTORY.timezone)
  if (!zone) throw new Error('no zone')
  const parts: { intake?: Intake } = {}
  const intake: Intake = {
    handle: (inbound) => parts.intake?.handle(inbound) ?? Promise.reject(new Error('not ready')),
    deliver: (deliveries) => parts.intake?.deliver(deliveries) ?? Promise.resolve(),
    answered: (delivery, ref) => parts.intake?.answered(delivery, ref) ?? Promise.resolve(),
  }
  const adapter = createSlackAdapter({
    signingSecret: SECRET,
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    allowedTeams: [TEAM],
    clock: () => Date.now() as Instant,
    log: { refused: () => {}, failed: () => {} },
    intake,
    fetch: slack.fetch,
  })
  const liaison = await assembleLiaison({
    store,
    senders: new Map([['slack', adapter.sender]]),
    clock: () => Date.now() as Instant,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'bench',
    log: {
      turn: () => {},
      broken: ({ error }) => say(String(error)),
      delivery: () => {},
      failed: (error) => say(String(error)),
    },
  })
  parts.intake = liaison.intake
  const routes = new Hono().route('/slack/events', adapter.routes)
  const server = serve({ fetch: routes.fetch, port: 39_582, hostname: '127.0.0.1' })
  const responseUrl = (): string => slack.responseUrl('U0MARIA', 'C0PARTNERS')
  const measured = await measure(poster('http://127.0.0.1:39582/slack/events'), responseUrl, `n${contacts}`)
  server.close()
  await liaison.stop()
  await adapter.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
  return measured
}

async function fill(store: Store, contacts: number): Promise<void> {
  const read = readDirectory(DIRECTORY)
  if (!read.ok) throw new Error('no directory')
  await fillStore(store, read.directory, START)
  const [partner] = await store.find('partner')
  const [staff] = await store.find('staff')
  const first = '2024-09-01' as LocalDate
  const writes = Array.from({ length: contacts }, (_, n): Write => {
    const id = `old-${n}`
    const after = {
      id,
      version: 0,
      partner: partner?.id ?? '',
      people: [],
      date: addDays(first, n % 700),
      offers: [],
      note: `An earlier call, number ${n}, about interns for the spring and a visit to the shop.`,
      by: staff?.id ?? '',
      at: (START - n * 1000) as Instant,
    }
    return { kind: 'contact', id, after }
  })
  const done = await store.commit({
    id: 'old',
    inbound: 'old',
    conversation: 'old',
    at: START,
    what: 'import',
    writes,
    reliesOn: [],
    touches: [],
    deliveries: [],
  })
  if (!done.ok) throw new Error('The bench could not fill its store.')
}
