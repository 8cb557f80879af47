import { readFileSync } from 'node:fs'
import { calendar } from '../../../conversations/calendar/calendar.ts'
import type { Conversation, Request } from '../../../conversations/conversation.ts'
import { createEngine } from '../../../conversations/engine.ts'
import type { Inbound } from '../../../conversations/inbound.ts'
import { conversations } from '../../../conversations/index.ts'
import { LiveKnowledge } from '../../../conversations/live-knowledge.ts'
import { type Frame, frameOf, type Slots } from '../../../conversations/understanding/frame.ts'
import { type Action, type Card, cardText, decodePress, type Press } from '../../../data/card.ts'
import type { Delivery, MessageRef } from '../../../data/delivery.ts'
import { readDirectory } from '../../../data/directory.ts'
import { writesOfDirectory } from '../../../data/directory-records.ts'
import { openMemoryStore } from '../../../data/lowdb/store.ts'
import type { RecordOf } from '../../../data/records.ts'
import { type Instant, instantOf, parseLocalMoment, parseZone, type Zone } from '../../../data/time.ts'
import { guardsAt } from '../../../src/guards.ts'

const SAMPLE: unknown = JSON.parse(readFileSync(new URL('../../../data/sample.json', import.meta.url), 'utf8'))
const HOUR_MS = 60 * 60_000

/** A page's address as a reader of the test sees it: until when it is good is part of it. */
const linkOf = (page: string, id: string, until?: Instant): string =>
  `https://liaison.example/${page}/${id}${until === undefined ? '' : `?until=${new Date(until).toISOString()}`}`

const zone = parseZone('America/New_York') as Zone

/** One message as its reader has it. `ref` is the message itself, which a replacement keeps. */
export type Seen = { to: string; ref: string; isReplacement: boolean; text: string; card: Card; delivery: Delivery }

export type StageOptions = { directory?: unknown; sendsMail?: boolean; withPages?: boolean }

