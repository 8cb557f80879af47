import type { Card } from '../data/card.ts'
import type { Address, Delivery, DeliveryGuard } from '../data/delivery.ts'
import type { RecordOf } from '../data/records.ts'
import type { Pending, Reads, Reliance, Standing, TurnRecord, Write } from '../data/store.ts'
import type { Instant, LocalMoment, Zone } from '../data/time.ts'
import type { Inbound } from './inbound.ts'
import type { Frame } from './understanding/frame.ts'
import type { Knowledge } from './understanding/knowledge.ts'

/** What every decision knows of its moment. A decision reads, and does nothing else. */
export type Moment = {
  /** The id of the turn being decided: new records take their ids from it, so that deciding again gives the same ones. */
  turn: string
  now: Instant
  local: LocalMoment
  zone: Zone
  reads: Reads
  knowledge: Knowledge
  /** What an earlier decision rested on has changed meanwhile: now the store is asked where knowledge could be behind it. */
  isAgain?: boolean
  /** Absolute address under which people reach Liaison's pages; undefined where there is none. */
  publicUrl?: string
  /** Whether e-mail can be sent; where not, the organizer is handed what to send. */
  sendsMail?: boolean
  /**
   * The signed address of one of Liaison's pages about a record (`answer` of an invitation), good until that moment;
   * absent: there are no pages.
   */
  linkTo?: (page: string, id: string, until?: Instant) => string
}

/** The same sentence within this time is taken for a repeat: a platform timed out, and it was typed again. */
export const RECENT_MS = 2 * 60 * 1000

/** A moment in which a person says or presses something. */
export type Situation = Moment & {
  inbound: Inbound
  speaker: RecordOf<'staff'>
  /** The last turn of this person in this conversation that recorded something and stands: what a correction is about. */
  last?: TurnRecord
  /** What they said within `RECENT_MS`, wherever, as far as it was not taken back; newest first. */
  recent: Standing['recent']
  /** Decides a request anew: what a button or an answer has completed goes the way of every request. */
  decide: (request: Request) => Promise<Outcome>
}

/** One request: what was meant, and what the person has settled about it since. */
export type Request = {
  frame: Frame
  /** The sentence itself, as typed. */
  said: string
  /** Names that the directory does not have and the person wants added, with a cluster where one was chosen. */
  accepts: { name: string; cluster?: string }[]
  /** Typed forms that the person resolved to a partner: they become aliases. */
  aliases: { typed: string; partner: string }[]
  /** Warnings that the person has seen and overruled, by name. */
  overrules: string[]
  /** The turn whose question this answers. */
  answers?: string
  /** The record that this completes: it was kept before its last question was answered. */
  amends?: string
}

/** A card that goes back to where the request came from. */
export type Reply = {
  card: Card
  /** For the writer's eyes alone. */
  isPrivate?: boolean
  /** False: a new message even where a button was pressed. Else the answer to a button takes its card's place. */
  replaces?: boolean
}

/** A card for another place or a later time. */
export type Post = {
  /** Distinguishes the posts of one turn; with the turn's id it is the delivery's. */
  name: string
  /** A staff member is reached where they last spoke with Liaison, in private. */
  to: Address | { staff: string }
  content: Delivery['content']
  due?: Instant
  isPrivate?: boolean
  isUrgent?: boolean
  guard?: DeliveryGuard
}

/** What a decision comes to. The engine commits it whole or not at all. */
export type Outcome = {
  /** The intent or action, for the log. */
  what: string
  /** What it did in a few words ("Con Edison, Marcus Bell, call, Tue, Dec 1"), for undo and the log. */
  title?: string
  replies: Reply[]
  writes?: Write[]
  posts?: Post[]
  /** The question now open. Absent: what was open is closed; `keep`: it stays. */
  pending?: Pending | 'keep'
  reliesOn?: Reliance[]
  touches?: string[]
  /** What was recorded, as context for a correction; or what waits for an answer. */
  request?: Request
  /** The turn that this one takes back. */
  undoes?: string
}

export type Decide = (request: Request, situation: Situation) => Promise<Outcome>

/**
 * One conversation: what it does with each intent, button and form of its own. A new one is a file, a line in the
 * index, a transcript in the tests.
 */
export type Conversation = {
  name: string
  intents?: Readonly<Record<string, Decide>>
  /** By action name: `undo` here is `contact.undo` on a button of the conversation `contact`. */
  presses?: Readonly<
    Record<
      string,
      (
        args: Readonly<Record<string, string>>,
        situation: Situation,
        /** What a form's fields held; empty for a plain button. */
        values: Readonly<Record<string, string | string[]>>,
      ) => Promise<Outcome>
    >
  >
  /** Amends what `situation.last` recorded: `request.frame` is the whole frame with the changes in it, `changes` those alone. */
  corrects?: Readonly<Record<string, (request: Request, changes: Frame, situation: Situation) => Promise<Outcome>>>
  /**
   * Answers to this conversation's own open questions, by the question's name. Undefined: the text is no answer but
   * something new, and is taken as such.
   */
  answers?: Readonly<
    Record<
      string,
      (text: string, frames: readonly Frame[], state: unknown, situation: Situation) => Promise<Outcome | undefined>
    >
  >
  /**
   * Recognizes a request of its own that the frames do not show, or that goes before what they show. Undefined: it does
   * not.
   */
  hears?: (text: string, frames: readonly Frame[], situation: Situation) => Frame | undefined
  /** Intents that it hears even where a question of some conversation is open: nobody answers with them. */
  interrupts?: readonly string[]
  /** What the clock makes due. Asked at least every morning at 8:00 and whenever something else is due. */
  due?: (moment: Moment) => Promise<Occasion[]>
}

/** Something that is due: a turn without a speaker. `id` is the same when it is found due again. */
export type Occasion = { id: string; outcome: Outcome }
