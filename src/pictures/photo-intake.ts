import sharp from 'sharp'
import { PHOTO_WIDTHS, type PhotoSizes, type PhotoWidth } from '../../data/photo-shelf.ts'
import type { Result } from '../../data/store.ts'
import { imageKindOf } from './image-kind.ts'

/** Bytes of a photograph as it is sent: a phone's are 2 to 12 million. */
export const PHOTO_MAX_BYTES = 15 * 1024 * 1024
/** Pixels: more than a phone's best, a sixth of a bomb of 20,000 x 20,000. */
const MOST_PIXELS = 64_000_000
const LEAST_SIDE = 200
/** Of width, how much higher a picture may be kept. */
const MOST_HEIGHT = 2
const QUALITY = 82
const LONGEST_SECONDS = 20

const TOO_LARGE = 'That photo is larger than 15 MB. Send a smaller one.'
const NO_PHOTO = 'That is no photo that can be kept. Send a JPEG, PNG or WebP file.'
const HEIC =
  'That photo is in Apple’s HEIC format, which cannot be read here. Send it as JPEG: on a Mac open it in Preview and choose File, Export, JPEG; on an iPhone choose it from Photos on this page, which makes a JPEG of it.'
const BROKEN = 'That photo is damaged and cannot be read. Send it again, or another one.'

/** A photograph as it is kept: re-encoded as JPEG, turned upright, without metadata, in several widths. */
export type TakenPhoto = { sizes: PhotoSizes; width: number; height: number }

/** Takes in a photograph that somebody sent. The error is a sentence for them. */
export async function takePhoto(bytes: Uint8Array): Promise<Result<TakenPhoto, string>> {
  if (bytes.length === 0) return { ok: false, error: 'Choose a photo first.' }
  if (bytes.length > PHOTO_MAX_BYTES) return { ok: false, error: TOO_LARGE }
  const kind = imageKindOf(bytes)
  if (!kind) return { ok: false, error: NO_PHOTO }
  if (kind === 'heic') return { ok: false, error: HEIC }
  const refusal = await refuseByHeader(bytes)
  return refusal ? { ok: false, error: refusal } : encode(bytes)
}

/** Only its header is read here: nothing is decoded of what will not be kept. */
async function refuseByHeader(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) {
      return `That photo has ${width} x ${height} pixels, which is too many. Send one of at most 64 megapixels.`
    }
    if (Math.min(width, height) < LEAST_SIDE) return `That photo is too small: each side needs ${LEAST_SIDE} pixels.`
    return undefined
  } catch {
    return BROKEN
  }
}

async function encode(bytes: Uint8Array): Promise<Result<TakenPhoto, string>> {
  const sizes = new Map<PhotoWidth, Uint8Array>()
  const kept = { width: 0, height: 0 }
  try {
    for (const width of PHOTO_WIDTHS) {
      const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width, height: width * MOST_HEIGHT, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: QUALITY, mozjpeg: true })
        .timeout({ seconds: LONGEST_SECONDS })
        .toBuffer({ resolveWithObject: true })
      sizes.set(width, data)
      Object.assign(kept, { width: info.width, height: info.height })
    }
  } catch {
    // Whatever is wrong with it, it is the file that is wrong.
    return { ok: false, error: BROKEN }
  }
  return { ok: true, value: { sizes, ...kept } }
}
