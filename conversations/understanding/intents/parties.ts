import type { FrameBuilder } from '../frame-builder.ts'
import { isShouted } from '../names/surroundings.ts'
import { companyRunAt, nameCase, personRunAt } from '../names/unknown.ts'
import type { PersonRef, Reading, Ref } from '../reading.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'

const ABSENT =
  /^(?:(?:was|is|will be) (?:out|away|on leave|off|sick|traveling|gone|not)|(?:could not|can not) (?:make|come|attend|join|be)|has left|left the|no longer|retired|moved on|says hi|said hi)/

/** "June was out", "not Sam": named, but not there. */
const isPresent = (view: Reading['view'], { from, to }: Ref): boolean =>
  !ABSENT.test(view.slice(to, to + 4)) && !/^(?:not|without|minus|except)$/.test(view.items[from - 1]?.word ?? '')

/** The partner's side of a message: the company and those of its people who take part. */
export type Parties = { partner?: Ref; people: PersonRef[] }

/**
 * Whom a contact, a follow-up or an answer is about: people settle the company, where only they are named. Who is absent
 * is part of an answer (`countsAbsent`), but of no contact.
 */
export function readParties(reading: Reading, countsAbsent = false): Parties {
  const { refs, view, knowledge } = reading
  const present = refs.people.filter((person) => countsAbsent || isPresent(view, person))
  const linked = present.find((person) => person.partner !== undefined)
  const homed = linked ? undefined : homeOf(reading, present)
  if (homed) return homed
  const partner = (linked?.partner === undefined ? undefined : refs.partners[linked.partner]) ?? refs.partners[0]
  if (partner) {
    const at = refs.partners.indexOf(partner)
    const ids = new Set(partner.entries.map(({ id }) => id))
    const own = present.filter(
      (person) =>
        person.partner === at ||
        (person.partner === undefined && (person.entries.length !== 1 || ids.has(person.entries[0]?.partner ?? ''))),
    )
    return { partner, people: own }
  }
  const [first] = present
  const home = first?.entries.length === 1 ? first.entries[0]?.partner : undefined
  const entry = home === undefined ? undefined : knowledge.names.get('partner', home)
  if (first && entry) return { partner: refFor(first, entry.name, [entry]), people: present }
  if (present.length > 0) return { people: present }
  return readStrangers(reading)
}

/** "coffee with Sal Ferreira, 6 job shadows at the harbor project": who is named in full is at home elsewhere. */
function homeOf({ refs, knowledge }: Reading, present: readonly PersonRef[]): Parties | undefined {
  const [first] = present
  const [entry] = first?.entries.length === 1 ? first.entries : []
  const isFull =
    entry !== undefined && first?.typed.toLowerCase() === entry.name.toLowerCase() && /\s/.test(first.typed)
  const home = isFull && entry.partner !== undefined ? knowledge.names.get('partner', entry.partner) : undefined
  if (!first || !home || refs.partners.some(({ entries }) => entries.some(({ id }) => id === home.id))) return undefined
  return {
    partner: refFor(first, home.name, [home]),
    people: present.filter(({ entries }) => entries[0]?.partner === home.id),
  }
}

const refFor = (at: Ref, text: string, entries: Ref['entries']): Ref => ({ ...at, typed: text, text, entries })

/** A person or a company that stands alone and that the directory does not have: "called Zenith Labs". */
function readStrangers(reading: Reading): Parties {
  const { message, view } = reading
  const after =
    /\b(?:with|to|called|emailed|texted|met|visited|toured|phoned|from|ping|call|email|re|on|nudge|messaged|about|at|@|zoomed|contact|partner|company|chase|text)(?: :| back to| back| the folks at)?(?= )/g
  for (const { to } of view.matches(after)) {
    const person = personRunAt(message, view, to)
    const isPerson = person && GIVEN_NAMES.has(person.typed.split(/\s+/)[0]?.toLowerCase() ?? '')
    if (person && isPerson) return { people: [strange(person, isShouted(message))] }
    if (view.items[to - 1]?.word === 'on') continue
    const company = companyRunAt(message, view, to)
    if (company) return { partner: strange(company, isShouted(message)), people: [] }
  }
  return { people: [] }
}

const strange = (run: { from: number; to: number; typed: string }, isShouting: boolean): Ref => ({
  from: run.from,
  to: run.to,
  typed: run.typed,
  entries: [],
  text: nameCase(run.typed, isShouting),
  isOwner: false,
})

/** Puts both into a frame: a company in `partner`, people in `people`. */
export function fillParties(frame: FrameBuilder, { partner, people }: Parties): void {
  frame.name('partner', 'partner', partner)
  frame.names('people', 'person', people)
}

/** Companies of an event: those named, and those that its people are at. */
export function readHosts(reading: Reading): { partners: Ref[]; people: PersonRef[] } {
  const { refs, knowledge, view } = reading
  const people = refs.people.filter((person) => isPresent(view, person))
  const partners: Ref[] = [...refs.partners]
  for (const person of people) {
    const home = person.entries.length === 1 ? person.entries[0]?.partner : undefined
    const entry = home === undefined ? undefined : knowledge.names.get('partner', home)
    if (entry && !partners.some(({ entries }) => entries.some(({ id }) => id === entry.id))) {
      partners.push(refFor(person, entry.name, [entry]))
    }
  }
  return { partners, people }
}
