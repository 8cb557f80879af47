import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Zone } from '../../../data/time.ts'
import { renderPage } from './layout.tsx'
import { NoticePage } from './notice-page.tsx'
import type { Site } from './open-graph.tsx'
import { createMade, type Prepared, prepare, send } from './prepared.ts'
import type { ShownStories } from './shown-stories.ts'
import type { StoryShelf } from './story-shelf.ts'
import type { WebStory } from './web-story.ts'

export const HTML = 'text/html; charset=utf-8'
/** Pages and feeds that are kept while nothing changes. */
const MOST_TEXTS = 2_000

/** What the public pages have in common: what is shown at this moment, and how it is answered with. */
export type SpotlightSite = {
  shelf: StoryShelf
  zone: Zone
  publicUrl: string
  siteOf(shown: ShownStories): Site
  /** A text made of what is shown now, made once. */
  text(context: Context, shown: ShownStories, key: string, make: () => Promise<Prepared>): Promise<Response>
  page(context: Context, shown: ShownStories, key: string, page: () => Child): Promise<Response>
  /** The same for what never was, for what is not shown yet, and for what nobody may see: nothing tells them apart. */
  missing(context: Context, shown: ShownStories): Promise<Response>
  /** A story that is shown; what was shown once is gone, and everything else is missing. */
  story(
    context: Context,
    tell: (story: WebStory, shown: ShownStories) => Promise<Response | undefined>,
  ): Promise<Response>
}

export function createSpotlightSite(options: { shelf: StoryShelf; zone: Zone; publicUrl: string }): SpotlightSite {
  const { shelf, publicUrl } = options
  const texts = createMade<ShownStories, Prepared>(MOST_TEXTS)

  const noticeOf = (shown: ShownStories, key: string, title: string, text: string): Prepared | Promise<Prepared> =>
    texts(shown, key, async () =>
      prepare(await renderPage(<NoticePage organization={shown.organization} title={title} text={text} />), HTML),
    )

  const missing: SpotlightSite['missing'] = async (context, shown) =>
    send(context, await noticeOf(shown, 'missing', 'Nothing here', 'There is nothing at this address.'), 404)

  const gone: SpotlightSite['missing'] = async (context, shown) =>
    send(context, await noticeOf(shown, 'gone', 'No longer here', 'This story was taken down.'), 410)

  return {
    ...options,
    siteOf: ({ organization }) => ({ publicUrl, organization }),
    text: async (context, shown, key, make) => send(context, await texts(shown, key, make)),
    page: async (context, shown, key, page) =>
      send(context, await texts(shown, key, async () => prepare(await renderPage(page()), HTML))),
    missing,
    async story(context, tell) {
      const shown = await shelf.current()
      const id = context.req.param('id') ?? ''
      const story = shown.byId.get(id)
      if (story) return (await tell(story, shown)) ?? missing(context, shown)
      return shown.gone.has(id) ? gone(context, shown) : missing(context, shown)
    },
  }
}
