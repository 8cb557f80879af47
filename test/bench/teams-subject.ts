import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder'
import { Hono } from 'hono'
import { createBotToken } from '../../adapters/teams/bot-token.ts'
import { createTeamsAdapter } from '../../adapters/teams/teams-adapter.ts'
import type { Intake } from '../../conversations/intake.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import { type Instant, parseZone } from '../../data/time.ts'
import { fillStore, readDirectoryFile } from '../../src/filling.ts'
import { assembleLiaison } from '../../src/liaison.ts'
import type { TeamsFake } from '../fakes/teams.ts'
import { say } from './measure.ts'
import { serveAsSubject } from './subject.ts'

/**
 * What is measured: `BENCH_SUBJECT` is silent (botbuilder proves the token and does nothing), answering (it posts a word)
 * or liaison; `BENCH_OPTIONS` are those of Teams' stand-in.
 */

const { BENCH_SUBJECT, BENCH_OPTIONS = '' } = process.env
const SAMPLE = new URL('../../data/sample.json', import.meta.url).pathname
// Made by the process that runs the bench.
const options = JSON.parse(BENCH_OPTIONS) as TeamsFake['options']

async function serveBotbuilder(): Promise<void> {
  // botbuilder would ask for the bot's own token over HTTPS alone.
  const { appId, appPassword, authority } = options
  const { ToChannelFromBotLoginUrl: loginUrl = '', ToChannelFromBotOAuthScope: scope = '' } = authority
  const token = createBotToken({ appId, appPassword, loginUrl, scope, now: Date.now })
  const credentials: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1] = {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      },
    }),
  }
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authority, credentials))
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      // The shapes that botbuilder asks for are those of a web framework over Node's own.
      const asked = { body, headers: request.headers, method: request.method } as Request
      const answer = {
        socket: response.socket,
        end: () => response.end(),
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        send: (content: unknown) => response.end(JSON.stringify(content)),
        status: (code: number) => {
          response.statusCode = code
        },
      } as Response
      adapter
        .process(asked, answer, async (context) => {
          const word: Partial<Activity> = { type: 'message', text: 'ok' }
          if (BENCH_SUBJECT === 'answering') await context.sendActivity(word)
        })
        .catch(() => response.writeHead(500).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serveAsSubject(addressOf(server.address()))
}

async function serveLiaison(): Promise<void> {
  const store = openMemoryStore()
  const directory = await readDirectoryFile(SAMPLE)
  const zone = directory.ok && parseZone(directory.value.timezone)
  if (!directory.ok || !zone) throw new Error('The sample directory is not one.')
  const clock = (): Instant => Date.now() as Instant
  await fillStore(store, directory.value, clock())
  const senders: Parameters<typeof assembleLiaison>[0]['senders'] & Map<string, unknown> = new Map()
  const liaison = await assembleLiaison({
    store,
    senders,
    clock,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'teams',
    owner: 'bench',
    log: {
      turn: () => {},
      broken: ({ error }) => say(String(error)),
      delivery: () => {},
      failed: (error) => say(String(error)),
    },
  })
  const intake: Intake = liaison.intake
  const log = {
    info: () => {},
    warn: (_: object, text: string) => say(text),
    error: (_: object, text: string) => say(text),
  }
  const adapter = createTeamsAdapter({ ...options, clock, log, intake })
  senders.set('teams', adapter.sender)
  liaison.start()
  const routes = new Hono().route('/', adapter.routes)
  serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' }, (address) => serveAsSubject(addressOf(address)))
}

function addressOf(address: string | { port: number } | null): string {
  if (!address || typeof address === 'string') throw new Error('It listens on no port.')
  return `http://127.0.0.1:${address.port}/`
}

await (BENCH_SUBJECT === 'liaison' ? serveLiaison() : serveBotbuilder())
