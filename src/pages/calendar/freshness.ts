import { createHash } from 'node:crypto'
import type { Instant } from '../../../data/time.ts'

/** Feeds whose last change is remembered; the one asked for longest ago is forgotten first. */
const MOST_FEEDS = 10_000

/** What a reader holds, from its request's headers. */
export type Held = { ifNoneMatch?: string | undefined; ifModifiedSince?: string | undefined }

export type Freshness = {
  /** The headers of this text under this name, and whether the reader has it already. */
  of(name: string, text: string, held: Held): { headers: Record<string, string>; isHeld: boolean }
}

/**
 * Tells readers who ask again whether a text has changed (RFC 9110, 13.1). A text is of the second in which this process
 * saw it first, which is not before its change.
 */
export function createFreshness(clock: () => Instant): Freshness {
  const seen = new Map<string, { tag: string; second: number }>()
  return {
    of(name, text, { ifNoneMatch, ifModifiedSince }) {
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
      const known = seen.get(name)
      const now = Math.floor(clock() / 1000)
      // Two texts are never of the same second.
      const second = known?.tag === tag ? known.second : Math.max(now, (known?.second ?? 0) + 1)
      seen.delete(name)
      seen.set(name, { tag, second })
      const [oldest] = seen.keys()
      if (seen.size > MOST_FEEDS && oldest !== undefined) seen.delete(oldest)
      const since = Date.parse(ifModifiedSince ?? '')
      const isHeld =
        ifNoneMatch === undefined ? since >= second * 1000 : ifNoneMatch.trim() === '*' || tagsIn(ifNoneMatch).has(tag)
      // A second that is still to come is not told (RFC 9110, 8.8.2.1).
      const modified = second <= now ? { 'Last-Modified': new Date(second * 1000).toUTCString() } : {}
      return { headers: { ETag: tag, ...modified }, isHeld }
    },
  }
}

/** The tags of an If-None-Match, compared weakly: `W/` says nothing here. */
const tagsIn = (header: string): Set<string> =>
  new Set(header.split(',').map((piece) => piece.trim().replace(/^W\//, '')))
