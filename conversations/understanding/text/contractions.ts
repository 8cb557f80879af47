import type { Span } from '../dates/reading.ts'
import type { Message } from './message.ts'

/** Words that are contractions without their apostrophe where a verb follows: "shell take two", "wed love to". */
const BARE: ReadonlyMap<string, string> = new Map([
  ['shell', 'she will'],
  ['hell', 'he will'],
  ['well', 'we will'],
  ['ill', 'i will'],
  ['id', 'i would'],
  ['wed', 'we would'],
  ['shed', 'she would'],
  ['hed', 'he would'],
  ['were', 'we are'],
])
const SOFT = /^(?:also|even|probably|definitely|gladly|just|really|happily|all|both|still|totally|be)$/
const VERB =
  /^(?:do|take|host|come|speak|bring|send|call|have|give|get|need|love|like|let|know|see|meet|make|go|try|check|think|want|email|text|talk|look|ask|find|help|judge|mentor|donate|sponsor|provide|join|hire|show|set|follow|reach|put|rather|prefer|offer|review|lend|open|start|teach|hold|run|keep|pass|follow up|be|drop|swing|stop|visit)$/
/** "were" is a word of its own before these; what is under way or felt says that it is not. */
const BEING =
  /^(?:going|having|hosting|doing|trying|hoping|looking|planning|happy|excited|good|in|down|thinking|bringing|sending|coming|getting|gonna)$/
const STARTS =
  /^(?:[.,;:!?\n"(-]|and|but|so|that|said|says|if|then|yes|ok|plus|because|also|or|think|thinks|sure|yeah)$/

/** Writes such contractions out in place, outside of names; gives back where they stand, since "wed" is no day then. */
export function spellContractions(message: Message, isNamed: Uint8Array): Span[] {
  const { tokens } = message
  const spelled: Span[] = []
  tokens.forEach((token, at) => {
    const full = BARE.get(token.plain)
    if (full === undefined || isNamed[at] || token.norm !== token.plain) return
    let next = at + 1
    while (SOFT.test(tokens[next]?.norm ?? '') && next < at + 3) next++
    const verb = tokens[next]?.norm ?? ''
    const before = tokens[at - 1]?.norm ?? ''
    const isVerb =
      token.plain === 'were'
        ? STARTS.test(before || '\n') && BEING.test(verb)
        : VERB.test(verb) || SOFT.test(tokens[next - 1]?.norm ?? '')
    if (!isVerb || (token.plain === 'well' && /^(?:as|very|pretty|so|went|how|doing)$/.test(before))) return
    tokens[at] = { ...token, norm: full }
    spelled.push({ from: token.from, to: token.to })
  })
  return spelled
}
