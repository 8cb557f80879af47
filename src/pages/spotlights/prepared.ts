import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** A text that is sent again and again, ready to be sent. */
export type Prepared = { body: string; zipped: Uint8Array<ArrayBuffer>; etag: string; type: string }

/** Bytes below which a text is sent as it is. */
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
export function hasAlready(context: Context, etag: string): boolean {
  const known = context.req.header('if-none-match')
  if (known === undefined) return false
  return known.trim() === '*' || known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

export function send(context: Context, { body, zipped, etag, type }: Prepared): Response {
  const isZipped = zipped.length > 0 && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
  const tag = isZipped ? `${etag.slice(0, -1)}-z"` : etag
  context.header('Cache-Control', ASK_FIRST)
  context.header('ETag', tag)
  if (zipped.length > 0) context.header('Vary', 'Accept-Encoding')
  if (hasAlready(context, tag)) return context.body(null, 304)
  context.header('Content-Type', type)
  if (!isZipped) return context.body(body)
  context.header('Content-Encoding', 'gzip')
  return context.body(zipped)
}

/** What was prepared from one state of things, and is prepared anew from another. The oldest gives way. */
export function createPreparedTexts<State extends object>(most: number) {
  let of: State | undefined
  let texts = new Map<string, Prepared>()
  return (state: State, key: string, make: () => Prepared): Prepared => {
    if (of !== state) {
      of = state
      texts = new Map()
    }
    const known = texts.get(key)
    if (known) return known
    const made = make()
    if (texts.size >= most) for (const oldest of [...texts.keys()].slice(0, Math.ceil(most / 10))) texts.delete(oldest)
    texts.set(key, made)
    return made
  }
}
