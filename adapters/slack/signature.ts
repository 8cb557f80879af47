import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../data/time.ts'

/** Milliseconds, both ways. https://docs.slack.dev/authentication/verifying-requests-from-slack */
const MAX_CLOCK_DIFFERENCE_MS = 5 * 60_000

export type SignedRequest = { timestamp: string | null; signature: string | null; body: Uint8Array }

/** Why a request is not Slack's, or undefined where it is: signed with our secret, and neither stale nor from the future. */
export function signatureFault(
  secret: string,
  now: Instant,
  { timestamp, signature, body }: SignedRequest,
): 'unsigned' | 'stale' | 'forged' | undefined {
  if (timestamp === null || signature === null) return 'unsigned'
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return 'forged'
  if (Math.abs(now - Number(timestamp) * 1000) > MAX_CLOCK_DIFFERENCE_MS) return 'stale'
  const ours = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest()
  return timingSafeEqual(ours, Buffer.from(signature.slice(3), 'hex')) ? undefined : 'forged'
}
