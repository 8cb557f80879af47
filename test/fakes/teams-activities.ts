import { MARIA, type TeamsFake, type TeamsPerson } from './teams.ts'
import type { TokenChanges } from './teams-issuer.ts'
import { actionsOf, elementsOf, isObject } from './teams-screen.ts'

/** Activities as Teams sends them, and the way they get to the bot. */
export type Activity = Record<string, unknown>

const BOT = { id: '28:liaison', name: 'Liaison' }

export type Scene = {
  /** `personal` (the person's chat), or a channel or group chat by its id. */
  conversation?: { id: string; type: 'personal' | 'groupChat' | 'channel'; team?: string; channel?: string }
  from?: TeamsPerson
}

const chatOf = (person: TeamsPerson): Required<Scene>['conversation'] => ({
  id: `chat-${person.aadObjectId}`,
  type: 'personal',
})

function base(fake: TeamsFake, id: string, { from = MARIA, conversation = chatOf(from) }: Scene): Activity {
  return {
    id,
    timestamp: '2026-12-01T16:52:00.000Z',
    channelId: 'msteams',
    serviceUrl: fake.serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: BOT,
    conversation: {
      id: conversation.id,
      conversationType: conversation.type,
      tenantId: fake.tenant,
      ...(conversation.type !== 'personal' && { isGroup: true }),
    },
    channelData: {
      tenant: { id: fake.tenant },
      ...(conversation.team && { team: { id: conversation.team } }),
      ...(conversation.channel && { channel: { id: conversation.channel } }),
    },
    locale: 'en-US',
  }
}

export function messageActivity(fake: TeamsFake, id: string, text: string, scene: Scene = {}): Activity {
  return { ...base(fake, id, scene), type: 'message', text, textFormat: 'plain' }
}

/** As a person writes it in a channel or a group chat: with Liaison mentioned in front. */
export function mentionActivity(fake: TeamsFake, id: string, text: string, scene: Scene): Activity {
  return {
    ...messageActivity(fake, id, `<at>Liaison</at> ${text}\n`, scene),
    entities: [
      { type: 'mention', mentioned: BOT, text: '<at>Liaison</at>' },
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'iOS' },
    ],
  }
}

export function installActivity(fake: TeamsFake, id: string, scene: Scene = {}): Activity {
  return { ...base(fake, id, scene), type: 'installationUpdate', action: 'add' }
}

export function joinActivity(fake: TeamsFake, id: string, scene: Scene = {}): Activity {
  const { from = MARIA } = scene
  return { ...base(fake, id, scene), type: 'conversationUpdate', membersAdded: [BOT, { id: from.id }] }
}

/**
 * A button of a posted message, pressed: the invoke of `Action.Execute`, or, for a client that does not know it, the
 * message of its fall-back. `values` by field; several values as a list.
 */
export function pressActivity(
  fake: TeamsFake,
  id: string,
  message: string,
  press: string,
  values: Readonly<Record<string, string | readonly string[]>> = {},
  { isFallback = false, ...scene }: Scene & { isFallback?: boolean } = {},
): Activity {
  const card = cardOf(fake.messages.find((posted) => posted.id === message)?.activity)
  const action = actionsOf(card).find(({ data }) => isObject(data) && data.press === press)
  if (!action || !isObject(action.data)) throw new Error(`the message has no button ${press}`)
  const inputs = action.associatedInputs === 'none' ? {} : inputsOf(card, values)
  const data = { ...action.data, ...inputs }
  const start = { ...base(fake, id, scene), replyToId: message }
  if (isFallback) return { ...start, type: 'message', value: data }
  const value = { action: { type: 'Action.Execute', title: action.title, verb: action.verb, data }, trigger: 'manual' }
  return { ...start, type: 'invoke', name: 'adaptiveCard/action', value }
}

/** What a client sends of a card's inputs: what stands in them where nothing was typed, several values with commas. */
function inputsOf(card: unknown, values: Readonly<Record<string, string | readonly string[]>>): Activity {
  const inputs = elementsOf(card).filter((element) => `${element.type}`.startsWith('Input.'))
  const typed = inputs.flatMap(({ id, value, choices }): [string, string][] => {
    const given = values[`${id}`.replace(/^field\./, '')]
    if (given === undefined) return value === undefined ? [] : [[`${id}`, `${value}`]]
    if (typeof given === 'string') return [[`${id}`, given]]
    const listed = Array.isArray(choices) ? choices : []
    const wanted = given.map((name) => listed.find((choice) => decodeURIComponent(choice.value) === name)?.value)
    return [[`${id}`, wanted.join(',')]]
  })
  return Object.fromEntries(typed)
}

/** The Adaptive Card in a message that the bot sent. */
export function cardOf(activity: Activity | undefined): unknown {
  const [attachment] = Array.isArray(activity?.attachments) ? activity.attachments : []
  return attachment?.content
}

/** Sends an activity to the bot at `url` with a genuine token, or the one that `changes` makes. */
export async function deliver(
  fake: TeamsFake,
  url: string,
  activity: unknown,
  changes: TokenChanges | { authorization: string | undefined } = {},
): Promise<{ status: number; body: unknown }> {
  const authorization =
    'authorization' in changes ? changes.authorization : `Bearer ${await fake.issuer.token(changes as TokenChanges)}`
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: typeof activity === 'string' ? activity : JSON.stringify(activity),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
