import type { App, Receiver } from '@slack/bolt'
import { Hono } from 'hono'
import type { Instant } from '../../data/time.ts'
import { SettlingApp } from './app.ts'
import type { SlackLog } from './log.ts'
import { type Body, readBody } from './payload.ts'
import { signatureFault } from './signature.ts'
import { isFromAllowed } from './workspace.ts'

/** Bytes. Slack's own payloads stay far below. */
const MAX_BODY_BYTES = 1_048_576

export type WebReceiverOptions = {
  /** Absent: nothing comes over HTTP, and all of it is refused. */
  signingSecret?: string
  allowed: () => Promise<ReadonlySet<string>>
  clock: () => Instant
  log: SlackLog
}

/**
 * A receiver for Bolt that is a Hono app: a Request goes in, a Response comes out once the app has settled. What is not
 * Slack's, not of an allowed workspace or of no known shape is refused before Bolt sees it.
 */
export class WebReceiver implements Receiver {
  readonly routes = new Hono()
  readonly #options: WebReceiverOptions
  #app: SettlingApp | undefined

  constructor(options: WebReceiverOptions) {
    this.#options = options
    this.routes.post('/', (context) => this.#receive(context.req.raw))
  }

  init(app: App): void {
    if (!(app instanceof SettlingApp)) throw new Error('only for an app that acknowledges last')
    this.#app = app
  }

  /** The server is not ours: there is nothing to start or stop. */
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  async #receive(request: Request): Promise<Response> {
    const { signingSecret, allowed, clock, log } = this.#options
    const refuse = (status: number, why: string): Response => {
      log.refused({ why })
      // Without this header Slack would repeat what is refused for good.
      return new Response(`${why}\n`, { status, headers: { 'x-slack-no-retry': '1' } })
    }
    if (signingSecret === undefined) return refuse(404, 'no signing secret is set')
    const bytes = await readLimited(request)
    if (!bytes) return refuse(413, 'body over 1 MB')
    const fault = signatureFault(signingSecret, clock(), {
      timestamp: request.headers.get('x-slack-request-timestamp'),
      signature: request.headers.get('x-slack-signature'),
      body: bytes,
    })
    if (fault) return refuse(401, `request is ${fault}`)
    const read = readBody(bytes, request.headers.get('content-type') ?? '')
    if ('fault' in read) return refuse(400, read.fault)
    const { body } = read
    if (body.type === 'url_verification') return Response.json({ challenge: body.challenge })
    if (body.ssl_check === '1' || body.type === 'app_rate_limited') return new Response(null, { status: 200 })
    try {
      if (!isFromAllowed(body, await allowed())) return refuse(403, 'another workspace')
      return await this.#process(body, request.headers)
    } catch (error) {
      log.failed({ what: 'slack request', reason: error instanceof Error ? error.name : 'unknown' })
      return new Response(null, { status: 503 })
    }
  }

  async #process(body: Body, headers: Headers): Promise<Response> {
    if (!this.#app) throw new Error('the receiver has no app yet')
    let response: Response | undefined
    const retryNum = Number(headers.get('x-slack-retry-num') ?? Number.NaN)
    const retryReason = headers.get('x-slack-retry-reason')
    await this.#app.processChecked({
      body,
      ack: async (answer: unknown) => {
        response = responseOf(answer)
      },
      ...(Number.isFinite(retryNum) ? { retryNum } : {}),
      ...(retryReason !== null ? { retryReason } : {}),
    })
    return response ?? new Response(null, { status: 200 })
  }
}

function responseOf(answer: unknown): Response {
  if (typeof answer === 'string') return new Response(answer, { status: 200 })
  return typeof answer === 'object' && answer !== null ? Response.json(answer) : new Response(null, { status: 200 })
}

/** The body, or undefined where it is too long: then no more of it is read than is allowed. */
async function readLimited(request: Request): Promise<Uint8Array | undefined> {
  const declared = request.headers.get('content-length')
  // A declared length is held to by the HTTP parser, so the body can be read in one go.
  if (declared !== null && /^\d+$/.test(declared)) {
    return Number(declared) <= MAX_BODY_BYTES ? new Uint8Array(await request.arrayBuffer()) : undefined
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
