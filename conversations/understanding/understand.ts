import type { LocalMoment } from '../../data/time.ts'
import { type Frame, frameOf, type Slots } from './frame.ts'
import type { Knowledge } from './knowledge.ts'

/** The question that is open: what the bot asked for, and the frame that waits for it. */
export type Pending = { frame: Frame; slot: keyof Slots; candidates?: readonly string[] }

export type UnderstandContext = {
  now: LocalMoment
  /** The frame that was recorded just before, for "no, the 19th". */
  previous?: Frame
  pending?: Pending
  /** Who writes: "me", "my school". `school` is an id. */
  speaker?: { name: string; school?: string }
}

/** How a message relates to the question that is open. */
export type Relation = 'new' | 'answer' | 'correction'

export type Understood = {
  /** At least one; a message with two requests has two, in order. */
  frames: readonly [Frame, ...Frame[]]
  /**
   * `answer`: the first frame is the pending one with the answer's slots filled in; `correction`: it is a `correct`
   * with the changed slots alone; `new`: a request of its own.
   */
  relation: Relation
}

/** What a message asks for. Same text, knowledge and context: same result. Never throws, whatever the text. */
export function understand(_text: string, _knowledge: Knowledge, _context: UnderstandContext): Understood {
  return { frames: [frameOf('none')], relation: 'new' }
}
