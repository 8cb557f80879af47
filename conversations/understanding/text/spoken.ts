import type { Span } from '../dates/reading.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
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
  /^(?:do|take|host|come|speak|bring|send|call|have|give|get|need|love|like|let|know|see|meet|make|go|try|check|think|want|email|text|talk|look|ask|find|help|judge|mentor|donate|sponsor|provide|join|hire|show|set|follow|reach|put|rather|prefer|offer|review|lend|open|start|teach|hold|run|keep|pass|follow up|be|drop|swing|stop|visit|sit|serve|share|pay|cover|fund|train|teach|work|help|offer|present|cook|build|drive|ship|loan|lend|shadow|consider|reply|answer)$/
/** "were" is a word of its own before these; what is under way or felt says that it is not. */
const BEING =
  /^(?:going|having|hosting|doing|trying|hoping|looking|planning|happy|excited|good|in|down|thinking|bringing|sending|coming|getting|gonna)$/
const STARTS =
  /^(?:[.,;:!?\n"(+&-]|and|but|so|that|said|says|if|then|yes|ok|plus|because|also|or|think|thinks|sure|yeah)$/

/** Before these, "well" says how: "they could well host two". */
const BEFORE_WELL =
  /^(?:as|very|pretty|so|went|how|doing|did|do|does|going|goes|quite|really|fairly|works|worked|might|may|can|could|just)$/

/** Words in -in that have no g to lose. */
const WHOLE_IN =
  /^(?:admin|again|basin|begin|berlin|cabin|captain|certain|chain|coffin|cousin|domain|drain|explain|franklin|gain|grain|join|login|main|margin|martin|maintain|mountain|muffin|napkin|obtain|origin|pain|plain|plugin|pumpkin|rain|remain|resin|retain|robin|ruin|skin|spain|spin|sustain|thin|train|twin|vin|virgin|within|bulletin|penguin|violin|curtain|fountain|contain|terrain|vitamin|protein|bargain|villain|latin|satin|dublin|austin|dustin|justin|kevin|calvin|colin|erin|devin|gavin|edwin|irvin|melvin|marvin)$/
const LONGEST_LOST_G = 12

/**
 * Writes out in place what is typed as it is spoken, outside of names: contractions without their apostrophe, a lost g
 * ("givin us"), n for and. Gives back where contractions stand, since "wed" is no day then.
 */
export function spellSpoken(message: Message, isNamed: Uint8Array): Span[] {
  spellShort(message, isNamed)
  return spellContractions(message, isNamed)
}

function spellShort({ tokens }: Message, isNamed: Uint8Array): void {
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    // "5 laptops 4 us".
    if (token.plain === '4' && at > 0 && /^(?:us|me|our|my)$/.test(next?.plain ?? ''))
      tokens[at] = { ...token, norm: 'for' }
    if (isNamed[at] || token.kind !== 'word' || token.norm !== token.plain) return
    const { plain } = token
    if (plain === 'n' && at > 0 && next?.kind === 'word' && !/^(?:at|from|of|is|was)$/.test(next.plain))
      tokens[at] = { ...token, norm: 'and' }
    const isLost = /^[a-z]{2,}in$/.test(plain) && plain.length >= 5 && plain.length <= LONGEST_LOST_G
    if (isLost && token.casing !== 'title' && !ORDINARY_WORDS.has(plain) && !WHOLE_IN.test(plain))
      tokens[at] = { ...token, norm: `${plain}g` }
  })
}

function spellContractions(message: Message, isNamed: Uint8Array): Span[] {
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
    if (!isVerb || (token.plain === 'well' && BEFORE_WELL.test(before))) return
    tokens[at] = { ...token, norm: full }
    spelled.push({ from: token.from, to: token.to })
  })
  return spelled
}
