import type { Moment, Situation } from '../conversation.ts'
import { type Frame, frameOf } from '../understanding/frame.ts'
import { FrameBuilder } from '../understanding/frame-builder.ts'
import { joinWords, nameWords } from '../understanding/names/key.ts'
import { readText } from '../understanding/read.ts'
import { hearConsent } from './hearing-consents.ts'
import { saysAtItsEnd } from './said-consent.ts'
import { mentionsIn } from './said-dates.ts'
import { readSaidEdit } from './said-edit.ts'
import { saysPlacesLeftOut } from './said-places.ts'
import { findStudentsIn } from './students-in-text.ts'

type Where = Pick<Moment, 'knowledge' | 'local'> & Partial<Pick<Situation, 'last' | 'zone'>>

const DOWN = /\b(?:tak(?:e|ing)|pull|bring|get|yank)\b[^.!?\n]{0,80}\b(?:down|offline)\b(?! to \d)|\bunpublish\b/i
const REMOVE =
  /\b(?:delete|remove|kill|pull)\b[^.!?\n]{0,60}\b(?:posts?|spotlights?|stor(?:y|ies)|page|photos?|pics?|pictures?)\b/i
/** A chair or a decoration is taken down too: something must be said of what was published, or of a student. */
const PUBLISHED =
  /\b(?:posts?|posted|spotlights?|stor(?:y|ies)|web ?page|photos?|pics?|pictures?|permission|consent|release)\b/i
const BARE =
  /^\W*(?:(?:pls|please)[, ]+)?(?:cancel|stop|unpost) (?:the|that|this) (?:scheduled )?(?:post|story|spotlight)\W*$|^\W*(?:pls |please )?(?:take|pull|bring|get) (?:it|that|this|everything)(?: all)? (?:down|offline)\W*(?:now|asap|please|pls|immediately|right away|at once)?\W*$/i
