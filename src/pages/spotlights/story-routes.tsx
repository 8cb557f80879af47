import { Hono } from 'hono'
import { storyUrl } from '../../../conversations/spotlights/links.ts'
import { type PressRelease, pressRelease, pressText } from '../../../conversations/spotlights/press-release.ts'
import { PHOTO_WIDTHS, type PhotoShelf } from '../../../data/photo-shelf.ts'
import { dateOf, localMomentAt } from '../../../data/time.ts'
import { drawShareCard } from '../../pictures/share-card.ts'
import { LIST_PATH } from './addresses.ts'
import { createMade, etagOf, prepare, sendMade } from './prepared.ts'
import { DOCX_TYPE, pressDocument } from './press-document.ts'
import { PressPage } from './press-page.tsx'
import { shareTexts } from './share-links.ts'
import type { ShownStories } from './shown-stories.ts'
import type { SpotlightSite } from './site.tsx'
import { StoryPage } from './story-page.tsx'
import type { WebStory } from './web-story.ts'

/** Drawn pictures that are kept while nothing changes. */
const MOST_PICTURES = 200
/** The width of a photograph where none is asked for. Pixels. */
const USUAL_WIDTH = 960

/** One story: its page, its pictures, its press release. */
export function storyRoutes(site: SpotlightSite, photos: PhotoShelf): Hono {
  const { shelf, zone, publicUrl } = site
  const pictures = createMade<ShownStories, Uint8Array<ArrayBuffer>>(MOST_PICTURES)
  const routes = new Hono()

  routes.get(`${LIST_PATH}/:id`, (context) =>
    site.story(context, (story, shown) =>
      site.page(context, shown, `story ${story.id}`, () => {
        const partner = story.partner ? shelf.partner(story.partner) : undefined
        const shares = story.social ? shareTexts(story.social, publicUrl, partner) : []
        return <StoryPage view={{ site: site.siteOf(shown), zone, story, shares }} />
      }),
    ),
  )

  routes.get(`${LIST_PATH}/:id/card.png`, (context) =>
    site.story(context, async (story, shown) => {
      const { title, isNamed } = story.preview
      const lines = story.facets.filter(({ kind }) => kind === 'school' || kind === 'program').map(({ name }) => name)
      const photo = isNamed ? story.social?.photo : undefined
      const content = { headline: title, lines, organization: shown.organization, photo: photo?.file }
      const etag = etagOf(JSON.stringify(content))
      return sendMade(context, { etag, type: 'image/png' }, async () =>
        pictures(shown, etag, async () => {
          const shot = photo && (await photos.get(photo.file, USUAL_WIDTH))
          return drawShareCard({ ...content, photo: shot })
        }),
      )
    }),
  )

  routes.get(`${LIST_PATH}/:id/photo`, (context) =>
    site.story(context, async ({ photo }) => {
      const asked = Number(context.req.query('w') ?? USUAL_WIDTH)
      const width = PHOTO_WIDTHS.find((known) => known === asked)
      if (!photo || !width) return undefined
      const etag = etagOf(`${photo.file} ${width}`)
      // Chat apps and feed readers show it on pages of their own.
      context.header('Cross-Origin-Resource-Policy', 'cross-origin')
      return sendMade(context, { etag, type: 'image/jpeg' }, () => photos.get(photo.file, width))
    }),
  )

  const releaseOf = (story: WebStory, shown: ShownStories): PressRelease | undefined => {
    const day = dateOf(localMomentAt(story.publishedAt, zone))
    return story.press && pressRelease(story.press, shown.organization, day, storyUrl(publicUrl, story.id))
  }

  routes.get(`${LIST_PATH}/:id/press`, (context) =>
    site.story(context, async (story, shown) => {
      const release = releaseOf(story, shown)
      return release
        ? site.page(context, shown, `press ${story.id}`, () => (
            <PressPage story={story.id} release={release} organization={shown.organization} />
          ))
        : undefined
    }),
  )
  routes.get(`${LIST_PATH}/:id/press.txt`, (context) =>
    site.story(context, async (story, shown) => {
      const release = releaseOf(story, shown)
      return release
        ? site.text(context, shown, `press.txt ${story.id}`, async () =>
            prepare(`${pressText(release)}\n`, 'text/plain; charset=utf-8'),
          )
        : undefined
    }),
  )
  routes.get(`${LIST_PATH}/:id/press.docx`, (context) =>
    site.story(context, async (story, shown) => {
      const release = releaseOf(story, shown)
      if (!release) return undefined
      context.header('Content-Disposition', 'attachment; filename="press-release.docx"')
      const etag = etagOf(JSON.stringify([release, shown.organization]))
      return sendMade(context, { etag, type: DOCX_TYPE }, () => pressDocument(release, shown.organization))
    }),
  )
  return routes
}
