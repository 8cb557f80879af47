import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { StoryRecord } from '../../data/story.ts'
import { consent, openStage, published, type Stage } from '../src/pages/spotlights/spotlight-stage.ts'
import { ratio, say } from './measure.ts'

const STORIES = 5_000
const REQUESTS = 4_000
const AT_ONCE = 16
const ROUNDS = 5

async function withStories(): Promise<Stage> {
  const stage = await openStage()
  await stage.put('consent', consent())
  const stories = Array.from(
    { length: STORIES },
    (_, n): StoryRecord =>
      published({ id: `story-${n + 1}`, publishedAt: (stage.clock.now - n * 60_000) as typeof stage.clock.now }),
  )
  await stage.put('story', ...stories)
  return stage
}

/** Pages a second that a server sends to some readers at once, over connections that stay open. */
async function pagesASecond(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let left = REQUESTS
  const read = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(url, { agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answers ${answer.statusCode}`))
        answer.resume().on('end', resolve)
      }).on('error', reject)
    })
  const start = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1
        await read()
      }
    }),
  )
  agent.destroy()
  return REQUESTS / ((performance.now() - start) / 1000)
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** `/spotlights` with many stories, beside a bare route that sends a fixed page of the same size. */
export async function benchSpotlights(): Promise<void> {
  const stage = await withStories()
  const opening = performance.now()
  const page = await stage.text('/spotlights')
  const first = performance.now() - opening
  const bare = new Hono().get('/fixed', (context) => context.html(page))
  const server = serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: (request) => (request.url.endsWith('/fixed') ? bare : stage.app).fetch(request),
  })
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const paths = { list: '/spotlights', deep: '/spotlights?page=200', story: '/spotlights/story-2500', fixed: '/fixed' }
  const speeds: Record<string, number[]> = { list: [], deep: [], story: [], fixed: [] }
  for (const path of Object.values(paths)) await pagesASecond(`${address}${path}`)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, path] of Object.entries(paths)) speeds[name]?.push(await pagesASecond(`${address}${path}`))
  }
  const of = (name: string): number => median(speeds[name] ?? [])
  const size = `${Math.round(page.length / 1024)} KB`
  say(`spotlights, ${STORIES} stories: the first page after a start takes ${first.toFixed(0)} ms`)
  say(`spotlights: a bare route sends a fixed page of ${size} ${of('fixed').toFixed(0)} times a second`)
  for (const [name, what] of [
    ['list', '/spotlights'],
    ['deep', 'page 200 of it'],
    ['story', 'a story'],
  ] as const) {
    say(`spotlights: ${what} ${of(name).toFixed(0)} times a second, ${ratio(of(name), of('fixed'))} the bare route`)
  }
  await stage.put('story', published({ id: 'story-1' }))
  const changing = performance.now()
  await stage.text('/spotlights')
  say(`spotlights: the first page after one story changes takes ${(performance.now() - changing).toFixed(1)} ms`)
  await new Promise((resolve) => server.close(resolve))
}
