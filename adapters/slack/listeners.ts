import type { App } from '@slack/bolt'
import type { Card } from '../../data/card.ts'
import type { Afterwards } from './app.ts'
import { renderMessage } from './blocks.ts'
import { type Exchanging, hold } from './exchange.ts'
import { MODAL_CALLBACK, noticeModal, readModalMemory } from './modal.ts'
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
import { unknownWriterCard, wordsOf, writerOf } from './writer.ts'

/** What people do in Slack, each kind read into an inbound and held. Everything else passes without an answer. */

export type Listening = Exchanging & { profiles: Profiles }

/** Messages that a person wrote; edits, joins, deletions and other apps have subtypes of their own. */
const WRITTEN = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast'])
const noAck = async (): Promise<void> => undefined

export function listen(app: App, listening: Listening): void {
  listenToWords(app, listening)
  listenToArrivals(app, listening)
  listenToPresses(app, listening)
  listenToForms(app, listening)
}

/** Who wrote and who is mentioned are asked for together: each may take two of the three seconds that Slack waits. */
function listenToWords(app: App, listening: Listening): void {
  const { profiles, channels, clock } = listening

  app.command(/^\/(liaison|partner)$/, async ({ command, ack, context }) => {
    const now = clock()
    const refuse = (card: Card) => ack({ response_type: 'ephemeral', ...renderMessage(card) })
    const [author, text] = await Promise.all([
      writerOf(profiles, command.team_id, command.user_id),
      wordsOf(profiles, command.team_id, command.text, context.botUserId),
    ])
    if (!author) return refuse(unknownWriterCard())
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
    channels.sawDirect(event.user, event.channel)
    const blocks = 'blocks' in event ? event.blocks : undefined
    const said = 'text' in event ? event.text : undefined
    const [author, text] = await Promise.all([
      profiles.authorOf(body.team_id, event.user),
      wordsOf(profiles, body.team_id, said, context.botUserId, blocks),
    ])
    const thread = 'thread_ts' in event && event.thread_ts ? { thread_ts: event.thread_ts } : {}
    const message = { text, channel: event.channel, ts: event.ts, ...thread, isDirect: true, eventId: body.event_id }
    const inbound = inboundOfMessage(message, { author, now })
    await hold(listening, { inbound, ack: noAck, afterwards: afterwardsIn(context) })
  })

  app.event('app_mention', async ({ event, body, context }) => {
    if (!event.user || event.bot_id || event.edited || event.channel.startsWith('D')) return
    const now = clock()
    const [author, text] = await Promise.all([
      profiles.authorOf(body.team_id, event.user),
      wordsOf(profiles, body.team_id, event.text, context.botUserId, event.blocks),
    ])
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

function afterwardsIn(context: Readonly<Record<string, unknown>>): Afterwards {
  const { afterwards } = context
  if (typeof afterwards !== 'function') throw new Error('not called through SettlingApp')
  return (work) => afterwards(work)
}
