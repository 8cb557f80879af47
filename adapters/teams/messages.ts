import type { Inbound } from '../../conversations/inbound.ts'
import type { Handled } from '../../conversations/intake.ts'
import type { Card } from '../../data/card.ts'
import { workUntil } from '../../data/deadline.ts'
import type { Address, Delivery, Sender } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import type { InvokeAnswer } from './bot.ts'
import type { ChannelNames } from './channel-names.ts'
import type { Chats } from './chats.ts'
import { inboundOf, readWhat } from './inbounds.ts'
import { answerPress, faultAnswer } from './invoke-answers.ts'
import type { TeamsOptions } from './options.ts'
import type { People } from './people.ts'
import type { Take } from './receiver.ts'

/** Milliseconds: how long it is tried to tell somebody that nothing was kept. */
const NOTICE_MS = 20_000

export type MessagesParts = Pick<TeamsOptions, 'clock' | 'log' | 'intake'> & {
  sender: Sender
  people: People
  chats: Pick<Chats, 'learn'>
  channels: Pick<ChannelNames, 'learn'>
}

/** Takes in what people said and pressed, and sees to the answers once Teams has its acknowledgement. */
export function createMessages(parts: MessagesParts): { take: Take; settled: () => Promise<void> } {
  const { intake, log, sender } = parts
  const underWay = new Set<Promise<void>>()

  /** Work that follows the acknowledgement: it starts when the response is on its way. */
  const afterwards = (work: () => Promise<void>): void => {
    const running = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      .catch(() => log.error({ channel: 'teams' }, 'What follows an acknowledgement failed.'))
      .finally(() => underWay.delete(running))
    underWay.add(running)
  }

  const showNotKept = async (place: Address, card: Card, id: string): Promise<void> => {
    const until = (parts.clock() + NOTICE_MS) as Instant
    const notice = noticeOf(place, card, id, parts.clock)
    const result = await workUntil(until, parts.clock, (deadline) => sender.send(notice, deadline))
    if (result.kind !== 'sent') log.warn({ channel: 'teams' }, 'A refusal could not be shown.')
  }

  const answerPressed = (handled: Handled, inbound: Inbound): InvokeAnswer => {
    const { answer, deliver, answered } = answerPress(handled, inbound)
    afterwards(async () => {
      if (answered) await intake.answered(answered)
      if (deliver.length > 0) await intake.deliver(deliver)
    })
    return answer
  }

  const take: Take = async (activity, tenant, read) => {
    const isInvoke = activity.type === 'invoke'
    const reading = readWhat(activity)
    if (reading.kind === 'not-offered') return { status: 501 }
    if (reading.kind === 'no-button')
      return isInvoke ? faultAnswer(400, 'BadButton', 'This button is not one of Liaison’s.') : undefined
    if (reading.kind === 'ignored') return undefined
    const { author, isNamed } = await parts.people(activity, tenant, read)
    const at = parts.clock()
    const day = `${Math.floor(at / 86_400_000)}`
    const inbound = inboundOf(activity, reading.what, author, at, day)
    parts.chats.learn(inbound.place)
    parts.channels.learn(inbound.place)
    const handled = isNamed ? await intake.handle(inbound) : excused(await intake.handle(inbound))
    if (isInvoke) return answerPressed(handled, inbound)
    if (handled.kind === 'not-kept') afterwards(() => showNotKept(inbound.place, handled.card, inbound.id))
    else if (!handled.isRepeat && handled.replies.length > 0) afterwards(() => intake.deliver(handled.replies))
    return undefined
  }

  return {
    take,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** Who is not let in while the roster does not say who they are may well be staff: they are told that instead. */
function excused(handled: Handled): Handled {
  if (handled.kind !== 'not-kept' || handled.why !== 'not-admitted') return handled
  const text = 'Nothing was recorded: Teams did not say who you are. Try again in a minute.'
  return { ...handled, card: { summary: text, parts: [{ kind: 'text', text }] } }
}

/** What is shown of a turn that was not kept: there is no delivery of it, so it is sent as it is, once. */
function noticeOf(to: Address, card: Card, id: string, clock: MessagesParts['clock']): Delivery {
  return {
    id: `notice:${id}`,
    turn: '',
    to,
    isPrivate: false,
    content: { kind: 'post', card },
    orderKey: '',
    isUrgent: false,
    due: clock(),
    state: 'due',
    attempts: 1,
  }
}
