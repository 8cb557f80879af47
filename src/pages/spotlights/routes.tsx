import { readFileSync } from 'node:fs'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { pressRelease, pressText } from '../../../conversations/spotlights/press-release.ts'
import { dateOf, localMomentAt } from '../../../data/time.ts'
import type { PageContext } from '../../pages.ts'
import { drawShareCard } from '../../pictures/share-card.ts'
import { ASSETS_PATH, FACET_PATHS, LIST_PATH } from './addresses.ts'
import { atomFeed, jsonFeed, STORIES_A_FEED } from './feeds.ts'
import { renderPage } from './layout.tsx'
import { FacetsPage, ListPage, STORIES_A_PAGE } from './list-page.tsx'
import type { Site } from './open-graph.tsx'
import { ASK_FIRST, createPreparedTexts, etagOf, hasAlready, type Prepared, prepare, send } from './prepared.ts'
import { DOCX_TYPE, pressDocument } from './press-document.ts'
import { PressPage } from './press-page.tsx'
import { shareTexts } from './share-links.ts'
import type { ShownStories } from './shown-stories.ts'
import { StoryPage } from './story-page.tsx'
import { createStoryShelf } from './story-shelf.ts'
import { FACETS, type Facet, type WebStory } from './web-story.ts'

const HTML = 'text/html; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'
const JSON_FEED = 'application/feed+json; charset=utf-8'
/** Rendered pages that are kept while nothing changes. */
const MOST_PREPARED = 2_000
/** Drawn pictures that are kept. */
const MOST_CARDS = 200

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const quietHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('Content-Security-Policy', POLICY)
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'strict-origin-when-cross-origin')
}

const asset = (name: string): string => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

