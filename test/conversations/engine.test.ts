import { describe, expect, it } from 'vitest'
import type { AdmissionPolicy } from '../../conversations/admission.ts'
import type { Conversation, Outcome, Situation } from '../../conversations/conversation.ts'
import { createEngine, type Engine } from '../../conversations/engine.ts'
import type { Author, Inbound } from '../../conversations/inbound.ts'
import { LiveKnowledge } from '../../conversations/live-knowledge.ts'
import { encodePress } from '../../data/card.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Store, Write } from '../../data/store.ts'
import { type Instant, parseZone } from '../../data/time.ts'

const NOON = Date.UTC(2026, 11, 1, 17) as Instant
const zone = parseZone('America/New_York')
if (!zone) throw new Error('no zone')

const staff = (id: string, parts: Partial<RecordOf<'staff'>> = {}): Write => ({
  kind: 'staff',
  id,
  after: {
    id,
    version: 0,
    name: id,
    emails: [`${id}@cte.example`],
    programs: [],
    role: 'staff',
    identities: [],
    isActive: true,
    extra: {},
    ...parts,
  },
})

/** Counts in the organization's settings: every sentence adds one. */
const counting: Conversation = {
  name: 'count',
  intents: {
    none: async (_, situation) => add(situation),
  },
  presses: {
    add: async (_, situation) => add(situation),
    look: async () => ({ what: 'none', replies: [] }),
    fail: async () => Promise.reject(new Error('broken')),
  },
}

async function add({ reads, turn }: Situation): Promise<Outcome> {
  const before = await reads.get('settings', 'count')
  const count = Number(before?.extra.count ?? 0) + 1
  const after = { id: 'count', version: 0, organization: '', timezone: '', ...before, extra: { count } }
  return {
    what: 'count',
    title: `count ${count}`,
    replies: [{ card: { summary: `${count}`, parts: [{ kind: 'text', text: `${count} in ${turn}` }] } }],
    writes: [{ kind: 'settings', id: 'count', ...(before ? { before } : {}), after }],
  }
}

async function openEngine(
  policy: Partial<AdmissionPolicy> = {},
): Promise<{ engine: Engine; store: Store; broken: unknown[] }> {
  const store = openMemoryStore()
  const seeded = await store.commit({
    id: 'seed',
    inbound: 'seed',
    conversation: 'seed',
    at: NOON,
    what: 'import',
    writes: [staff('grace'), staff('leon'), staff('gone', { isActive: false })],
    reliesOn: [],
    touches: [],
    deliveries: [],
  })
  expect(seeded.ok).toBe(true)
  const broken: unknown[] = []
  const engine = createEngine({
    store,
    clock: () => NOON,
    zone: zone ?? expect.fail('no zone'),
    knowledge: await LiveKnowledge.open(store, (error) => broken.push(error)),
    conversations: [counting],
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [], ...policy },
    home: 'slack',
    owner: 'me',
    log: { turn: () => {}, broken: ({ error }) => broken.push(error) },
  })
  return { engine, store, broken }
}

const author = (user: string, parts: Partial<Author> = {}): Author => ({
  channel: 'slack',
  team: 'T1',
  user,
  email: `${user}@cte.example`,
  ...parts,
})

const said = (id: string, who: Author, text = 'hello there'): Inbound => ({
  id,
  author: who,
  at: NOON,
  place: { channel: 'slack', team: 'T1', place: 'D1', isDirect: true, person: who.user },
  isPrivate: false,
  what: { kind: 'said', text },
})

const countIn = async (store: Store): Promise<unknown> => (await store.get('settings', 'count'))?.extra.count

