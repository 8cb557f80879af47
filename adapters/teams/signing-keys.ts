import { z } from 'zod'

/** Milliseconds. */
const TIMEOUT_MS = 5000

const metadata = z.looseObject({ jwks_uri: z.url() })
const keySet = z.looseObject({ keys: z.array(z.looseObject({ kid: z.string() })).min(1) })

/**
 * Resolves where the keys that tokens are signed with can be read whole. The library marks them as fresh before it has
 * them, so that after one torn answer it would refuse genuine messages for an hour: it is asked only after this.
 */
export async function probeSigningKeys(metadataUrl: string): Promise<void> {
  const { jwks_uri } = metadata.parse(await readJson(metadataUrl))
  keySet.parse(await readJson(jwks_uri))
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`the answer was ${response.status}`)
  return response.json()
}
