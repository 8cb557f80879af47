import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { encodePress } from '../../data/card.ts'
import { readDirectory } from '../../data/directory.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import type { Instant } from '../../data/time.ts'
import { assembleChat } from '../../src/chat-assembly.ts'
import { answerLine } from '../../src/chat-lines.ts'
import { standingClock } from '../../src/clock.ts'
import { fillStore } from '../../src/filling.ts'

const SAMPLE = JSON.parse(readFileSync(new URL('../../data/sample.json', import.meta.url), 'utf8'))
const AT = Date.parse('2026-11-20T10:15:00-05:00') as Instant
const LOGGED = {
  partner: 'Consolidated Edison',
  people: 'Maria Chen',
  method: 'call',
  date: '2026-11-20',
  offers: '2 internships',
  followUp: '2026-12-04',
}

let store: Store
let say: (line: object) => Promise<string>
/** The turn that logged the contact. */
let turn: string

beforeEach(async () => {
  store = openMemoryStore()
  const read = readDirectory(SAMPLE)
  if (!read.ok) throw new Error('no directory')
  await fillStore(store, read.directory, AT)
  const failed = (error: unknown): never => {
    throw error
  }
  const log = { turn: () => {}, broken: ({ error }: { error: unknown }) => failed(error), delivery: () => {}, failed }
  const chat = await assembleChat({
    store,
    clock: standingClock(AT),
    config: { adminEmails: [], staffDomains: [] },
    log,
  })
  if (!chat.ok) throw new Error(chat.error)
  say = async (line) => {
    const answer = await answerLine(chat.value, JSON.stringify(line))
    if ('error' in answer) throw new Error(answer.error)
    return answer.replies.map(({ text }) => text).join('\n')
  }
  await say({ say: 'called maria chen at coned today, she offers 2 interns, follow up dec 4' })
  turn = (await store.turns({ limit: 1 }))[0]?.id ?? ''
})

const save = (values: object, of = turn) => say({ submit: encodePress('contact.save', { turn: of }), values })

test('saves what the form says', async () => {
  expect(await save({ ...LOGGED, method: 'meeting', date: '2026-11-19' })).toMatch(/^Changed: Consolidated Edison/)
  const [contact] = await store.find('contact')
  expect(contact).toMatchObject({ method: 'meeting', date: '2026-11-19', offers: [{ kind: 'internship', count: 2 }] })
})

test('what was emptied is empty, the follow-up gone with its date; undo brings it back', async () => {
  const card = await save({ ...LOGGED, method: '', offers: '', people: '', followUp: '' })
  expect(card).not.toMatch(/^(How|Offers|Spoke with|Follow-up):/m)
  const [contact] = await store.find('contact')
  expect([contact?.method, contact?.offers, contact?.people, contact?.followUp]).toEqual([undefined, [], [], undefined])
  expect(await store.count('followUp')).toBe(0)
  await say({ say: 'undo' })
  expect((await store.find('contact'))[0]).toMatchObject({ method: 'call', people: [expect.any(String)] })
  expect((await store.find('followUp'))[0]).toMatchObject({ date: '2026-12-04' })
})

test('a form of an entry that is gone changes no other', async () => {
  const before = await store.find('contact')
  expect(await save({ ...LOGGED, partner: 'Turner Construction' }, 'a-turn-that-is-gone')).toBe(
    'That entry is gone, so there is nothing to change.',
  )
  expect(await store.find('contact')).toEqual(before)
  await say({ say: 'undo' })
  await say({ say: 'called turner' })
  const later = await store.find('contact')
  expect(await save({ ...LOGGED, date: '2026-11-18' })).toBe('That entry is gone, so there is nothing to change.')
  expect(await store.find('contact')).toEqual(later)
})
