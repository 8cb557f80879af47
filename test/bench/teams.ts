import { createServer } from 'node:http'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request, type Response } from 'botbuilder'
import { openTeamsStage } from '../adapters/teams/stage.ts'
import { startTeamsFake } from '../fakes/teams.ts'
import { deliver, messageActivity } from '../fakes/teams-activities.ts'
import type { Stage } from '../transcripts/transcript.ts'
import { at, cpuEach, micro, ratio, say, timeEach } from './measure.ts'

const COUNT = 200
const PORT = 39_583

/** A Teams message that logs a contact and is answered, beside botbuilder alone, which proves the token and does nothing. */
export async function benchTeams(): Promise<void> {
  say(`\nA Teams message over HTTP with a signed token, ${COUNT} of each`)
  const bare = await botbuilderAlone()
  say(
    `  botbuilder alone, no answer: ${micro(bare.cpu)} CPU, p50 ${micro(at(bare.times, 0.5))}, p99 ${micro(at(bare.times, 0.99))}`,
  )
  const stage = await openTeamsStage('2026-12-01T11:52')
  const ours = await measure((n) => logContact(stage, n))
  await stage.close()
  say(
    `  Liaison logs a contact and answers: ${micro(ours.cpu)} CPU (${ratio(ours.cpu, bare.cpu)}), p50 ${micro(at(ours.times, 0.5))}, p99 ${micro(at(ours.times, 0.99))}`,
  )
}

type Measured = { cpu: number; times: number[] }

async function measure(call: (n: number) => Promise<unknown>): Promise<Measured> {
  const numbers = (from: number): number[] => Array.from({ length: COUNT }, (_, n) => from + n)
  await timeEach(numbers(0).slice(0, 50), call)
  const times = await timeEach(numbers(1_000), call)
  return { times, cpu: await cpuEach(numbers(2_000), call) }
}

const logContact = (stage: Stage, n: number): Promise<unknown> =>
  stage.say('Grace Okafor', undefined, `called maria chen at coned today about bench ${n}`)

async function botbuilderAlone(): Promise<Measured> {
  const fake = await startTeamsFake()
  const { appId, appPassword, authority } = fake.options
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: appPassword,
      MicrosoftAppType: 'MultiTenant',
      ValidateAuthority: 'true',
      ...authority,
    }),
  )
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
      adapter.process(asked, answer, async () => {}).catch(() => response.writeHead(500).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(PORT, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${PORT}/`
  const measured = await measure(async (n) => {
    const { status } = await deliver(fake, url, messageActivity(fake, `${n}`, 'hello'))
    if (status !== 200) throw new Error(`botbuilder answered ${status}.`)
  })
  server.close()
  server.closeAllConnections()
  await fake.close()
  return measured
}
