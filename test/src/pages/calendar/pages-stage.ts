import { Hono } from 'hono'
import { createEngine } from '../../../../conversations/engine.ts'
import { conversations } from '../../../../conversations/index.ts'
import { LiveKnowledge } from '../../../../conversations/live-knowledge.ts'
import { readDirectory } from '../../../../data/directory.ts'
import { writesOfDirectory } from '../../../../data/directory-records.ts'
import { openMemoryStore } from '../../../../data/lowdb/store.ts'
import type { Write } from '../../../../data/store.ts'
import type { Instant, Zone } from '../../../../data/time.ts'
import { calendarRoutes } from '../../../../src/pages/calendar/routes.tsx'
import { linkMaker } from '../../../../src/pages/signed-links.ts'
import { directory } from '../../../conversations/calendar/directory.ts'
import { sampleBreakfast } from '../../sample-breakfast.ts'

const zone = 'America/New_York' as Zone
const SECRET = 'a secret of at least thirty-two characters'
export const BASE = 'https://liaison.example'
export const linkTo = linkMaker(BASE, SECRET)
export const at = (text: string): Instant => Date.parse(text) as Instant

/** The calendar's pages over a store in memory, with a breakfast on Tue, Dec 8 to which two partners are invited. */
export async function openPages() {
  const clock = { now: at('2026-11-20T09:00:00-05:00') }
  const store = openMemoryStore()
  const commit = (id: string, writes: Write[]) =>
    store.commit({
      id,
      inbound: id,
      conversation: 'seed',
      at: clock.now,
      what: 'seed',
      writes,
      reliesOn: [],
      touches: [],
      deliveries: [],
    })
  const read = readDirectory(directory)
  if (!read.ok) throw new Error('The directory is not read.')
  await commit('seed', writesOfDirectory(read.directory, clock.now))
  const partner = (await store.find('partner', { where: { name: 'Metro Motors' } }))[0]?.id ?? ''
  const other = (await store.find('partner', { where: { name: 'Rail Works' } }))[0]?.id ?? ''
  const school = (await store.find('school', { where: { name: 'North High' } }))[0]?.id ?? ''
  const event = sampleBreakfast({ at: clock.now, school, partners: [partner, other] })
  const base = { version: 0, event: 'e1', via: 'hand' as const, sequence: 0, isWithdrawn: false, at: clock.now }
  await commit('plan', [
    { kind: 'event', id: 'e1', after: event },
    { kind: 'invitation', id: 'i1', after: { id: 'i1', partner, ...base } },
    { kind: 'invitation', id: 'i2', after: { id: 'i2', partner: other, ...base } },
  ])
  const knowledge = await LiveKnowledge.open(store, () => {})
  const engine = createEngine({
    store,
    clock: () => clock.now,
    zone,
    knowledge,
    conversations,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: 'test',
    linkTo,
    log: {
      turn: () => {},
      broken: ({ error }) => {
        throw error
      },
    },
  })
  const app = new Hono()
  const nothing = async (): Promise<never> => {
    throw new Error('No page says anything in the name of the staff.')
  }
  const context = {
    store,
    intake: { handle: nothing, deliver: nothing, answered: nothing },
    takeGuest: engine.takeGuest,
    clock: () => clock.now,
    zone,
    publicUrl: BASE,
    linkSecret: SECRET,
  }
  app.route('/', calendarRoutes(context as unknown as Parameters<typeof calendarRoutes>[0]))
  const get = (link: string) => app.request(link)
  const post = (link: string, values: Record<string, string>) =>
    app.request(link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(values).toString(),
    })
  const answers = () => store.find('rsvp', { where: { event: 'e1' } })
  return { clock, store, engine, app, event, commit, get, post, answers }
}

export type Pages = Awaited<ReturnType<typeof openPages>>
