import type { Facts } from '../../facts.ts'
import { FrameBuilder } from '../../frame-builder.ts'
import { findTarget } from '../../target.ts'
import { placedDates } from '../../when.ts'
import { readNumber } from '../../words/numbers.ts'
import { type IntentReader, weighCues } from '../intent.ts'

/** "who sits with who on feb 1", "seating chart for the edison breakfast". */
export const askSeats: IntentReader = {
  intent: 'ask_seats',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [/\b(?:who|whos|where|how)\b(?: \S+){0,3} (?:sits?|sitting|seated|seats?)\b/, 7],
      [
        /\b(?:seating|seat) (?:chart|plan|list|arrangement|assignments?)\b|\btable (?:cards|assignments?|plan)\b|\bsign in sheet\b|\bname cards\b/,
        7,
      ],
      [/\b(?:prep|preparation) (?:sheet|sheets)\b/, 7],
    ]),
  fill: (facts) => withTarget('ask_seats', facts).build(),
}

/** "i want plaza + jetblue w me", "seat con ed with rizzo". */
export const pinSeats: IntentReader = {
  intent: 'pin_seats',
  weigh: ({ reading }) =>
    reading.refs.partners.length === 0
      ? []
      : weighCues(reading.view, [
          [
            /\b(?:i want|i would like|want|give me|i will take|can i (?:have|get|sit))\b.*(?:PARTNER|PERSON)\b.* (?:with|at|by|beside|next to|near) (?:me|my table|us)\b/,
            7,
          ],
          [
            /\b(?:seat|sit|put|place|pin|keep)\b(?: \S+){0,6}? (?:PARTNER|PERSON)(?: \S+){0,6}? (?:with|next to|beside|at|together|by) (?:me|my table|us|STAFF|PARTNER|PERSON|table)\b/,
            7,
          ],
          [/(?:PARTNER|PERSON)(?: \S+){0,4} (?:at|on|with) (?:my table|me at)\b/, 7],
        ]),
  fill: (facts) => {
    const { reading } = facts
    const staff = reading.names.find(({ kind }) => kind === 'staff')?.entries[0]?.name
    return withTarget('pin_seats', facts)
      .names('partners', 'partner', reading.refs.partners)
      .names('people', 'person', reading.refs.people)
      .extra(staff ? { staff } : {})
      .build()
  },
}

/** "tables of 6", "8 to a table". */
export const setTableSize: IntentReader = {
  intent: 'set_table_size',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /\btables? (?:of|for|to|with|at|hold|holds|seat|seats|size)(?: at most| up to| no more than)? (\S+)\b|\b(\S+) (?:to|at|per|a) (?:a |each )?table\b|\bmake the tables (\S+)\b/,
        6,
      ],
    ]).filter(() => tableSize(reading.view.text) !== undefined),
  fill: (facts) =>
    withTarget('set_table_size', facts)
      .extra({ size: tableSize(facts.reading.view.text) ?? 8 })
      .build(),
}

const TABLE_SIZE =
  /\btables? (?:of|for|to|with|at|hold|holds|seat|seats|size)(?: at most| up to| no more than)? (\S+)|\b(\S+) (?:to|at|per|a) (?:a |each )?table\b|\bmake the tables (\S+)/

function tableSize(text: string): number | undefined {
  const match = TABLE_SIZE.exec(text)
  const size = readNumber(match?.[1] ?? match?.[2] ?? match?.[3] ?? '')
  return size !== undefined && size >= 2 && size <= 20 ? size : undefined
}

/** "everyone but the bank came", "all but jetblue", "nobody from delta showed". */
export const recordAttendance: IntentReader = {
  intent: 'record_attendance',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /^(?:\S+ )?(?:everyone|everybody|all|they all|all of them|the whole (?:group|table|room)|nobody|no one|none|only)\b.*\b(?:came|come|showed|show|attended|there|present|made it|turned up|was here|were here)\b/,
        7,
      ],
      [/^(?:\S+ )?(?:everyone|everybody|all) (?:but|except|besides|minus)\b/, 7],
      [
        /(?:PARTNER|PERSON)(?: and (?:PARTNER|PERSON))* (?:did not|never|no) (?:show|show up|come|make it|showed|attend)\b/,
        5,
      ],
    ]),
  fill: (facts) => {
    const { reading } = facts
    const { text } = reading.view
    const isNone = /^(?:\S+ )?(?:nobody|no one|none)\b/.test(text)
    const isOnly = /^(?:\S+ )?only\b/.test(text)
    return withTarget('record_attendance', facts)
      .names('partners', 'partner', reading.refs.partners)
      .names('people', 'person', reading.refs.people)
      .names('clusters', 'cluster', reading.refs.clusters)
      .extra({
        came: isNone
          ? 'none'
          : isOnly
            ? 'only'
            : /\b(?:did not|never|no) (?:show|come|make|attend)/.test(text)
              ? 'not'
              : 'all_but',
      })
      .build()
  },
}

/** "invite everyone to the feb 1 breakfast", "send out the invitations". */
export const sendInvitations: IntentReader = {
  intent: 'send_invitations',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /^(?:(?:please|pls|ok|now|go ahead and|can you|and) )*(?:(?:put|add) (?:PARTNER|PERSON|CLUSTER)(?: \S+){0,6}? (?:on|to) the (?:guest |invite |invitation )?list\b|invite|send(?: out)?(?: the)? (?:invites?|invitations?))\b/,
        7,
      ],
    ]),
  fill: (facts) => {
    const { reading } = facts
    return withTarget('send_invitations', facts)
      .names('partners', 'partner', reading.refs.partners)
      .names('people', 'person', reading.refs.people)
      .names('clusters', 'cluster', reading.refs.clusters)
      .build()
  },
}

/** The event that the words describe: its kind, its day, its school; none where nothing tells. */
function withTarget(intent: string, { reading, eventKinds }: Facts): FrameBuilder {
  const frame = new FrameBuilder(intent, reading)
  const kinds = [...new Set(eventKinds.map(({ value }) => value))]
  const dates = placedDates(reading)
  if (kinds.length === 0 && dates.length === 0 && reading.refs.schools.length === 0) return frame
  const target = findTarget(reading, { kinds, dates, partners: [], people: [], schools: reading.refs.schools })
  return 'event' in target
    ? frame.set('target', target.event.id)
    : frame.extra({ events: target.matches.map(({ id }) => id) })
}
