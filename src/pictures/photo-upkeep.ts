import type { PhotoShelf } from '../../data/photo-shelf.ts'
import type { Store } from '../../data/store.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Instant } from '../../data/time.ts'

/** A photograph that no story has is kept for so long, for an undo. Milliseconds: a day. */
const SPARE_MS = 24 * 3_600_000
/** How often what no story has is looked for. Milliseconds: six hours. */
const SWEEP_MS = 6 * 3_600_000

export type PhotoUpkeep = {
  /** Resolves once what is due now is done. */
  settled(): Promise<void>
  close(): void
}

export type UpkeepOptions = {
  store: Store
  photos: PhotoShelf
  clock: () => Instant
  failed: (error: unknown) => void
}

/** Removes the photographs of a story that is taken down, at once, and in time those that no story has any more. */
export function keepPhotosInStep({ store, photos, clock, failed }: UpkeepOptions): PhotoUpkeep {
  let working: Promise<void> = Promise.resolve()
  const then = (work: () => Promise<void>): void => {
    working = working.then(work).catch(failed)
  }
  const stop = store.watch(['story'], (refs) =>
    then(async () => {
      for (const { id } of refs) {
        const story = await store.get('story', id)
        if (story?.state === 'taken_down') for (const name of photosOfStory(story)) await photos.remove(name)
      }
    }),
  )
  const sweep = (): void => then(() => sweepPhotos(store, photos, clock()))
  const timer = setInterval(sweep, SWEEP_MS)
  timer.unref()
  sweep()
  return {
    async settled() {
      await working
    },
    close() {
      clearInterval(timer)
      stop()
    },
  }
}

/** Removes what a stop in the middle, a discarded draft or another photograph has left behind. */
export async function sweepPhotos(store: Store, photos: PhotoShelf, now: Instant): Promise<void> {
  const kept = await photos.list()
  if (kept.length === 0) return
  const stories = await store.find('story')
  const down = new Set(stories.filter(({ state }) => state === 'taken_down').flatMap(photosOfStory))
  const held = new Set(stories.filter(({ state }) => state !== 'taken_down').flatMap(photosOfStory))
  for (const { name, at } of kept) {
    if (!held.has(name) && (down.has(name) || now - at > SPARE_MS)) await photos.remove(name)
  }
}

/** Removes every photograph of a student who is erased: a face is a name. */
export async function removePhotosOf(student: string, store: Store, photos: PhotoShelf): Promise<void> {
  const stories = await store.find('story', { where: { student } })
  for (const name of stories.flatMap(photosOfStory)) await photos.remove(name)
}

/** What a story's photographs are kept under, the approved one's included. */
const photosOfStory = ({ photo, approval }: StoryRecord): string[] => [
  ...(photo ? [photo.file] : []),
  ...(approval?.photo ? [approval.photo.file] : []),
]
