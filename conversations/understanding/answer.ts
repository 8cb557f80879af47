import {
  addMinutes,
  dateOf,
  isLocalDate,
  isLocalMoment,
  isLocalTime,
  type LocalTime,
  momentAt,
  timeOf,
} from '../../data/time.ts'
import { readDateMentions } from './dates/read.ts'
import type { DateMention } from './dates/reading.ts'
import type { Facts } from './facts.ts'
import { type Frame, frameOf, type NamedEntry, type Problem, type Slots } from './frame.ts'
import { INTENTS } from './intents/registry.ts'
import type { NameEntry, NameKind } from './names/entry.ts'
import { joinWords, nameWords } from './names/key.ts'
import { nameCase } from './names/unknown.ts'
import { missingIn } from './needs.ts'
import type { Reading, Ref } from './reading.ts'
import { findTarget } from './target.ts'
import type { Pending } from './understand.ts'
import { placedDates, resolveIn, saysDay } from './when.ts'

const DROP =
  /^(?:(?:oh|no|ok|actually|sorry|wait|please|just) (?:, )?)*(?:never ?mind|forget (?:it|that|about it)|drop (?:it|that)|cancel(?: (?:it|that|this))?|skip (?:it|that)|stop|leave it|do not bother|not now|do not log (?:it|that))(?: (?:please|thanks|then|for now))*(?: [.!])*$/
/** Words before the name that answers: "it was", "the one at". */
const LEAD =
  /^(?:(?:it was|its|it is|that was|i meant|i mean|with|at|from|the one (?:at|from|with)|for|to|oh|um|uh|sorry|no|yes|yeah|ok|that would be|thats|school is|partner is|actually|probably|he is|she is|they are|hes|shes|meant|was)[,:]? )+/i
/** Words of an answer that is a name and nothing else. */
const MOST_NAME_WORDS = 6

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
export const dropsRequest = ({ reading }: Facts): boolean => DROP.test(reading.view.text)

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
  return merge(frame, said, { ...read, named, unknown })
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

const bareName = ({ reading }: Facts): string | undefined => {
  const typed = reading.message.typed
    .replace(/[.!?]+\s*$/, '')
    .replace(LEAD, '')
    .trim()
  const words = typed.split(/\s+/)
  return typed !== '' && words.length <= MOST_NAME_WORDS && /\p{L}/u.test(typed) && reading.dates.length === 0
    ? typed
    : undefined
}

/** A name in answer to a question for one: of the candidates first, then of the whole directory. */
function findNamed(facts: Facts, { frame, slot, candidates = [] }: Pending, kind: NameKind): NameEntry | undefined {
  const { names } = facts.reading.knowledge
  const linked = linkedAmong(facts, frame, slot, kind)
  if (linked) return linked
  const typed = bareName(facts)
  if (typed === undefined) return undefined
  const words = nameWords(typed)
  const offered = [
    ...candidates,
    ...frame.ambiguous.filter((doubt) => doubt.slot === slot).flatMap((doubt) => doubt.candidates),
  ]
  const found = names
    .find(joinWords(words))
    .map(({ entry }) => entry)
    .filter((entry) => entry.kind === kind)
  const among = found.filter(({ name }) => offered.includes(name))
  const [exact] = among.length > 0 ? among : found
  if (exact && (among.length === 1 || found.length === 1)) return exact
  const hinted = [...new Set(offered)].filter((name) =>
    words.some((word) => word.length > 2 && nameWords(name).includes(word)),
  )
  const [only] = hinted
  return only !== undefined && hinted.length === 1
    ? names.find(joinWords(nameWords(only))).find(({ entry }) => entry.name === only)?.entry
    : undefined
}

const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  '1': 0,
  second: 1,
  '2nd': 1,
  '2': 1,
  third: 2,
  '3rd': 2,
  '3': 2,
  last: -1,
}

