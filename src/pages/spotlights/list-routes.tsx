import type { Context } from 'hono'
import { Hono } from 'hono'
import { FACET_PATHS, LIST_PATH } from './addresses.ts'
import { atomFeed, jsonFeed, STORIES_A_FEED } from './feeds.ts'
import { FacetsPage, ListPage, STORIES_A_PAGE } from './list-page.tsx'
import { prepare } from './prepared.ts'
import type { FacetStories, ShownStories } from './shown-stories.ts'
import type { SpotlightSite } from './site.tsx'
import { FACETS } from './web-story.ts'

const FEEDS = [
  { file: 'feed.atom', write: atomFeed, type: 'application/atom+xml; charset=utf-8' },
  { file: 'feed.json', write: jsonFeed, type: 'application/feed+json; charset=utf-8' },
] as const
type Feed = (typeof FEEDS)[number]

/** Stories newest first: all of them, and those of each cluster, school, program and partner; pages and feeds. */
export function listRoutes(site: SpotlightSite): Hono {
  const { shelf, zone } = site
  const routes = new Hono()

  function list(context: Context, shown: ShownStories, one?: FacetStories): Promise<Response> {
    const stories = one?.stories ?? shown.stories
    const pages = Math.max(1, Math.ceil(stories.length / STORIES_A_PAGE))
    const asked = context.req.query('page') ?? '1'
    const page = /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 0
    if (page < 1 || page > pages) return site.missing(context, shown)
    const key = `list ${page} ${one?.facet.kind ?? ''} ${one?.facet.id ?? ''}`
    return site.page(context, shown, key, () => {
      const some = stories.slice((page - 1) * STORIES_A_PAGE, page * STORIES_A_PAGE)
      const facet = one ? { facet: one.facet } : {}
      return <ListPage view={{ site: site.siteOf(shown), zone, stories: some, page, pages, ...facet }} />
    })
  }

  function feed(context: Context, shown: ShownStories, { file, write, type }: Feed, one?: FacetStories) {
    const key = `${file} ${one?.facet.kind ?? ''} ${one?.facet.id ?? ''}`
    return site.text(context, shown, key, async () => {
      const stories = (one?.stories ?? shown.stories).slice(0, STORIES_A_FEED)
      return prepare(write({ site: site.siteOf(shown), stories, ...(one ? { facet: one.facet } : {}) }), type)
    })
  }

  routes.get(LIST_PATH, async (context) => list(context, await shelf.current()))
  for (const each of FEEDS) {
    routes.get(`${LIST_PATH}/${each.file}`, async (context) => feed(context, await shelf.current(), each))
  }

  for (const kind of FACETS) {
    const path = `${LIST_PATH}/${FACET_PATHS[kind]}`
    routes.get(path, async (context) => {
      const shown = await shelf.current()
      return site.page(context, shown, `facets ${kind}`, () => (
        <FacetsPage site={site.siteOf(shown)} kind={kind} facets={[...shown.facets[kind].values()]} />
      ))
    })
    /** One with a story that is shown; of others nothing is told, not even that they are there. */
    const withFacet = async (
      context: Context,
      tell: (shown: ShownStories, one: FacetStories) => Promise<Response>,
    ): Promise<Response> => {
      const shown = await shelf.current()
      const one = shown.facets[kind].get(context.req.param('id') ?? '')
      return one ? tell(shown, one) : site.missing(context, shown)
    }
    routes.get(`${path}/:id`, (context) => withFacet(context, (shown, one) => list(context, shown, one)))
    for (const each of FEEDS) {
      routes.get(`${path}/:id/${each.file}`, (context) =>
        withFacet(context, (shown, one) => feed(context, shown, each, one)),
      )
    }
  }
  return routes
}
