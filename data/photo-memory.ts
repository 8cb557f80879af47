import type { PhotoShelf, PhotoSizes } from './photo-shelf.ts'
import type { Instant } from './time.ts'

/** Photographs that are gone with the process. */
export function openPhotosInMemory(): PhotoShelf {
  const kept = new Map<string, { at: Instant; sizes: PhotoSizes }>()
  return {
    async put(name, sizes, at) {
      kept.set(name, { at, sizes: new Map([...sizes].map(([width, bytes]) => [width, bytes.slice()])) })
    },
    async get(name, width) {
      const bytes = kept.get(name)?.sizes.get(width)
      return bytes && new Uint8Array(bytes)
    },
    async remove(name) {
      kept.delete(name)
    },
    list: async () => [...kept].map(([name, { at }]) => ({ name, at })),
    close: async () => undefined,
  }
}
