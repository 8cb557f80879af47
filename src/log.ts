import { destination, type Logger, pino } from 'pino'
import { CannotStore, codeOf } from '../data/problem.ts'
import type { LogLevel } from './config.ts'
import type { LiaisonOptions } from './liaison.ts'
import { turnUnderWay } from './turn-context.ts'

/** Structured lines on standard error's neighbour: one JSON object each, without text, names or contact details. */
export function createLog(level: LogLevel, file: 1 | 2 = 1): Logger {
  return pino(
    { level, base: null, mixin: turnUnderWay, formatters: { level: (label) => ({ level: label }) } },
    destination({ fd: file, sync: true }),
  )
}

/** What happens in the engine and the courier, as lines that all carry the turn's id. */
export function liaisonLog(log: Logger): LiaisonOptions['log'] {
  return {
    turn: (entry) => log[entry.outcome === 'refused' ? 'warn' : 'info'](entry, 'turn'),
    broken: ({ error, ...entry }) => log.error({ ...entry, ...faultOf(error) }, 'broken'),
    delivery: (entry) => log[entry.state === 'failed' ? 'warn' : 'info'](entry, 'delivery'),
    failed: (error) => log.error(faultOf(error), 'failed'),
  }
}

/** An error's name and place; its message could hold what a person typed. */
function faultOf(error: unknown): { fault: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { fault: typeof error }
  // Said by Liaison itself, and the same wherever it comes from.
  if (error instanceof CannotStore) return { fault: error.message }
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' ')
  const code = codeOf(error)
  return { fault: error.name, ...(code ? { code } : {}), ...(at ? { at } : {}) }
}
