import { dateOf, isLocalDate, isLocalMoment, isLocalTime, type LocalTime, momentAt, timeOf } from '../../data/time.ts'
import { mergeAnswer } from './answer-merge.ts'
import { bareName, findNamed } from './answer-names.ts'
import { readDateMentions } from './dates/read.ts'
import type { DateMention } from './dates/reading.ts'
import type { Facts } from './facts.ts'
import { type Frame, frameOf, type NamedEntry, type Slots } from './frame.ts'
import { INTENTS } from './intents/registry.ts'
import type { NameKind } from './names/entry.ts'
import { nameCase } from './names/unknown.ts'
import type { Reading } from './reading.ts'
import { findTarget } from './target.ts'
import type { Pending } from './understand.ts'
import { placedDates, resolveIn, saysDay } from './when.ts'

const DROP =
  /^(?:(?:oh|no|ok|actually|sorry|wait|please|just) (?:, )?)*(?:never ?mind|forget (?:it|that|about it)|drop (?:it|that)|cancel(?: (?:it|that|this))?|skip (?:it|that)|stop|leave it|do not bother|not now|do not log (?:it|that))(?: (?:please|thanks|then|for now))*(?: [.!])*$/
const NAME_SLOTS: Partial<Record<keyof Slots, NameKind>> = {
  partner: 'partner',
  partners: 'partner',
  people: 'person',
  school: 'school',
  student: 'student',
  program: 'program',
  cluster: 'cluster',
}

/** True where a text drops the request that is open: "never mind". */
export const dropsRequest = ({ reading }: Facts): boolean => reading.view.has(DROP)

/** A text taken as the answer to an open question; undefined where it says nothing that the request could use. */
export function answerPending(facts: Facts, pending: Pending): Frame | undefined {
  const { frame, slot } = pending
  const read = INTENTS.find(({ intent }) => intent === frame.intent)?.fill(facts) ?? frameOf(frame.intent)
  const said: Slots = { ...read.slots }
  dropUnsaid(facts, frame, said)
  addTimes(facts, frame, said)
  const named: NamedEntry[] = [...read.named]
  const kind = NAME_SLOTS[slot]
  const isOpen = said[slot] === undefined
  const entry = kind && isOpen ? findNamed(facts, pending, kind) : undefined
  const unknown = [...read.unknown]
  if (entry) {
    putName(said, slot, entry.name)
    named.push({ slot, name: entry.name, kind: entry.kind, id: entry.id })
  } else if (kind && isOpen && Object.keys(said).length === 0) {
    const typed = bareName(facts)
    if (typed !== undefined) {
      putName(said, slot, nameCase(typed))
      const near = facts.reading.knowledge.names.nearest(kind, typed, 3).map(({ name }) => name)
      if (kind !== 'person') unknown.push({ slot, typed, near })
    }
  }
  if (slot === 'target' && said.target === undefined) {
    const target = targetAmong(facts, frame, pending.candidates ?? [])
    if (target) said.target = target
  }
  if (Object.keys(said).length === 0) return undefined
  return mergeAnswer(frame, said, { ...read, named, unknown })
}

/** What the reader fills in by itself: a contact's date is today where unsaid. */
function dropUnsaid(facts: Facts, frame: Frame, said: Slots): void {
  if (frame.intent === 'log_contact' && !facts.reading.dates.some(({ shape }) => shape !== 'time')) delete said.date
  if (frame.intent === 'schedule_event' && facts.eventKinds.length === 0) delete said.event
  if (frame.intent === 'record_rsvp' && facts.answer === undefined) delete said.answer
}

/** An hour alone joins the day that is known, a day alone the hour. */
function addTimes({ reading }: Facts, frame: Frame, said: Slots): void {
  const { start: before } = frame.slots
  if (frame.intent !== 'schedule_event' && frame.intent !== 'move_event') return
  const [day] = placedDates(reading).filter(saysDay)
  if (said.start && isLocalDate(said.start) && before && isLocalMoment(before)) {
    said.start = momentAt(said.start, timeOf(before))
    return
  }
  const time = placedDates(reading).find(({ mention }) => mention.expression.clock)?.mention ?? bareHours(reading)
  if (day || !time || !before) return
  const found = resolveIn(reading, time, 'ahead')
  const at = (value: typeof found.start): LocalTime | undefined => (value && isLocalTime(value) ? value : undefined)
  const [start, end] = [at(found.start), at(found.end)]
  if (start) said.start = momentAt(dateOf(before), start)
  if (end) said.end = momentAt(dateOf(before), end)
}

/** "4 to 5", "2": hours that stand alone only in answer to a question for them. */
const bareHours = ({ message }: Reading): DateMention | undefined =>
  readDateMentions(`${/\d\s*(?:to|-|–|until)\s*\d/.test(message.typed) ? 'from' : 'at'} ${message.typed}`)[0]

function putName(said: Slots, slot: keyof Slots, name: string): void {
  if (slot === 'partners' || slot === 'people' || slot === 'clusters' || slot === 'programs') said[slot] = [name]
  else if (slot === 'partner' || slot === 'school' || slot === 'student' || slot === 'program' || slot === 'cluster')
    said[slot] = name
}

/** Which of the events that were offered an answer means: "the one at Edison", "the 20th". */
function targetAmong({ reading, eventKinds }: Facts, frame: Frame, candidates: readonly string[]): string | undefined {
  const { refs } = reading
  const events =
    candidates.length > 0
      ? reading.knowledge.events.filter(({ id }) => candidates.includes(id))
      : reading.knowledge.events
  const dates = placedDates(reading).filter(saysDay)
  const isSilent =
    dates.length + refs.partners.length + refs.people.length + refs.schools.length + eventKinds.length === 0
  if (isSilent) return undefined
  const within = { ...reading, knowledge: { ...reading.knowledge, events } }
  const likely = frame.slots.partner === undefined ? refs.partners : []
  const target = findTarget(within, {
    kinds: eventKinds.map(({ value }) => value),
    dates,
    schools: refs.schools,
    partners: frame.slots.partner === undefined ? [] : refs.partners,
    people: [],
    likely,
  })
  return 'event' in target ? target.event.id : undefined
}
