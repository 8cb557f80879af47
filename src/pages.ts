import type { Hono } from 'hono'
import type { Intake } from '../conversations/intake.ts'
import type { Store } from '../data/store.ts'
import type { Instant, Zone } from '../data/time.ts'
import { spotlightRoutes } from './pages/spotlights/routes.tsx'

/** What the pages are made of that are reached over the web: by everyone, or by a signed link. */
export type PageContext = {
  store: Store
  intake: Intake
  clock: () => Instant
  zone: Zone
  /** Absolute, without a slash at its end. */
  publicUrl: string
  /** Signs links; at least 32 characters. */
  linkSecret: string
}

/** The pages, a line each. */
export function pageRoutes(context: PageContext): Hono[] {
  return [spotlightRoutes(context)]
}
