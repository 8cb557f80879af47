import { expect, it } from 'vitest'
import { contact } from '../../conversations/contact.ts'
import { createEngine, type Engine } from '../../conversations/engine.ts'
import { LiveKnowledge } from '../../conversations/live-knowledge.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store, Write } from '../../data/store.ts'
import { type Instant, parseZone } from '../../data/time.ts'
import { partner, person, staff, turn } from '../data/store-samples.ts'

const NOON = Date.UTC(2026, 11, 1, 17) as Instant
const zone = parseZone('America/New_York') ?? expect.fail('no zone')

const grace = { ...staff('grace', 'Grace Hall', []), identities: ['slack:T1:U1'] }
const ada = person('ada', 'Ada Brook', 'harbor')

/** An engine whose knowledge is told of nothing after the start, as one may be for a moment. */
async function openDeaf(): Promise<{ engine: Engine; store: Store; asked: string[] }> {
  const store = openMemoryStore()
  const writes: Write[] = [
    { kind: 'staff', id: 'grace', after: grace },
    { kind: 'partner', id: 'harbor', after: partner('harbor', 'Harbor Steel') },
    { kind: 'person', id: 'ada', after: ada },
  ]
  expect((await store.commit(turn({ writes }))).ok).toBe(true)
  const asked: string[] = []
  const watched: Store = {
    ...store,
    find: (kind, query) => {
      asked.push(kind)
      return store.find(kind, query)
    },
    watch: () => () => undefined,
  }
  const fail = (error: unknown): never => {
    throw error
  }
  const knowledge = await LiveKnowledge.open(watched, fail)
  asked.length = 0
  const engine = createEngine({
    store: watched,
    clock: () => NOON,
    zone,
    knowledge,
    conversations: [contact],
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'me',
    log: { turn: () => {}, broken: ({ error }) => fail(error) },
  })
  return { engine, store, asked }
}

let messages = 0
async function say(engine: Engine, text: string): Promise<void> {
  messages += 1
  const handled = await engine.handle({
    id: `m${messages}`,
    author: { channel: 'slack', team: 'T1', user: 'U1' },
    at: NOON,
    place: { channel: 'slack', team: 'T1', isDirect: true, person: 'U1' },
    isPrivate: false,
    what: { kind: 'said', text },
  })
  expect(handled.kind).toBe('kept')
}

it('a contact with whom is known is logged without asking the store who they are', async () => {
  const { engine, store, asked } = await openDeaf()
  await say(engine, 'called ada brook at harbor steel today')
  expect(asked).toEqual(['followUp'])
  expect(await store.find('contact')).toMatchObject([{ partner: 'harbor', people: ['ada'] }])
})

it('somebody who was taken out meanwhile is no part of it: the store is asked once its refusal says so', async () => {
  const { engine, store } = await openDeaf()
  const before = { ...ada, version: 1 }
  expect((await store.commit(turn({ writes: [{ kind: 'person', id: 'ada', before }] }))).ok).toBe(true)
  await say(engine, 'called ada brook at harbor steel today')
  const [entry] = await store.find('contact')
  const people = await store.find('person', { where: { name: 'Ada Brook' } })
  expect(people).toHaveLength(1)
  expect(entry?.people).toEqual(people.map(({ id }) => id))
  expect(entry?.people).not.toContain('ada')
})
