import type { Reading } from './reading.ts'
import type { Placed } from './when.ts'

const THEM = '(?:him|her|them|both|PERSON|PARTNER|the owner|the chief)'
/** What one does to follow up. */
const CONTACT =
  '(?:call|ring|phone|telephone|text|email|e mail|write|message|msg|dm|ping|contact|inquire|enquire|ask|check|try|touch|get|reach|circle|loop|follow|nudge|bug|poke|prod|pester|chase|hound|badger|buzz|hit|see|visit|meet|talk|speak|chat|connect|confirm|report|swing|stop|send|zoom)'
const CONTACTING =
  '(?:calling|ringing|phoning|telephoning|texting|emailing|writing|messaging|pinging|contacting|checking|trying|getting|reaching|circling|following|nudging|bugging|chasing|seeing|visiting|meeting|talking|speaking|zooming)'
const WILL =
  '(?:will|shall|should|must|need to|needs to|have to|has to|got to|gotta|ought to|(?:am|are|is) (?:going |supposed |meant |due )?to|was told to|were told to|promised to|plan to|intend to|agreed to|said (?:i|we) would|am gonna|gonna)'

const SAID = [
  /follow(?:ing)? ?ups?|circle back|circling back|check ?(?:back|in)|checking (?:in )?with|checking back|touch(?:ing)? base|get back|remind(?:er)?|ping|nudge|reconnect|next step|next steps|revisit|try(?:ing)?(?: (?:him|her|them|PERSON|PARTNER))? again|next check in|next touch(?:point)?|call (?:back|again|him back|her back|them back)|calling back|(?:ring|call|phone|text|email|message) (?:her|him|them|PERSON|PARTNER) (?:back|again|up)|email again|will (?:call|email|text|ping|reach out|try)|i (?:will|should|need to|have to) (?:call|email|check|send|text|ping|get|reach)|reach out|loop back|see (?:where|how)|chase|bump|tickler|callback|(?<=[.;!\n+,-] )(?:call|ring|phone|email|text|ping|message|dm|hit|try|catch|get) (?:him|her|them|PERSON|PARTNER)(?: up)?/,
  // "i'm supposed to call him", "told her i'd write": one's own promise.
  new RegExp(`(?:i|we) ${WILL} (?:also |then |definitely |probably |just )?${CONTACT}(?= |$)`),
  new RegExp(`(?:told|promised|said to|let) ${THEM}(?: know)? (?:that )?(?:i|we) (?:would|will) ${CONTACT}(?= |$)`),
  new RegExp(`(?:i|we) ${WILL} be ${CONTACTING}(?= |$)`),
  // "drop her a line", "give him a ring": an order to oneself.
  new RegExp(
    `(?<=(?:^|[.;,!\\n+•|/-]|so|and|then|please) )(?:drop|give|shoot|send) ${THEM} (?:an? |another )?(?:\\S+ )?(?:line|note|call|ring|shout|buzz|text|email|message)(?= |$)`,
  ),
  /(?<=[.;,!\n+•|/-] )(?:try|retry|revisit|nudge)(?= (?:on )?(?:DAY|MOMENT))/,
  // "bug her again", "talk to him again", "hmu w/ her again".
  new RegExp(`(?:${CONTACT}|hmu)(?: (?:up|back|in|with|to|on|at))* ${THEM}(?: up| back)* again(?= |$)`),
  /(?:talk|speak|chat|meet|connect|try|call|email|text) (?:him |her |them )?again/,
  // An order to oneself at the head of a clause: "bug her 2/17", "so check with her in three weeks", "back to him on the 24th".
  new RegExp(
    `(?<=(?:^|[.;,!\\n+•|/-]|so|and|then|to do :|please) )(?:${CONTACT}(?: (?:back|in))?(?: (?:with|to|at|on))?|back (?:to|with|at)) ${THEM}(?: (?:up|back))?(?= |$)`,
  ),
  new RegExp(`(?<=(?:^|[.;,!\\n+•|/-]|and|so) )${CONTACTING}(?: (?:back|in))?(?: (?:with|to|at|on))? ${THEM}(?= |$)`),
  // What is owed by a day.
  new RegExp(
    `owe ${THEM} (?:an? |my |our |the )?(?:\\S+ )?(?:answer|call|reply|email|response|decision|list|note|text|ring)`,
  ),
  /(?<=(?:^|[.;,!\n+•|/-] ?))(?:cb|c b|f u|fu|(?:back )?in touch(?: again)?|(?:talk|speak|meet|call|chat)(?:ing)? next|catch(?:ing)? up(?: again)?(?= (?:with |again |DAY|MOMENT|on |in |next |[:=-]))|next(?: (?:contact|touch|call|action|date|talk|follow up|check|one|conversation|meeting|visit|zoom|text|email|coffee|lunch))?(?= (?:[:=-]|on|is|will be|DAY|MOMENT))|(?:follow up|contact|action|call) (?:due|date|on|by)(?= [:=-])|due(?= [:=-]))/,
]
/** Words after which a date is the one to follow up on. */
export const FOLLOW_UP = new RegExp(`\\b(?:${SAID.map(({ source }) => source).join('|')})\\b`, 'g')

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
