import { z } from 'zod'

/**
 * What Liaison reads of an activity of the Bot Framework. Everything else in it is left alone.
 * https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
const account = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
})

const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    isGroup: z.boolean().nullish(),
  }),
  replyToId: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).nullish(),
  entities: z.array(z.looseObject({ type: z.string().nullish() }).nullable()).nullish(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().nullish() }).nullish(),
      team: z.looseObject({ id: z.string().nullish() }).nullish(),
      channel: z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(undefined),
})
export type TeamsActivity = z.infer<typeof activitySchema>

/** Bytes of a request. */
export const BODY_MAX_BYTES = 1024 * 1024

/** The activity in a body, or the sentence to refuse it with. */
export function readActivity(
  body: string,
): { ok: true; activity: TeamsActivity } | { ok: false; status: 400; reason: string } {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { ok: false, status: 400, reason: 'The body is not JSON.' }
  }
  const parsed = activitySchema.safeParse(json)
  if (parsed.success) return { ok: true, activity: parsed.data }
  const where = parsed.error.issues[0]?.path.join('.')
  const reason = where ? `The body is no activity: see "${where.slice(0, 80)}".` : 'The body is no activity.'
  return { ok: false, status: 400, reason }
}

const mention = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  text: z.string().nullish(),
})
export type Mention = z.infer<typeof mention>

/** The mentions in an activity; whatever is no sound one is passed over. */
export function mentionsOf(activity: TeamsActivity): Mention[] {
  return (activity.entities ?? []).flatMap((entity) => {
    const parsed = mention.safeParse(entity)
    return parsed.success ? [parsed.data] : []
  })
}

/** Every tenant that an activity names; they must all be allowed. */
export function tenantsOf(activity: TeamsActivity): string[] {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id]
  return [...new Set(named.filter((tenant): tenant is string => typeof tenant === 'string' && tenant !== ''))]
}
