import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { type SeatedGuests, seatedGuests } from './seating-guests.ts'
import { type Placement, type Seating, seatGuests, type Unmet } from './seats.ts'

/** The most at a table where nothing else was said. */
export const TABLE_SIZE = 8

export type SeatingPlan = { seating: Seating; guests: SeatedGuests; tableSize: number; placements: Placement[] }

/** Who sits where as of now: the one source of chat, chart and sign-in sheet. */
export async function planSeating(event: RecordOf<'event'>, reads: Reads): Promise<SeatingPlan> {
  const guests = await seatedGuests(event, reads)
  const tableSize = event.seats?.tableSize ?? TABLE_SIZE
  const seating = seatGuests({
    parties: guests.parties,
    tableSize,
    pins: event.seats?.pins ?? [],
    apart: guests.apart,
    before: event.seats?.plan ?? [],
  })
  const placements = seating.tables.flatMap(({ number, parties }) =>
    parties.map(({ party, guests: seated }) => ({ table: number, party, guests: seated })),
  )
  return { seating, guests, tableSize, placements }
}

/** A table's guests by name: "Anthony Rizzo", "Plaza Auto Mall (2)". */
export function tableNames(plan: SeatingPlan, number: number): string[] {
  const table = plan.seating.tables.find((one) => one.number === number)
  return (table?.parties ?? []).map(({ party, guests }) => {
    const name = plan.guests.names.get(party) ?? 'a guest who is gone'
    return guests > 1 ? `${name} (${guests})` : name
  })
}

/** What the plan could not have, in a sentence each. */
export async function unmetInWords({ seating, guests }: SeatingPlan, reads: Reads): Promise<string[]> {
  const name = (party: string): string => guests.names.get(party) ?? 'a guest who is gone'
  const words = async (unmet: Unmet): Promise<string> => {
    switch (unmet.kind) {
      case 'rivals':
        return `Table ${unmet.table}: ${unmet.parties.map(name).join(' and ')} were to sit apart.`
      case 'alone':
        return `Table ${unmet.table}: ${name(unmet.party)} has nobody of its field beside it.`
      case 'no-teacher':
        return `Table ${unmet.table} has no teacher of ${(await reads.get('cluster', unmet.cluster))?.name ?? 'its field'}.`
      case 'pin':
        return `${unmet.parties.map(name).join(', ')} are too many for one table, so they are not kept together.`
      default:
        return unmet satisfies never
    }
  }
  return Promise.all(seating.unmet.map(words))
}
