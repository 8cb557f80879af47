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
import { TEAM } from '../fakes/slack-payloads.ts'
import { say } from './measure.ts'
import { serveAsSubject } from './subject.ts'

/** What is measured: `BENCH_SUBJECT` is bolt or liaison, `BENCH_CONTACTS` are there already, `BENCH_API` is Slack's stand-in. */

const { BENCH_SUBJECT, BENCH_CONTACTS = '0', BENCH_API = '', BENCH_SECRET = '' } = process.env
const START = Date.UTC(2026, 11, 1, 15) as Instant
const DIRECTORY = {
  timezone: 'America/New_York',
  partners: [{ name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] }],
  staff: [{ name: 'Maria Delgado', email: 'maria.delgado@schools.example' }],
}

async function serveBolt(): Promise<void> {
  const receiver = new Bolt.HTTPReceiver({ signingSecret: BENCH_SECRET, logLevel: Bolt.LogLevel.ERROR })
  const app = new Bolt.App({
    receiver,
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B1', botUserId: 'U1' }),
    logLevel: Bolt.LogLevel.ERROR,
  })
  app.command('/partner', async ({ ack }) => ack('ok'))
  await app.start(39_581)
  serveAsSubject('http://127.0.0.1:39581/slack/events')
}

async function serveLiaison(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'))
  const opened = await openLowdbStore({ file: join(folder, 'liaison.json') })
  if (!opened.ok) throw new Error(opened.error)
  const store = opened.value
  await fill(store, Number(BENCH_CONTACTS))
  const zone = parseZone(DIRECTORY.timezone)
  if (!zone) throw new Error('no zone')
  const parts: { intake?: Intake } = {}
  const intake: Intake = {
    handle: (inbound) => parts.intake?.handle(inbound) ?? Promise.reject(new Error('not ready')),
    deliver: (deliveries) => parts.intake?.deliver(deliveries) ?? Promise.resolve(),
    answered: (delivery, ref) => parts.intake?.answered(delivery, ref) ?? Promise.resolve(),
  }
  const adapter = createSlackAdapter({
    signingSecret: BENCH_SECRET,
    botToken: 'xoxb-test',
    apiUrl: BENCH_API,
    allowedTeams: [TEAM],
    clock: () => Date.now() as Instant,
    log: { refused: () => {}, failed: () => {} },
    intake,
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
  liaison.start()
  const routes = new Hono().route('/slack/events', adapter.routes)
  const server = serve({ fetch: routes.fetch, port: 39_582, hostname: '127.0.0.1' })
  serveAsSubject('http://127.0.0.1:39582/slack/events', async () => {
    server.close()
    await liaison.stop()
    await adapter.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
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

await (BENCH_SUBJECT === 'bolt' ? serveBolt() : serveLiaison())
