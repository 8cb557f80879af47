import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { styleSheet } from '../../../adapters/web/style-sheet.ts'
import type { PhotoShelf } from '../../../data/photo-shelf.ts'
import { CannotStore } from '../../../data/problem.ts'
import type { Store } from '../../../data/store.ts'
import type { Instant, Zone } from '../../../data/time.ts'
import { ASSETS_PATH, LIST_PATH } from './addresses.ts'
import { listRoutes } from './list-routes.tsx'
import { PUBLIC_HEADERS } from './page-headers.ts'
import { prepare, send } from './prepared.ts'
import { createSpotlightSite } from './site.tsx'
import { storyRoutes } from './story-routes.tsx'
import { createStoryShelf } from './story-shelf.ts'

export type SpotlightOptions = {
  store: Store
  photos: PhotoShelf
  clock: () => Instant
  zone: Zone
  /** Absolute, without a slash at its end. */
  publicUrl: string
}

const asset = (name: string): URL => new URL(`./assets/${name}`, import.meta.url)

/** The public pages of stories: what is consented and approved at this moment, and nothing else. */
export function spotlightRoutes({ store, photos, clock, zone, publicUrl }: SpotlightOptions): Hono {
  const shelf = createStoryShelf({ store, clock, zone })
  const site = createSpotlightSite({ shelf, zone, publicUrl })
  const routes = new Hono()

  const css = prepare(styleSheet(asset('spotlights.css')), 'text/css; charset=utf-8')
  const icon = prepare(readFileSync(asset('icon.svg'), 'utf8'), 'image/svg+xml')
  routes.get(`${ASSETS_PATH}/spotlights.css`, (context) => send(context, css))
  routes.get(`${ASSETS_PATH}/icon.svg`, (context) => send(context, icon))

  routes.route('/', listRoutes(site))
  routes.route('/', storyRoutes(site, photos))
  routes.get(`${LIST_PATH}/*`, async (context) => site.missing(context, await shelf.current()))
  routes.onError((error, context) => {
    if (!(error instanceof CannotStore)) throw error
    // What was taken down meanwhile cannot be known: nothing is shown.
    return context.text('The stories cannot be read at the moment. Try again in a minute.', 503, PUBLIC_HEADERS)
  })
  return routes
}