/** "the one at DuSable", "second one": one of the candidates by its school, its company, its program or its place. */
function linkedAmong({ reading }: Facts, frame: Frame, slot: keyof Slots, kind: NameKind): NameEntry | undefined {
  const { refs, knowledge, view } = reading
  const candidates = frame.ambiguous.filter((doubt) => doubt.slot === slot).flatMap((doubt) => doubt.candidates)
  const entries = candidates.flatMap((name) =>
    knowledge.names
      .find(joinWords(nameWords(name)))
      .flatMap(({ entry }) => (entry.kind === kind && entry.name === name ? [entry] : [])),
  )
  const place = /^(?:the )?(\w+)(?: one)?$/.exec(view.text)?.[1]
  if (place !== undefined && place in PLACES) return entries.at(PLACES[place] ?? 0)
  const ids = (list: readonly Ref[]): Set<string> =>
    new Set(list.flatMap((ref) => ref.entries.flatMap(({ id, name }) => [id, name])))
  const [schools, partners, programs] = [ids(refs.schools), ids(refs.partners), ids(refs.programs)]
  const fits = entries.filter(
    ({ school, partner, program }) =>
      (school !== undefined && schools.has(school)) ||
      (partner !== undefined && partners.has(partner)) ||
      (program !== undefined && programs.has(program)),
  )
  return fits.length === 1 ? fits[0] : undefined
}

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

const LISTS = ['partners', 'people', 'clusters', 'programs'] as const
const DATE_PROBLEMS: readonly Problem[] = ['impossible_date', 'weekday_mismatch', 'past_date', 'holiday']
const PROBLEM_SLOTS: readonly [Problem, readonly (keyof Slots)[]][] = [
  ['ambiguous_partner', ['partner', 'partners']],
  ['ambiguous_person', ['people']],
  ['ambiguous_school', ['school']],
  ['ambiguous_student', ['student']],
  ['ambiguous_event', ['target']],
  ['unknown_event', ['target']],
]

/** The waiting frame with what was said put in, and its doubts about that gone. */
function merge(frame: Frame, said: Slots, read: Frame): Frame {
  const slots: Slots = { ...frame.slots, ...said }
  for (const list of LISTS) {
    const both = [...(frame.slots[list] ?? []), ...(said[list] ?? [])]
    if (said[list]) slots[list] = [...new Set(both)]
  }
  if (slots.event === 'breakfast' && slots.start && isLocalDate(slots.start))
    slots.start = momentAt(slots.start, '08:00' as LocalTime)
  if (slots.event === 'breakfast' && said.start && slots.start && isLocalMoment(slots.start) && !said.end)
    slots.end = addMinutes(slots.start, 60)
  const isSaid = (slot: keyof Slots): boolean => said[slot] !== undefined
  const isDated = isSaid('date') || isSaid('start') || isSaid('followUp')
  const settled = new Set<Problem>(isDated ? DATE_PROBLEMS : [])
  for (const [problem, owners] of PROBLEM_SLOTS) if (owners.some(isSaid)) settled.add(problem)
  const fresh = read.problems.filter((problem) => DATE_PROBLEMS.includes(problem) || read.ambiguous.length > 0)
  const problems = [...new Set([...frame.problems.filter((problem) => !settled.has(problem)), ...fresh])]
  const ambiguous = [...frame.ambiguous.filter(({ slot }) => !isSaid(slot)), ...read.ambiguous]
  const unknown = [...frame.unknown.filter(({ slot }) => !isSaid(slot)), ...read.unknown]
  const named = [
    ...frame.named.filter(({ slot }) => !isSaid(slot) || LISTS.some((list) => list === slot)),
    ...read.named,
  ]
  const missing = missingIn({ intent: frame.intent, slots, ambiguous })
  const asks = problems.length > 0 || ambiguous.length > 0 || unknown.length > 0 || missing.length > 0
  return { ...frame, slots, problems, ambiguous, unknown, named, missing, asks }
}
