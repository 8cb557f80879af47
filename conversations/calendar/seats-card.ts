import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'
import type { Moment } from '../conversation.ts'
import { eventHeading, eventLine } from './event-card.ts'
import { eventLink } from './event-links.ts'
import { namesOfEvent } from './event-names.ts'
import type { SeatedParty, SeatView, Table } from './seat-plan.ts'
import type { Unmet } from './seats.ts'

/** The pages of an event's seats, by the name that their link is signed for. */
export const SEAT_PAGES = [
  { page: 'chart', label: 'Seating chart' },
  { page: 'cards', label: 'Table cards' },
  { page: 'signin', label: 'Sign-in sheet' },
  { page: 'preparation', label: 'Preparation sheets' },
] as const
export type SeatPage = (typeof SEAT_PAGES)[number]['page']

/** "Dominic Santoro", "JetBlue Airways 3": a party as lists have it. */
const partyWords = ({ name, guests }: SeatedParty): string => (guests > 1 ? `${name} ${guests}` : name)

/** "Table 2, Transportation": what stands on the table. */
export const tableTitle = ({ number, clusters }: Table): string =>
  [`Table ${number}`, clusters.slice(0, 2).join(' and ')].filter(Boolean).join(', ')

/** Who sits with whom, who has no seat and why, and the pages to print. */
export async function seatsCard(view: SeatView, moment: Moment, note?: string): Promise<Card> {
  const { event, tables, guests, plan } = view
  const names = await namesOfEvent(event, moment.reads)
  const seated = plan.seats.reduce((sum, seat) => sum + seat.guests, 0)
  const count =
    tables.length === 0
      ? 'Nobody has said yes yet, so there are no seats.'
      : `${seated} ${seated === 1 ? 'guest' : 'guests'} at ${tables.length} ${tables.length === 1 ? 'table' : 'tables'} of at most ${plan.tableSize}.`
  const remarks = remarksOf(view)
  const parts: Part[] = [
    { kind: 'heading', text: `Seats: ${eventHeading(event, names)}` },
    ...(note ? [{ kind: 'text' as const, text: note }] : []),
    { kind: 'text', text: count },
    ...(tables.length > 0
      ? [{ kind: 'list' as const, items: tables.map((table) => `${tableTitle(table)}: ${listOf(table)}`) }]
      : []),
    ...(remarks.length > 0 ? [{ kind: 'list' as const, items: remarks }] : []),
    ...(guests.unseated.length > 0
      ? [
          { kind: 'text' as const, text: 'Without a seat:' },
          { kind: 'list' as const, items: guests.unseated.map(({ name, why }) => `${name}: ${why}`) },
        ]
      : []),
    { kind: 'context', text: eventLine(event, names, moment.local) },
    ...actionsOf(view, moment),
  ]
  return { summary: `${eventLine(event, names, moment.local)}. ${note ? `${note} ` : ''}${count}`, parts }
}

const listOf = ({ parties }: Table): string => parties.map(partyWords).join(', ')

function actionsOf({ event, tables, plan }: SeatView, moment: Moment): Part[] {
  if (tables.length === 0) return []
  const pages = SEAT_PAGES.flatMap(({ page, label }): Action[] => {
    const url = eventLink(page, event, moment)
    return url ? [{ label, url }] : []
  })
  const own: Action[] = [
    { label: 'Seat anew', press: encodePress('seating.afresh', { id: event.id }) },
    ...(plan.pins.length > 0 ? [{ label: 'Drop wishes', press: encodePress('seating.unpin', { id: event.id }) }] : []),
  ]
  return [{ kind: 'actions', actions: [...pages, ...own] }]
}

/** What could not be had, and who moved, a sentence each. */
export function remarksOf({ unmet, guests, plan, tables }: SeatView): string[] {
  const nameOf = (id: string): string => guests.parties.find((party) => party.id === id)?.name ?? 'a guest'
  const sentenceOf = (one: Unmet): string => {
    switch (one.kind) {
      case 'rivals':
        return `Table ${one.table}: ${one.parties.map(nameOf).join(' and ')} sit together as wished, though they are to be kept apart.`
      case 'alone':
        return `Table ${one.table}: nobody of ${nameOf(one.party)}'s industry sits with it.`
      case 'no-teacher':
        return `Table ${one.table}: no teacher of ${guests.clusterNames.get(one.cluster) ?? 'that cluster'} is left for it.`
      case 'pin':
        return `${one.parties.map(nameOf).join(', ')} do not fit at one table of ${plan.tableSize}.`
      default:
        return one satisfies never
    }
  }
  const hasTables = tables.length > 0
  const expected = guests.parties.flatMap(({ isExpected, name }) => (isExpected ? [name] : []))
  return [
    ...(expected.length > 0 ? [`No answer yet, a seat is kept for each: ${expected.join(', ')}.`] : []),
    ...unmet.map(sentenceOf),
    ...(hasTables
      ? plan.moves.map(({ party, from, to }) => `${nameOf(party)} moved from table ${from} to ${to}.`)
      : []),
  ]
}
