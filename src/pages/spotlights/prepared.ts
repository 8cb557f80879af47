import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** A text that is sent again and again, ready to be sent. */
export type Prepared = { body: string; zipped: Uint8Array<ArrayBuffer>; etag: string; type: string }

/** Characters below which a text is sent as it is. */
const LEAST_ZIPPED = 1_000

export function prepare(body: string, type: string): Prepared {
  const zipped = body.length < LEAST_ZIPPED ? new Uint8Array() : new Uint8Array(gzipSync(body))
  return { body, zipped, etag: etagOf(body), type }
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

export function send(
  context: Context,
  { body, zipped, etag, type }: Prepared,
  status: 200 | 404 | 410 = 200,
): Response {
  const isZipped = zipped.length > 0 && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
  const tag = isZipped ? `${etag.slice(0, -1)}-z"` : etag
  context.header('Cache-Control', ASK_FIRST)
  if (zipped.length > 0) context.header('Vary', 'Accept-Encoding')
  if (status === 200) {
    context.header('ETag', tag)
    if (hasAlready(context, tag)) return context.body(null, 304)
  }
  context.header('Content-Type', type)
  if (!isZipped) return context.body(body, status)
  context.header('Content-Encoding', 'gzip')
  return context.body(zipped, status)
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
  context.header('Cache-Control', ASK_FIRST)
  context.header('ETag', etag)
  if (!bytes) return context.body(null, 304)
  context.header('Content-Type', type)
  return context.body(bytes)
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
