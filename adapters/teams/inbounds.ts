import type { Author, Inbound } from '../../conversations/inbound.ts'
import type { Instant } from '../../data/time.ts'
import type { TeamsActivity } from './activity.ts'
import { addressOf, isPersonal } from './address.ts'
import { readText } from './mentions.ts'
import { executedData, isButtonData, readPress } from './presses.ts'

/** What an activity asks of Liaison. */
export type Reading =
  | { kind: 'heard'; what: Inbound['what'] }
  /** An edit, a reaction, another bot, talk that is not for Liaison. */
  | { kind: 'ignored' }
  /** An invoke that Liaison does not offer. */
  | { kind: 'not-offered' }
  /** A button whose value is none of ours. */
  | { kind: 'no-button' }

export function readWhat(activity: TeamsActivity): Reading {
  switch (activity.type) {
    case 'message':
      return readMessage(activity)
    case 'invoke':
      if (isFromBot(activity) || activity.name !== 'adaptiveCard/action') return { kind: 'not-offered' }
      return readButton(executedData(activity.value))
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'heard', what: { kind: 'arrived' } } : { kind: 'ignored' }
    case 'conversationUpdate': {
      const isJoining = activity.membersAdded?.some((member) => member.id === activity.recipient.id)
      return isJoining ? { kind: 'heard', what: { kind: 'arrived' } } : { kind: 'ignored' }
    }
    default:
      return { kind: 'ignored' }
  }
}

function readMessage(activity: TeamsActivity): Reading {
  if (isFromBot(activity)) return { kind: 'ignored' }
  if (isButtonData(activity.value)) return readButton(activity.value)
  const { text, isMentioned } = readText(activity)
  if (!isPersonal(activity) && !isMentioned) return { kind: 'ignored' }
  return { kind: 'heard', what: { kind: 'said', text } }
}

function readButton(data: unknown): Reading {
  const what = readPress(data)
  return what ? { kind: 'heard', what } : { kind: 'no-button' }
}

/** Bots have ids that begin with 28. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
function isFromBot({ from, recipient }: TeamsActivity): boolean {
  return from.id === recipient.id || from.role === 'bot' || from.role === 'skill' || from.id.startsWith('28:')
}

/** The inbound of an activity; the same id whenever and however often Teams delivers it. */
export function inboundOf(
  activity: TeamsActivity,
  what: Inbound['what'],
  author: Author,
  at: Instant,
  day: string,
): Inbound {
  const place = addressOf(activity, author.team)
  const isPressed = what.kind === 'pressed' || what.kind === 'submitted'
  return {
    id: idOf(activity, what, day),
    author,
    at,
    place,
    isPrivate: false,
    what,
    ...(isPressed && activity.replyToId && { on: { address: place, message: activity.replyToId } }),
  }
}

function idOf(activity: TeamsActivity, what: Inbound['what'], day: string): string {
  const conversation = activity.conversation.id
  // An installation is told twice, as two kinds of activity with ids of their own.
  if (what.kind === 'arrived') return `teams:${activity.channelData?.team?.id ?? conversation}:arrived:${day}`
  const on = activity.replyToId && what.kind !== 'said' ? `:${activity.replyToId}` : ''
  return `teams:${conversation}${on}:${activity.id ?? ''}`
}
