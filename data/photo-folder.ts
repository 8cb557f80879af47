import fs from 'node:fs/promises'
import { join } from 'node:path'
import { isPhotoName, PHOTO_WIDTHS, type PhotoShelf, type PhotoWidth } from './photo-shelf.ts'
import { CannotStore, codeOf, diskReason } from './problem.ts'
import type { Instant } from './time.ts'

/** Only its owner may see a student's face before it is published. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** Photographs in a folder, a file for each width; the folder is made when the first one is kept. */
export function openPhotoFolder(folder: string): PhotoShelf {
  const fileOf = (name: string, width: PhotoWidth): string => {
    if (!isPhotoName(name)) throw new Error('That is no name of a photograph.')
    return join(folder, `${name}-${width}.jpg`)
  }

  async function remove(name: string): Promise<void> {
    for (const width of PHOTO_WIDTHS) {
      const file = fileOf(name, width)
      await fs.rm(file, { force: true })
      await fs.rm(`${file}.tmp`, { force: true })
    }
  }

  return {
    remove,

    async put(name, sizes) {
      try {
        await fs.mkdir(folder, { recursive: true, mode: FOLDER_MODE })
        for (const [width, bytes] of sizes) await writeFlushed(fileOf(name, width), bytes)
        await flush(folder)
      } catch (error) {
        await remove(name).catch(() => undefined)
        const reason = diskReason(error)
        throw reason ? new CannotStore(reason, { cause: error }) : error
      }
    },

    async get(name, width) {
      try {
        return new Uint8Array(await fs.readFile(fileOf(name, width)))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },

    async list() {
      const names = new Map<string, Instant>()
      for (const file of await fs.readdir(folder).catch(emptyIfMissing)) {
        const name = file.slice(0, 23)
        if (!isPhotoName(name) || names.has(name)) continue
        const kept = await fs.stat(join(folder, file)).catch(() => undefined)
        if (kept) names.set(name, Math.floor(kept.mtimeMs) as Instant)
      }
      return [...names].map(([name, at]) => ({ name, at }))
    },

    close: async () => undefined,
  }
}

function emptyIfMissing(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return []
  throw error
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(`${file}.tmp`, 'w', FILE_MODE)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(`${file}.tmp`, file)
}

/** Makes new entries outlast a power cut. Windows has no such call, and needs none. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
