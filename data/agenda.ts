import { mayTakePlace, type Occurrence, occurrencesOf, ruleDays } from './occurrences.ts'
import type { RecordOf } from './records.ts'
import type { Reads } from './store.ts'
import type { LocalDate } from './time.ts'

/** What of the calendar is asked for: days, both inside, and whose. */
export type AgendaQuery = {
  from: LocalDate
  to: LocalDate
  school?: string
  partner?: string
  cluster?: string
  /** Events that this staff member organizes, is invited to, or whose class comes. */
  staff?: string
  /** A kind of event. */
  event?: string
}

/** All that takes place in those days, in order. The one source of chat, page and feed. */
export async function agendaOf(query: AgendaQuery, reads: Reads): Promise<Occurrence[]> {
  const events = await reads.find('event', {
    where: {
      ...mayTakePlace(query.from, query.to),
      ...(query.school ? { school: query.school } : {}),
      ...(query.event ? { event: query.event } : {}),
    },
  })
  const isWanted = await filterOf(query, reads)
  const timesOf = query.staff ? await timesOfStaff(query.staff, reads) : undefined
  const isOwn = ({ event, date }: Occurrence): boolean => {
    const times = timesOf?.(event) ?? 'all'
    return times === 'all' || times.some((time) => ruleDays(event)[time] === date)
  }
  return events
    .filter(isWanted)
    .flatMap((event) => occurrencesOf(event, query.from, query.to))
    .filter(isOwn)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.event.id < b.event.id ? -1 : 1))
}

async function filterOf(
  { partner, cluster }: AgendaQuery,
  reads: Reads,
): Promise<(event: RecordOf<'event'>) => boolean> {
  const byPartner = partner ? await withPartner(partner, reads) : undefined
  const byCluster = cluster ? await inCluster(cluster, reads) : undefined
  return (event) => (!byPartner || byPartner(event)) && (!byCluster || byCluster(event))
}

/** Events that name the partner, or to which it is invited or has answered other than no. */
async function withPartner(partner: string, reads: Reads): Promise<(event: RecordOf<'event'>) => boolean> {
  const invited = await reads.find('invitation', { where: { partner } })
  const answered = await reads.find('rsvp', { where: { partner } })
  const ids = new Set([
    ...invited.filter(({ isWithdrawn }) => !isWithdrawn).map(({ event }) => event),
    ...answered.filter(({ answer }) => answer !== 'no').map(({ event }) => event),
  ])
  return (event) => event.partners.includes(partner) || ids.has(event.id)
}

/** Events of a cluster: named for it, for one of its programs, or with one of its partners. */
async function inCluster(cluster: string, reads: Reads): Promise<(event: RecordOf<'event'>) => boolean> {
  const programs = new Set((await reads.find('program', { where: { cluster } })).map(({ id }) => id))
  const partners = new Set((await reads.find('partner', { where: { cluster } })).map(({ id }) => id))
  return (event) =>
    event.clusters.includes(cluster) ||
    event.programs.some((id) => programs.has(id)) ||
    (event.clusters.length === 0 && event.programs.length === 0 && event.partners.some((id) => partners.has(id)))
}

/** Of an event, the times that concern a staff member: all, or those they are asked to by their places in the series. */
export type StaffTimes = (event: RecordOf<'event'>) => 'all' | readonly number[]

/** Events that a staff member organizes, is invited to, or whose class comes. */
export async function timesOfStaff(staff: string, reads: Reads): Promise<StaffTimes> {
  const member = await reads.get('staff', staff)
  const invited = (await reads.find('invitation', { where: { staff } })).filter(({ isWithdrawn }) => !isWithdrawn)
  return (event) => {
    const own = invited.filter((invitation) => invitation.event === event.id)
    const isOfClass =
      event.school !== undefined &&
      event.school === member?.school &&
      event.programs.some((id) => member.programs.includes(id))
    if (event.owner === staff || isOfClass || own.some(({ time }) => time === undefined)) return 'all'
    return own.flatMap(({ time }) => (time === undefined ? [] : [time]))
  }
}