const WAITING =
  /\b(?:what|anything|whats|what['’]s|show|list)\b[^?\n]{0,40}\b(?:waiting|pending|open|left)\b[^?\n]{0,30}\b(?:my |for )?(?:approval|approve|sign[- ]?off|me)\b|^\s*(?:my )?(?:pending )?approvals\s*\??\s*$|\bwhat do i (?:have|need) to approve\b|^\W*(?:what(?:['’]?s| is)|anything|show me what(?:['’]?s| is))\s+(?:still\s+)?(?:waiting|pending|to (?:approve|confirm|sign off))(?:\s+for me)?\W*$|^\W*(?:which|what) (?:stories|spotlights|forms)? ?needs? (?:my )?(?:approval|approving|to be approved)\W*$|^\W*(?:which|what) (?:stories|spotlights|forms) (?:are|is) (?:still )?(?:waiting|pending)(?: for (?:me|approval|my approval))?\W*$|^\W*(?:confirm|approve)(?: it| that| them)?\W*$/i
const SEND =
  /^\s*(?:(?:ok(?:ay)?|great|looks good|can you|could you|pls|please),? )*(?:re-?)?(?:send|submit)(?: it| this| the story| the draft)?(?: on)?(?: for approval| to (?:the )?approvers?)(?:,? (?:now|please|pls|thanks|thx))*\s*[.!]*\s*$/i
const SEND_ON =
  /^\W*(?:ok(?:ay)?,? |great,? |looks good,? |yes,? )?(?:re-?)?(?:send|submit)(?: (?:it|this))?(?: on| off| again)?(?:,? (?:now|please|pls))*\W*$/i
/** "send it to beth": where that is someone of the staff. */
const SEND_TO =
  /^\s*(?:(?:ok(?:ay)?|great|looks good|can you|could you|pls|please),? )*(?:re-?)?(?:send|submit) (?:it|this|the story|the draft) (?:over )?to (?<who>[\p{L}’' -]{2,40}?)(?: for approval)?(?:,? (?:please|pls))?\s*[.!]?\s*$/iu
/** Of the story at hand: when it goes out, where, or that it goes now. */
const POST =
  /^\W*(?:(?:ok(?:ay)?|yes|pls|please|can you|actually|no|wait|sorry|correction)[,:]? )*(?:(?:post|publish) (?:it|this|that)|(?:post|publish|run|schedule|share) the (?:story|spotlight|post))\b(?:\s+(?:also|too|out))?(?=\s*(?:$|now|right|here\b|in\b|on\b|at\b|for\b|to\b|#|slack|teams|today|tomorrow|tonight|mon|tue|wed|thu|fri|sat|sun|next|this|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[.!]))/i
/** Said after a story: of its channels, or of its time. */
const RETIME =
  /^\W*(?:(?:actually|no|ok|wait|sorry|and|pls|please)[, ]+)*(?:make|move|change|push|delay) (?:it|that|the (?:post|story))(?: out)?(?: (?:to|for|on|at|until))?\s/i
/** Of the speaker's own: what they have begun. */
const DRAFTS =
  /^\W*(?:(?:pls|please|can you)\s+)?(?:(?:show|list|open|see|find|what are|where are|what['’]?s in)\s+)?(?:me\s+)?(?:all\s+)?(?:of\s+)?(?:(?:my|our)\s+(?:(?:open|unfinished|current|old|spotlight|story)\s+)*(?:drafts|stories|spotlights)|(?:the\s+)?(?:(?:open|unfinished|spotlight|story)\s+)*drafts)\W*$/i
const OPEN =
  /^\W*(?:(?:pls|please|can you)\s+)?(?:show|open|see|pull up|go back to)\s+(?:me\s+)?(?:the|that|this|my)\s+(?:(?:last|current|new)\s+)?(?:story|spotlight|draft)(?:\s+again)?\W*$/i
const OF_STORY =
  /\b(?:status of|show(?: me)?|open|see|pull up|where(?: is|['’]?s)|how(?: is|['’]?s)|what(?: is|['’]?s| happened)|is|has|did)\b[^?\n]{0,60}\b(?:stor(?:y|ies)|spotlights?|drafts?|posts?)\b/i
const DISCARD =
  /^\W*(?:(?:pls|please|ok)[, ]+)*(?:(?:discard|scrap|trash) (?:it|this|that|(?:the|my|this) (?:draft|story|spotlight))|(?:delete|drop|forget|remove) (?:the|my|this) draft)\W*$/i
const PUBLISHING =
  /\b(?:post|put|publish|share)\b[^.\n]{0,60}\bspotlights?\b[^.\n]{0,40}(?:#|\bin\b)|\bspotlights?\b[^.\n]{0,60}\b(?:go(?:es)?|are posted|should go|belong)\b[^.\n]{0,30}#/i
const SELF_APPROVING =
  /\b(?:may|can|should|lets?|allow)\b[^.\n]{0,60}\bapproves?\b[^.\n]{0,20}\b(?:their|her|his|its|your|my)\s+own\b/i
const THIRD_PARTY_CHANNEL = /#[\p{L}\p{N}_-]+\s+(?:is|belongs to)\s+[^.\n]{2,80}?(?:['’]s?)?\s*(?:channel)?\s*$/iu
const PLACEMENT = /\bplacement\b/i
const RECORDS = /\b(?:record|log|add|new|enter)\b/i
const STARTS = /\b(?:start(?:s|ed|ing)?|began|begins|placed|is interning|interns)\b[^.\n]{0,60}\b(?:at|with)\b/i
/** Someone of the partner was spoken with: a touchpoint, in which a student's start may be news. */
const CONTACT =
  /\b(?:met|meet|coffee|lunch|call(?:ed)?|spoke|talked|emailed|texted|zoom(?:ed)?|visited|chatted|heard from)\b/i

/**
 * What people ask of stories beyond the intents that understanding knows. `frames`: what understanding made of it; where
 * it has a request of its own, that stands, except that a take-down goes before everything.
 */
export function readSpotlightRequest(text: string, frames: readonly Frame[], moment: Where): Frame | undefined {
  const said = text.slice(0, 4000)
  const [frame] = frames
  const removal = readTakeDown(said, frame, moment)
  if (removal) return removal
  const consent = hearConsent(said, frame)
  if (consent) {
    const heard = orOfStory(withNames(consent.intent, said, moment), consent.intent, moment)
    const isNamed = heard.slots.student !== undefined || heard.ambiguous.length > 0
    const granted = 'granted' in consent ? { granted: consent.granted } : {}
    if (isNamed) return { ...heard, slots: { ...heard.slots, ...granted } }
  }
  if (WAITING.test(said)) return frameOf('ask', { slots: { topic: 'spotlights' }, extra: { waiting: true } })
  if (SELF_APPROVING.test(said) || (PUBLISHING.test(said) && isSettingUp(said)) || THIRD_PARTY_CHANNEL.test(said)) {
    return frameOf('set_publishing', frame?.slots.program ? { slots: { program: frame.slots.program } } : {})
  }
  if (DISCARD.test(said)) return frameOf('discard_spotlight')
  if (DRAFTS.test(said)) return frameOf('list_drafts')
  if (OPEN.test(said)) return frameOf('open_spotlight')
  if (readSaidEdit(said)) return frameOf('edit_spotlight')
  if (POST.test(said) || (isOnStory(moment) && saysWhereOrWhen(said, moment))) return frameOf('post_spotlight')
  if (SEND.test(said) || (isOnStory(moment) && SEND_ON.test(said)) || isSentToStaff(said, moment))
    return frameOf('send_spotlight')
  const isFree = frame === undefined || frame.intent === 'none' || frame.intent === 'log_contact'
  if ((frame === undefined || frame.intent === 'none') && OF_STORY.test(said)) {
    const story = withNames('open_spotlight', said, moment)
    if (story.slots.student || story.ambiguous.length > 0) return story
  }
  const isPlaced = STARTS.test(said) && !CONTACT.test(said)
  if (isFree && ((PLACEMENT.test(said) && RECORDS.test(said)) || isPlaced)) {
    const placement = withNames('record_placement', said, moment)
    return placement.slots.student || placement.ambiguous.length > 0 ? placement : undefined
  }
  return undefined
}

/** "his dad says no", said after a story: of its student. */
function orOfStory(frame: Frame, intent: string, { last, knowledge }: Where): Frame {
  if (intent !== 'narrow_consent' || frame.slots.student || frame.ambiguous.length > 0) return frame
  const story = last?.writes.find((write) => write.kind === 'story')
  const student = story?.kind === 'story' ? (story.after ?? story.before)?.student : undefined
  const entry = student === undefined ? undefined : knowledge.names.get('student', student)
  if (!entry) return frame
  const named = { slot: 'student' as const, name: entry.name, kind: entry.kind, id: entry.id }
  return { ...frame, slots: { ...frame.slots, student: entry.name }, named: [...frame.named, named] }
}

/** The last thing done here was done to a story. */
const isOnStory = ({ last }: Where): boolean => last?.writes.some(({ kind }) => kind === 'story') === true

function saysWhereOrWhen(said: string, { knowledge, local, zone }: Where): boolean {
  if (saysPlacesLeftOut(said)) return true
  return zone !== undefined && RETIME.test(said) && mentionsIn(said, { knowledge, local, zone }).length > 0
}

function isSentToStaff(said: string, { knowledge }: Where): boolean {
  const who = SEND_TO.exec(said)?.groups?.who
  if (!who) return false
  return knowledge.names.find(joinWords(nameWords(who))).some(({ entry }) => entry.kind === 'staff')
}

/** What is never the answer to a question that happens to be open. */
export const ALWAYS_HEARD: readonly string[] = [
  'take_down_spotlight',
  'list_drafts',
  'discard_spotlight',
  'open_spotlight',
  'post_spotlight',
  'send_spotlight',
  'ask',
]

/** A rule for all that comes ("post culinary spotlights in #wins"), not a story ("post a spotlight for Wei Lin in #wins"). */
const isSettingUp = (said: string): boolean =>
  /\bspotlights\b/i.test(said) && !/\bspotlights? (?:for|on|about)\b/i.test(said)

/** Requests of their own in which a post is spoken of in passing. */
const OTHERS: ReadonlySet<string> = new Set([
  'log_contact',
  'schedule_event',
  'move_event',
  'cancel_event',
  'record_rsvp',
])

function readTakeDown(said: string, frame: Frame | undefined, moment: Where): Frame | undefined {
  if (BARE.test(said)) return frameOf('take_down_spotlight')
  if (!DOWN.test(said) && !REMOVE.test(said)) return undefined
  if (frame?.intent === 'record_consent' && saysAtItsEnd(said)) return undefined
  const request = withNames('take_down_spotlight', said, moment)
  const hasStudent = request.slots.student !== undefined || request.ambiguous.length > 0
  if (hasStudent) return request
  return PUBLISHED.test(said) && !OTHERS.has(frame?.intent ?? '') ? request : undefined
}

/** The request with the student and the partner that the words name. */
function withNames(intent: string, said: string, { knowledge, local }: Where): Frame {
  const reading = readText(said, knowledge, { now: local })
  const isKnown = ({ entries }: { entries: readonly unknown[] }): boolean => entries.length > 0
  const frame = new FrameBuilder(intent, reading)
    .name('student', 'student', reading.refs.students.find(isKnown))
    .name('partner', 'partner', reading.refs.partners.find(isKnown))
    .build()
  if (frame.slots.student || frame.ambiguous.some(({ slot }) => slot === 'student')) return frame
  const found = findStudentsIn(said, knowledge)
  const [only] = found?.entries ?? []
  if (!found || !only) return frame
  if (found.entries.length === 1) {
    return {
      ...frame,
      slots: { ...frame.slots, student: only.name },
      named: [...frame.named, { slot: 'student', name: only.name, kind: 'student', id: only.id }],
    }
  }
  const candidates = [...new Set(found.entries.map(({ name }) => name))]
  return { ...frame, ambiguous: [...frame.ambiguous, { slot: 'student', typed: found.typed, candidates }] }
}
