import type { Instant } from '../../data/time.ts'
import { BODY_MAX_BYTES, readActivity, type TeamsActivity, tenantsOf } from './activity.ts'
import { UnprovenError } from './authentication.ts'
import type { Bot, InvokeAnswer, ReadMember } from './bot.ts'
import { type TeamsOptions, tenantsAllowed } from './options.ts'
import { isServiceAllowed } from './service-url.ts'
import { within } from './within.ts'

/** Milliseconds that keys may take to be read. */
const KEYS_TIMEOUT_MS = 15_000

/** What becomes of a proven activity from an allowed tenant. */
export type Take = (
  activity: TeamsActivity,
  tenant: string | undefined,
  read: ReadMember,
) => Promise<InvokeAnswer | undefined>

export type ReceiverParts = TeamsOptions & { bot: Bot; keys: () => Promise<void>; take: Take; clock: () => Instant }

/** Reads the keys once; after a failure the next call tries again. */
export function createKeys(bot: Pick<Bot, 'readKeys'>, isUnneeded: boolean): () => Promise<void> {
  let reading: Promise<void> | undefined
  return () => {
    reading ??= isUnneeded ? Promise.resolve() : readInTime(bot)
    reading.catch(() => {
      reading = undefined
    })
    return reading
  }
}

async function readInTime(bot: Pick<Bot, 'readKeys'>): Promise<void> {
  try {
    await within(bot.readKeys(), KEYS_TIMEOUT_MS)
  } catch (error) {
    throw new Error('The keys that Microsoft signs its requests with cannot be read.', { cause: error })
  }
}

/** Request in, response out: what is not proven, not whole, not Teams' or not an allowed tenant's goes no further. */
export function createReceiver(parts: ReceiverParts): (request: Request) => Promise<Response> {
  const tenants = tenantsAllowed(parts)
  const refuse = (status: number, reason: string): Response => {
    parts.log.warn({ channel: 'teams', status }, `A request was refused: ${reason}`)
    return Response.json({ error: reason }, { status })
  }

  const refusalOf = (activity: TeamsActivity): { status: number; reason: string } | undefined => {
    if (activity.channelId !== 'msteams') return { status: 403, reason: 'The activity is not from Teams.' }
    if (!activity.serviceUrl) return { status: 400, reason: 'The activity has no serviceUrl.' }
    if (!isServiceAllowed(activity.serviceUrl, parts))
      return { status: 403, reason: 'The serviceUrl is none of Microsoft’s.' }
    if (!activity.id && (activity.type === 'message' || activity.type === 'invoke'))
      return { status: 400, reason: 'The activity has no id.' }
    return undefined
  }

  const isForeign = (activity: TeamsActivity): boolean => {
    const named = tenantsOf(activity)
    if (tenants.size === 0) return false
    return named.length === 0 || named.some((tenant) => !tenants.has(tenant.toLowerCase()))
  }

  const respond = async (authorization: string, activity: TeamsActivity): Promise<Response> => {
    let foreign = false
    const answer = await parts.bot.receive(authorization, activity, async (read) => {
      foreign = isForeign(activity)
      return foreign ? undefined : parts.take(activity, tenantsOf(activity)[0], read)
    })
    if (foreign) return refuse(403, 'The tenant is not an allowed one.')
    if (!answer) return new Response(null, { status: 200 })
    return answer.body === undefined
      ? new Response(null, { status: answer.status })
      : Response.json(answer.body, { status: answer.status })
  }

  return async (request) => {
    const authorization = request.headers.get('authorization') ?? ''
    if (!parts.bot.isPlausible(authorization)) return refuse(401, 'There is no token for this bot.')
    const body = await readBody(request)
    if (body === undefined) return refuse(413, 'The body is over 1 MB.')
    const read = readActivity(body)
    if (!read.ok) return refuse(read.status, read.reason)
    const refusal = refusalOf(read.activity)
    if (refusal) return refuse(refusal.status, refusal.reason)
    try {
      await parts.keys()
    } catch {
      return refuse(503, 'The keys to check tokens with cannot be read.')
    }
    try {
      return await respond(authorization, read.activity)
    } catch (error) {
      if (error instanceof UnprovenError) return refuse(401, 'The token is not genuine.')
      parts.log.error({ channel: 'teams', fault: error instanceof Error ? error.name : 'unknown' }, 'A request failed.')
      return Response.json({ error: 'Liaison had a fault.' }, { status: 500 })
    }
  }
}

/** The body as text; undefined where it is too long. The stated length is held to by the server. */
async function readBody(request: Request): Promise<string | undefined> {
  const stated = Number(request.headers.get('content-length') ?? Number.NaN)
  if (stated > BODY_MAX_BYTES) return undefined
  if (Number.isInteger(stated)) return request.text()
  let length = 0
  const chunks: Uint8Array[] = []
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > BODY_MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
