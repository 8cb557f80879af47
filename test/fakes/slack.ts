import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { blockProblems, readableText } from './slack-blocks.ts'
import { BOT_ID, BOT_USER, TEAM } from './slack-payloads.ts'

/**
 * Slack's Web API as far as Liaison calls it, in this process: users, channels, messages, modals and response URLs in
 * memory. Blocks are checked, and what Slack would refuse is refused. Nothing of it is Slack's own code.
 */

export type FakeUser = {
  id: string
  name: string
  email?: string
  isGuest?: boolean
  /** The address was never confirmed. */
  isUnconfirmed?: boolean
  team?: string
  /** Workspaces of the person's own Enterprise Grid. */
  gridTeams?: string[]
}
export type FakeChannel = {
  id: string
  name: string
  isPrivate?: boolean
  isArchived?: boolean
  hasLiaison: boolean
  /** Its history is not Liaison's to read. */
  isUnreadable?: boolean
}
export type FakeMessage = {
  channel: string
  ts: string
  text: string
  blocks: unknown[]
  thread_ts?: string
  /** The one person who sees it. */
  onlyFor?: string
  metadata?: unknown
  isDeleted: boolean
  /** The response URL through which it can be replaced, while it is shown to one person. */
  responseUrl?: string
}
export type FakeCall = { method: string; args: Record<string, string> }
type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | 'timeout' | 'reset' | 'refused'

export type FakeSlack = {
  users: Map<string, FakeUser>
  channels: FakeChannel[]
  messages: FakeMessage[]
  /** When each message was posted, by its `ts`, in the clock's milliseconds. */
  times: Map<string, number>
  views: { trigger: string; view: { callback_id: string; private_metadata: string; blocks: unknown[] } }[]
  calls: FakeCall[]
  problems: string[]
  /** Answers the next call of a method (or `response` for a response URL) with this instead. `after`: does the work first. */
  failNext(method: string, answer: Answer, options?: { after?: boolean }): void
  /** Keeps a call waiting before its work, or after it and before its answer, for as long as the promise is open. */
  hold?: (call: FakeCall, moment: 'before' | 'after') => Promise<void> | undefined
  /** A response URL good for five uses, until `expireUrls`. `message`: the private message that it can replace. */
  responseUrl(user: string, channel: string, message?: FakeMessage): string
  expireUrls(): void
  directChannel(user: string): string
  readable(message: FakeMessage): string
  apiUrl: string
  /** What `apps.connections.open` gives. */
  socketUrl: string
  app: Hono
  fetch: (input: string | URL, init?: RequestInit) => Promise<Response>
  /** Serves it on loopback, for other processes. */
  listen(): Promise<{ apiUrl: string; close(): Promise<void> }>
}