describe('the engine', () => {
  it('takes a delivery once, however often and however closely it comes', async () => {
    const { engine, store } = await openEngine()
    const all = await Promise.all([1, 2, 3].map(() => engine.handle(said('e1', author('grace')))))
    expect(await countIn(store)).toBe(1)
    expect(all.map((handled) => handled.kind === 'kept' && handled.isRepeat).sort()).toEqual([false, true, true])
    // A repeat is handed the replies of then.
    expect(all.map((handled) => handled.kind === 'kept' && handled.replies.length)).toEqual([1, 1, 1])
  })

  it('decides again when another was first', async () => {
    const { engine, store } = await openEngine()
    await Promise.all([engine.handle(said('e1', author('grace'))), engine.handle(said('e2', author('leon')))])
    expect(await countIn(store)).toBe(2)
  })

  it('leases its replies to this process, so that no one else sends them meanwhile', async () => {
    const { engine, store } = await openEngine()
    const handled = await engine.handle(said('e1', author('grace')))
    expect(handled.kind === 'kept' && handled.replies.map(({ lease }) => lease?.owner)).toEqual(['me'])
    expect(await store.lease(NOON, { owner: 'other', until: NOON }, 10)).toEqual([])
  })

  it('links an account to the listed person with its address', async () => {
    const { engine, store } = await openEngine()
    await engine.handle(said('e1', author('grace', { user: 'U7' })))
    expect((await store.get('staff', 'grace'))?.identities).toEqual(['slack:T1:U7'])
    // From then on the account is enough.
    const { email: _, ...bare } = author('grace', { user: 'U7' })
    expect((await engine.handle(said('e2', bare))).kind).toBe('kept')
  })

  it('knows a new person once, in however many places they begin at the same time', async () => {
    const { engine, store } = await openEngine({ emailDomains: ['cte.example'] })
    const pressedAt = (place: string): Inbound => ({
      ...said(`e-${place}`, author('ivy')),
      place: { channel: 'slack', team: 'T1', place, isDirect: false, person: 'ivy' },
      what: { kind: 'pressed', press: { action: 'count.look', args: {} } },
    })
    const handled = await Promise.all(['C1', 'C2', 'C3'].map((place) => engine.handle(pressedAt(place))))
    expect(handled.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'kept'])
    expect(await store.find('staff', { where: { emails: 'ivy@cte.example' } })).toHaveLength(1)
  })

  it('turns away guests, strangers, people of other domains and those who left', async () => {
    const { engine, store } = await openEngine({ emailDomains: ['cte.example'] })
    for (const who of [
      author('guest', { isGuest: true }),
      author('stranger', { email: 'x@elsewhere.example' }),
      author('spoof', { email: 'x@notcte.example' }),
      author('gone'),
    ]) {
      const handled = await engine.handle(said(`e-${who.user}`, who))
      expect(handled.kind === 'not-kept' && handled.why).toBe('not-admitted')
    }
    expect(await countIn(store)).toBeUndefined()
    expect((await engine.handle(said('e9', author('new')))).kind).toBe('kept')
  })

  it('makes administrators of those whose addresses say so', async () => {
    const { engine, store } = await openEngine({ adminEmails: ['grace@cte.example', 'boss@cte.example'] })
    await engine.handle(said('e1', author('grace')))
    await engine.handle(said('e2', author('boss')))
    expect((await store.find('staff', { where: { role: 'admin' } })).map(({ name }) => name).sort()).toEqual([
      'boss',
      'grace',
    ])
  })

  it('says that nothing was recorded where it is broken, and logs it', async () => {
    const { engine, store, broken } = await openEngine()
    const handled = await engine.handle({
      ...said('e1', author('grace')),
      what: { kind: 'pressed', press: { action: 'count.fail', args: {} } },
    })
    expect(handled.kind === 'not-kept' && handled.card.summary).toContain('Nothing was recorded')
    expect(broken).toHaveLength(1)
    expect(await countIn(store)).toBeUndefined()
    // The conversation goes on.
    expect((await engine.handle(said('e2', author('grace')))).kind).toBe('kept')
  })

  it('does not fall over a button that is no longer in use', async () => {
    const { engine } = await openEngine()
    const handled = await engine.handle({
      ...said('e1', author('grace')),
      what: { kind: 'pressed', press: { action: 'old.gone', args: {} } },
    })
    expect(handled.kind === 'kept' && JSON.stringify(handled.replies)).toContain('no longer in use')
    expect(encodePress('old.gone')).toBe('old.gone')
  })
})
