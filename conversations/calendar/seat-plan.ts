import { createHash } from 'node:crypto'
import type { RecordOf } from '../../data/records.ts'
import type { Moment } from '../conversation.ts'
import { type GuestParty, guestsAt, type SeatGuests } from './seat-guests.ts'
import { type SeatingProblem, seatGuests, type Unmet, unmetIn } from './seats.ts'

type SeatPlan = RecordOf<'seatPlan'>

/** Guests at a table where nobody said otherwise. */
export const USUAL_TABLE_SIZE = 8
export const SMALLEST_TABLE = 2
export const LARGEST_TABLE = 20

/** Guests of one party at one table; `seats` has a line for each of them, by name where it is known. */
export type SeatedParty = GuestParty & { guests: number; seats: string[] }
export type Table = { number: number; clusters: string[]; parties: SeatedParty[] }

export type SeatView = {
  event: RecordOf<'event'>
  /** As kept, or as it is to be kept: `isKept` is false where answers have come since. */
  plan: SeatPlan
  isKept: boolean
  before?: SeatPlan
  tables: Table[]
  guests: SeatGuests
  unmet: Unmet[]
}

/** What a person changes of a plan: everything else follows from the answers. */
export type SeatWishes = Partial<Pick<SeatPlan, 'tableSize' | 'pins'>> & {
  /** Without regard to who sits where now. */
  isAfresh?: boolean
  /** As they will be once this turn is kept; absent: as they are. */
  answers?: readonly RecordOf<'rsvp'>[]
}

/** Who sits where at an event, by its answers and the plan before. The same for chat, pages and the clock. */
export async function seatsAt(
  event: RecordOf<'event'>,
  { reads, now }: Pick<Moment, 'reads' | 'now'>,
  wishes: SeatWishes = {},
): Promise<SeatView> {
  const [before] = await reads.find('seatPlan', { where: { event: event.id }, limit: 1 })
  const tableSize = wishes.tableSize ?? before?.tableSize ?? USUAL_TABLE_SIZE
  const pins = wishes.pins ?? before?.pins ?? []
  const wished = pins.flatMap(({ parties }) => parties)
  const guests = await guestsAt(event, reads, { known: wishes.answers, wished })
  const problem: SeatingProblem = {
    parties: guests.parties,
    tableSize,
    pins: pins.map(({ parties }) => parties),
    apart: guests.apart,
  }
  const basis = basisOf(problem)
  if (before && before.basis === basis && !wishes.isAfresh) {
    return viewOf(event, before, guests, unmetIn(problem, before.seats), before)
  }
  const seating = seatGuests({ ...problem, ...(before && !wishes.isAfresh ? { before: before.seats } : {}) })
  const seats = seating.tables.flatMap(({ number, parties }) =>
    parties.map(({ party, guests: count }) => ({ table: number, party, guests: count })),
  )
  const plan: SeatPlan = {
    id: before?.id ?? seatPlanId(event.id),
    version: before?.version ?? 0,
    event: event.id,
    tableSize,
    seats,
    pins,
    moves: movesFrom(before?.seats ?? [], seats),
    basis,
    at: now,
  }
  return viewOf(event, plan, guests, seating.unmet, before)
}

export const seatPlanId = (event: string): string => `seats-${event}`

function basisOf({ parties, tableSize, pins, apart }: SeatingProblem): string {
  const made = [tableSize, pins, apart, parties.map(({ id, kind, size, clusters }) => [id, kind, size, clusters])]
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22)
}

function movesFrom(before: SeatPlan['seats'], after: SeatPlan['seats']): SeatPlan['moves'] {
  return after.flatMap(({ party, table }) => {
    const was = before.filter((seat) => seat.party === party)
    const [first] = was
    return first && !was.some((seat) => seat.table === table) ? [{ party, from: first.table, to: table }] : []
  })
}

function viewOf(
  event: RecordOf<'event'>,
  plan: SeatPlan,
  guests: SeatGuests,
  unmet: Unmet[],
  before: SeatPlan | undefined,
): SeatView {
  const known = new Map(guests.parties.map((party) => [party.id, party]))
  /** How many of a party sit at the tables before. */
  const seated = new Map<string, number>()
  const numbers = [...new Set(plan.seats.map(({ table }) => table))].sort((a, b) => a - b)
  const tables = numbers.map((number): Table => {
    const parties = plan.seats
      .filter(({ table }) => table === number)
      .flatMap(({ party: id, guests: count }): SeatedParty[] => {
        const party = known.get(id)
        if (!party) return []
        const first = seated.get(id) ?? 0
        seated.set(id, first + count)
        return [{ ...party, guests: count, seats: seatNames(party, first, count) }]
      })
    return { number, parties, clusters: clustersAt(parties, guests) }
  })
  return { event, plan, isKept: plan === before, ...(before ? { before } : {}), tables, guests, unmet }
}

function seatNames({ people, name, size }: GuestParty, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const person = people[first + n]
    return person?.name ?? (size === 1 ? `Guest of ${name}` : `Guest ${first + n + 1} of ${name}`)
  })
}

/** The clusters of a table's employers, else of its teachers, the one with most guests first, by name. */
function clustersAt(parties: readonly SeatedParty[], { clusterNames }: SeatGuests): string[] {
  const employers = parties.filter(({ kind, clusters }) => kind === 'employer' && clusters.length > 0)
  const counts = new Map<string, number>()
  for (const { clusters, guests } of employers.length > 0 ? employers : parties) {
    for (const id of clusters.slice(0, 1)) counts.set(id, (counts.get(id) ?? 0) + guests)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).flatMap(([id]) => clusterNames.get(id) ?? [])
}
