import { type Logger, LogLevel } from '@slack/bolt'

/** Told of what happens, without text, names or tokens. */
export type SlackLog = {
  /** A request that was not let in, by its kind of fault. */
  refused(entry: { why: string }): void
  /** Something that Slack or the network did not do. */
  failed(entry: { what: string; reason: string }): void
}

/** The SDK's logger: what it says of requests and bodies is dropped, warnings and errors are counted by their origin alone. */
export function sdkLogger(log: SlackLog): Logger {
  const drop = (): void => undefined
  return {
    debug: drop,
    info: drop,
    warn: (...said) => log.failed({ what: 'slack sdk warning', reason: gist(said) }),
    error: (...said) => log.failed({ what: 'slack sdk error', reason: gist(said) }),
    setLevel: drop,
    getLevel: () => LogLevel.ERROR,
    setName: drop,
  }
}

/** An error's class and code, or the fixed first words of a sentence: never what stands behind them. */
function gist(said: readonly unknown[]): string {
  const [first] = said
  if (first instanceof Error) return 'code' in first ? `${first.name} ${String(first.code)}` : first.name
  return typeof first === 'string' ? first.slice(0, 40).replace(/[^\x20-\x7e]/g, '') : typeof first
}
