import { type Activity, CloudAdapterBase, type ConversationAccount, TeamsInfo, type TurnContext } from 'botbuilder'
import type { TeamsActivity } from './activity.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { ADAPTIVE_CARD } from './adaptive-card.ts'
import { TeamsAuthentication, UnprovenError } from './authentication.ts'
import { type Authority, authorityOf, type TeamsOptions } from './options.ts'
import { probeSigningKeys } from './signing-keys.ts'

/** The answer to an invoke: what the client is to show, as the Bot Framework takes it. */
export type InvokeAnswer = { status: number; body?: unknown }

/** One person in a conversation, as Teams' roster has them. */
export type Member = {
  id: string
  aadObjectId?: string | undefined
  name?: string | undefined
  email?: string | undefined
  userPrincipalName?: string | undefined
  tenantId?: string | undefined
  userRole?: string | undefined
}

/** Reads the roster of the conversation that a turn is in. */
export type ReadMember = (id: string) => Promise<Member>

export type Conversation = { serviceUrl: string; id: string }
export type Message = { card: AdaptiveCard; summary: string }

const CHANNEL = 'msteams'

/** The id is all that the connector reads; the library's type asks for more. */
const conversationOf = (id: string): ConversationAccount => ({ id }) as ConversationAccount

/**
 * The one place where the Bot Framework's types are. What fails against the connector rejects with a `ConnectorError`.
 */
export class Bot extends CloudAdapterBase {
  readonly #appId: string
  readonly #authentication: TeamsAuthentication
  readonly #authority: Authority

  constructor(options: TeamsOptions) {
    const authentication = new TeamsAuthentication(options)
    super(authentication)
    this.#authentication = authentication
    this.#appId = options.appId
    this.#authority = authorityOf(options)
  }

  isPlausible(authorization: string): boolean {
    return this.#authentication.isPlausible(authorization)
  }

  /**
   * Calls `handle` with an activity that Teams has proven to have sent, and gives back its answer. Rejects with an
   * `UnprovenError` where the token proves nothing.
   */
  async receive(
    authorization: string,
    activity: TeamsActivity,
    handle: (read: ReadMember) => Promise<InvokeAnswer | undefined>,
  ): Promise<InvokeAnswer | undefined> {
    let answer: InvokeAnswer | undefined
    // The schema has checked what is read of it; the rest is the library's.
    await this.processActivity(authorization, activity as unknown as Activity, async (context) => {
      answer = await handle((id) => TeamsInfo.getMember(context, id))
    })
    return answer
  }

  /**
   * Has the library read the keys that tokens are signed with: until they are there it refuses genuine ones. Rejects
   * where they cannot be read.
   */
  async readKeys(): Promise<void> {
    const { issuer, keysUrl } = this.#authority
    await probeSigningKeys(keysUrl)
    const section = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const token = `${section({ alg: 'RS256', kid: 'none' })}.${section({ iss: issuer, aud: this.#appId })}.none`
    const probe: Partial<Activity> = { type: 'event', channelId: CHANNEL }
    try {
      // A key of that name does not exist; to find that out the library reads all of them.
      await this.#authentication.authenticateRequest(probe as Activity, `Bearer ${token}`)
    } catch (error) {
      if (!(error instanceof UnprovenError)) throw error
    }
  }

  /** The new message's id. */
  async post(conversation: Conversation, message: Message): Promise<string> {
    const activity = this.#message(conversation, message)
    const [sent] = await this.#within(conversation, (context) => this.sendActivities(context, [activity]))
    return sent?.id ?? ''
  }

  async replace(conversation: Conversation, id: string, message: Message): Promise<void> {
    const activity = { ...this.#message(conversation, message), id }
    await this.#within(conversation, (context) => this.updateActivity(context, activity))
  }

  async remove(conversation: Conversation, id: string): Promise<void> {
    const reference = { conversation: conversationOf(conversation.id), activityId: id }
    await this.#within(conversation, (context) => this.deleteActivity(context, reference))
  }

  /** The id of the chat between Liaison and one person, who has it installed. Opens it where there is none yet. */
  async openChat(serviceUrl: string, tenant: string, user: string): Promise<string> {
    let id = ''
    const parameters = {
      isGroup: false,
      bot: { id: `28:${this.#appId}`, name: 'Liaison' },
      members: [{ id: user, name: '' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    }
    // The library's type asks for a first message and a topic, which a chat with one person has not.
    const chat = parameters as unknown as Parameters<Bot['createConversationAsync']>[4]
    await this.createConversationAsync(this.#appId, CHANNEL, serviceUrl, '', chat, async (context) => {
      id = context.activity.conversation.id
    })
    return id
  }

  /** A team's channels. The general one has no name there. */
  async channelsOf(serviceUrl: string, team: string): Promise<{ id: string; name?: string }[]> {
    const channels = await this.#within({ serviceUrl, id: team }, (context) => TeamsInfo.getTeamChannels(context, team))
    return channels.flatMap(({ id, name }) => (id ? [{ id, ...(name && { name }) }] : []))
  }

  async #within<T>({ serviceUrl, id }: Conversation, act: (context: TurnContext) => Promise<T>): Promise<T> {
    let result: { value: T } | undefined
    const reference = {
      channelId: CHANNEL,
      serviceUrl,
      conversation: conversationOf(id),
    }
    await this.continueConversationAsync(this.#appId, reference, async (context) => {
      result = { value: await act(context) }
    })
    if (!result) throw new Error('the library did not run the turn')
    return result.value
  }

  #message({ id }: Conversation, { card, summary }: Message): Partial<Activity> {
    return {
      type: 'message',
      channelId: CHANNEL,
      from: { id: `28:${this.#appId}`, name: 'Liaison' },
      conversation: conversationOf(id),
      summary,
      attachments: [{ contentType: ADAPTIVE_CARD, content: card }],
    }
  }
}
