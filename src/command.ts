import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What the commands have in common. */

/** What was typed after a command, or undefined where it holds what the command does not know: its usage is to be shown. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> | undefined {
  try {
    return parseArgs(config)
  } catch (error) {
    if (error instanceof Error && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS_')) return undefined
    throw error
  }
}

/** Says why on standard error; the exit code. */
export function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

/** Says what was done; the exit code. */
export function tell(sentence: string): number {
  process.stdout.write(`${sentence}\n`)
  return 0
}

export const countOf = (rows: number): string => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'item' : 'items'}`

/** One line a report on standard error, so that long work is seen to go on. */
export function tellProgress(rows: number): void {
  console.error(`${countOf(rows)} so far`)
}
