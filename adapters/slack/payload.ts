import { z } from 'zod'

/**
 * The shape of what Slack sends, as far as it is read: https://docs.slack.dev/apis/events-api and
 * https://docs.slack.dev/reference/interaction-payloads. What has another shape is refused before Bolt sees it.
 */

const id = z.string().min(1).max(255)
const spoken = z.looseObject({
  type: z.enum(['message', 'app_mention']),
  channel: id,
  ts: id,
  thread_ts: id.optional(),
  user: id.optional(),
  bot_id: id.nullish(),
  text: z.string().nullish(),
})
const opened = z.looseObject({ type: z.literal('app_home_opened'), user: id, channel: id.optional() })
const joined = z.looseObject({
  type: z.literal('member_joined_channel'),
  user: id,
  channel: id,
  inviter: id.optional(),
})
const eventTypes = ['message', 'app_mention', 'app_home_opened', 'member_joined_channel']
const other = z.looseObject({ type: z.string().refine((type) => !eventTypes.includes(type)) })

const event = z.looseObject({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: id,
  event: z.union([spoken, opened, joined, other]),
})
const verification = z.looseObject({ type: z.literal('url_verification'), challenge: z.string().max(1000) })
const limited = z.looseObject({ type: z.literal('app_rate_limited') })

const command = z.looseObject({
  command: z.string().regex(/^\/\S+$/),
  team_id: id,
  user_id: id,
  channel_id: id,
  channel_name: z.string().optional(),
  text: z.string().optional(),
  trigger_id: id,
  response_url: z.string().optional(),
})
const check = z.looseObject({ ssl_check: z.literal('1') })

const who = {
  user: z.looseObject({ id, team_id: id.optional() }),
  team: z.looseObject({ id }).nullish(),
}
const state = z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() }))) })
const actions = z.looseObject({
  type: z.literal('block_actions'),
  ...who,
  trigger_id: id,
  actions: z.array(z.looseObject({ type: z.string(), action_id: id })).min(1),
  channel: z.looseObject({ id }).nullish(),
  container: z.looseObject({ type: z.string() }).optional(),
  state: state.optional(),
  response_url: z.string().optional(),
})
const view = z.looseObject({ id, private_metadata: z.string().optional(), state: state.optional() })
const views = z.looseObject({ type: z.enum(['view_submission', 'view_closed']), ...who, view })
const interactionTypes = ['block_actions', 'view_submission', 'view_closed']
const otherInteraction = z.looseObject({ type: z.string().refine((type) => !interactionTypes.includes(type)), ...who })

const json = z.union([event, verification, limited])
const form = z.union([command, check])
const interaction = z.union([actions, views, otherInteraction])

/** A body that has a shape we know, as Slack sent it. */
export type Body = Record<string, unknown>
export type Read = { kind: 'event' | 'form' | 'interaction'; body: Body } | { fault: string }

/** The body of a request as the object that Bolt takes, or what is wrong with it. */
export function readBody(bytes: Uint8Array, contentType: string): Read {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { fault: 'not UTF-8' }
  }
  if (contentType.startsWith('application/json')) return checked('event', json, parseJson(text))
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return { fault: 'neither JSON nor a form' }
  const fields = new URLSearchParams(text)
  const payload = fields.get('payload')
  return payload === null
    ? checked('form', form, Object.fromEntries(fields))
    : checked('interaction', interaction, parseJson(payload))
}

/** Whether an object that came over a socket has a shape we know. */
export const isKnownShape = (body: unknown): boolean => z.union([json, form, interaction]).safeParse(body).success

function checked(kind: 'event' | 'form' | 'interaction', schema: z.ZodType<Body>, value: unknown): Read {
  const result = schema.safeParse(value)
  return result.success ? { kind, body: result.data } : { fault: 'not a shape that Slack sends' }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
