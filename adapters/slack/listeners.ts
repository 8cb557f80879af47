import type { App } from '@slack/bolt'
import type { Author } from '../../conversations/inbound.ts'
import type { Card } from '../../data/card.ts'
import type { Afterwards } from './app.ts'
import { renderMessage } from './blocks.ts'
import { type Exchanging, hold } from './exchange.ts'
import { failureOf } from './failure.ts'
import { MODAL_CALLBACK, noticeModal, readModalMemory } from './modal.ts'
import { UnexpectedAnswer } from './network.ts'
import type { Profiles } from './profiles.ts'
import {
  inboundOfAction,
  inboundOfClosing,
  inboundOfCommand,
  inboundOfForm,
  inboundOfInvitation,
  inboundOfMessage,
  inboundOfOpening,
} from './translate.ts'
import { emojiIn, mentionedIn, typedText } from './typed-text.ts'

/** What people do in Slack, each kind read into an inbound and held. Everything else passes without an answer. */

export type Listening = Exchanging & { profiles: Profiles }

/** Messages that a person wrote; edits, joins, deletions and other apps have subtypes of their own. */
const WRITTEN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast'])
const noAck = async (): Promise<void> => undefined

const unknownWriterCard = (): Card => {
  const text = 'Nothing was recorded: Slack did not say who you are. Try again in a minute.'
  return { summary: text, parts: [{ kind: 'text', text }] }
}

export function listen(app: App, listening: Listening): void {
  listenToWords(app, listening)
  listenToArrivals(app, listening)
  listenToPresses(app, listening)
  listenToForms(app, listening)
}

function listenToWords(app: App, listening: Listening): void {
  const { profiles, channels, clock } = listening

  app.command(/^\/(liaison|partner)$/, async ({ command, ack, context }) => {
    const now = clock()
    const refuse = (card: Card) => ack({ response_type: 'ephemeral', ...renderMessage(card) })
    const author = await writerOf(profiles, command.team_id, command.user_id)
    if (!author) return refuse(unknownWriterCard())
    const text = await wordsOf(profiles, command.team_id, command.text, context.botUserId)
    await hold(listening, {
      inbound: inboundOfCommand({ ...command, text }, { author, now }),
      trigger: { id: command.trigger_id, from: now },
      ack: () => ack(),
      answer: (message) => ack({ response_type: 'ephemeral', ...message }),
      refuse,
      afterwards: afterwardsIn(context),
    })
  })

  app.event('message', async ({ event, body, context }) => {
    if (!WRITTEN.has(event.subtype) || event.channel_type !== 'im') return
    if (!('user' in event) || !event.user || ('bot_id' in event && event.bot_id)) return
    const now = clock()
    const author = await profiles.authorOf(body.team_id, event.user)
    channels.sawDirect(event.user, event.channel)
    const blocks = 'blocks' in event ? event.blocks : undefined
    const said = 'text' in event ? event.text : undefined
    const text = await wordsOf(profiles, body.team_id, said, context.botUserId, blocks)
    const thread = 'thread_ts' in event && event.thread_ts ? { thread_ts: event.thread_ts } : {}
    const message = { text, channel: event.channel, ts: event.ts, ...thread, isDirect: true, eventId: body.event_id }
    const inbound = inboundOfMessage(message, { author, now })
    await hold(listening, { inbound, ack: noAck, afterwards: afterwardsIn(context) })
  })

  app.event('app_mention', async ({ event, body, context }) => {
    if (!event.user || event.bot_id || event.edited || event.channel.startsWith('D')) return
    const now = clock()
    const author = await profiles.authorOf(body.team_id, event.user)
    const text = await wordsOf(profiles, body.team_id, event.text, context.botUserId, event.blocks)
    const thread = event.thread_ts ? { thread_ts: event.thread_ts } : {}
    const message = { text, channel: event.channel, ts: event.ts, ...thread, isDirect: false, eventId: body.event_id }
    const inbound = inboundOfMessage(message, { author, now })
    await hold(listening, { inbound, ack: noAck, afterwards: afterwardsIn(context) })
  })
}

