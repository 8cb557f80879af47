import fs from 'node:fs/promises'
import type { Disk } from '../../data/lowdb/disk.ts'

/** The real disk until it is told to fail. */
export type FaultyDisk = Disk & {
  /** What each write, flush, open or rename to come throws; a full disk takes some bytes of a write first. */
  fail?: 'full' | 'read-only' | 'flush' | 'unknown' | undefined
  /** Also refuses to cut off what it took. */
  cannotTruncate?: boolean
}

const fault = (code: string): Error => Object.assign(new Error(`${code}: made by the test`), { code })

export function createFaultyDisk(): FaultyDisk {
  const disk: FaultyDisk = {
    ...fs,
    open: (async (path: string, flags: string, mode?: number) => {
      const isWriting = flags !== 'r'
      if (disk.fail === 'read-only' && isWriting) throw fault('EROFS')
      const handle = await fs.open(path, flags, mode)
      return isWriting ? withFaults(handle) : handle
    }) as Disk['open'],
    rename: async (from, to) => {
      if (disk.fail === 'read-only') throw fault('EROFS')
      await fs.rename(from, to)
    },
  }

  function withFaults(handle: fs.FileHandle): fs.FileHandle {
    const write = async (buffer: Uint8Array, offset: number, length: number) => {
      if (disk.fail === 'unknown') throw new Error('a bug')
      if (disk.fail === 'read-only') throw fault('EROFS')
      if (disk.fail !== 'full') return handle.write(buffer, offset, length)
      if (length < 2) throw fault('ENOSPC')
      return handle.write(buffer, offset, Math.floor(length / 2))
    }
    const flush = async (real: () => Promise<void>) => {
      if (disk.fail === 'flush') throw fault('EIO')
      await real()
    }
    const faulty: Partial<fs.FileHandle> = {
      write: write as unknown as fs.FileHandle['write'],
      sync: () => flush(() => handle.sync()),
      datasync: () => flush(() => handle.datasync()),
      close: () => handle.close(),
      truncate: async (length) => {
        if (disk.cannotTruncate) throw fault('EIO')
        await handle.truncate(length)
      },
    }
    return faulty as fs.FileHandle
  }
  return disk
}
