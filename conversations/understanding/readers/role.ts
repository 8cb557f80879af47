import type { Message } from '../text/message.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

const END =
  '(?=(?: (?:at|with|for|in|on|after|and|since|this|who|from|starting|beginning|\\(|[.,;:!?\\n|/-]|PARTNER|DAY|DAYS|MOMENT|spotlight|please|#|now|then|so|when|thanks|next|over|making|by|\\)|job|position|full|part|there|right|of PARTNER|but|because)|$))'
const TITLE =
  '((?:(?!an? |the |his |her )[a-z][a-z]*(?: |(?= |$))|of |and (?=\\S+ (?:at|with|[.,]))){1,6}?|\\S+(?: \\S+){0,4}?)'
const NO_ROLE =
  /^(?:intern|an intern|apprentice|interns|student|senior|junior|part of|well|of|soon|a result|member|winner|planned|always|such|it|he|she|they|they\S*|she\S*|paid|full time|part time|job|employee|full time employee|new hire|summer intern|paid intern|the winner|their|alumni|grads?|graduate|scholarship|spotlight|internship|apprenticeship|now|first year apprentice)$/

const ROLES: readonly RegExp[] = [
  new RegExp(`\\b(?:title|role|position|job title) (?::|is|-|=) ${TITLE}(?= (?:[\\n|/;.]|at PARTNER)|$)`, 'g'),
  new RegExp(
    `\\b(?:as|became|becoming|becomes|now|is now|is|being) (?:an?|the|their|its) (?:new |newest |full time |part time |paid |their |next |first )*${TITLE}${END}`,
    'g',
  ),
  new RegExp(
    `\\b(?:hired|hired on|working|works|started|job|position|starts|starting|promoted|employed|internship|apprenticeship|brought on|signed on)(?: (?:him|her|them|there|at PARTNER|by PARTNER|with PARTNER|full time|part time|on)){0,2} (?:as|to) (?:new |full time |part time )?${TITLE}${END}`,
    'g',
  ),
  new RegExp(
    `(?:PARTNER|since|him|her|them|job|full time|internship|apprenticeship) (?:,|\\(|- ) ?(?:as )?(?:an? )?${TITLE}(?= (?:[.;!)\\n]|spotlight|please|#)|$)`,
    'g',
  ),
]
/** Words that job titles end in: needed where no "as a" stands before. */
const TITLE_NOUN =
  /(?:er|or|ist|ant|ian|ic|ent|tech|aide|aid|assistant|associate|clerk|cook|chef|nurse|guard|hand|rep|driver|lead|trainee|helper|mechanic|porter|welder|teller|server|host|hostess|staff|analyst|apprentice|laborer|rigger|lineman|lineworker|agent|crew|crewmember|member|attendant|machinist|barista|officer|secretary|intern|fellow)$/

/** The job title as it was typed, lower case: "as a line mechanic", "Title: Teller", "hired him, auto technician". */
export function readRole(view: View, message: Message): Find<string> | undefined {
  for (const [at, pattern] of ROLES.entries()) {
    for (const { from, to, match } of view.matches(pattern)) {
      const words = (match[1] ?? '').trim()
      if (words === '' || NO_ROLE.test(words) || /[A-Z]|^\d|[.,;:!?()]/.test(words)) continue
      if (at !== 0 && !TITLE_NOUN.test(words)) {
        if (at !== 2 && !/\bas (?:an?|the)\b/.test(match[0])) continue
        if (
          /^(?:a |an |the )?(?:good|great|way|result|reward|senior|junior|student|thank|small|little|kid|team|follow|result|surprise|treat|bonus|backup|heads)/.test(
            words,
          )
        )
          continue
      }
      const size = words.split(' ').length
      const end = view.itemAt(view.placeOf(from) + match[0].lastIndexOf(words) + words.length - 1) + 1
      return {
        from: end - size < from ? from : end - size,
        to,
        value: typedOf(view, message, end, words),
        why: `"${match[0]}"`,
      }
    }
  }
  return undefined
}

/** As typed, so that shorthand and hyphens stay. */
function typedOf(view: View, message: Message, end: number, words: string): string {
  let from = end
  let left = words.length
  while (from > 0 && left > 0) left -= (view.items[--from]?.word.length ?? 0) + 1
  const first = message.tokens[view.items[from]?.first ?? 0]
  const last = message.tokens[(view.items[end - 1]?.last ?? 1) - 1]
  return message.typed.slice(first?.from ?? 0, last?.to ?? 0).toLowerCase()
}
