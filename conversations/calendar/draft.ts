import { lastDayOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { readRule, ruleText } from '../../data/recurrence.ts'
import type { Reads, Result, Write } from '../../data/store.ts'
import { dateOf } from '../../data/time.ts'
import type { Request, Situation } from '../conversation.ts'
import type { Slots } from '../understanding/frame.ts'
import { clustersOf, partnersOf, peopleOf, programsOf, schoolOf } from './event-references.ts'
import { endOnDay, timesAfter, timesOfPeriod } from './event-times.ts'
import { traitsOf } from './kinds.ts'
import { foodSaid, saysAssembly, saysMost, sharesSaid } from './said-details.ts'

/** An event as a request has it, and the partners and people that come into being with it. */
export type Draft = { event: RecordOf<'event'>; writes: Write[]; before?: RecordOf<'event'> }

/**
 * The event that a request's slots describe; with `before`, that event with the slots changed. Every name has been asked
 * about already. A sentence where a rule is none that events can repeat by.
 */
export async function draftEvent(
  request: Request,
  situation: Situation,
  before?: RecordOf<'event'>,
): Promise<Result<Draft, string>> {
  const { slots } = request.frame
  const { turn, reads, now, speaker } = situation
  const base = before ?? blankEvent(slots, `${turn}-e`, speaker.id, now)
  const rule = slots.repeats ? readRule(slots.repeats) : undefined
  if (rule && !rule.ok) return rule
  const schoolId = (await schoolOf(request, reads)) ?? base.school ?? (before ? undefined : speaker.school)
  const school = schoolId ? await reads.get('school', schoolId) : undefined
  const partners = slots.partners ? await partnersOf(slots.partners, request, turn, reads) : undefined
  const partnerIds = partners?.ids ?? base.partners
  const people = slots.people ? await peopleOf(slots.people, partnerIds, request, turn, reads) : undefined
  const programs = slots.programs ? await programsOf(slots.programs, schoolId, request, reads) : base.programs
  const times = timesOf(slots, base, school, before !== undefined)
  const details = await detailsOf(request, base, schoolId, reads)
  const { end: _, ...rest } = base
  const event: RecordOf<'event'> = {
    ...rest,
    event: slots.event ?? base.event,
    ...times,
    ...(rule ? { repeats: ruleText(rule.value) } : {}),
    ...(schoolId ? { school: schoolId } : {}),
    partners: partnerIds,
    // The people named were at a company that it was not.
    people: people?.ids ?? (base.partners.every((id) => partnerIds.includes(id)) ? base.people : []),
    ...(people ? { otherPeople: people.others } : {}),
    clusters: slots.clusters ? await clustersOf(slots.clusters, reads) : base.clusters,
    programs,
    ...(slots.room !== undefined ? { room: slots.room } : {}),
    ...(slots.period !== undefined ? { period: slots.period, isByPeriod: true } : {}),
    ...(slots.headcount !== undefined ? { headcount: slots.headcount } : {}),
    ...details,
  }
  const writes = [...(partners?.writes ?? []), ...(people?.writes ?? [])]
  const kept = withoutEmpty({ ...event, lastDay: lastDayOf(event) })
  return { ok: true, value: { event: kept, writes, ...(before ? { before } : {}) } }
}

/** A form empties a field by an empty text. */
function withoutEmpty(event: RecordOf<'event'>): RecordOf<'event'> {
  const { room, period, repeats, ...rest } = event
  return { ...rest, ...(room ? { room } : {}), ...(period ? { period } : {}), ...(repeats ? { repeats } : {}) }
}

function blankEvent(slots: Slots, id: string, owner: string, at: RecordOf<'event'>['at']): RecordOf<'event'> {
  if (!slots.event || !slots.start) throw new Error('An event without a kind or a day went past its question.')
  return {
    id,
    version: 0,
    event: slots.event,
    start: slots.start,
    partners: [],
    people: [],
    clusters: [],
    programs: [],
    skips: [],
    lastDay: dateOf(slots.start),
    isCancelled: false,
    owner,
    sequence: 0,
    at,
    extra: {},
  }
}

/** Hours as said, else the period's, else those it had. */
function timesOf(
  slots: Slots,
  base: RecordOf<'event'>,
  school: RecordOf<'school'> | undefined,
  isChange: boolean,
): Pick<RecordOf<'event'>, 'start' | 'end'> {
  const isPeriodChange = isChange && slots.period !== undefined && slots.period !== base.period
  const bells = isPeriodChange ? timesOfPeriod(dateOf(slots.start ?? base.start), slots.period, school) : undefined
  if (bells) return bells
  if (isChange) return slots.start || slots.end ? timesAfter(base, slots) : keptTimes(base)
  return { start: base.start, ...(slots.end ? { end: endOnDay(base.start, slots.end) } : {}) }
}

const keptTimes = ({ start, end }: RecordOf<'event'>): Pick<RecordOf<'event'>, 'start' | 'end'> => ({
  start,
  ...(end ? { end } : {}),
})

/** What the sentence says beside its slots. */
async function detailsOf(
  { frame, said }: Request,
  base: RecordOf<'event'>,
  school: string | undefined,
  reads: Reads,
): Promise<Partial<RecordOf<'event'>>> {
  const { event = base.event, headcount } = frame.slots
  const isMost = headcount !== undefined && (traitsOf(event).isLimited || saysMost(said))
  const shares = sharesSaid(
    said,
    await reads.find('program', { where: { ...(school ? { school } : {}), isActive: true } }),
  )
  const food = event === 'breakfast' ? (foodOf(frame.extra.food) ?? foodSaid(said)) : undefined
  return {
    ...(isMost ? { capacity: headcount } : {}),
    ...(shares.length > 0 && traitsOf(event).isLimited ? { shares } : {}),
    ...(food ? { food } : {}),
    ...(saysAssembly(said) || frame.extra.assembly === true ? { isAssembly: true } : {}),
  }
}

const foodOf = (value: unknown): RecordOf<'event'>['food'] =>
  value === 'class' || value === 'caterer' || value === 'adults' ? value : undefined
