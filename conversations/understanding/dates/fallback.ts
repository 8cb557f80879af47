import type { DateMention } from './reading.ts'
import type { Scan } from './scan.ts'

/** What the grammar left, read by chrono. */
export function readLeftOver(_scan: Scan, mentions: DateMention[]): DateMention[] {
  return mentions
}
