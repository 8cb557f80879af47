import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createTeamsIssuer, type TeamsIssuer } from './teams-issuer.ts'
import { isObject } from './teams-screen.ts'

/**
 * A local stand-in for Microsoft Teams: issues tokens (OpenID), gives the bot its own, and keeps what the Bot Connector
 * is told. On loopback, over HTTP. People are fictional.
 */
export type TeamsPerson = {
  /** Teams' id of the person for this bot. */
  id: string
  aadObjectId: string
  name: string
  email: string
  userPrincipalName?: string
  userRole?: string
  tenantId?: string
  /** Has Liaison installed, so that a chat can be opened. */
  hasInstalled?: boolean
}

export type TeamsMessage = { conversation: string; id: string; activity: Record<string, unknown>; isDeleted: boolean }
/** One request that the connector answers differently. `isDropped`: its connection breaks off; `isHeld`: no answer comes. */
export type TeamsFault = {
  method?: string
  path?: RegExp
  status?: number
  code?: string
  retryAfter?: string
  isDropped?: boolean
  isHeld?: boolean
  /** The message is posted all the same. */
  isDone?: boolean
}

export type TeamsFake = {
  appId: string
  appPassword: string
  tenant: string
  serviceUrl: string
  issuer: TeamsIssuer
  /** The address of everything: for tests that ask it directly. */
  origin: string
  /** What the adapter's options take. */
  options: {
    appId: string
    appPassword: string
    allowedTenants: string[]
    serviceHosts: string[]
    isUnauthenticated: false
    authority: Record<string, string>
  }
  /** The same for a whole program. */
  environment: Record<string, string>
  people: TeamsPerson[]
  /** Channels by team. */
  teams: Record<string, { id: string; name?: string }[]>
  messages: TeamsMessage[]
  /** Every request to the connector. */
  requests: { method: string; path: string; authorization: string; body: unknown }[]
  /** Hears of each request to the connector as it arrives. */
  onRequest?: (request: { method: string; path: string }) => void
  /** Times that the bot asked for its own token. */
  tokensGiven: number
  /** Makes the next matching requests fail, one each. */
  fail(...faults: TeamsFault[]): void
  close(): Promise<void>
}

const APP_ID = '0a1b2c3d-0000-4000-8000-00000000b07a'
const TENANT = '7e0a0000-0000-4000-8000-0000000d0e00'
const PASSWORD = 'secret-of-the-stand-in'

export const MARIA: TeamsPerson = {
  id: '29:maria',
  aadObjectId: 'aad-maria',
  name: 'Maria Delgado',
  email: 'mdelgado@schools.example',
  hasInstalled: true,
}

export async function startTeamsFake(): Promise<TeamsFake> {
  const faults: TeamsFault[] = []
  const server = createServer((request, response) => {
    answer(fake, faults, request, response).catch(() => response.destroy())
  })
  const origin = await listen(server)
  const serviceUrl = `${origin}/connector/`
  const authority = {
    ValidateAuthority: 'true',
    ToChannelFromBotLoginUrl: `${origin}/login/${TENANT}`,
    ToChannelFromBotOAuthScope: 'https://connector.teams.example',
    ToBotFromChannelTokenIssuer: 'https://issuer.teams.example',
    ToBotFromChannelOpenIdMetadataUrl: `${origin}/openid/configuration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/openid/configuration`,
    OAuthUrl: `${origin}/oauth/`,
    CallerId: 'urn:botframework:local',
  }
  const host = new URL(origin).host
  const fake: TeamsFake = {
    appId: APP_ID,
    appPassword: PASSWORD,
    tenant: TENANT,
    serviceUrl,
    origin,
    issuer: await createTeamsIssuer(APP_ID, serviceUrl),
    options: {
      appId: APP_ID,
      appPassword: PASSWORD,
      allowedTenants: [TENANT],
      serviceHosts: [host],
      isUnauthenticated: false,
      authority,
    },
    environment: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: PASSWORD,
      TEAMS_ALLOWED_TENANTS: TENANT,
      TEAMS_SERVICE_HOSTS: host,
      ...authority,
    },
    people: [{ ...MARIA }],
    teams: {},
    messages: [],
    requests: [],
    tokensGiven: 0,
    fail: (...next) => {
      faults.push(...next)
    },
    close: () => close(server),
  }
  return fake
}

async function answer(
  fake: TeamsFake,
  faults: TeamsFault[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(request.url ?? '')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const send = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
  if (path === '/openid/configuration')
    return send(200, { issuer: fake.issuer.issuer, jwks_uri: `${fake.origin}/openid/keys` })
  if (path === '/openid/keys') return send(200, fake.issuer.keys)
  if (path.startsWith('/login/')) {
    const form = new URLSearchParams(text)
    if (form.get('client_secret') !== fake.appPassword)
      return send(401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' })
    fake.tokensGiven += 1
    return send(200, { token_type: 'Bearer', expires_in: 3600, access_token: `bot-token-${fake.tokensGiven}` })
  }
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const method = request.method ?? ''
  const { authorization = '' } = request.headers
  fake.requests.push({ method, path, authorization, body })
  fake.onRequest?.({ method, path })
  const at = faults.findIndex((fault) => (fault.method ?? method) === method && (fault.path ?? /./).test(path))
  const [fault] = at >= 0 ? faults.splice(at, 1) : []
  const result = !fault || fault.isDone ? connect(fake, method, path, body) : undefined
  if (fault?.isDropped) return void response.destroy()
  if (fault?.isHeld) return
  if (fault) {
    const headers = fault.retryAfter ? { 'retry-after': fault.retryAfter } : {}
    return send(fault.status ?? 500, { error: { code: fault.code ?? 'Fault', message: 'as asked' } }, headers)
  }
  if (!/^Bearer bot-token-/.test(authorization)) return send(401, { error: { code: 'Unauthorized' } })
  if (result) send(result.status, result.body)
}

/** The Bot Connector's own part. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
function connect(fake: TeamsFake, method: string, path: string, body: unknown): { status: number; body: unknown } {
  const [, , first, conversation = '', kind = '', id = ''] = path.slice('/connector'.length).split('/')
  const activity = isObject(body) ? body : {}
  if (first === 'teams') return { status: 200, body: { conversations: fake.teams[conversation] ?? [] } }
  if (conversation === '') return openChat(fake, activity)
  if (kind === 'members') {
    const found = fake.people.find((person) => person.id === id || person.aadObjectId === id)
    return found ? { status: 200, body: found } : refusal(404, 'MemberNotFoundInConversation')
  }
  if (method === 'POST') {
    const message = { conversation, id: `m-${fake.messages.length + 1}`, activity, isDeleted: false }
    fake.messages.push(message)
    return { status: 201, body: { id: message.id } }
  }
  const held = fake.messages.find((message) => message.id === id && !message.isDeleted)
  if (!held) return refusal(404, 'ActivityNotFoundInConversation')
  if (method === 'PUT') held.activity = activity
  if (method === 'DELETE') held.isDeleted = true
  return { status: 200, body: { id } }
}

function openChat(fake: TeamsFake, parameters: Record<string, unknown>): { status: number; body: unknown } {
  const [member] = Array.isArray(parameters.members) ? parameters.members : []
  const person = fake.people.find(({ id, aadObjectId }) => [id, aadObjectId].includes(member?.id))
  if (!person?.hasInstalled) return refusal(403, 'BotNotInstalledForUser')
  return { status: 201, body: { id: `chat-${person.aadObjectId}` } }
}

const refusal = (status: number, code: string): { status: number; body: unknown } => ({
  status,
  body: { error: { code, message: code } },
})

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