function listenToArrivals(app: App, listening: Listening): void {
  const { profiles, channels, clock } = listening

  app.event('app_home_opened', async ({ event, body, context }) => {
    const author = await profiles.authorOf(body.team_id, event.user)
    if (event.channel) channels.sawDirect(event.user, event.channel)
    const inbound = inboundOfOpening(event.channel, { author, now: clock() })
    if (author.isGuest) return
    await hold(listening, { inbound, ack: noAck, afterwards: afterwardsIn(context), isUnasked: true })
  })

  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (event.user !== context.botUserId || !event.inviter) return
    const author = await profiles.authorOf(body.team_id, event.inviter)
    const inbound = inboundOfInvitation(event.channel, body.event_id, { author, now: clock() })
    await hold(listening, { inbound, ack: noAck, afterwards: afterwardsIn(context), isUnasked: true })
  })
}

function listenToPresses(app: App, listening: Listening): void {
  const { profiles, responses, clock } = listening

  app.action({ type: 'block_actions' }, async ({ body, ack, action, context }) => {
    const now = clock()
    if (body.type !== 'block_actions' || action.type !== 'button') return ack()
    const team = body.team?.id ?? body.user.team_id ?? ''
    const author = await writerOf(profiles, team, body.user.id)
    if (!author) {
      await ack()
      const message = renderMessage(unknownWriterCard())
      const { response_url: url } = body
      if (!responses.isUsable(url, now, now)) return
      afterwardsIn(context)(async () => {
        await responses.post(url, { response_type: 'ephemeral', replace_original: false, ...message })
      })
      return
    }
    const { container, message } = body
    const inbound = inboundOfAction(
      {
        trigger_id: body.trigger_id,
        response_url: body.response_url,
        ...(body.channel ? { channel: body.channel } : {}),
        container,
        ...(message ? { message } : {}),
        ...(body.state ? { state: body.state } : {}),
        action: { action_id: action.action_id, ...(action.value !== undefined ? { value: action.value } : {}) },
      },
      { author, now },
    )
    if (!inbound) return ack()
    const trigger = { id: body.trigger_id, from: now }
    await hold(listening, { inbound, trigger, ack: () => ack(), afterwards: afterwardsIn(context) })
  })
}

function listenToForms(app: App, listening: Listening): void {
  const { profiles, clock } = listening

  app.view({ callback_id: MODAL_CALLBACK, type: 'view_submission' }, async ({ body, view, ack, context }) => {
    const refuse = (card: Card) => ack({ response_action: 'push', view: noticeModal(card) })
    const memory = readModalMemory(view.private_metadata)
    const author = await writerOf(profiles, body.team?.id ?? body.user.team_id ?? '', body.user.id)
    if (!author) return refuse(unknownWriterCard())
    const { id, state } = view
    const inbound = memory && inboundOfForm({ id, values: state.values }, memory, { author, now: clock() })
    if (!inbound) return ack()
    await hold(listening, { inbound, ack: () => ack(), refuse, afterwards: afterwardsIn(context) })
  })

  app.view({ callback_id: MODAL_CALLBACK, type: 'view_closed' }, async ({ body, view, ack, context }) => {
    const memory = readModalMemory(view.private_metadata)
    const author = await writerOf(profiles, body.team?.id ?? body.user.team_id ?? '', body.user.id)
    const inbound = author && memory && inboundOfClosing(view.id, memory, { author, now: clock() })
    if (!inbound) return ack()
    await hold(listening, { inbound, ack: () => ack(), afterwards: afterwardsIn(context) })
  })
}

/** The writer, or undefined while Slack does not say who that is: then nobody is let in. */
async function writerOf(profiles: Profiles, team: string, user: string): Promise<Author | undefined> {
  try {
    return await profiles.authorOf(team, user)
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer)) failureOf(error)
    return undefined
  }
}

async function wordsOf(
  profiles: Profiles,
  team: string,
  text: string | undefined,
  self: string | undefined,
  blocks?: unknown,
): Promise<string> {
  if (!text) return ''
  const mentioned = mentionedIn(text).filter((user) => user !== self)
  const names = mentioned.length > 0 ? await profiles.namesOf(team, mentioned) : new Map<string, string>()
  return typedText(text, { self: self ?? '', names, emoji: emojiIn(blocks) })
}

function afterwardsIn(context: Readonly<Record<string, unknown>>): Afterwards {
  const { afterwards } = context
  if (typeof afterwards !== 'function') throw new Error('not called through SettlingApp')
  return (work) => afterwards(work)
}
