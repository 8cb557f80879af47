import type { Message } from '../text/message.ts'
import type { NameIndex } from './name-index.ts'

/** What somebody has, for "emmas mom" and "rustys talk" to be Emma's and Rusty's. */
const OWNED =
  /^(?:mom|moms|mama|mamas|momma|mommy|mum|ma|pa|papa|daddy|granny|nana|abuela|abuelo|tia|tio|mother|dad|dads|father|parents?|family|folks|guardian|grandma|grandmother|aunt|uncle|foster|sister|brother|consent|release|permission|photo|photos|picture|media|form|forms|waiver|spotlight|story|post|talk|visit|tour|speech|session|presentation|internship|apprenticeship|job|placement|interview|breakfast|meeting|class|team|crew|office|shop|place|slot|people|offer|reminder|follow|followup|speaker|event|career|mock|advisory|shadow|hr|voicemail|machine|phone|cell|desk|inbox|training|building|hall|lobby|kitchen|yard|showroom|hangar|facility|center|lab|studio|campus|truck|booth|rep|assistant|boss|manager|colleague|partner|friend|name|number|email|call|plant|warehouse|kitchen|guy)$/

/** Marks owners typed without an apostrophe, where the directory knows the word without its s and what is owned follows. */
export function markBareOwners({ tokens }: Message, index: NameIndex): void {
  tokens.forEach((token, at) => {
    const { plain } = token
    if (token.kind !== 'word' || token.owner !== undefined || plain.length < 4 || !plain.endsWith('s')) return
    if (index.knowsWord(plain) || !index.knowsWord(plain.slice(0, -1))) return
    if (OWNED.test(tokens[at + 1]?.plain ?? '')) tokens[at] = { ...token, owner: plain.slice(0, -1) }
  })
}
