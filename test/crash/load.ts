import type { Store } from '../../data/store.ts'
import { createFakeSlack, type FakeSlack } from '../fakes/slack.ts'
import { BOT_USER, type Body, commandBody, directMessage, eventBody, signedRequest } from '../fakes/slack-payloads.ts'
import { pause, shuffle } from './fleet.ts'

export const SECRET = 'a-signing-secret-of-this-test'
export const LINK_SECRET = 'a-secret-for-links-of-this-test-alone'
export const CHANNELS = 30
const WRITERS = 40
/** Each message arrives so often at most. */
const MOST_TIMES = 3
/** Requests under way at once. */
const CLIENTS = 16
export const NOT_RECORDED = 'Nothing was recorded'

export type Message = {
  tag: string
  writer: string
  /** The channel that it was said in, where many read. */
  channel?: string
  /** Slack repeats events that were not acknowledged, and never commands. */
  isEvent: boolean
  body: () => Body
}

export const writerIds = Array.from({ length: WRITERS }, (_, n) => `U${String(n).padStart(3, '0')}WRITER`)
const emailOf = (id: string): string => `${id.toLowerCase()}@schools.example`
export const DIRECTORY = {
  organization: 'Crash test',
  timezone: 'America/New_York',
  partners: [{ name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] }],
  staff: writerIds.map((id) => ({ name: `Writer ${id.slice(1, 4)}`, email: emailOf(id) })),
}

/** The configuration of a replica with a database of PostgreSQL and a Slack at these addresses. */
export const configuration = (databaseUrl: string, apiUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  LINK_SECRET,
  LOG_LEVEL: 'error',
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_API_URL: apiUrl,
})

export function district(): FakeSlack {
  const slack = createFakeSlack(() => Date.now())
  slack.users.clear()
  for (const id of writerIds) slack.users.set(id, { id, name: `Writer ${id.slice(1, 4)}`, email: emailOf(id) })
  for (let n = 0; n < CHANNELS; n += 1) slack.channels.push({ id: `C${n}SHOP`, name: `shop-${n}`, hasLiaison: true })
  return slack
}

/** Half in channels, a third in the writers' own chats, the rest commands. */
export function messageOf(n: number, slack: FakeSlack, random: () => number): Message {
  const tag = `tag${String(n).padStart(5, '0')}x`
  const writer = writerIds[Math.floor(random() * WRITERS)] ?? ''
  const text = `called ada brook at harbor today about ${tag}`
  const ts = `${Math.floor(Date.now() / 1000)}.${String(500_000 + n)}`
  const kind = random()
  if (kind < 0.5) {
    const channel = `C${Math.floor(random() * CHANNELS)}SHOP`
    const { channel_type: _, ...said } = directMessage({ user: writer, text, channel, ts })
    const event = { ...said, type: 'app_mention', text: `<@${BOT_USER}> ${text}` }
    return { tag, writer, channel, isEvent: true, body: () => eventBody(event, `Ev${tag}`) }
  }
  if (kind < 0.85) {
    const event = directMessage({ user: writer, text, channel: slack.directChannel(writer), ts })
    return { tag, writer, isEvent: true, body: () => eventBody(event, `Ev${tag}`) }
  }
  const responseUrl = slack.responseUrl(writer, 'C0SHOP')
  const command = { command: '/partner', text, user: writer, channel: 'C0SHOP', trigger: `Tr${tag}`, responseUrl }
  return { tag, writer, isEvent: false, body: () => commandBody(command) }
}

/** What came of a message: the moments, counted up, of its first arrival and of its first acknowledgement. */
export type Heard = { sent: number; acknowledged?: number; acknowledgedAt?: number }

/** Sends everything, each message again where Slack would, until all has been sent. `each` is called now and then. */
export async function deliver(messages: readonly Message[], address: string, random: () => number, each: () => void) {
  const arrivals = messages.flatMap((message) =>
    Array.from({ length: 1 + Math.floor(random() * MOST_TIMES) }, () => ({ message, retries: 0 })),
  )
  const queue = shuffle(arrivals, random)
  const heard = new Map<string, Heard>()
  /** Messages of which an answer said that they were not recorded. */
  const refused = new Set<string>()
  let moment = 0
  const client = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { message, retries } = next
      each()
      const mine = heard.get(message.tag) ?? { sent: moment++ }
      heard.set(message.tag, mine)
      const asked = signedRequest(SECRET, message.body(), Math.floor(Date.now() / 1000), `${address}/slack/events`)
      const answer = await fetch(asked).catch(() => undefined)
      const text = await answer?.text().catch(() => undefined)
      if (answer?.status === 200 && text !== undefined) {
        if (text.includes(NOT_RECORDED)) refused.add(message.tag)
        else {
          mine.acknowledged ??= moment++
          mine.acknowledgedAt ??= Date.now()
        }
      } else if (message.isEvent && retries < 3) {
        queue.splice(Math.floor(random() * queue.length), 0, { message, retries: retries + 1 })
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return { heard, refused }
}

/** Until nothing waits to be sent any more. */
export async function drained(store: Store): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await store.nextDue()) === undefined) return
    await pause(500)
  }
  throw new Error('The outbox does not run dry.')
}

export const deliveryOf = (metadata: unknown): string | undefined => {
  const payload: unknown = typeof metadata === 'object' && metadata ? Reflect.get(metadata, 'event_payload') : undefined
  const id: unknown = typeof payload === 'object' && payload ? Reflect.get(payload, 'delivery') : undefined
  return typeof id === 'string' ? id : undefined
}
