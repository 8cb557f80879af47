import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtCommands } from './built-program.ts'
import { inFolder, run as runFromSource } from './program.ts'

const NOW = ['--json', '--now', '2026-11-20T10:15:00-05:00']
const SENTENCE = 'had coffee w/ maria chen from coned yesterday, she can take 2 interns, follow up in 2 weeks\n'
const replies = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('the commands', () => {
  let run: typeof runFromSource
  let serve: Awaited<ReturnType<typeof builtCommands>>['serve']
  beforeAll(async () => {
    ;({ run, serve } = await builtCommands())
  })

  test('chat keeps what was said in DATA_FILE; the directory fills an empty store only; export reads it', async () => {
    await inFolder(async (folder) => {
      const env = { DATA_FILE: join(folder, 'store.json') }
      const args = [...NOW, '--directory', 'data/sample.json']
      const first = await run('chat', args, env, SENTENCE)
      expect([first.code, first.err]).toEqual([0, ''])
      expect(replies(first.out)[0].replies[0].text).toMatch(/^Logged: Consolidated Edison/)
      const later = ['--json', '--now', '2026-12-07T09:00:00-05:00', '--directory', 'data/sample.json']
      const second = await run('chat', later, env, 'what’s our history with con ed\n')
      const texts = replies(second.out)[0].replies.map(({ text }: { text: string }) => text)
      // What was missed while nothing ran comes first.
      expect(texts[0]).toMatch(/^Follow-ups due/)
      expect(texts[1]).toContain('Maria Chen, in person, Thu, Nov 19')
      const exported = await run('export', [], env)
      expect(JSON.parse(exported.out)).toMatchObject({
        contacts: [{ partner: 'Consolidated Edison', people: ['Maria Chen'], method: 'meeting', date: '2026-11-19' }],
        followUps: [{ partner: 'Consolidated Edison', owner: 'Nadia Ferris', date: '2026-12-04', done: false }],
      })
      expect((await stat(env.DATA_FILE)).mode & 0o777).toBe(0o600)

      const erased = await run('erase', ['Maria', 'Chen', '--yes'], env)
      expect(erased.code).toBe(0)
      const after = await run('export', [], env)
      expect(after.out).not.toMatch(/\b(maria|chen)\b/i)
    })
  })

  test('a directory that is wrong is refused with the path inside it', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'directory.json')
      await writeFile(file, '{"partners":[{"people":[]}]}')
      const { code, err, out } = await run('chat', [...NOW, '--directory', file], {}, 'help\n')
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`${file}: partners[0].name: `)
    })
  })

  test('import asks first, and does nothing without a yes', async () => {
    await inFolder(async (folder) => {
      const env = { DATA_FILE: join(folder, 'store.json') }
      const asked = await run('import', ['data/sample.json'], env)
      expect(asked.out).toContain('partners: 22 new')
      expect(asked.out).toContain('Nothing was imported.')
      const agreed = await run('import', ['data/sample.json'], env, 'yes\n')
      expect([agreed.code, agreed.out.endsWith('Imported.\n')]).toEqual([0, true])
      expect((await run('import', ['data/sample.json', '--yes'], env)).out).toBe(
        'Nothing in data/sample.json is new.\n',
      )
    })
  })

  test('the server is ready, keeps others from its store, lets them read it, and stops when told', async () => {
    await inFolder(async (folder) => {
      const env = { DATA_FILE: join(folder, 'store.json') }
      const server = await serve(env)
      const ask = async (path: string) => {
        const response = await fetch(`${server.address}${path}`)
        return [response.status, await response.text()]
      }
      expect(await ask('/healthz')).toEqual([200, 'ok'])
      expect(await ask('/readyz')).toEqual([200, 'ready'])
      expect(await ask('/nothing')).toEqual([404, 'There is nothing at this address.'])
      expect((await ask('/'))[0]).toBe(200)
      const second = await run('import', ['data/sample.json', '--yes'], env)
      expect(second.code).toBe(1)
      expect(second.err).toContain('Stop Liaison first.')
      expect((await run('export', [], env)).code).toBe(0)
      const stopped = await server.stop()
      expect([stopped.code, stopped.err]).toEqual([0, ''])
    })
  })

  test('the chat page is off as soon as Slack is configured, and nobody admitted is refused', async () => {
    await inFolder(async (folder) => {
      const slack = {
        DATA_FILE: join(folder, 'store.json'),
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_SIGNING_SECRET: 'secret',
        SLACK_API_URL: 'http://127.0.0.1:9/',
      }
      const refused = await run('main', [], { ...slack, PORT: '0' })
      expect(refused.code).toBe(1)
      expect(refused.err).toMatch(/^Nobody is admitted/)
      const server = await serve({ ...slack, ADMIN_EMAILS: 'ana@school.example' })
      expect((await fetch(server.address)).status).toBe(404)
      expect((await fetch(`${server.address}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401)
      expect((await server.stop()).code).toBe(0)
    })
  })

  test('from its sources, a wrong configuration is told whole', async () => {
    const { code, err } = await runFromSource('main', [], { PORT: 'eighty', ADMIN_EMAILS: 'ana' })
    expect([code, err]).toEqual([
      1,
      'PORT must be a number from 0 to 65535.\nADMIN_EMAILS has "ana", which is no e-mail address.\n',
    ])
  })
})
