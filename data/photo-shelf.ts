import type { Instant } from './time.ts'

/** Widths that each photograph is kept in, the smallest first. Pixels; never more than it had. */
export const PHOTO_WIDTHS = [480, 960, 1600] as const
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number]

export type PhotoSizes = ReadonlyMap<PhotoWidth, Uint8Array>

/** `p` and 22 letters of base64url: what a photograph is kept under. It tells nothing of what it shows. */
export const isPhotoName = (name: string): boolean => /^p[A-Za-z0-9_-]{22}$/.test(name)

/** Photographs as they are kept: JPEG, their metadata gone. Beside the records, which hold their names. */
export interface PhotoShelf {
  /** Keeps all sizes. Rejects with CannotStore where they cannot be kept; then none is. */
  put(name: string, sizes: PhotoSizes, at: Instant): Promise<void>
  /** Undefined where there is none of that name. */
  get(name: string, width: PhotoWidth): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Removes all sizes, for good; a name that is not there is no fault. */
  remove(name: string): Promise<void>
  list(): Promise<{ name: string; at: Instant }[]>
  close(): Promise<void>
}