/** Frames made by hand go in as if someone had said them; everything from the decision to the delivery is real. */
export async function openCalendarStage(start: string, options: StageOptions = {}) {
  const read = readDirectory(options.directory ?? SAMPLE)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  let now = instantAt(start)
  const store = openMemoryStore()
  const writes = writesOfDirectory(read.directory, now)
  const nothing = { reliesOn: [], touches: [], deliveries: [] }
  await store.commit({ id: 'seed', inbound: 'seed', conversation: 'seed', at: now, what: 'import', writes, ...nothing })
  const knowledge = await LiveKnowledge.open(store, fail)
  const said = new Map<string, Request>()
  const byHand: Conversation = {
    name: 'byhand',
    presses: {
      frame: async ({ n = '' }, situation) => situation.decide(said.get(n) ?? fail(new Error(`No frame ${n}.`))),
    },
  }
  const engine = createEngine({
    store,
    clock: () => now,
    zone,
    knowledge,
    conversations: [...conversations.filter(({ name }) => name !== 'calendar'), calendar, byHand],
    admission: { emailDomains: [], adminEmails: [], trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: 'stage',
    ...(options.sendsMail ? { sendsMail: true } : {}),
    ...(options.withPages ? { linkTo: linkOf } : {}),
    log: { turn: () => {}, broken: ({ error }) => fail(error) },
  })
  const staff = await store.find('staff')
  const seen: Seen[] = []
  let count = 0

  const idOf = (who: string): string =>
    staff.find(({ name }) => name === who)?.id ?? fail(new Error(`Nobody is ${who}.`))
  const nameOf = (person: string | undefined): string =>
    staff.find(({ id }) => id === person)?.name ?? person ?? 'nobody'

  async function show(delivery: Delivery): Promise<Seen[]> {
    const { guard } = delivery
    const may = guard ? await guardsAt(() => now, zone)[guard.name]?.(guard.args, store) : true
    if (may !== true) {
      await store.settle(delivery.id, 'stage', { state: 'dropped', reason: may ?? 'no such guard' })
      return []
    }
    const { content } = delivery
    let ref: MessageRef = { address: delivery.to, message: delivery.id }
    if (content.kind !== 'post') {
      const { target } = content
      const posted = 'message' in target ? target.message : (await store.delivery(target.delivery))?.sent
      if (!posted) {
        await store.settle(delivery.id, 'stage', { state: 'dropped', reason: 'gone' })
        return []
      }
      ref = posted
    }
    await store.settle(delivery.id, 'stage', { state: 'sent', sent: ref })
    if (content.kind === 'delete') return []
    const to = delivery.to.channel === 'mail' ? `mail ${delivery.to.route?.email}` : nameOf(delivery.to.person)
    return [
      {
        to,
        ref: ref.message,
        isReplacement: content.kind === 'replace',
        text: cardText(content.card),
        card: content.card,
        delivery,
      },
    ]
  }

  async function deliver(): Promise<Seen[]> {
    const shown: Seen[] = []
    for (;;) {
      const taken = await store.lease(now, { owner: 'stage', until: (now + HOUR_MS) as Instant }, 20)
      if (taken.length === 0) break
      for (const delivery of taken) shown.push(...(await show(delivery)))
    }
    seen.push(...shown)
    await knowledge.settled()
    return shown
  }

  async function take(who: string, what: Inbound['what'], on?: MessageRef): Promise<Seen[]> {
    count += 1
    const id = idOf(who)
    const place = { channel: 'terminal' as const, isDirect: true, person: id }
    const author = { channel: 'terminal' as const, user: id }
    const handled = await engine.handle({
      id: `in-${count}`,
      author,
      at: now,
      place,
      isPrivate: false,
      what,
      ...(on ? { on } : {}),
    })
    if (handled.kind !== 'kept') throw new Error(cardText(handled.card))
    const replies = (await Promise.all(handled.replies.map(show))).flat()
    seen.push(...replies)
    return [...replies, ...(await deliver())]
  }

  /** The button with this label that `who` saw last, and its message. */
  function find(who: string, label: string): { press: Press; on: MessageRef } {
    const messages = new Map(seen.filter(({ to }) => to === who).map((each) => [each.ref, each]))
    for (const { card, ref, delivery } of [...messages.values()].reverse()) {
      const action = actionsOf(card).find((each) => each.label === label)
      const press = action && 'press' in action ? decodePress(action.press) : undefined
      if (press) return { press, on: { address: delivery.to, message: ref } }
    }
    throw new Error(
      `${who} sees no button ${label} among ${[...messages.values()].flatMap(({ card }) => actionsOf(card)).map((a) => a.label)}`,
    )
  }

  return {
    store,
    seen,
    takeGuest: engine.takeGuest,
    clock: () => now,
    /** A frame as if said; the sentence beside it is what was typed. */
    async frame(who: string, frame: Frame, text = ''): Promise<Seen[]> {
      const n = String(count + 1)
      said.set(n, { frame, said: text, accepts: [], aliases: [], overrules: [] })
      return take(who, { kind: 'pressed', press: { action: 'byhand.frame', args: { n } } })
    },
    /** A request to plan, by its slots. */
    async plan(who: string, slots: Slots, text = '', parts: Partial<Frame> = {}): Promise<Seen[]> {
      return this.frame(who, frameOf('schedule_event', { slots, ...parts }), text)
    },
    say: (who: string, text: string): Promise<Seen[]> => take(who, { kind: 'said', text }),
    press(who: string, label: string): Promise<Seen[]> {
      const { press, on } = find(who, label)
      return take(who, { kind: 'pressed', press }, on)
    },
    /** A press as a button would carry it, from whoever sends it. */
    pressed: (who: string, press: Press): Promise<Seen[]> => take(who, { kind: 'pressed', press }),
    submitted: (who: string, press: Press, values: Record<string, string | string[]>): Promise<Seen[]> =>
      take(who, { kind: 'submitted', press, values }),
    submit(who: string, label: string, values: Record<string, string | string[]>): Promise<Seen[]> {
      const { press, on } = find(who, label)
      return take(who, { kind: 'submitted', press, values }, on)
    },
    /** Moves the clock, doing what is due at each full hour on the way. */
    async at(moment: string): Promise<Seen[]> {
      const to = instantAt(moment)
      const shown: Seen[] = []
      for (;;) {
        await engine.runDue()
        shown.push(...(await deliver()))
        if (now >= to) return shown
        now = Math.min((Math.floor(now / HOUR_MS) + 1) * HOUR_MS, to) as Instant
      }
    },
    async events(): Promise<RecordOf<'event'>[]> {
      return (await store.find('event')).filter(({ at }) => at > 0).sort((a, b) => a.at - b.at)
    },
    /** The newest planned event. */
    async planned(): Promise<RecordOf<'event'>> {
      const events = (await store.find('event')).filter(({ id }) => /^t.+-e$/.test(id))
      return events.sort((a, b) => b.at - a.at)[0] ?? fail(new Error('Nothing is planned.'))
    },
  }
}

export type CalendarStage = Awaited<ReturnType<typeof openCalendarStage>>

const fail = (error: unknown): never => {
  throw error
}

function instantAt(moment: string): Instant {
  const local = parseLocalMoment(moment)
  const found = local && instantOf(local, zone)
  if (!found || !('instant' in found)) throw new Error(`${moment} is no moment.`)
  return found.instant
}

export const actionsOf = (card: Card): Action[] =>
  card.parts.flatMap((part) =>
    part.kind === 'actions'
      ? part.actions
      : part.kind === 'fields'
        ? [part.submit, ...(part.cancel ? [part.cancel] : [])]
        : [],
  )

/** All that was shown, as one text, `to` its reader where one is given. */
export const textOf = (seen: readonly Seen[], to?: string): string =>
  seen
    .filter((each) => !to || each.to === to)
    .map(({ text }) => text)
    .join('\n')

export { frameOf }
