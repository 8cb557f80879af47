import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { createFakeSlack } from '../fakes/slack.ts'
import { commandBody, signedRequest } from '../fakes/slack-payloads.ts'
import { inFolder, run } from '../src/program.ts'
import { pause, startFleet } from './fleet.ts'
import { configuration, LINK_SECRET, NOT_RECORDED, SECRET } from './load.ts'

const DIRECTORY = {
  organization: 'Outage test',
  timezone: 'America/New_York',
  partners: [{ name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] }],
  staff: [{ name: 'Maria Delgado', email: 'maria.delgado@schools.example' }],
}

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres({ isOwn: true })
})
afterAll(async () => {
  await server?.stop()
})

describe('the program while its database is away', () => {
  it('refuses each turn with a sentence, logs it once, and goes on by itself when the database is back', async () => {
    await inFolder(async (folder) => {
      const slack = createFakeSlack(() => Date.now())
      const { apiUrl, close } = await slack.listen()
      const directory = join(folder, 'directory.json')
      await writeFile(directory, JSON.stringify(DIRECTORY))
      const env = { ...configuration(await server.createDatabase(), apiUrl), LOG_LEVEL: 'info' }
      expect(await run('import', [directory, '--yes'], env)).toMatchObject({ code: 0 })
      const fleet = await startFleet(1, env, () => 0)
      let count = 0
      const say = async (): Promise<string> => {
        count += 1
        const body = commandBody({
          command: '/partner',
          text: `called ada brook at harbor today about visit ${count}`,
          user: 'U0MARIA',
          channel: 'C0PARTNERS',
          trigger: `trigger-${count}`,
          responseUrl: slack.responseUrl('U0MARIA', 'C0PARTNERS'),
        })
        const seconds = Math.floor(Date.now() / 1000)
        const answer = await fetch(signedRequest(SECRET, body, seconds, `${fleet.address}/slack/events`))
        expect(answer.status).toBe(200)
        return answer.text()
      }
      const ready = async (): Promise<number> => (await fetch(`${fleet.address}/readyz`)).status
      expect(await say()).toContain('Logged: Harbor Steel')

      await server.crash()
      const from = fleet.log().length
      for (let tries = 0; tries < 5; tries += 1) expect(await say()).toContain(NOT_RECORDED)
      expect(await ready()).toBe(503)
      expect((await fetch(`${fleet.address}/healthz`)).status).toBe(200)
      await pause(4_000)
      const lines = fleet
        .log()
        .slice(from)
        .map((line): { msg: string; outcome?: string; turn?: string; reason?: string } => JSON.parse(line))
      const refused = lines.filter(({ outcome }) => outcome === 'refused')
      expect(refused).toHaveLength(5)
      expect(new Set(refused.map(({ turn }) => turn)).size).toBe(5)
      expect(refused.every(({ reason }) => reason !== undefined && reason !== '')).toBe(true)
      // That nothing can be looked for is said once, not with every look.
      expect(lines.filter(({ msg }) => msg === 'failed').length).toBeLessThanOrEqual(2)
      expect(lines.filter(({ msg }) => msg === 'broken')).toEqual([])

      await server.start()
      await expect.poll(ready, { timeout: 20_000 }).toBe(200)
      expect(await say()).toContain('Logged: Harbor Steel')
      expect(fleet.kills()).toBe(0)
      await fleet.stop()
      await close()
    })
  })

  it('waits half a minute for it at the start, then ends with one clear line', async () => {
    const begin = performance.now()
    const ended = await run('main', [], {
      DATABASE_URL: 'postgres://liaison:secret-of-the-database@127.0.0.1:1/liaison',
      LINK_SECRET,
      PORT: '0',
    })
    expect(ended).toEqual({
      code: 1,
      out: '',
      err: 'Cannot use the database liaison at 127.0.0.1:1: the database does not answer.\n',
    })
    expect(performance.now() - begin).toBeGreaterThanOrEqual(29_000)
  })
})
