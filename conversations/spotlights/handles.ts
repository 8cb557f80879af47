import type { RecordOf } from '../../data/records.ts'
import type { Network } from './networks.ts'

/**
 * A partner's account on a network, with its @, where the directory has it: `handles: {x: "@coned"}`, or `handle` for all
 * of them.
 */
export function handleOf({ extra }: Pick<RecordOf<'partner'>, 'extra'>, network: Network): string | undefined {
  const { handles, handle } = extra
  const own = typeof handles === 'object' && handles !== null ? Reflect.get(handles, network) : undefined
  const found: unknown = own ?? handle
  if (typeof found !== 'string') return undefined
  const name = found.trim().replace(/^@/, '')
  return /^[\p{L}\p{N}._-]{1,60}$/u.test(name) ? `@${name}` : undefined
}
