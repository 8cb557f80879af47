import { describe, expect, it } from 'vitest'
import { CannotStore } from '../../../../data/problem.ts'
import { consent, NOW, openStage, published, type Stage } from './spotlight-stage.ts'

const titles = async (stage: Stage, path: string): Promise<string[]> =>
  [...(await stage.text(path)).matchAll(/<h2><a href="\/spotlights\/[^"]+">([^<]+)/g)].map(([, title]) => title ?? '')

async function withStories(count: number): Promise<Stage> {
  const stage = await openStage()
  await stage.put('consent', consent())
  const stories = Array.from({ length: count }, (_, n) =>
    published({
      id: `story-${n + 1}`,
      text: { headline: `News ${n + 1}`, sentences: ['Told.'] },
      publishedAt: (NOW - n * 60_000) as typeof NOW,
    }),
  )
  await stage.put('story', ...stories)
  return stage
}

describe('lists of stories', () => {
  it('are newest first, twenty a page', async () => {
    const stage = await withStories(45)
    expect((await titles(stage, '/spotlights')).at(0)).toBe('News 1')
    expect((await titles(stage, '/spotlights?page=2')).at(0)).toBe('News 21')
    expect(await titles(stage, '/spotlights?page=3')).toEqual(['News 41', 'News 42', 'News 43', 'News 44', 'News 45'])
    const second = await stage.text('/spotlights?page=2')
    expect(second).toContain('<a href="/spotlights" rel="prev">')
    expect(second).toContain('<a href="/spotlights?page=3" rel="next">')
    expect(second).toContain('Page 2 of 3')
    expect(await titles(stage, '/spotlights/schools/school-1?page=3')).toHaveLength(5)
  })

  it('have no other pages', async () => {
    const stage = await withStories(21)
    for (const page of ['0', '3', '-1', '1.5', '1e1', 'x', '', '01', '99999999999']) {
      expect([page, await stage.status(`/spotlights?page=${page}`)]).toEqual([page, 404])
    }
  })

  it('are sorted by cluster, school, program and partner, and say of none how many', async () => {
    const stage = await withStories(3)
    for (const [path, name] of [
      ['clusters', 'Hospitality'],
      ['schools', 'Food and Finance High School'],
      ['programs', 'Culinary Arts'],
      ['partners', 'Great Performances'],
    ]) {
      const index = await stage.text(`/spotlights/${path}`)
      expect(index).toContain(name)
      const main = index.slice(index.indexOf('<main'), index.indexOf('</main>'))
      expect(main.replace(/<[^>]+>/g, ' ')).not.toMatch(/\d/)
    }
    expect(await stage.text('/spotlights/partners')).not.toContain('Plaza')
  })

  it('answer a place that has no story like one that is not there', async () => {
    const stage = await withStories(1)
    const [empty, unknown] = await Promise.all(
      ['partner-2', 'partner-99'].map((id) => stage.text(`/spotlights/partners/${id}`)),
    )
    expect(empty).toBe(unknown)
    for (const path of [
      '/spotlights/partners/__proto__',
      '/spotlights/partners/constructor',
      '/spotlights/a/b/c/d',
      '/spotlights/%ff',
    ]) {
      expect(await stage.status(path)).toBe(404)
    }
  })
})

describe('what is sent', () => {
  it('is asked for before each use, and not sent twice', async () => {
    const stage = await withStories(30)
    const first = await stage.get('/spotlights')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect((await stage.get('/spotlights', { 'If-None-Match': `"other", W/${etag}` })).status).toBe(304)
    await stage.put('story', published({ id: 'story-new', text: { headline: 'News', sentences: ['More.'] } }))
    const later = await stage.get('/spotlights', { 'If-None-Match': etag })
    expect(later.status).toBe(200)
    expect(later.headers.get('etag')).not.toBe(etag)
  })

  it('is zipped for whoever can unzip it', async () => {
    const stage = await withStories(30)
    const plain = await stage.get('/spotlights')
    const zipped = await stage.get('/spotlights', { 'Accept-Encoding': 'br, gzip' })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(zipped.headers.get('vary')).toBe('Accept-Encoding')
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    const unzipped = new Response(zipped.body?.pipeThrough(new DecompressionStream('gzip')))
    expect(await unzipped.text()).toBe(await plain.text())
  })

  it('runs no script, loads from nowhere else and is framed by nobody', async () => {
    const stage = await withStories(1)
    for (const path of ['/spotlights', '/spotlights/story-1', '/spotlights/nothing', '/spotlights/feed.atom']) {
      const { headers } = await stage.get(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('is nothing while the store cannot be read', async () => {
    const stage = await withStories(1)
    expect(await stage.status('/spotlights')).toBe(200)
    const isAway = async () => Promise.reject(new CannotStore('the database does not answer'))
    Object.assign(stage.store, { count: isAway, find: isAway, get: isAway })
    stage.clock.now = (NOW + 5_000) as typeof NOW
    expect(await stage.status('/spotlights')).toBe(503)
    expect(await stage.status('/spotlights/story-1')).toBe(503)
  })
})
