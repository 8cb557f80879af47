import type { Answer } from '../frame.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

const ANSWERS: readonly { answer: Answer; pattern: RegExp; isStrong?: boolean }[] = [
  {
    answer: 'maybe',
    isStrong: true,
    pattern:
      /\b(?:(?:is|are|as) (?:a |still a )?(?:maybe|possible|possibly|tentative|undecided|unsure|50 ?\/? ?50|on the fence)|maybe(?! (?:\d|we|i|you))|may be (?:able|there|at|coming|late)|may (?:not )?(?:come|attend|make|join|show|send|be able|bring|have)|might(?: not)? (?:come|attend|make|join|show|send|be|bring|have)|might|(?:do|does|did) not know(?: yet)?|not sure(?: yet)?|unsure|not (?:yet )?(?:certain|sure|able to say|decided|confirmed)|not yet|tentative(?:ly)?|penciled (?:in|us)|possibly|will (?:try|let (?:us|me|you) know)|(?:has|have|needs|need) to (?:check|confirm|see|ask)|checking (?:with|her|his|their)|will (?:check|see|confirm)|up in the air|toss up|on the fence|undecided|trying to|hopes to|hoping to|50 ?\/ ?50|fifty fifty|probably|likely|interested in coming|waiting on)\b/g,
  },
  {
    answer: 'no',
    isStrong: true,
    pattern:
      /\b(?:(?:can not|will not|is not|are not|not going to|will no longer|can no longer|not able to|unable to|will not be able to|would not|not gonna|is not going to|are not going to|not be)(?: \S+){0,2}? (?:make|come|coming|attend|attending|join|joining|be there|be at|be able|do|doing|participate|participating|going|send|sending|judge|speak|host|available|in|come to|swing)|can not(?= (?:the|our|DAY|$|[.,!])(?: |$))|can not do|declin\w+|said no|says no|say no|no for|no to|no on|a no(?= |$)|(?:is|are|s) (?:now |unfortunately |sadly |officially )?out(?= (?:for|of|on|$|[.,;!]|DAY)(?: |$))|(?:has|have|had) to (?:cancel|bow out|pull out|back out|drop out|pass|decline|skip|miss|bail|withdraw|step)|(?:backed|backing|bowed|bowing|dropped|dropping|pulled|pulling|bailed|bailing|opted|opting) out|bailed|bailing|withdrew|withdrawing|regrets|sends (?:his |her |their )?regrets|regretfully|not attending|not coming|passing on|passed on|will miss|will have to miss|missing|skipping|(?:wont|cant) make|count (?:them|us|me|him|her|it) out|(?<=[.;,\n|] )out(?= [.;,!\n|]|$)|: no|\/ no|- no|= no|no can do|not gonna make|not available|unavailable|has a conflict|have a conflict|double booked|no show|not participating)\b/g,
  },
  {
    answer: 'yes',
    pattern:
      /\b(?:(?:is|are|s|they are|he is|she is|all|count|counting) (?:her |him |them |us )?(?:all |definitely |totally |also |both |now )?in(?= (?:for|on|too|$|[.,;!&+(]|and|with|DAY|w)(?: |$))|in for|(?<=[.;,\n|] )in(?= [.;,!\n|]|$)|(?:is|are|will be|be) (?:coming|attending|there|at|joining|going|participating|good|down|on board|confirmed|able to (?:make|attend|come|join))|coming(?: to| for|$)|(?:will|can|would|is able to|are able to|able to) (?:definitely |also |both |all |now |love to |be able to |be happy to )*(?:come|attend|make|join|be there|be at|be joining|be attending|be coming|participate|send|bring|judge|be in|do)|confirm(?:s|ed|ing)?(?! (?:with|if|whether|that (?:we|i)))|accept(?:s|ed|ing)?|said yes|says yes|say yes|yes|wants? in(?= |$)|wants to (?:come|attend|join|be (?:at|there|part))|would like to (?:come|attend|join)|rsvpd|rsvp yes|signed (?:up|on)|registered|on board|committed|good (?:to go|for)|a go|sure|happy to (?:come|attend|join)|glad to (?:come|attend|join)|sending(?= (?:\d|one|two|three|four|five|six|a couple|a|PERSON|couple)(?: |$))|bringing|sends|plans to (?:attend|come|be)|planning to (?:attend|come|be)|looking forward to|excited (?:to|for)|attending|attends|will attend|ok for|okay for|count (?:them|her|him|us|me) in|will be|(?:will|would) (?:have|bring|send) (?:\d|one|two|three|four|five|six)(?: \S+){1,2} (?=(?:at|for|to) )|agreed to (?:come|attend|join)|\+ ?1|👍|✅|locked in|all set for|thumbs up|a go for|see (?:you|yall|us|everyone|everybody|you all) (?:all )?(?:there|at|on|DAY))\b/g,
  },
]
/** In a list: "Northwell / career day / no", "snap on: yes". */
const LISTED: readonly { answer: Answer; pattern: RegExp }[] = [
  { answer: 'no', pattern: /\brsvps?(?: [:-])? no(?= |$)/g },
  { answer: 'yes', pattern: /\brsvps?(?: [:-])? yes(?= |$)/g },
  { answer: 'maybe', pattern: /\brsvps?(?: [:-])? maybe(?= |$)/g },
  { answer: 'no', pattern: /, (?:a )?no(?= ?[.!]?$)/g },
  { answer: 'yes', pattern: /, (?:a )?yes(?= ?[.!]?$)/g },
  { answer: 'maybe', pattern: /, (?:a )?maybe(?= ?[.!]?$)/g },
  { answer: 'no', pattern: /(?:[:/|=-] |\n ?)(?:a )?no(?= |$)/g },
  { answer: 'maybe', pattern: /(?:[:/|=-] |\n ?)(?:a )?(?:maybe|tentative)(?= |$)/g },
  { answer: 'yes', pattern: /(?:[:/|=-] |\n ?)(?:a )?yes(?= |$)/g },
]
/** A count for an event says yes: "Phoenix Children's: 2 for the breakfast". */
const COUNTED =
  /(?:PARTNER|PERSON)(?: :| -|,)? (?:\+ ?)?(?:\d{1,2}|one|two|three|four|five|six)(?: people| guests| reps)? (?:for|to|at) (?:the |our |SCHOOL |DAY )/g
const PICTURES: readonly { answer: Answer; pattern: RegExp }[] = [
  { answer: 'yes', pattern: /[👍✅✔☑]/gu },
  { answer: 'no', pattern: /[❌👎🚫]/gu },
]

/** What a partner answers to an invitation: the surest words first, the last of equals. */
export const readAnswer = (view: View): Find<Answer> | undefined => readAnswers(view)[0]

/** Every answer that a message holds, the surest first. */
export function readAnswers(view: View): Find<Answer>[] {
  const finds: (Find<Answer> & { isStrong: boolean })[] = []
  for (const { answer, pattern } of LISTED) {
    for (const { from, to } of view.matches(pattern))
      finds.push({ from, to, value: answer, why: 'in a list', isStrong: true })
  }
  for (const { answer, pattern, isStrong = false } of ANSWERS) {
    for (const { from, to, match } of view.matches(pattern)) {
      if (finds.some((other) => other.from < to && from < other.to)) continue
      finds.push({ from, to, value: answer, why: `"${match[0]}"`, isStrong })
    }
  }
  if (finds.length === 0) {
    for (const { from, to } of view.matches(COUNTED))
      finds.push({ from, to, value: 'yes', why: 'a count', isStrong: false })
  }
  if (finds.length === 0) {
    for (const { answer, pattern } of PICTURES) {
      for (const { from, to } of view.matches(pattern))
        finds.push({ from, to, value: answer, why: 'a picture', isStrong: false })
    }
  }
  return finds.sort((a, b) => Number(b.isStrong) - Number(a.isStrong) || a.from - b.from)
}
