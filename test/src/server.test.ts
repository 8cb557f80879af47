import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import { createServer, type ServerOptions } from '../../src/server.ts'

const ask = async (path: string, options: Partial<ServerOptions> = {}): Promise<[number, string]> => {
  const server = createServer({ store: openMemoryStore(), routes: [], broken: () => {}, ...options })
  const response = await server.request(path)
  return [response.status, await response.text()]
}
const broken = (error: string): Store => ({ ...openMemoryStore(), check: async () => ({ ok: false, error }) })

describe('the server', () => {
  it('is ready once its store answers, its schema is there and what is due is sent', async () => {
    expect(await ask('/readyz', { isCourierRunning: () => true })).toEqual([200, 'ready'])
    expect(await ask('/readyz', { isCourierRunning: () => false })).toEqual([503, 'nothing is sent'])
    const away = broken('the database does not answer')
    expect(await ask('/readyz', { store: away })).toEqual([503, 'the database does not answer'])
    expect(await ask('/readyz', { store: broken('migrations are missing') })).toEqual([503, 'migrations are missing'])
  })

  it('is ready though its machine’s clock is wrong, and says so', async () => {
    const clockProblem = () => 'This machine’s clock is 9 s ahead of the database’s, which counts.'
    expect(await ask('/readyz', { clockProblem })).toEqual([200, `ready. ${clockProblem()}`])
  })

  it('is alive whatever its store does', async () => {
    expect(await ask('/healthz', { store: broken('away'), isCourierRunning: () => false })).toEqual([200, 'ok'])
  })

  it('says where an error came up, without the query', async () => {
    const heard: unknown[] = []
    const routes = [
      new Hono().get('/page', () => {
        throw new Error('bug')
      }),
    ]
    const [status] = await ask('/page?key=secret', { routes, broken: (error, path) => heard.push(String(error), path) })
    expect(status).toBe(500)
    expect(heard).toEqual(['Error: bug', '/page'])
  })
})
