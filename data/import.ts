import { readDirectory } from './directory.ts'
import { planCalendar } from './import-calendar.ts'
import { missingColumns, TABLE_NAMES, type TableName, tableOf } from './import-columns.ts'
import { planContacts } from './import-contacts.ts'
import { type RowProblem, readCsv } from './import-csv.ts'
import { planIcs } from './import-ics.ts'
import { type Change, planImport } from './import-plan.ts'
import { incomingOfDirectory, incomingOfTable } from './import-read.ts'
import type { Reads, Write } from './store.ts'
import type { Instant } from './time.ts'

export type ImportOptions = {
  /** Its name tells which table it is, and whether it is a directory (`.json`). */
  file: string
  bytes: Uint8Array
  /** Which table it is, where its name and columns do not tell. */
  table?: TableName
  /** Whose contacts those are that name nobody: a staff id. */
  by: string
  at: Instant
}

/** What an import comes to. With problems nothing is to be written. */
export type Import = { writes: Write[]; changes: Change[]; problems: RowProblem[]; notes?: string[] }

/** Plans the import of a directory or a table over what a store has. Writes nothing. */
export async function planFile(reads: Reads, options: ImportOptions): Promise<Import> {
  if (options.file.toLowerCase().endsWith('.ics')) return planIcs(reads, options.bytes)
  return options.file.toLowerCase().endsWith('.json') ? planDirectory(reads, options) : planTable(reads, options)
}

const failed = (at: string, message: string): Import => ({ writes: [], changes: [], problems: [{ at, message }] })

async function planDirectory(reads: Reads, { bytes, at }: ImportOptions): Promise<Import> {
  let raw: unknown
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return failed('the file', 'It is no JSON.')
  }
  const read = readDirectory(raw)
  if (!read.ok)
    return {
      writes: [],
      changes: [],
      problems: read.problems.map(({ path, message }) => ({ at: path || 'the file', message })),
    }
  const has = (key: string): boolean => typeof raw === 'object' && raw !== null && key in raw
  const plan = await planImport(reads, incomingOfDirectory(read.directory, has))
  const people = plan.writes.flatMap((write) => (write.kind === 'person' && write.after ? [write.after] : []))
  const calendar = await planCalendar(reads, read.directory, { has, lookups: plan.lookups, people, at })
  return {
    writes: [...plan.writes, ...calendar.writes],
    changes: [...plan.changes, ...calendar.changes],
    problems: plan.problems,
  }
}

async function planTable(reads: Reads, { file, bytes, table, by, at }: ImportOptions): Promise<Import> {
  const csv = readCsv(bytes)
  if (csv.problems.length > 0) return { writes: [], changes: [], problems: csv.problems }
  const chosen = table ?? tableOf(file, csv.columns)
  if (!chosen) return failed('line 1', `What it lists is unclear: add --table with one of ${TABLE_NAMES.join(', ')}.`)
  const missing = missingColumns(chosen, csv.columns)
  if (missing.length > 0) return failed('line 1', `A table of ${chosen} needs the column ${missing.join(' and ')}.`)
  const { incoming, contacts, problems } = incomingOfTable(chosen, csv.rows)
  const plan = await planImport(reads, incoming)
  const more =
    chosen === 'contacts' ? await planContacts(reads, contacts, { lookups: plan.lookups, by, at }) : undefined
  return {
    writes: [...plan.writes, ...(more?.writes ?? [])],
    changes: [...plan.changes, ...(more ? [more.change] : [])],
    problems: inOrder([...problems, ...plan.problems, ...(more?.problems ?? [])]),
  }
}

/** By line, each problem of a line once. */
function inOrder(problems: readonly RowProblem[]): RowProblem[] {
  const lineOf = ({ at }: RowProblem): number => Number(/\d+/.exec(at)?.[0] ?? 0)
  const seen = new Set<string>()
  return problems
    .filter(({ at, message }) => !seen.has(`${at} ${message}`) && seen.add(`${at} ${message}`))
    .toSorted((one, other) => lineOf(one) - lineOf(other))
}
