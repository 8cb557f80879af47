import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import type { Identity } from './identity.ts'
import { type SlackLog, sdkLogger } from './log.ts'
import { type Body, isKnownShape } from './payload.ts'
import { isFromAllowed } from './workspace.ts'

/** Runs a piece of work once the acknowledgement has left. */
export type Afterwards = (work: () => Promise<void>) => void

export type SettlingAppOptions = {
  receiver: Receiver
  identity: () => Promise<Identity>
  /** The workspaces that may speak to Liaison. */
  allowed: () => Promise<ReadonlySet<string>>
  afterwards: Afterwards
  log: SlackLog
}

/**
 * Bolt, acknowledging last. Stock Bolt acknowledges events before any listener has run, over HTTP as over a socket: what
 * a crash then loses, Slack never sends again. Here an acknowledgement leaves only after the listeners are done, and what
 * they leave for afterwards starts only then. Another workspace and unknown shapes are let in no further.
 */
export class SettlingApp extends App {
  readonly #options: SettlingAppOptions

  constructor(options: SettlingAppOptions) {
    const { receiver, identity, log } = options
    super({
      receiver,
      // No token: Liaison's own client sends, and Bolt then makes none of its own for each workspace.
      authorize: async () => {
        const { botId, botUserId } = await identity()
        return { botId, botUserId }
      },
      convoStore: false,
      logger: sdkLogger(log),
    })
    this.#options = options
  }

  /** What comes over a socket: checked here, because nothing stands in front. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    const { allowed, log } = this.#options
    const body: Body = event.body
    if (isKnownShape(body) && isFromAllowed(body, await allowed())) return this.processChecked(event)
    log.refused({ why: 'unknown shape or workspace' })
    await event.ack()
  }

  /** What was checked already. Resolves when the listeners are done and the acknowledgement has been given. */
  async processChecked(event: ReceiverEvent): Promise<void> {
    let acknowledgement: { response?: unknown } | undefined
    const later: (() => Promise<void>)[] = []
    const afterAck: Afterwards = (work) => later.push(work)
    await super.processEvent({
      ...event,
      ack: async (response) => {
        acknowledgement = { response }
      },
      customProperties: { ...event.customProperties, afterwards: afterAck },
    })
    if (acknowledgement) await event.ack(acknowledgement.response)
    for (const work of later) this.#options.afterwards(work)
  }
}