/** The public pages of stories: what is consented and approved at this moment, and nothing else. */
export function spotlightRoutes({ store, clock, zone, publicUrl }: PageContext): Hono {
  const shelf = createStoryShelf({ store, clock, zone })
  const texts = createPreparedTexts<ShownStories>(MOST_PREPARED)
  const cards = new Map<string, { png: Uint8Array<ArrayBuffer>; etag: string }>()
  const routes = new Hono()
  routes.use(`${LIST_PATH}/*`, quietHeaders)
  routes.use(LIST_PATH, quietHeaders)

  const css = prepare(asset('spotlights.css'), 'text/css; charset=utf-8')
  const icon = prepare(asset('icon.svg'), 'image/svg+xml')
  routes.get(`${ASSETS_PATH}/spotlights.css`, (context) => send(context, css))
  routes.get(`${ASSETS_PATH}/icon.svg`, (context) => send(context, icon))

  const siteOf = (shown: ShownStories): Site => ({ publicUrl, organization: shown.organization })

  /** One text of what is shown now, made when it is first asked for. */
  async function answer(
    context: Context,
    key: string,
    make: (shown: ShownStories) => Promise<Prepared | undefined> | Prepared | undefined,
  ): Promise<Response> {
    const shown = await shelf.current()
    const made = await make(shown)
    return made
      ? send(
          context,
          texts(shown, key, () => made),
        )
      : context.notFound()
  }

  async function list(context: Context, facet?: Facet): Promise<Response> {
    const shown = await shelf.current()
    const stories = facet ? (shown.facets[facet.kind].get(facet.id)?.stories ?? []) : shown.stories
    const pages = Math.max(1, Math.ceil(stories.length / STORIES_A_PAGE))
    const page = Number(context.req.query('page') ?? 1)
    if (!Number.isInteger(page) || page < 1 || page > pages) return context.notFound()
    const key = `list ${facet?.kind ?? ''} ${facet?.id ?? ''} ${page}`
    const known = cachedPages.get(shown)?.get(key)
    if (known) return send(context, known)
    const some = stories.slice((page - 1) * STORIES_A_PAGE, page * STORIES_A_PAGE)
    const view = { site: siteOf(shown), zone, stories: some, page, pages, ...(facet ? { facet } : {}) }
    const made = prepare(await renderPage(<ListPage view={view} />), HTML)
    const kept = cachedPages.get(shown) ?? new Map<string, Prepared>()
    cachedPages.set(shown, kept.size < MOST_PREPARED ? kept.set(key, made) : kept)
    return send(context, made)
  }
  const cachedPages = new WeakMap<ShownStories, Map<string, Prepared>>()

  routes.get(LIST_PATH, (context) => list(context))
  routes.get(`${LIST_PATH}/feed.atom`, (context) =>
    answer(context, 'atom', (shown) =>
      prepare(atomFeed({ site: siteOf(shown), stories: shown.stories.slice(0, STORIES_A_FEED) }), ATOM),
    ),
  )
  routes.get(`${LIST_PATH}/feed.json`, (context) =>
    answer(context, 'json', (shown) =>
      prepare(jsonFeed({ site: siteOf(shown), stories: shown.stories.slice(0, STORIES_A_FEED) }), JSON_FEED),
    ),
  )

  for (const kind of FACETS) {
    const path = `${LIST_PATH}/${FACET_PATHS[kind]}`
    routes.get(path, (context) =>
      answer(context, `facets ${kind}`, async (shown) =>
        prepare(
          await renderPage(<FacetsPage site={siteOf(shown)} kind={kind} facets={[...shown.facets[kind].values()]} />),
          HTML,
        ),
      ),
    )
    const facetIn = (shown: ShownStories, id: string): Facet | undefined => shown.facets[kind].get(id)?.facet
    routes.get(`${path}/:id`, async (context) => {
      const facet = facetIn(await shelf.current(), context.req.param('id'))
      return facet ? list(context, facet) : context.notFound()
    })
    for (const [name, feed, type] of [
      ['feed.atom', atomFeed, ATOM],
      ['feed.json', jsonFeed, JSON_FEED],
    ] as const) {
      routes.get(`${path}/:id/${name}`, (context) =>
        answer(context, `${name} ${kind} ${context.req.param('id')}`, (shown) => {
          const facet = facetIn(shown, context.req.param('id') ?? '')
          if (!facet) return undefined
          const stories = shown.facets[kind].get(facet.id)?.stories.slice(0, STORIES_A_FEED) ?? []
          return prepare(feed({ site: siteOf(shown), facet, stories }), type)
        }),
      )
    }
  }

  /** A story that is shown; what was shown once is gone, and anything else is as if it had never been. */
  async function story(
    context: Context,
    tell: (one: WebStory, shown: ShownStories) => Promise<Response> | Response,
  ): Promise<Response> {
    const id = context.req.param('id') ?? ''
    const shown = await shelf.current()
    const one = shown.byId.get(id)
    if (one) return tell(one, shown)
    context.header('Cache-Control', ASK_FIRST)
    return shown.gone.has(id) ? context.text('This story is no longer here.', 410) : context.notFound()
  }

  routes.get(`${LIST_PATH}/:id`, (context) =>
    story(context, async (one, shown) => {
      const partner = one.facets.find(({ kind }) => kind === 'partner')
      const shares = one.social
        ? shareTexts(one.social, publicUrl, partner ? shelf.partner(partner.id) : undefined)
        : []
      const page = await renderPage(<StoryPage view={{ site: siteOf(shown), zone, story: one, shares }} />)
      return send(
        context,
        texts(shown, `story ${one.id}`, () => prepare(page, HTML)),
      )
    }),
  )

  routes.get(`${LIST_PATH}/:id/card.png`, (context) =>
    story(context, async (one, shown) => {
      const line = one.facets
        .filter(({ kind }) => kind === 'partner' || kind === 'school')
        .map(({ name }) => name)
        .join(' · ')
      const content = { headline: one.preview.title, line, organization: shown.organization }
      const key = etagOf(JSON.stringify(content))
      const card = cards.get(key) ?? { png: new Uint8Array(await drawShareCard(content)), etag: key }
      if (cards.size >= MOST_CARDS) cards.clear()
      cards.set(key, card)
      context.header('Cache-Control', ASK_FIRST)
      context.header('ETag', card.etag)
      if (hasAlready(context, card.etag)) return context.body(null, 304)
      context.header('Content-Type', 'image/png')
      return context.body(card.png)
    }),
  )

  const releaseOf = (one: WebStory, shown: ShownStories) =>
    one.press &&
    pressRelease(
      one.press,
      shown.organization,
      dateOf(localMomentAt(one.publishedAt, zone)),
      `${publicUrl}${LIST_PATH}/${one.id}`,
    )

  routes.get(`${LIST_PATH}/:id/press`, (context) =>
    story(context, async (one, shown) => {
      const release = releaseOf(one, shown)
      if (!release) return context.notFound()
      const page = await renderPage(<PressPage story={one.id} release={release} organization={shown.organization} />)
      return send(
        context,
        texts(shown, `press ${one.id}`, () => prepare(page, HTML)),
      )
    }),
  )
  routes.get(`${LIST_PATH}/:id/press.txt`, (context) =>
    story(context, (one, shown) => {
      const release = releaseOf(one, shown)
      return release ? send(context, prepare(pressText(release), 'text/plain; charset=utf-8')) : context.notFound()
    }),
  )
  routes.get(`${LIST_PATH}/:id/press.docx`, (context) =>
    story(context, async (one, shown) => {
      const release = releaseOf(one, shown)
      if (!release) return context.notFound()
      context.header('Cache-Control', ASK_FIRST)
      context.header('Content-Type', DOCX_TYPE)
      context.header('Content-Disposition', 'attachment; filename="press-release.docx"')
      return context.body(await pressDocument(release, shown.organization))
    }),
  )
  return routes
}
