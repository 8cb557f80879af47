import { createHash } from 'node:crypto'
import type { Author, Inbound } from '../../conversations/inbound.ts'
import { decodePress } from '../../data/card.ts'
import type { Address, MessageRef } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { routeOf, type SlackRoute, slackAddress } from './address.ts'
import type { ModalMemory } from './modal.ts'
import { unescapeEntities } from './typed-text.ts'
import { formValues, type StateValues } from './values.ts'

/**
 * Slack's payloads as inbounds. Ids are the same when Slack delivers again: it repeats events, never commands and
 * presses, whose trigger is theirs alone.
 */

type Heard = { author: Author; now: Instant }
const teamOf = (author: Author): string => author.team ?? ''

export type CommandSaid = {
  command: string
  text: string
  trigger_id: string
  channel_id: string
  channel_name?: string
  response_url?: string
}

/** A slash command; the answer is for the writer alone. A direct message's own channel is not Liaison's to post in. */
export function inboundOfCommand(command: CommandSaid, { author, now }: Heard): Inbound {
  const isDirect = command.channel_name === 'directmessage' || command.channel_id.startsWith('D')
  const place = slackAddress({
    team: teamOf(author),
    channel: command.channel_id,
    isDirect,
    person: author.user,
    route: answerable(command.response_url, now),
  })
  const hint = command.command === '/partner' ? { hint: 'contact' as const } : {}
  const what = { kind: 'said' as const, text: command.text, ...hint }
  return { id: `slack:${command.trigger_id}`, author, at: now, place, isPrivate: true, what }
}

export type MessageSaid = {
  text: string
  channel: string
  ts: string
  thread_ts?: string
  isDirect: boolean
  eventId: string
}

/** A direct message, or a mention in a channel: that one is answered in its thread. */
export function inboundOfMessage(message: MessageSaid, { author, now }: Heard): Inbound {
  const { channel, ts, thread_ts, isDirect, eventId, text } = message
  const thread = thread_ts ?? (isDirect ? undefined : ts)
  const place = slackAddress({
    team: teamOf(author),
    channel,
    isDirect,
    ...(thread !== undefined ? { thread } : {}),
    person: author.user,
    route: { saidAt: now, ...(isDirect ? { dm: channel } : {}) },
  })
  return { id: `slack:${eventId}`, author, at: now, place, isPrivate: false, what: { kind: 'said', text } }
}

/** Somebody opened Liaison's chat: the same id every time, so that it is greeted once. */
export function inboundOfOpening(channel: string | undefined, { author, now }: Heard): Inbound {
  const route: SlackRoute = { saidAt: now, ...(channel !== undefined ? { dm: channel } : {}) }
  const place = slackAddress({ team: teamOf(author), isDirect: true, person: author.user, route })
  const id = `slack:arrived:${teamOf(author)}:${author.user}`
  return { id, author, at: now, place, isPrivate: false, what: { kind: 'arrived' } }
}

/** Liaison was invited to a channel, by the author. */
export function inboundOfInvitation(channel: string, eventId: string, { author, now }: Heard): Inbound {
  const place = slackAddress({
    team: teamOf(author),
    channel,
    isDirect: false,
    person: author.user,
    route: { saidAt: now },
  })
  return { id: `slack:${eventId}`, author, at: now, place, isPrivate: false, what: { kind: 'arrived' } }
}

export type ActionPressed = {
  trigger_id: string
  response_url?: string
  channel?: { id: string } | null
  /** The message or view that holds the button. */
  container?: { message_ts?: string; channel_id?: string; thread_ts?: string; is_ephemeral?: boolean }
  message?: { ts: string; thread_ts?: string }
  state?: { values: StateValues }
  action: { action_id: string; value?: string }
}

/** A pressed button, or the button that sends an inline form. Undefined where it opens a page or is none of ours. */
export function inboundOfAction(pressed: ActionPressed, { author, now }: Heard): Inbound | undefined {
  const { action, container, message, state } = pressed
  const press = action.action_id.startsWith('open:') ? undefined : decodePress(unescapeEntities(action.value ?? ''))
  if (!press) return undefined
  const channel = container?.channel_id ?? pressed.channel?.id
  const ts = container?.message_ts ?? message?.ts
  const thread = container?.thread_ts ?? message?.thread_ts
  const isEphemeral = container?.is_ephemeral === true
  const isDirect = channel === undefined || channel.startsWith('D')
  const at = {
    team: teamOf(author),
    ...(channel !== undefined ? { channel } : {}),
    isDirect,
    ...(thread !== undefined ? { thread } : {}),
    person: author.user,
  }
  const dm = isDirect && !isEphemeral && channel !== undefined ? { dm: channel } : {}
  const place = slackAddress({ ...at, route: { ...answerable(pressed.response_url, now), ...dm } })
  const holder = slackAddress({ ...at, route: { ...dm, ...(isEphemeral ? { isEphemeral } : {}) } })
  const on = ts === undefined ? {} : { on: { address: holder, message: ts } }
  const isForm = action.action_id.startsWith('submit:')
  return {
    id: `slack:${pressed.trigger_id}`,
    author,
    at: now,
    place,
    isPrivate: isEphemeral,
    what: isForm ? { kind: 'submitted', press, values: formValues(state?.values ?? {}) } : { kind: 'pressed', press },
    ...on,
  }
}

/**
 * A modal that was sent. Sent again with the same values (the first answer came too late) it is the same; with others it
 * is another.
 */
export function inboundOfForm(
  view: { id: string; values: StateValues },
  memory: ModalMemory,
  { author, now }: Heard,
): Inbound | undefined {
  const press = decodePress(memory.submit)
  if (!press) return undefined
  const values = formValues(view.values)
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16)
  return {
    ...fromModal(`slack:${view.id}:${digest}`, memory, { author, now }),
    what: { kind: 'submitted', press, values },
  }
}

/** A modal that was closed unsent, where its card has a way to say so. */
export function inboundOfClosing(view: string, memory: ModalMemory, heard: Heard): Inbound | undefined {
  const press = memory.cancel === undefined ? undefined : decodePress(memory.cancel)
  return press && { ...fromModal(`slack:${view}:closed`, memory, heard), what: { kind: 'pressed', press } }
}

function fromModal(id: string, memory: ModalMemory, { author, now }: Heard): Omit<Inbound, 'what'> {
  const place: Address = {
    ...memory.place,
    team: teamOf(author),
    person: author.user,
    route: { ...memory.place.route, saidAt: String(now) },
  }
  const on: { on?: MessageRef } = memory.on ? { on: memory.on } : {}
  const isPrivate = memory.on ? routeOf(memory.on.address).isEphemeral === true : !memory.place.isDirect
  return { id, author, at: now, place, isPrivate, ...on }
}

const answerable = (url: string | undefined, now: Instant): SlackRoute => ({
  saidAt: now,
  ...(url ? { responseUrl: url, urlFrom: now } : {}),
})
