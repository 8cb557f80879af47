import fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../problem.ts'

/** What the store asks of the file system; tests stand between. */
export type Disk = Pick<typeof fs, 'open' | 'rename' | 'unlink' | 'readFile' | 'readdir' | 'mkdir' | 'stat'>

export const REAL_DISK: Disk = fs

/** Only its owner may read what names students. */
export const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** The text of a file, or undefined where there is none. */
export async function readIfThere(disk: Disk, file: string): Promise<Buffer | undefined> {
  try {
    return await disk.readFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

export async function removeIfThere(disk: Disk, file: string): Promise<void> {
  try {
    await disk.unlink(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

export async function makeFolderOf(disk: Disk, file: string): Promise<void> {
  await disk.mkdir(dirname(file), { recursive: true, mode: FOLDER_MODE })
}

/** Makes a new or renamed entry of a folder outlast a power cut. Windows has no such call, and needs none. */
export async function flushFolderOf(disk: Disk, file: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await disk.open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Writes a file so that, whatever happens, there is either the old one or the whole new one. */
export async function replaceFile(disk: Disk, file: string, pieces: Iterable<string | Uint8Array>): Promise<number> {
  const temporary = `${file}.tmp`
  let bytes = 0
  try {
    const handle = await disk.open(temporary, 'w', FILE_MODE)
    try {
      for (const piece of pieces) {
        const buffer = Buffer.from(piece)
        await writeWhole(handle, buffer)
        bytes += buffer.length
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    await disk.rename(temporary, file)
  } catch (error) {
    await removeIfThere(disk, temporary).catch(() => undefined)
    throw error
  }
  await flushFolderOf(disk, file)
  return bytes
}

/** A write may take less than it was given: the rest follows. */
export async function writeWhole(handle: fs.FileHandle, buffer: Uint8Array): Promise<void> {
  for (let at = 0; at < buffer.length; ) at += (await handle.write(buffer, at, buffer.length - at)).bytesWritten
}
