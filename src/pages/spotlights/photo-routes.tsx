import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Engine } from '../../../conversations/engine.ts'
import { changePhoto, readAlt, refusePhoto } from '../../../conversations/spotlights/photo.ts'
import { previewOf } from '../../../conversations/spotlights/public-story.ts'
import { type StoryView, viewStory } from '../../../conversations/spotlights/story-view.ts'
import type { PhotoShelf } from '../../../data/photo-shelf.ts'
import { CannotStore } from '../../../data/problem.ts'
import type { Store } from '../../../data/store.ts'
import type { StoryPhoto } from '../../../data/story.ts'
import type { Instant, Zone } from '../../../data/time.ts'
import { takePhoto } from '../../pictures/photo-intake.ts'
import { readToken } from '../signed-links.ts'
import { renderPage } from './layout.tsx'
import { PRIVATE_HEADERS } from './page-headers.ts'
import { PhotoPage, type PhotoView } from './photo-page.tsx'
import { readUpload, type Upload } from './upload.ts'

/** Photographs taken in at one time, so that memory lasts. */
const MOST_AT_ONCE = 3
const PATHS = { photo: '/c/photo', 'photo-view': '/c/photo-view' } as const
type PhotoPageName = keyof typeof PATHS

export type PhotoOptions = {
  store: Store
  photos: PhotoShelf
  takeGuest: Engine['takeGuest']
  clock: () => Instant
  zone: Zone
  linkSecret: string
}

type Message = NonNullable<PhotoView['message']>
type Status = 200 | 400 | 413 | 503

/** The route of its own for photographs: a page for the writer, by a signed link, that takes a form up to 15 MB. */
export function photoRoutes({ store, photos, takeGuest, clock, zone, linkSecret }: PhotoOptions): Hono {
  const routes = new Hono()
  let underWay = 0
  /** Decoded one at a time: a large one takes hundreds of megabytes while it is turned. */
  let decoding: Promise<unknown> = Promise.resolve()
  async function viewOf(context: Context, page: PhotoPageName): Promise<StoryView | undefined> {
    const id = readToken(page, context.req.param('token') ?? '', linkSecret, clock())
    const story = id === undefined ? undefined : await store.get('story', id)
    return story && story.state !== 'taken_down' ? viewStory(story, { reads: store }) : undefined
  }

  async function show(
    context: Context,
    view: StoryView,
    given: { message?: Message; alt?: string; isForViewing?: boolean },
    status: Status,
  ): Promise<Response> {
    const now = clock()
    const { headline } = previewOf(view.story, view.subject, 'internal', { now, zone })
    const refusal = refusePhoto(view, { now, zone })
    const { photo } = view.story
    const page = (
      <PhotoPage
        view={{
          organization: view.organization,
          headline,
          alt: given.alt ?? '',
          nonce: randomBytes(12).toString('base64url'),
          path: `${PATHS[given.isForViewing ? 'photo-view' : 'photo']}/${context.req.param('token')}`,
          isForViewing: given.isForViewing === true,
          ...(photo ? { photo } : {}),
          ...(refusal ? { refusal } : {}),
          ...(given.message ? { message: given.message } : {}),
        }}
      />
    )
    return context.html(await renderPage(page), status, PRIVATE_HEADERS)
  }

  const problem = (context: Context, view: StoryView, status: Status, text: string, alt = '') =>
    show(context, view, { message: { text, isProblem: true }, alt }, status)

  const done: Readonly<Record<string, string>> = {
    kept: 'The photo is with the story now.',
    removed: 'The photo is removed.',
  }
  routes.get(`${PATHS.photo}/:token`, async (context) => {
    const view = await viewOf(context, 'photo')
    if (!view) return context.notFound()
    const text = done[context.req.query('done') ?? '']
    return show(context, view, text ? { message: { text, isProblem: false } } : {}, 200)
  })
  routes.get(`${PATHS['photo-view']}/:token`, async (context) => {
    const view = await viewOf(context, 'photo-view')
    return view ? show(context, view, { isForViewing: true }, 200) : context.notFound()
  })

  for (const page of ['photo', 'photo-view'] as const) {
    routes.get(`${PATHS[page]}/:token/image`, async (context) => {
      const photo = (await viewOf(context, page))?.story.photo
      const bytes = photo && (await photos.get(photo.file, 960))
      if (!bytes) return context.notFound()
      return context.body(bytes, 200, { ...PRIVATE_HEADERS, 'Content-Type': 'image/jpeg' })
    })
  }

  routes.post(`${PATHS.photo}/:token`, async (context) => {
    const view = await viewOf(context, 'photo')
    if (!view) return context.notFound()
    if (underWay >= MOST_AT_ONCE) {
      return problem(context, view, 503, 'Other photos are being taken in. Try again in a minute.')
    }
    underWay += 1
    try {
      const upload = await readUpload(context.req.raw)
      if (!upload.ok) return problem(context, view, upload.error.status, upload.error.sentence)
      return upload.value.isRemoval
        ? await take(context, view, upload.value, undefined)
        : await takeUpload(context, view, upload.value)
    } finally {
      underWay -= 1
    }
  })

  async function takeUpload(context: Context, view: StoryView, upload: Upload): Promise<Response> {
    const refusal = refusePhoto(view, { now: clock(), zone })
    if (refusal) return problem(context, view, 400, refusal)
    const read = readAlt(upload.alt, view)
    if ('error' in read) return problem(context, view, 400, read.error, upload.alt)
    const taking = decoding.then(() => takePhoto(upload.photo))
    decoding = taking.catch(() => undefined)
    const taken = await taking
    if (!taken.ok) return problem(context, view, 400, taken.error, upload.alt)
    const { sizes, width, height } = taken.value
    const file = `p${randomBytes(17).toString('base64url').slice(0, 22)}`
    const at = clock()
    try {
      await photos.put(file, sizes, at)
    } catch (error) {
      if (!(error instanceof CannotStore)) throw error
      return problem(context, view, 503, 'The photo cannot be kept at the moment. Try again in a minute.', upload.alt)
    }
    return take(context, view, upload, { file, alt: read.alt, width, height, by: view.story.writer, at })
  }

  /** Records it as the writer's turn; a photograph that is not recorded is not kept either. */
  async function take(context: Context, view: StoryView, upload: Upload, photo: StoryPhoto | undefined) {
    const { id, writer } = view.story
    let refusal: string | undefined
    const isKept = await takeGuest(
      `photo:${id}:${upload.nonce}`,
      async (moment) => {
        const story = await store.get('story', id)
        const outcome = story ? await changePhoto(story, photo, moment) : 'That story is gone.'
        refusal = typeof outcome === 'string' ? outcome : undefined
        return typeof outcome === 'string' ? undefined : outcome
      },
      writer,
    )
    const now = await store.get('story', id)
    if (photo && now?.photo?.file !== photo.file) await photos.remove(photo.file)
    if (!isKept) return problem(context, view, 503, 'The photo cannot be kept at the moment. Try again in a minute.')
    if (refusal) return problem(context, view, 400, refusal)
    return context.redirect(`${PATHS.photo}/${context.req.param('token')}?done=${photo ? 'kept' : 'removed'}`, 303)
  }

  return routes
}
