import type { Knowledge } from '../knowledge.ts'
import type { PersonRef, Ref, Refs } from '../reading.ts'
import type { Message } from '../text/message.ts'
import type { View } from '../text/view.ts'
import type { Name } from './choose.ts'
import type { NameEntry, NameKind } from './entry.ts'
import { addNewcomers } from './newcomers.ts'
import { mergeSettled, narrowTo, settlePartners } from './settle-partners.ts'
import { isShouted } from './surroundings.ts'
import { nameCase } from './unknown.ts'

/** The names of a message by kind, new people and companies among them, each settled as far as the message settles it. */
export function settleNames(message: Message, view: View, knowledge: Knowledge): Refs {
  const refs: Refs = { partners: [], people: [], schools: [], students: [], programs: [], clusters: [] }
  view.items.forEach((item, at) => {
    if (item.name) add(refs, item.name, at)
  })
  addNewcomers(message, view, refs, isShouted(message))
  refs.people.sort((a, b) => a.from - b.from)
  refs.partners.sort((a, b) => a.from - b.from)
  mergeSettled(view, refs)
  linkPeople(view, refs)
  settlePartners(message, view, refs)
  settlePeople(refs, knowledge)
  settleSchools(refs, knowledge)
  settleStudents(refs)
  return refs
}

function refOf(name: Name, at: number, kind: NameKind): Ref {
  const entries = name.options.find((option) => option.kind === kind)?.entries ?? name.entries
  const text = entries.length === 1 ? (entries[0]?.name ?? name.typed) : nameCase(name.typed)
  return { from: at, to: at + 1, typed: name.typed, entries, text, isOwner: name.isOwner }
}

function add(refs: Refs, name: Name, at: number): void {
  const ref = refOf(name, at, name.kind)
  switch (name.kind) {
    case 'partner':
      refs.partners.push(ref)
      return
    case 'person':
      refs.people.push(ref)
      return
    case 'school':
      refs.schools.push(ref)
      return
    case 'student':
      refs.students.push(ref)
      return
    case 'program':
      refs.programs.push(ref)
      return
    case 'cluster':
      refs.clusters.push(ref)
      return
    case 'staff':
      return
  }
}

/** Which company each person is at, by the words between them. */
function linkPeople(view: View, refs: Refs): void {
  const partnerAt = (item: number): number => refs.partners.findIndex(({ from }) => from === item)
  for (let at = refs.people.length - 1; at >= 0; at--) {
    const person = refs.people[at]
    if (!person) continue
    const word = (item: number): string => view.items[item]?.word ?? ''
    let next = person.to
    while (/^(?:from|at|of|with|over|@|\(|,|-|\/|the|here|back|and)$/.test(word(next)) && next < person.to + 3) next++
    let found = next > person.to && word(person.to) !== 'and' ? partnerAt(next) : -1
    if (found < 0 && /^[,(]$/.test(word(person.to))) found = partnerAt(appositionOf(word, person.to))
    if (found < 0 && view.items[person.from - 1]?.name?.isOwner) found = partnerAt(person.from - 1)
    const beside = refs.people[at + 1]
    if (found < 0 && beside && beside.partner !== undefined && beside.from - person.to <= 2) found = beside.partner
    if (found < 0 && /^(?:[:/(,-]|contact)$/.test(word(person.from - 1))) {
      let before = person.from - 1
      while (before > person.from - 5 && !/^PARTNER$/.test(word(before))) before--
      const between = view.items
        .slice(before + 1, person.from)
        .every(({ word: w }) => /^(?:[:/(,\n-]|contact|who|with|person)$/.test(w))
      if (between) found = partnerAt(before)
    }
    if (found >= 0) person.partner = found
  }
}

/** The company in "Dr. Lowell, the new chief nurse at Northfork", as an item; -1 where there is none. */
function appositionOf(word: (item: number) => string, comma: number): number {
  if (!/^(?:the|a|an|their|our|new|who)$/.test(word(comma + 1))) return -1
  for (let at = comma + 2; at <= comma + 8; at++) {
    if (/^[.,;!?\n]$/.test(word(at))) return -1
    if (/^(?:at|of|from|for|with)$/.test(word(at)))
      return [at + 1, at + 2].find((next) => word(next) === 'PARTNER') ?? -1
  }
  return -1
}

const partnerIds = (ref: Ref): Set<string> => new Set(ref.entries.map(({ id }) => id))
/** A person settles a company and the other way round. */
function settlePeople(refs: Refs, knowledge: Knowledge): void {
  const { names } = knowledge
  for (const person of refs.people) {
    const linked = person.partner === undefined ? undefined : refs.partners[person.partner]
    const pools = linked ? [linked] : refs.partners
    const all = new Set(pools.flatMap((pool) => [...partnerIds(pool)]))
    if (pools.length === 0) continue
    const inside = person.entries.filter(({ partner }) => partner !== undefined && all.has(partner))
    const meant =
      inside.length > 0 ? inside : [...all].slice(0, 50).flatMap((id) => names.peopleNamed(id, person.typed))
    if (meant.length > 0) {
      narrowTo(person, meant)
      const ids = new Set(meant.flatMap(({ partner }) => partner ?? []))
      const pool = pools.find((ref) => [...partnerIds(ref)].some((id) => ids.has(id)))
      if (pool) {
        narrowTo(
          pool,
          pool.entries.filter(({ id }) => ids.has(id)),
        )
        person.partner = refs.partners.indexOf(pool)
      }
    } else if (linked) {
      markNew(person)
    } else if (person.entries.length !== 1 && all.size > 0) {
      markNew(person)
      person.partner = 0
    }
  }
}

function markNew(person: PersonRef): void {
  person.entries = []
  person.text = nameCase(person.typed)
}

/** A program, or a student, that only one of several schools has settles the school. */
function settleSchools(refs: Refs, knowledge: Knowledge): void {
  for (const school of refs.schools) {
    if (school.entries.length < 2) continue
    const programs = new Set(refs.programs.flatMap(({ entries }) => entries.map(({ name }) => name)))
    const teaching = school.entries.filter(({ id }) =>
      knowledge.names.programsOf(id).some(({ name }) => programs.has(name)),
    )
    const students = new Set(refs.students.flatMap(({ entries }) => entries.flatMap(({ school: own }) => own ?? [])))
    const attended = school.entries.filter(({ id }) => students.has(id))
    if (teaching.length === 1) narrowTo(school, teaching)
    else if (attended.length === 1) narrowTo(school, attended)
  }
}

/** A school or a program settles which of several students is meant. */
function settleStudents(refs: Refs): void {
  const schools = new Set(refs.schools.flatMap(({ entries }) => entries.map(({ id }) => id)))
  const programs = new Set(refs.programs.flatMap(({ entries }) => entries.map(({ name }) => name)))
  const clusters = new Set(refs.clusters.flatMap(({ entries }) => entries.map(({ id }) => id)))
  for (const student of refs.students) {
    for (const fits of [
      (entry: NameEntry) => entry.school !== undefined && schools.has(entry.school),
      (entry: NameEntry) => entry.program !== undefined && programs.has(entry.program),
      (entry: NameEntry) => entry.cluster !== undefined && clusters.has(entry.cluster),
    ]) {
      if (student.entries.length < 2) break
      const kept = student.entries.filter(fits)
      if (kept.length > 0) narrowTo(student, kept)
    }
  }
}
