import type { Result } from '../../../data/store.ts'
import { PHOTO_MAX_BYTES } from '../../pictures/photo-intake.ts'

/** Bytes of a form beside the photograph in it. */
const FORM_MAX_BYTES = 64 * 1024
/** What is too long is read to its end up to this, and kept nowhere: a browser hears no answer before it has sent all. */
const MOST_DRAINED_BYTES = 64 * 1024 * 1024

export type Upload = { photo: Uint8Array; alt: string; nonce: string; isRemoval: boolean }
export type UploadRefusal = { status: 400 | 413; sentence: string }

const TOO_LARGE: UploadRefusal = { status: 413, sentence: 'That photo is larger than 15 MB. Send a smaller one.' }
const NO_FORM: UploadRefusal = { status: 400, sentence: 'That did not arrive as a form with a photo. Send it again.' }

/** A form with a photograph, read from the network as it comes and never beyond its limit. */
export async function readUpload(request: Request): Promise<Result<Upload, UploadRefusal>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return { ok: false, error: NO_FORM }
  const body = await readLimited(request)
  if (body === 'too-large') return { ok: false, error: TOO_LARGE }
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const photo = form.get('photo')
    const text = (name: string): string => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    return {
      ok: true,
      value: {
        photo: photo && typeof photo !== 'string' ? new Uint8Array(await photo.arrayBuffer()) : new Uint8Array(),
        alt: text('alt'),
        nonce: text('nonce').slice(0, 100),
        isRemoval: text('remove') !== '',
      },
    }
  } catch {
    return { ok: false, error: NO_FORM }
  }
}

async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  const most = PHOTO_MAX_BYTES + FORM_MAX_BYTES
  if (Number(request.headers.get('content-length') ?? 0) > MOST_DRAINED_BYTES) return 'too-large'
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > MOST_DRAINED_BYTES) return 'too-large'
    if (length > most) pieces.length = 0
    else pieces.push(piece)
  }
  return length > most ? 'too-large' : new Uint8Array(Buffer.concat(pieces))
}
