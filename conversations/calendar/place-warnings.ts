import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { dateOf, formatDay } from '../../data/time.ts'
import { daysAt } from './calendar-days.ts'
import { traitsOf } from './kinds.ts'
import { roomCapacity, roomWords } from './rooms.ts'
import type { PlanContext, Warning } from './warnings.ts'

/** What a place is too small for, and who cannot cook there. */
export async function placeWarnings(context: PlanContext, reads: Reads): Promise<Warning[]> {
  return [...capacityWarnings(context), ...(await foodWarnings(context, reads))]
}

function capacityWarnings({ event, names }: PlanContext): Warning[] {
  const { headcount, room, capacity } = event
  if (headcount === undefined || traitsOf(event.event).isAtPartner) return []
  const seats = roomCapacity(names.school, room)
  if (room && seats !== undefined && headcount > seats) {
    const text = `${roomWords(room)} holds ${seats}; ${headcount} are expected.`
    return [{ key: `capacity:${room}:${headcount}`, text, remedy: 'room' }]
  }
  if (capacity !== undefined && headcount > capacity) {
    const text = `At most ${capacity} can come; ${headcount} are expected.`
    return [{ key: `capacity:${capacity}:${headcount}`, text, remedy: 'none' }]
  }
  return []
}

/** Culinary students cannot cook where the school has none, nor on a day on which they are absent. */
async function foodWarnings(context: PlanContext, reads: Reads): Promise<Warning[]> {
  const { event, names, days, now } = context
  if (event.event !== 'breakfast' || event.food !== 'class') return []
  const schools = await culinarySchools(reads)
  const { school } = names
  const warnings: Warning[] = []
  if (school && !schools.some(({ id }) => id === school.id)) {
    const near = schools.slice(0, 2).map(({ name }) => name)
    const where = near.length > 0 ? ` ${near.join(' and ')} ${near.length > 1 ? 'have' : 'has'} one.` : ''
    warnings.push({ key: 'food:none', text: `${school.name} has no culinary program.${where}`, remedy: 'food' })
  }
  if (isClassAbsent({ event, days })) {
    const day = formatDay(event.start, now)
    const text = `Students are absent on ${day}, so a culinary class cannot cook. Adults or a caterer can, or another day.`
    warnings.push({ key: `food:${dateOf(event.start)}`, text, remedy: 'food' })
  }
  return warnings
}

/** Whether the event's day is one on which students are absent. */
export function isClassAbsent({ event, days }: Pick<PlanContext, 'event' | 'days'>): boolean {
  return daysAt(dateOf(event.start), event.school, days).some(({ type }) => type !== 'exam')
}

/** Schools with a program in a cluster of food, by name. */
export async function culinarySchools(reads: Reads): Promise<RecordOf<'school'>[]> {
  const programs = await reads.find('program', { where: { isActive: true } })
  const clusters = new Map((await reads.find('cluster')).map((cluster) => [cluster.id, cluster]))
  const isFood = (program: RecordOf<'program'>): boolean =>
    [program.name, ...program.aliases, clusters.get(program.cluster ?? '')?.name ?? ''].some((name) =>
      /culinary|cook|bak(ing|ery)|pastry|food|catering/i.test(name),
    )
  const ids = new Set(programs.filter(isFood).flatMap(({ school }) => (school ? [school] : [])))
  const schools = await Promise.all([...ids].map((id) => reads.get('school', id)))
  return schools.flatMap((school) => (school ? [school] : [])).sort((a, b) => (a.name < b.name ? -1 : 1))
}
