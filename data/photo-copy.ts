import { z } from 'zod'
import { isPhotoName, PHOTO_WIDTHS, type PhotoShelf, type PhotoSizes, type PhotoWidth } from './photo-shelf.ts'
import type { Instant } from './time.ts'

/** A photograph as it is copied: each size by its width, in base64. */
export type KeptPhoto = { name: string; at: number; sizes: { [W in PhotoWidth]?: string | undefined } }

const bytes = z.base64().optional()
export const photoSchema = z.object({
  photo: z.object({
    name: z.string().refine(isPhotoName),
    at: z.number().int(),
    sizes: z.object({ 480: bytes, 960: bytes, 1600: bytes }),
  }),
})

/** What two copies of a photograph have in common: a folder knows only when it came there. */
export const comparedPhoto = ({ name, sizes }: KeptPhoto): unknown => ({ name, sizes })

/** All photographs of a shelf, one after another, by name. */
export async function* photosOf(shelf: PhotoShelf): AsyncGenerator<KeptPhoto> {
  const names = (await shelf.list()).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name, at } of names) {
    const sizes: KeptPhoto['sizes'] = {}
    for (const width of PHOTO_WIDTHS) {
      const kept = await shelf.get(name, width)
      if (kept) sizes[width] = Buffer.from(kept).toString('base64')
    }
    yield { name, at, sizes }
  }
}

/** Puts a copied photograph on a shelf. */
export async function putPhoto(shelf: PhotoShelf, { name, at, sizes }: KeptPhoto): Promise<void> {
  const kept: PhotoSizes = new Map(
    PHOTO_WIDTHS.flatMap((width): [PhotoWidth, Uint8Array][] => {
      const text = sizes[width]
      return text === undefined ? [] : [[width, Buffer.from(text, 'base64')]]
    }),
  )
  await shelf.put(name, kept, at as Instant)
}
