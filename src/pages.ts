import type { Hono } from 'hono'
import type { Engine } from '../conversations/engine.ts'
import type { Intake } from '../conversations/intake.ts'
import type { PhotoShelf } from '../data/photo-shelf.ts'
import type { Store } from '../data/store.ts'
import type { Instant, Zone } from '../data/time.ts'
import { calendarRoutes } from './pages/calendar/routes.tsx'
import { photoRoutes } from './pages/spotlights/photo-routes.tsx'
import { spotlightRoutes } from './pages/spotlights/routes.tsx'

/** What the pages are made of that are reached over the web: by everyone, or by a signed link. */
export type PageContext = {
  store: Store
  /** The store's photographs. */
  photos: PhotoShelf
  intake: Intake
  /** Records what a guest without an account says on a page of theirs. */
  takeGuest: Engine['takeGuest']
  clock: () => Instant
  zone: Zone
  /** Absolute, without a slash at its end. */
  publicUrl: string
  /** Signs links; at least 32 characters. */
  linkSecret: string
}

/** The pages, a line each. */
export function pageRoutes(context: PageContext): Hono[] {
  return [spotlightRoutes(context), photoRoutes(context), calendarRoutes(context)]
}
