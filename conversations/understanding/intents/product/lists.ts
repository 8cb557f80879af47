import type { Facts } from '../../facts.ts'
import { frameOf } from '../../frame.ts'
import { FrameBuilder } from '../../frame-builder.ts'
import { type Cue, type IntentReader, weighCues } from '../intent.ts'

const simple = (intent: string, cues: readonly Cue[]): IntentReader => ({
  intent,
  weigh: ({ reading }) => weighCues(reading.view, cues),
  fill: () => frameOf(intent),
})

/** "what is waiting for my approval". */
export const askApprovals = simple('ask_approvals', [
  [
    /\b(?:waiting|pending|open|queued|due|left|anything|something|what|stories|spotlights)\b.*\b(?:for|needs?|on) (?:my|our|me)(?: to)? (?:approval|approvals|approve|ok|sign off|review)\b/,
    7,
  ],
  [
    /\b(?:my|pending|open) approvals?\b|\bapproval queue\b|\banything (?:for me )?to approve\b|\bwhat (?:do i|needs?|should i) (?:need to |have to )?(?:approve|approving|approval)\b/,
    7,
  ],
])

/** "which messages did not arrive": an administrator's. */
export const askUndelivered = simple('ask_undelivered', [
  [
    /\b(?:undelivered|dead letters?|failed (?:messages?|posts?|deliveries|sends?)|(?:messages?|posts?|deliveries|reminders?)\b.* (?:not (?:arrive|arrived|sent|delivered|go out)|failed|stuck|bounced))\b/,
    6,
  ],
])

/** "what aliases have you learned": an administrator's. */
export const askAliases = simple('ask_aliases', [
  [/^(?:(?:what|which|list|show|show me|the|all|your|learned|known) )*(?:aliases|nicknames)\b/, 6],
])

/** "my calendar link", "renew my calendar link". */
export const calendarLink: IntentReader = {
  intent: 'calendar_link',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /\b(?:calendar|feed|ics|ical|subscription|subscribe)\b.*\b(?:link|url|address|feed)\b|\bsubscribe\b.*\bcalendar\b|\bics\b.*\bfeed\b/,
        7,
      ],
    ]),
  fill: ({ reading }) => {
    const isNew = reading.view.has(/\b(?:renew|new|reset|change|regenerate|replace|revoke|rotate)\b/)
    return new FrameBuilder('calendar_link', reading)
      .name('school', 'school', reading.refs.schools[0])
      .extra({ renew: isNew, all: reading.view.has(/\b(?:all|every|everything|whole|district)\b/) })
      .build()
  },
}

const OWNS =
  /^(?:\S+ )?(?:who|whos)\b(?: \S+){0,2}? (?:owns?|owner of|owning|handles?|manages?|leads?|is in charge of|is the (?:lead|owner) (?:for|of|on)) (.{2,60}?)(?: [?.!,]|$)/

/** "who owns turner": who spoke last, and what is open. */
export const askOwner: IntentReader = {
  intent: 'ask_owner',
  weigh: (facts) => (ownedPartner(facts) ? weighCues(facts.reading.view, [[OWNS, 6]]) : []),
  fill: (facts) => frameOf('ask_owner', { slots: { partner: ownedPartner(facts) ?? '' } }),
}

/** The partner whose owner is asked for; in such a question the words need no other sign that they are a name. */
function ownedPartner({ reading }: Facts): string | undefined {
  const typed = reading.view.match(OWNS)?.[1]
  if (!typed) return undefined
  const marked = reading.refs.partners[0]?.entries
  if (marked) return marked.length === 1 ? marked[0]?.name : undefined
  return reading.knowledge.names.nearest('partner', typed, 1)[0]?.name
}

/** "which partners have we never contacted". */
export const askNever: IntentReader = {
  intent: 'ask',
  weigh: ({ reading, offers, methods }) =>
    // "coffee with him, never dealt with them before" tells of a contact.
    offers.length > 0 || methods.length > 0
      ? []
      : weighCues(reading.view, [
          [
            /\b(?:never|not ever|not yet)\b(?: \S+){0,2} (?:contacted|talked|spoken|reached|called|met|dealt|touched|heard)\b(?!.*\b(?:DAY|DAYS|MOMENT)\b)/,
            6,
          ],
        ]),
  fill: ({ reading }) =>
    new FrameBuilder('ask', reading)
      .set('topic', 'stale')
      .name('cluster', 'cluster', reading.refs.clusters[0])
      .extra({ never: true })
      .buildAnswer(),
}
