import { once } from '../once.ts'
import type { Message } from '../text/message.ts'

const STUDENT_CUE =
  /spotlight|shout ?out|^(?:please |pls )?feature\b|success stor|consent|release|permission|photo|waiver|signed|opt(?:ed|ing)? (?:out|in)|kudos|congrat|brag|celebrat|write (?:\w+ )?up|\b(?:got|was|been|gets|just) hired|landed an?|accepted (?:to|at|into)|\bwon\b|earned (?:his|her|their|a)|passed (?:his|her|their|the)|mom|\bdad\b|guardian|parents/

const EVENT_CUE =
  /\b(?:breakfast|advisory|career day|career fair|guest speaker|speaker|meeting|site visit|tour|job shadow|competition|mock interviews?)\b/
const QUESTION_CUE = /^(?:what|whats|who|whos|which|any|show|list|how many|do we|did we|have we)\b|\?\s*$/

export type Surroundings = { isShouting: boolean; isAboutStudent: boolean; isAboutEvent: boolean; isQuestion: boolean }

/** Letters by which it is told whether somebody shouts. */
const HEARD_LETTERS = 400

/** True where all is written in capitals: then they say nothing. */
export const isShouted = once(({ typed }: Message): boolean => {
  const letters = typed.replace(/[^\p{L}]+/gu, '').slice(0, HEARD_LETTERS)
  const capitals = letters.replace(/[^\p{Lu}]+/gu, '').length
  return letters.length > 3 && capitals > letters.length * 0.7
})

/** What the whole message says of how its names are to be read. */
export function readSurroundings(message: Message): Surroundings {
  const text = message.tokens.map((token) => token.norm).join(' ')
  return {
    isShouting: isShouted(message),
    isAboutStudent: STUDENT_CUE.test(text),
    isAboutEvent: EVENT_CUE.test(text),
    isQuestion: QUESTION_CUE.test(text),
  }
}