/** `clock` in milliseconds gives messages their time. Maria, Tyrell, a guest and a stranger of another workspace; #partners, #cte-wins, a private and an archived channel. */
export function createFakeSlack(clock: () => number = () => 1_796_140_320_000): FakeSlack {
  const users = new Map<string, FakeUser>(
    [
      { id: 'U0MARIA', name: 'Maria Delgado', email: 'maria.delgado@schools.example' },
      { id: 'U0TYRELL', name: 'Tyrell Brooks', email: 'tyrell.brooks@schools.example' },
      { id: 'U0GUEST', name: 'Gus Visitor', email: 'gus@elsewhere.example', isGuest: true },
      { id: 'U0STRANGER', name: 'Sam Stranger', email: 'sam@elsewhere.example', team: 'T0ELSEWHERE' },
    ].map((user) => [user.id, user]),
  )
  const channels: FakeChannel[] = [
    { id: 'C0PARTNERS', name: 'partners', hasLiaison: true },
    { id: 'C0WINS', name: 'cte-wins', hasLiaison: true },
    { id: 'C0OTHER', name: 'lunch', hasLiaison: false },
    { id: 'G0PRIVATE', name: 'principals', isPrivate: true, hasLiaison: false },
    { id: 'C0OLD', name: 'old-news', isArchived: true, hasLiaison: true },
  ]
  const messages: FakeMessage[] = []
  const failures = new Map<string, { answer: Answer; after: boolean }[]>()
  const urls = new Map<string, { user: string; channel: string; uses: number; message?: FakeMessage }>()
  let count = 200
  let urlCount = 0
  const nextTs = (): string => {
    count += 1
    return `${Math.floor(clock() / 1000)}.${String(count).padStart(6, '0')}`
  }

  const fake: FakeSlack = {
    users,
    channels,
    messages,
    times: new Map(),
    views: [],
    calls: [],
    problems: [],
    failNext(method, answer, { after = false } = {}) {
      failures.set(method, [...(failures.get(method) ?? []), { answer, after }])
    },
    responseUrl(user, channel, message) {
      urlCount += 1
      const key = `r${urlCount}`
      urls.set(key, { user, channel, uses: 0, ...(message ? { message } : {}) })
      return `${fake.apiUrl.replace(/api\/$/, 'response/')}${key}`
    },
    expireUrls: () => urls.clear(),
    directChannel: (user) => `D${user.slice(1)}`,
    readable: (message) => readableText(message.blocks) || message.text,
    apiUrl: 'http://slack.test/api/',
    socketUrl: '',
    app: new Hono(),
    async fetch(input, init) {
      const response = await fake.app.request(new Request(input, init))
      const how = response.headers.get('x-connection')
      if (how) throw broken(how)
      return response
    },
    async listen() {
      const server = serve({ fetch: fake.app.fetch, hostname: '127.0.0.1', port: 0 })
      await new Promise((resolve) => server.once('listening', resolve))
      const address = server.address()
      if (!address || typeof address === 'string') throw new Error('not listening')
      fake.apiUrl = `http://127.0.0.1:${address.port}/api/`
      return {
        apiUrl: fake.apiUrl,
        async close() {
          if ('closeAllConnections' in server) server.closeAllConnections()
          await new Promise((resolve) => server.close(resolve))
        },
      }
    },
  }

  const isReachable = (channel: string): string | undefined => {
    if (channel.startsWith('D')) return users.has(`U${channel.slice(1)}`) ? undefined : 'channel_not_found'
    const found = channels.find(({ id }) => id === channel)
    if (!found || (found.isPrivate && !found.hasLiaison)) return 'channel_not_found'
    if (found.isArchived) return 'is_archived'
    return found.hasLiaison ? undefined : 'not_in_channel'
  }
  const isClosed = (channel: string): string | undefined =>
    channels.find(({ id }) => id === channel)?.isUnreadable ? 'missing_scope' : undefined
  const check = (blocks: unknown[], surface: 'message' | 'modal' = 'message'): string | undefined => {
    const problems = blockProblems(blocks, surface)
    fake.problems.push(...problems)
    return problems.length > 0 ? 'invalid_blocks' : undefined
  }
  const post = (message: Omit<FakeMessage, 'ts' | 'isDeleted'>): FakeMessage | string => {
    const error = check(message.blocks)
    if (error) return error
    if (message.text === '' && message.blocks.length === 0) return 'no_text'
    const posted = { ...message, ts: nextTs(), isDeleted: false }
    messages.push(posted)
    fake.times.set(posted.ts, clock())
    return posted
  }
  const find = (channel: string, ts: string): FakeMessage | undefined =>
    messages.find(
      (message) => message.channel === channel && message.ts === ts && !message.isDeleted && !message.onlyFor,
    )

  const methods: Record<string, (args: Record<string, string>) => Record<string, unknown> | string> = {
    'auth.test': () => ({ user_id: BOT_USER, bot_id: BOT_ID, team_id: TEAM, url: 'https://district.slack.com/' }),
    'users.info'({ user = '' }) {
      const found = users.get(user)
      if (!found) return 'user_not_found'
      const { id, name, email, isGuest = false, isUnconfirmed = false, team = TEAM, gridTeams } = found
      const profile = { real_name: name, display_name: '', ...(email ? { email } : {}) }
      // Who is in a channel that the app shares with them is no stranger to it.
      const isStranger = team !== TEAM && gridTeams === undefined
      return {
        user: {
          id,
          team_id: team,
          name,
          profile,
          is_restricted: isGuest,
          is_stranger: isStranger,
          is_bot: false,
          is_email_confirmed: !isUnconfirmed,
          ...(gridTeams ? { enterprise_user: { id, enterprise_id: 'E1', teams: gridTeams } } : {}),
        },
      }
    },
    'users.lookupByEmail'({ email = '' }) {
      const found = [...users.values()].find((user) => user.email === email)
      return found ? { user: { id: found.id } } : 'users_not_found'
    },
    'conversations.list'({ cursor }) {
      const page = cursor ? channels.slice(2) : channels.slice(0, 2)
      const seen = page.filter((channel) => !channel.isPrivate || channel.hasLiaison)
      return {
        channels: seen.map(({ id, name, isArchived = false }) => ({ id, name, is_archived: isArchived })),
        response_metadata: { next_cursor: cursor ? '' : 'more' },
      }
    },
    'conversations.open': ({ users: user = '' }) =>
      users.has(user) ? { channel: { id: fake.directChannel(user) } } : 'user_not_found',
    'conversations.history': ({ channel = '', oldest = '0' }) =>
      isReachable(channel) ??
      isClosed(channel) ?? {
        messages: messages
          .filter((m) => m.channel === channel && !m.onlyFor && !m.isDeleted && !m.thread_ts && m.ts > oldest)
          .reverse(),
        has_more: false,
      },
    'conversations.replies': ({ channel = '', ts = '' }) =>
      isReachable(channel) ?? {
        messages: messages.filter((m) => m.channel === channel && !m.onlyFor && !m.isDeleted && m.thread_ts === ts),
        has_more: false,
      },
    'chat.postMessage'({ channel = '', text = '', blocks, thread_ts, metadata }) {
      const error = isReachable(channel)
      if (error) return error
      const thread = thread_ts ? { thread_ts } : {}
      const mark = metadata ? { metadata: JSON.parse(metadata) } : {}
      const posted = post({ channel, text, blocks: parseBlocks(blocks), ...thread, ...mark })
      return typeof posted === 'string' ? posted : { channel, ts: posted.ts, message: {} }
    },
    'chat.postEphemeral'({ channel = '', user = '', text = '', blocks, thread_ts }) {
      const error = isReachable(channel)
      if (error) return error
      const thread = thread_ts ? { thread_ts } : {}
      const posted = post({ channel, text, blocks: parseBlocks(blocks), onlyFor: user, ...thread })
      return typeof posted === 'string' ? posted : { message_ts: posted.ts }
    },
    'chat.update'({ channel = '', ts = '', text = '', blocks, metadata }) {
      const message = find(channel, ts)
      if (!message) return 'message_not_found'
      const error = check(parseBlocks(blocks))
      if (error) return error
      Object.assign(message, { text, blocks: parseBlocks(blocks) }, metadata ? { metadata: JSON.parse(metadata) } : {})
      return { channel, ts }
    },
    'chat.delete'({ channel = '', ts = '' }) {
      const message = find(channel, ts)
      if (!message) return 'message_not_found'
      message.isDeleted = true
      return { channel, ts }
    },
    'chat.getPermalink': ({ channel = '', message_ts = '' }) => ({
      channel,
      permalink: `https://district.slack.com/archives/${channel}/p${message_ts.replace('.', '')}`,
    }),
    'apps.connections.open': () => (fake.socketUrl === '' ? 'not_allowed_token_type' : { url: fake.socketUrl }),
    'views.open'({ trigger_id = '', view = '' }) {
      const opened = JSON.parse(view)
      const error = check(opened.blocks, 'modal')
      if (error) return error
      fake.views.push({ trigger: trigger_id, view: opened })
      return { view: { id: `V${fake.views.length}` } }
    },
  }

  fake.app.post('/api/:method', async (context) => {
    const method = context.req.param('method')
    const args = Object.fromEntries(new URLSearchParams(await context.req.text()))
    const call = { method, args }
    fake.calls.push(call)
    await fake.hold?.(call, 'before')
    const failure = failures.get(method)?.shift()
    const run = (): Response => {
      const result = methods[method]?.(args) ?? 'unknown_method'
      return Response.json(typeof result === 'string' ? { ok: false, error: result } : { ok: true, ...result })
    }
    if (!failure) {
      const answer = run()
      await fake.hold?.(call, 'after')
      return answer
    }
    if (failure.after) run()
    return failWith(failure.answer)
  })

  fake.app.post('/response/:key', async (context) => {
    const url = urls.get(context.req.param('key'))
    const body = await context.req.json()
    fake.calls.push({ method: 'response', args: body })
    const failure = failures.get('response')?.shift()
    if (failure && !failure.after) return failWith(failure.answer)
    if (!url) return Response.json({ ok: false, error: 'expired_url' }, { status: 404 })
    url.uses += 1
    if (url.uses > 5) return Response.json({ ok: false, error: 'used_url' }, { status: 404 })
    if (body.delete_original) {
      if (url.message) url.message.isDeleted = true
      return new Response('ok')
    }
    const blocks = body.blocks ?? []
    if (body.replace_original && url.message) {
      if (check(blocks)) return Response.json({ ok: false, error: 'invalid_blocks' }, { status: 400 })
      Object.assign(url.message, { text: body.text, blocks })
    } else {
      const posted = post({ channel: url.channel, text: body.text, blocks, onlyFor: url.user })
      if (typeof posted === 'string') return Response.json({ ok: false, error: posted }, { status: 400 })
    }
    return failure ? failWith(failure.answer) : new Response('ok')
  })

  return fake
}

function parseBlocks(blocks: string | undefined): unknown[] {
  const parsed: unknown = JSON.parse(blocks ?? '[]')
  return Array.isArray(parsed) ? parsed : []
}

function failWith(answer: Answer): Response {
  // The connection's own failures: `fetch` above makes them out of this header.
  if (typeof answer === 'string') return new Response('', { status: 500, headers: { 'x-connection': answer } })
  const { status = 200, headers = {}, body = '' } = answer
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
}

function broken(how: string): Error {
  if (how === 'timeout') return new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  const code = how === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET'
  return new TypeError('fetch failed', { cause: Object.assign(new Error(how), { code }) })
}
