import { fold } from '../text/fold.ts'
import type { Message } from '../text/message.ts'
import { View } from '../text/view.ts'
import type { Find } from './find.ts'

const END =
  '(?=(?: (?:at|with|for|in|on|after|and|since|this|who|from|starting|beginning|\\(|[.,;:!?\\n|/-]|PARTNER|DAY|DAYS|MOMENT|spotlight|please|#|now|then|so|when|thanks|next|over|making|by|\\)|job|position|full|part|there|right|of PARTNER|but|because|CHANNEL)(?: |$)|$))'
const TITLE = '([a-z][a-z0-9&/]*(?: (?!at |with |by |for )[a-z0-9&/]+){0,5}?)'
const NO_ROLE =
  /^(?:intern|an intern|apprentice|interns|student|senior|junior|part of|well|of|soon|a result|member|winner|planned|always|such|it|he|she|they|they\S*|she\S*|paid|full time|part time|job|employee|full time employee|new hire|summer intern|paid intern|the winner|their|alumni|grads?|graduate|scholarship|spotlight|internship|apprenticeship|now|first year apprentice)$/

const ROLES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:title|role|position|job title) (?::|is|was|-|=|should be) (?:an? )?${TITLE}(?= (?:[\\n|/;.,]|at PARTNER|not)(?: |$)|$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:as|became|becoming|becomes|now|is now|is|being) (?:an?|the|their|its) (?:new |newest |full time |part time |paid |their |next |first )*${TITLE}${END}`,
    'g',
  ),
  new RegExp(
    `\\b(?:hired|hired on|working|works|started|job|position|starts|starting|promoted|employed|internship|apprenticeship|brought on|signed on)(?: (?:him|her|them|there|at PARTNER|by PARTNER|with PARTNER|full time|part time|on)){0,2} (?:as|to) (?:new |full time |part time )?${TITLE}${END}`,
    'g',
  ),
  new RegExp(
    `(?:PARTNER|DAYS?|this (?:summer|fall|spring|winter|year|season)|since|(?:him|her|them)(?: on)?|job|hired|full time|internship|apprenticeship) (?:(?:,|\\(|-|/|\\||!|\\.) ?){1,4}(?:as )?(?:an? )?${TITLE}(?= (?:[.;!)/|\\n]|spotlight|please|CHANNEL|on|and|, PARTNER)(?: |$)|$)`,
    'g',
  ),
]
/** Words that job titles end in: needed where no "as a" stands before. */
const TITLE_NOUN =
  /(?:er|or|ist|ant|ian|ic|ent|tech|aide|aid|assistant|associate|clerk|cook|chef|nurse|guard|hand|rep|driver|lead|trainee|helper|mechanic|porter|welder|teller|server|host|hostess|staff|analyst|apprentice|laborer|rigger|lineman|lineworker|agent|crew|crewmember|member|attendant|machinist|barista|officer|secretary|intern|fellow)$/

/** "let us brag about her" ends as titles do, and is none. */
const SENTENCE =
  /^(?:let|lets|can|write|post|put|make|do|share|feature|please|we|i|she|he|they|so|and)\b|(?:^| )(?:her|him|them|after|later|together|over|other|offer)$/

const NO_TITLE =
  /^(?:good|great|way|result|reward|senior|junior|student|thank|small|little|kid|team|follow|surprise|treat|bonus|backup|heads)\b/

/** A view in which programs and clusters are the words they were typed as: they are part of titles ("welding tech"). */
const withoutPrograms = (view: View): View =>
  new View(
    view.items.map((item) =>
      item.name?.kind === 'program' || item.name?.kind === 'cluster' ? { ...item, word: fold(item.name.typed) } : item,
    ),
  )

/** The job title as it was typed, lower case: "as a line mechanic", "Title: Teller", "hired him, auto technician". */
export function readRole(marked: View, message: Message): Find<string> | undefined {
  const view = withoutPrograms(marked)
  for (const [at, pattern] of ROLES.entries()) {
    for (const { from, match } of view.matches(pattern)) {
      const words = (match[1] ?? '').trim()
      if (words === '' || NO_ROLE.test(words)) continue
      if (at !== 0 && !TITLE_NOUN.test(words)) {
        if (at !== 2 && !/\bas (?:an?|the)\b/.test(match[0])) continue
        if (NO_TITLE.test(words)) continue
      }
      if (at !== 0 && SENTENCE.test(words)) continue
      const place = match.index + match[0].lastIndexOf(words)
      const first = view.itemAt(place)
      const last = view.itemAt(place + words.length - 1)
      const typedFrom = message.tokens[view.items[first]?.first ?? 0]?.from ?? 0
      const typedTo = message.tokens[(view.items[last]?.last ?? 1) - 1]?.to ?? 0
      const value = message.typed.slice(typedFrom, typedTo).toLowerCase()
      return { from: Math.max(first, from), to: last + 1, value, why: `"${match[0]}"` }
    }
  }
  return undefined
}
