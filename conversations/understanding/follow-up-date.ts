import type { Reading } from './reading.ts'
import type { Placed } from './when.ts'

/** Words after which a date is the one to follow up on. */
export const FOLLOW_UP =
  /\b(?:follow(?:ing)? ?ups?|circle back|circling back|check ?(?:back|in)|checking (?:in )?with|checking back|touch(?:ing)? base|get back|remind(?:er)?|ping|nudge|reconnect|next step|next steps|revisit|try(?:ing)?(?: (?:him|her|them|PERSON|PARTNER))? again|next check in|next touch(?:point)?|call (?:back|again|him back|her back|them back)|calling back|(?:ring|call|phone|text|email|message) (?:her|him|them|PERSON|PARTNER) (?:back|again|up)|email again|will (?:call|email|text|ping|reach out|try)|i (?:will|should|need to|have to) (?:call|email|check|send|text|ping|get|reach)|reach out|loop back|see (?:where|how)|chase|bump|tickler|callback|(?<=[.;!\n+,-] )(?:call|ring|phone|email|text|ping|message|dm|hit|try|catch|get) (?:him|her|them|PERSON|PARTNER)(?: up)?)\b/g

/** The date to follow up on: behind a word for it, or before one in the same breath ("in two weeks follow up"). */
export function readFollowUpDate({ view }: Reading, dates: readonly Placed[]): Placed | undefined {
  for (const { from, to } of view.matches(FOLLOW_UP)) {
    const isPast = /^(?:followed|checked|touched)/.test(view.items[from]?.word ?? '')
    if (isPast) continue
    const behind = dates.find(
      ({ at, mention }) =>
        at >= to &&
        at <= to + 9 &&
        mention.shape !== 'time' &&
        !mention.isNegated &&
        !isBehindOnly(mention) &&
        !crosses(view.slice(to, at)),
    )
    if (behind) return behind
    const before = dates.find(({ at }) => at === from - 1 || (at === from - 2 && view.items[from - 1]?.word === ','))
    if (before && /^(?:DAY|DAYS|MOMENT)$/.test(view.items[before.at]?.word ?? '') && isAheadOnly(before)) return before
  }
  return undefined
}

/** True where a sentence ends between two words. */
export const crosses = (between: string): boolean => /(?: |^)[.;!?\n](?: |$)/.test(between)
/** "thanks for the reminder, i called him yesterday": nothing is followed up on a day that is over. */
const isBehindOnly = ({ expression: { day } }: Placed['mention']): boolean =>
  (day?.is === 'offset' && day.amount.value < 0) || (day?.is === 'weekday' && day.which === 'last')
const isAheadOnly = ({ mention }: Placed): boolean => {
  const { day, days } = mention.expression
  return (
    (day?.is === 'offset' && day.amount.value > 0) ||
    (day?.is === 'weekday' && day.which === 'next') ||
    days !== undefined
  )
}
