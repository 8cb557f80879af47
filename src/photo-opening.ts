import { openPhotoFolder } from '../data/photo-folder.ts'
import { openPhotosInMemory } from '../data/photo-memory.ts'
import type { PhotoShelf } from '../data/photo-shelf.ts'
import type { StoreChoice } from './store-opening.ts'

/** The photographs that belong to a store: in its database, or in a folder beside its file. */
export async function openPhotos(choice: StoreChoice): Promise<PhotoShelf> {
  switch (choice.kind) {
    case 'database': {
      const { openPhotoTable } = await import('../data/postgres/photo-table.ts')
      return openPhotoTable(choice.url)
    }
    case 'file':
    case 'demo':
      return openPhotoFolder(`${choice.file.replace(/\.json$/, '')}.photos`)
    case 'memory':
      return openPhotosInMemory()
    default:
      return choice satisfies never
  }
}
