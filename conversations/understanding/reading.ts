import type { DateMention } from './dates/reading.ts'
import type { Knowledge } from './knowledge.ts'
import type { Name } from './names/choose.ts'
import type { NameEntry } from './names/entry.ts'
import type { Message } from './text/message.ts'
import type { Reach, View } from './text/view.ts'
import type { UnderstandContext } from './understand.ts'

/** Whom or what a name in the message means, after all names have been weighed together. */
export type Ref = Reach & {
  /** As typed, without titles. */
  typed: string
  /** One: known. Several: the message does not say which. None: the directory does not have it. */
  entries: readonly NameEntry[]
  /** What a slot holds: the directory's spelling, or as typed (in title case where typed in lower case). */
  text: string
  /** True for "Turner's". */
  isOwner: boolean
}
/** `partner`: the company that the person is at, by place in `partners`. */
export type PersonRef = Ref & { partner?: number }

/** Names of a message by what they are. Staff never stands in slots. */
export type Refs = {
  partners: Ref[]
  people: PersonRef[]
  schools: Ref[]
  students: Ref[]
  programs: Ref[]
  clusters: Ref[]
}

/** What all readers of a message share. */
export type Reading = {
  message: Message
  names: readonly Name[]
  dates: readonly DateMention[]
  view: View
  refs: Refs
  knowledge: Knowledge
  context: UnderstandContext
}
