import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The secret that signs links: the one that is configured, else the one kept beside the store, which is made at the
 * first start and which only this user may read. Rejects where it can be neither read nor made.
 */
export async function linkSecretFor(configured: string | undefined, storeFile: string): Promise<string> {
  if (configured) return configured
  const file = `${storeFile}.secret`
  await mkdir(dirname(file), { recursive: true })
  try {
    const handle = await open(file, 'wx', 0o600)
    const secret = randomBytes(32).toString('base64url')
    try {
      await handle.writeFile(`${secret}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return secret
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const secret = (await readFile(file, 'utf8')).trim()
    if (secret.length < 32) throw new Error(`${file} holds no secret: remove it, and another is made.`)
    return secret
  }
}
