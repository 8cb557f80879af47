import { expect, it } from 'vitest'
import { createEngine } from '../../conversations/engine.ts'
import { conversations } from '../../conversations/index.ts'
import { LiveKnowledge } from '../../conversations/live-knowledge.ts'
import { cardText } from '../../data/card.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Instant, Zone } from '../../data/time.ts'
import { minute, partner, staff, turn } from '../data/store-samples.ts'

/** Tue, Dec 1, 2026, 12:00 in New York. */
const NOON = Date.UTC(2026, 11, 1, 17) as Instant

it('a new partner is added by a bare yes, also where the organization has no career clusters', async () => {
  const store = openMemoryStore()
  const maria = { ...staff('maria', 'Maria Delgado', []), identities: ['slack:T1:U1'] }
  await store.commit(
    turn({
      at: minute(1),
      writes: [
        { kind: 'staff', id: 'maria', after: maria },
        { kind: 'partner', id: 'harbor', after: partner('harbor', 'Harbor Steel') },
      ],
    }),
  )
  const fail = (error: unknown): never => {
    throw error
  }
  const engine = createEngine({
    store,
    clock: () => NOON,
    zone: 'America/New_York' as Zone,
    knowledge: await LiveKnowledge.open(store, fail),
    conversations,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'test',
    log: { turn: () => {}, broken: ({ error }) => fail(error) },
  })
  let count = 0
  const say = async (text: string): Promise<string> => {
    count += 1
    const handled = await engine.handle({
      id: `in-${count}`,
      author: { channel: 'slack', team: 'T1', user: 'U1' },
      at: NOON,
      place: { channel: 'slack', team: 'T1', isDirect: true, person: 'U1' },
      isPrivate: false,
      what: { kind: 'said', text },
    })
    if (handled.kind !== 'kept') return cardText(handled.card)
    return handled.replies.map(({ content }) => ('card' in content ? cardText(content.card) : '')).join('\n')
  }
  expect(await say('met with brooklyn foundry today, they can take 2 interns')).toContain('Add it as new?')
  expect(await say('yes')).toContain('Logged: Brooklyn Foundry')
  expect((await store.find('partner')).map(({ name }) => name).sort()).toEqual(['Brooklyn Foundry', 'Harbor Steel'])
})
