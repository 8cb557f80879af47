import type { Moment } from '../conversation.ts'
import { type Frame, frameOf } from '../understanding/frame.ts'
import { readSaidEdit } from './said-edit.ts'
import { findStudentsIn } from './students-in-text.ts'

const TAKE_DOWN =
  /\b(?:tak(?:e|ing)|pull|bring|get|yank)\b[^.!?\n]{0,80}\b(?:down|offline)\b|\b(?:unpublish|delete|remove|kill|pull)\b[^.!?\n]{0,60}\b(?:posts?|spotlights?|stor(?:y|ies)|page|photos?|pics?|pictures?)\b/i
/** A chair or a decoration is taken down too: something must be said of what was published. */
const PUBLISHED =
  /\b(?:posts?|posted|spotlights?|stor(?:y|ies)|page|photos?|pics?|pictures?|permission|consent|release|everything|it|that|this)\b/i
const WAITING =
  /\b(?:what|anything|whats|what['’]s|show|list)\b[^?\n]{0,40}\b(?:waiting|pending|open|left)\b[^?\n]{0,30}\b(?:my |for )?(?:approval|approve|sign[- ]?off|me)\b|^\s*(?:my )?(?:pending )?approvals\s*\??\s*$|\bwhat do i (?:have|need) to approve\b/i
const SEND =
  /^\s*(?:ok(?:ay)?,? |great,? |looks good,? )?(?:send|submit)(?: it| this| the story| the draft)?(?: on)?(?: for approval| to (?:the )?approvers?)\s*[.!]?\s*$/i
const PUBLISHING =
  /\b(?:post|put|publish|share)\b[^.\n]{0,60}\bspotlights?\b[^.\n]{0,40}(?:#|\bin\b)|\bspotlights?\b[^.\n]{0,60}\b(?:go(?:es)?|are posted|should go|belong)\b[^.\n]{0,30}#/i
const SELF_APPROVING =
  /\b(?:may|can|should|lets?|allow)\b[^.\n]{0,60}\bapproves?\b[^.\n]{0,20}\b(?:their|her|his|its|your|my)\s+own\b/i
const THIRD_PARTY_CHANNEL = /#[\p{L}\p{N}_-]+\s+(?:is|belongs to)\s+[^.\n]{2,80}?(?:['’]s?)?\s*(?:channel)?\s*$/iu
const PLACEMENT = /\bplacement\b/i
const RECORDS = /\b(?:record|log|add|new|enter)\b/i
const STARTS = /\b(?:start(?:s|ed|ing)?|began|begins|placed|is interning|interns)\b[^.\n]{0,60}\b(?:at|with)\b/i

/**
 * What people ask of stories beyond the intents that understanding knows. `frames`: what understanding made of it; where
 * it has a request of its own, that stands, except that a take-down goes before everything.
 */
export function readSpotlightRequest(
  text: string,
  frames: readonly Frame[],
  moment: Pick<Moment, 'knowledge'>,
): Frame | undefined {
  const said = text.slice(0, 4000)
  const [frame] = frames
  if (TAKE_DOWN.test(said) && PUBLISHED.test(said)) return withStudent('take_down_spotlight', said, frame, moment)
  if (WAITING.test(said)) return frameOf('ask', { slots: { topic: 'spotlights' }, extra: { waiting: true } })
  if (SELF_APPROVING.test(said) || (PUBLISHING.test(said) && isSettingUp(said)) || THIRD_PARTY_CHANNEL.test(said)) {
    return frameOf('set_publishing', frame?.slots.program ? { slots: { program: frame.slots.program } } : {})
  }
  if (readSaidEdit(said)) return frameOf('edit_spotlight')
  if (SEND.test(said)) return frameOf('send_spotlight')
  const isFree = frame === undefined || frame.intent === 'none' || frame.intent === 'log_contact'
  if (isFree && ((PLACEMENT.test(said) && RECORDS.test(said)) || (frame?.intent === 'none' && STARTS.test(said)))) {
    const placement = withStudent('record_placement', said, frame, moment)
    return placement.slots.student || placement.ambiguous.length > 0 ? placement : undefined
  }
  return undefined
}

/** A rule for all that comes ("post culinary spotlights in #wins"), not a story ("post a spotlight for Wei Lin in #wins"). */
const isSettingUp = (said: string): boolean =>
  /\bspotlights\b/i.test(said) && !/\bspotlights? (?:for|on|about)\b/i.test(said)

function withStudent(
  intent: string,
  said: string,
  frame: Frame | undefined,
  { knowledge }: Pick<Moment, 'knowledge'>,
): Frame {
  const partner = frame?.slots.partner ? { partner: frame.slots.partner } : {}
  const named = frame?.named.filter(({ slot }) => slot === 'student' || slot === 'partner') ?? []
  const doubt = frame?.ambiguous.filter(({ slot }) => slot === 'student') ?? []
  if (frame?.slots.student && named.some(({ slot }) => slot === 'student')) {
    return frameOf(intent, { slots: { ...partner, student: frame.slots.student }, named })
  }
  if (doubt.length > 0) return frameOf(intent, { slots: partner, named, ambiguous: doubt })
  const found = findStudentsIn(said, knowledge)
  const [only] = found?.entries ?? []
  if (!found || !only) return frameOf(intent, { slots: partner, named })
  if (found.entries.length === 1) {
    return frameOf(intent, {
      slots: { ...partner, student: only.name },
      named: [...named, { slot: 'student', name: only.name, kind: 'student', id: only.id }],
    })
  }
  const candidates = [...new Set(found.entries.map(({ name }) => name))]
  return frameOf(intent, { slots: partner, named, ambiguous: [{ slot: 'student', typed: found.typed, candidates }] })
}
