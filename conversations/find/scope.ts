import type { RecordOf } from '../../data/records.ts'
import { formatDay, type LocalDate } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { partnerNamed } from '../names-to-records.ts'
import type { Slots } from '../understanding/frame.ts'

/** What an answer is narrowed to; as button arguments, so that the next page is of the same. */
export type Scope = {
  partner?: string
  cluster?: string
  school?: string
  from?: LocalDate
  to?: LocalDate
  days?: number
  /** A kind of event. */
  event?: string
}

/** The scope that a frame's slots name; ids for names. */
export async function scopeOf(slots: Slots, { reads }: Moment): Promise<Scope> {
  const partner = slots.partner ? await partnerNamed(slots.partner, reads) : undefined
  const cluster = slots.cluster
    ? (await reads.find('cluster', { where: { name: slots.cluster }, limit: 1 }))[0]
    : undefined
  const school = slots.school ? (await reads.find('school', { where: { name: slots.school }, limit: 1 }))[0] : undefined
  return {
    ...(partner ? { partner: partner.id } : {}),
    ...(cluster ? { cluster: cluster.id } : {}),
    ...(school ? { school: school.id } : {}),
    ...(slots.from ? { from: slots.from } : {}),
    ...(slots.to ? { to: slots.to } : {}),
    ...(slots.days !== undefined ? { days: slots.days } : {}),
  }
}

export function scopeToArgs(scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(scope).map(([key, value]) => [key, String(value)]))
}

export function scopeFromArgs(args: Readonly<Record<string, string>>): Scope {
  const { partner, cluster, school, from, to, days, event } = args
  return {
    ...(partner ? { partner } : {}),
    ...(cluster ? { cluster } : {}),
    ...(school ? { school } : {}),
    // Our own buttons carry what `scopeToArgs` wrote.
    ...(from ? { from: from as LocalDate } : {}),
    ...(to ? { to: to as LocalDate } : {}),
    ...(days ? { days: Number(days) } : {}),
    ...(event ? { event } : {}),
  }
}

/** The range condition of a span; undefined where there is none. */
export const rangeOf = ({ from, to }: Scope): { from?: string; to?: string } | undefined =>
  from || to ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : undefined

/** " from Mon, Feb 1 to Sun, Feb 28", " of Construction": what a title adds. */
export async function scopeWords(scope: Scope, { reads, local }: Moment): Promise<string> {
  const name = async (kind: 'partner' | 'cluster' | 'school', id: string | undefined): Promise<string | undefined> =>
    id ? (await reads.get(kind, id))?.name : undefined
  const partner = await name('partner', scope.partner)
  const cluster = await name('cluster', scope.cluster)
  const school = await name('school', scope.school)
  const { from, to } = scope
  const span =
    from && from === to
      ? `, ${formatDay(from, local)}`
      : `${from ? ` from ${formatDay(from, local)}` : ''}${to ? ` to ${formatDay(to, local)}` : ''}`
  return `${partner ? ` with ${partner}` : ''}${cluster ? ` in ${cluster}` : ''}${school ? ` at ${school}` : ''}${span}`
}

/** Partners of a cluster, by id; undefined where the scope names none. */
export async function partnersInScope(
  { cluster, partner }: Scope,
  { reads }: Moment,
): Promise<RecordOf<'partner'>[] | undefined> {
  if (partner) {
    const only = await reads.get('partner', partner)
    return only ? [only] : []
  }
  return cluster ? reads.find('partner', { where: { cluster, isActive: true } }) : undefined
}
