import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFakeSlack } from '../fakes/slack.ts'
import { commandBody, signedRequest } from '../fakes/slack-payloads.ts'
import { inFolder, run, start } from '../src/program.ts'

const KILLS = 50
/** Commands under way at once. */
const WRITERS = 4
const SECRET = 'a-signing-secret-of-this-test'
const PORT = 39_471
const ADDRESS = `http://127.0.0.1:${PORT}`

const DIRECTORY = {
  organization: 'Crash test',
  timezone: 'America/New_York',
  partners: [{ name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] }],
  staff: [{ name: 'Maria Delgado', email: 'maria.delgado@schools.example' }],
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function isUp(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(`${ADDRESS}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error('The server did not come up.')
}

/** One contact by a signed command; true once Slack would have its acknowledgement. */
async function logContact(tag: string, responseUrl: string): Promise<boolean> {
  const body = commandBody({
    command: '/partner',
    text: `called ada brook at harbor today about ${tag}`,
    user: 'U0MARIA',
    channel: 'C0PARTNERS',
    trigger: `trigger-${tag}`,
    responseUrl,
  })
  const request = signedRequest(SECRET, body, Math.floor(Date.now() / 1000), `${ADDRESS}/slack/events`)
  const answer = await fetch(request).catch(() => undefined)
  const text = await answer?.text().catch(() => undefined)
  return answer?.status === 200 && text !== undefined
}

describe('kill -9 under a load of signed requests', () => {
  it(`${KILLS} times: every acknowledged contact is there, once`, async () => {
    await inFolder(async (folder) => {
      const slack = createFakeSlack(() => Date.now())
      const { apiUrl, close } = await slack.listen()
      const file = join(folder, 'liaison.json')
      const directory = join(folder, 'directory.json')
      await writeFile(directory, JSON.stringify(DIRECTORY))
      const env = {
        DATA_FILE: file,
        PORT: String(PORT),
        LOG_LEVEL: 'silent',
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_API_URL: apiUrl,
      }
      expect((await run('import', [directory, '--yes'], env)).code).toBe(0)

      const acknowledged: string[] = []
      let count = 0
      for (let kill = 0; kill < KILLS; kill += 1) {
        const server: ChildProcess = start('main', [], env)
        await isUp()
        let isOver = false
        const writers = Array.from({ length: WRITERS }, async () => {
          while (!isOver) {
            count += 1
            const tag = `tag${String(count).padStart(6, '0')}x`
            if (await logContact(tag, slack.responseUrl('U0MARIA', 'C0PARTNERS'))) acknowledged.push(tag)
          }
        })
        await pause(150 + (kill % 10) * 40)
        server.kill('SIGKILL')
        await once(server, 'exit')
        isOver = true
        await Promise.all(writers)
      }
      await close()

      const exported = await run('export', [], env)
      expect(exported.code).toBe(0)
      const contacts: { note: string }[] = JSON.parse(exported.out).contacts
      const seen = new Map<string, number>()
      for (const { note } of contacts) {
        const tag = /tag\d{6}x/.exec(note)?.[0] ?? ''
        seen.set(tag, (seen.get(tag) ?? 0) + 1)
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS)
      expect(acknowledged.filter((tag) => !seen.has(tag))).toEqual([])
      expect([...seen].filter(([, times]) => times !== 1)).toEqual([])
      expect(readFileSync(file, 'utf8').startsWith('{')).toBe(true)
    })
  })
})
