import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { PUBLIC_HEADERS } from './page-headers.ts'

/** What is sent, and the headers it is sent with. */
type Variant = { body: string | Uint8Array<ArrayBuffer>; etag: string; headers: Record<string, string> }

/** A text that is sent again and again, ready to be sent. */
export type Prepared = { plain: Variant; zipped?: Variant }

/** Characters below which a text is sent as it is. */
const LEAST_ZIPPED = 1_000

export function prepare(text: string, type: string): Prepared {
  const etag = etagOf(text)
  const headers = { ...PUBLIC_HEADERS, 'Cache-Control': ASK_FIRST, 'Content-Type': type }
  if (text.length < LEAST_ZIPPED) return { plain: { body: text, etag, headers: { ...headers, ETag: etag } } }
  const zippedTag = `${etag.slice(0, -1)}-z"`
  const varying = { ...headers, Vary: 'Accept-Encoding' }
  return {
    plain: { body: text, etag, headers: { ...varying, ETag: etag } },
    zipped: {
      body: new Uint8Array(gzipSync(text)),
      etag: zippedTag,
      headers: { ...varying, ETag: zippedTag, 'Content-Encoding': 'gzip' },
    },
  }
}

/** A strong validator of what is sent. https://www.rfc-editor.org/rfc/rfc9110#field.etag */
export function etagOf(content: string | Uint8Array): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
}

/**
 * Caches may keep it and ask before each use: what was taken down is nowhere shown from then on.
 * https://www.rfc-editor.org/rfc/rfc9111#name-no-cache-2
 */
export const ASK_FIRST = 'no-cache'

/** Whether the reader has it already. https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match */
function hasAlready(context: Context, etag: string): boolean {
  const known = context.req.header('if-none-match')
  if (known === undefined) return false
  return known.trim() === '*' || known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

/** Named, and not with a weight of nothing. https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

export function send(context: Context, { plain, zipped }: Prepared, status: 200 | 404 | 410 = 200): Response {
  const isZipped = zipped && TAKES_GZIP.test(context.req.header('accept-encoding') ?? '')
  const { body, etag, headers } = isZipped ? zipped : plain
  if (status !== 200) {
    const { ETag: _, ...rest } = headers
    return context.body(body, status, rest)
  }
  return hasAlready(context, etag) ? context.body(null, 304, headers) : context.body(body, 200, headers)
}

/** Sends what is not a text; it is made only for a reader that does not have it yet. Undefined: there is none. */
export async function sendMade(
  context: Context,
  { etag, type }: { etag: string; type: string },
  make: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Response | undefined> {
  const isKnown = hasAlready(context, etag)
  const bytes = isKnown ? undefined : await make()
  if (!isKnown && !bytes) return undefined
  const headers = { ...PUBLIC_HEADERS, 'Cache-Control': ASK_FIRST, ETag: etag }
  return bytes ? context.body(bytes, 200, { ...headers, 'Content-Type': type }) : context.body(null, 304, headers)
}

/**
 * What was made from one state of things, and is made anew from another. While it is being made, others wait for the
 * same. The oldest give way.
 */
export function createMade<State extends object, T>(most: number) {
  let of: State | undefined
  let all = new Map<string, T | Promise<T>>()
  return (state: State, key: string, make: () => Promise<T>): T | Promise<T> => {
    if (of !== state) {
      of = state
      all = new Map()
    }
    const known = all.get(key)
    if (known !== undefined) return known
    if (all.size >= most) for (const oldest of [...all.keys()].slice(0, Math.ceil(most / 10))) all.delete(oldest)
    const mine = all
    const made = make().then(
      (value) => {
        mine.set(key, value)
        return value
      },
      (error: unknown) => {
        mine.delete(key)
        throw error
      },
    )
    all.set(key, made)
    return made
  }
}
