import type { Facts } from '../facts.ts'
import type { FrameBuilder } from '../frame-builder.ts'
import type { ScheduledEvent } from '../knowledge.ts'
import { readInHouse } from '../readers/in-house.ts'
import type { Ref } from '../reading.ts'
import { type Description, findTarget, type Target } from '../target.ts'
import { type Placed, saysDay } from '../when.ts'
import { type Evidence, sumOf } from './intent.ts'

/** What a scheduled event may be called. */
const EVENT =
  '(?:breakfast|breakfasts|speaker|talk|career day|career fair|job shadow|job shadowing|shadow day|site visit|visit|tour|field trip|advisory|advisory meeting|mock interview|mock interviews|mocks|interviews|competition|contest|meeting|event|presentation|thing|session|one|call|lunch|coffee|it|that|panel|appointment|hackathon|class talk|interview day|shadow)'

/** A change that is asked for, not only told of. */
const REQUEST =
  /^(?:(?:please|pls|hi|hey|ok|can you|could you|can we|we need to|need to|MENTION|i need to|we have to|let us) (?:, )?)*(?:cancel|move|push|reschedule|postpone|call off|scrap|bump|shift|drop|delete|remove)\b/

/** "move it to the 17th": the event just spoken of. */
const IT_MOVED =
  /^(?:(?:please|pls|hey|ok|so|and|can you|could you|can we|we need to|let us|lets|actually|MENTION) (?:, )?)*(?:move|push|bump|reschedule|postpone|shift|slide|change|switch) (?:it|that|this)(?: one)?(?= |$)/

/** "cancel my sub request": what is called off has a name, and it is no event. */
const OTHER_THING =
  /\b(?:cancel|cancelled|canceled|move|moved|push|reschedule|postpone|scrap|delete|remove|drop|change) (?:the|my|our|a|an|his|her|their|all) [a-z]/

/** A word for an event, or a name and a date that stand for one. */
export function weighEvent(facts: Facts, found: Evidence[]): Evidence[] {
  if (!found.some(({ weight }) => weight >= 3)) return sumOf(found) >= 3 && facts.eventKinds.length > 0 ? found : []
  const isAbout = facts.reading.refs.partners.length + facts.reading.refs.people.length > 0
  const isSpoken = readInHouse(facts.reading.view).length === 0
  const isIt = facts.reading.view.has(IT_MOVED) && facts.reading.dates.length > 0
  const hasKind =
    facts.eventKinds.some(({ value, why }) => value !== 'meeting' || isAbout || /meeting/.test(why)) ||
    (isSpoken &&
      new RegExp(`\\b(?:the|our|that|this|his|her|their|PARTNER|SCHOOL|PERSON|DAY) (?:\\S+ )?${EVENT}\\b`).test(
        facts.reading.view.text,
      ))
  const { refs, view } = facts.reading
  if (isIt && !hasKind) return [...found, { weight: 0.5, why: 'it, whatever was spoken of' }]
  if (!hasKind && (view.has(OTHER_THING) || readInHouse(view).length > 0))
    found.push({ weight: -3, why: 'something else is meant' })
  const hasName = refs.partners.length + refs.people.length + refs.schools.length > 0
  if (hasKind) found.push({ weight: 1.5, why: 'an event' })
  else if (!hasName) found.push({ weight: -2.5, why: 'no event named' })
  else if (facts.reading.dates.length === 0 && !facts.reading.view.has(REQUEST))
    found.push({ weight: -3, why: 'no event named' })
  return found
}

/** Notes the event, or why it is not clear which. */
export function setTarget(frame: FrameBuilder, target: Target): ScheduledEvent | undefined {
  if ('problem' in target) {
    frame.problem(target.problem).extra({ candidates: target.matches.map(({ id }) => id) })
    return undefined
  }
  frame.set('target', target.event.id)
  return target.event
}

/** Dates that stand by the event's name, and are not a reason given behind it ("he's out that week"). */
export function nearEvent({ eventKinds, reading }: Facts, dates: readonly Placed[]): Placed[] {
  const at = eventKinds[0]?.from
  const isReason = (placed: Placed): boolean =>
    /\b(?:out|away|(?<!\b(?:call|called|calling) )off|busy|closed|until|since|because|back) (?:\S+ )?$/.test(
      `${reading.view.slice(Math.max(0, placed.at - 2), placed.at)} `,
    )
  return dates.filter(
    (placed) => saysDay(placed) && !isReason(placed) && (at === undefined || Math.abs(placed.at - at) <= 9),
  )
}

/** The event that a change is about: kind, school, and the names that stand with its kind. */
export function describe({ reading, eventKinds }: Facts, dates: readonly Placed[]): Target {
  const { refs, view } = reading
  const kind = eventKinds[0]
  const isBeside = ({ from, to }: Ref): boolean => {
    if (!kind) return true
    const between = from >= kind.to ? view.slice(kind.to, from) : view.slice(to, kind.from)
    return !/(?: |^)(?:[.,;!?\n-]|because|since|so|and i|as)(?: |$)/.test(between) && between.split(' ').length <= 7
  }
  const base: Description = {
    kinds: kind ? [kind.value] : [],
    dates,
    schools: refs.schools,
    partners: refs.partners.filter(isBeside),
    people: refs.people.filter(isBeside),
    likely: [...refs.partners, ...refs.people],
  }
  const target = findTarget(reading, base)
  // "vikram can't do the 29th, bump his talk": whoever is named tells which, where the kind alone does not.
  if (!('problem' in target) || target.problem !== 'ambiguous_event' || refs.people.length === 0) return target
  const theirs = findTarget(reading, { ...base, people: refs.people })
  return 'problem' in theirs ? target : theirs
}
