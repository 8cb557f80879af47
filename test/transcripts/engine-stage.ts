import { readFileSync } from 'node:fs'
import { buttonsOf, nameOfPlace } from '../../adapters/terminal/reply.ts'
import { createScreen, type Shown } from '../../adapters/terminal/screen.ts'
import { createSession } from '../../adapters/terminal/session.ts'
import { type Card, cardText, decodePress } from '../../data/card.ts'
import { readDirectory } from '../../data/directory.ts'
import { writesOfDirectory } from '../../data/directory-records.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import { type Instant, instantOf, parseLocalMoment, parseZone } from '../../data/time.ts'
import { assembleLiaison } from '../../src/liaison.ts'
import type { Seen, Stage } from './transcript.ts'

const SAMPLE = new URL('../../data/sample.json', import.meta.url)

/** A stage without any channel: the terminal's session over the engine, with the sample directory. */
export async function openEngineStage(
  start: string,
  store: Store = openMemoryStore(),
): Promise<Stage & { store: Store }> {
  const read = readDirectory(JSON.parse(readFileSync(SAMPLE, 'utf8')))
  if (!read.ok) throw new Error('The sample directory is not one.')
  const zone = parseZone(read.directory.timezone)
  if (!zone) throw new Error('The sample directory has no zone.')
  const at = (moment: string): Instant => {
    const local = parseLocalMoment(moment)
    const found = local && instantOf(local, zone)
    if (!found || !('instant' in found)) throw new Error(`${moment} is no moment.`)
    return found.instant
  }
  let now = at(start)
  const seeded = await store.commit({
    id: 'seed',
    inbound: 'seed',
    conversation: 'seed',
    at: now,
    what: 'import',
    writes: writesOfDirectory(read.directory, now),
    reliesOn: [],
    touches: [],
    deliveries: [],
  })
  if (!seeded.ok) throw new Error('The sample directory was refused.')
  const screen = createScreen()
  const failed = (error: unknown): never => {
    throw error
  }
  const liaison = await assembleLiaison({
    store,
    senders: new Map([['terminal', screen.sender]]),
    clock: () => now,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: 'test',
    log: { turn: () => {}, broken: ({ error }) => failed(error), delivery: () => {}, failed },
    random: () => 0,
  })
  const staff = await store.find('staff')
  const nameOf = (id: string): string => staff.find((member) => member.id === id)?.name ?? id
  const [first] = staff
  if (!first) throw new Error('The sample directory has no staff.')
  const ids = countUp()
  const cards: { to: string; card: Card }[] = []
  const session = createSession({
    intake: liaison.intake,
    screen,
    people: {
      find: async (name) => staff.find((member) => member.name === name) ?? 'unknown',
    },
    speaker: first,
    newId: () => `said-${ids.next().value}`,
  })

  const take = async (): Promise<Seen[]> => {
    await liaison.tick()
    return screen.take().flatMap(seenOf)
  }
  const seenOf = ({ delivery }: Shown): Seen[] => {
    if (delivery.content.kind === 'delete') return []
    const { card } = delivery.content
    const to = nameOfPlace(delivery.to, nameOf)
    cards.push({ to, card })
    return [
      { to, isPrivate: delivery.isPrivate, text: cardText(card), buttons: buttonsOf(card).map(({ label }) => label) },
    ]
  }

  return {
    store,
    async at(moment) {
      await liaison.advance(at(moment), (instant) => {
        now = instant
      })
      return take()
    },
    async say(who, place, text) {
      const taken = await session.take({ kind: 'say', text, as: who, ...(place ? { place } : {}) }, now)
      if (!taken.ok) throw new Error(taken.error)
      return take()
    },
    async press(who, label) {
      const holder = cards.findLast(({ card }) => buttonsOf(card).some((button) => button.label === label))
      const button = holder && buttonsOf(holder.card).find((each) => each.label === label)
      const press = button && decodePress(button.press)
      if (!button || !press) throw new Error(`There is no button ${label}.`)
      const taken = await session.take({ kind: 'press', value: button.press, press, as: who }, now)
      if (!taken.ok) throw new Error(taken.error)
      return take()
    },
    close: () => liaison.stop(),
  }
}

function* countUp(): Generator<number, never> {
  for (let count = 1; ; count += 1) yield count
}
