import { z } from 'zod'
import { StoreProblem } from '../problem.ts'
import { checkRow } from '../row-schemas.ts'
import { isTableName, keyFieldOf, TABLE_NAMES } from '../stored-rows.ts'
import type { RawChange } from './journal.ts'
import { type DocumentMigration, migrateDocument, type RawDocument } from './migrations.ts'
import { emptyTables, freeze, type Tables } from './tables.ts'

/** The first line of every store: another program's JSON does not have it. */
const FORMAT = 'liaison'

const version = z.number().int().positive()

const documentSchema = z.looseObject({
  format: z.literal(FORMAT),
  schemaVersion: version,
  generation: z.number().int().nonnegative(),
  tables: z.record(z.string(), z.unknown()),
})

/** The text as a document, or a problem that names the file. */
export function parseDocument(text: string, file: string): RawDocument {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new StoreProblem(`${file} is damaged: it is not whole JSON. It was left as it is; restore a backup.`)
  }
  const parsed = documentSchema.safeParse(json)
  if (!parsed.success) throw new StoreProblem(`${file} is not a store of Liaison. It was left as it is.`)
  return parsed.data
}

/** The document with a journal's changes made. */
export function replay(document: RawDocument, changes: readonly RawChange[], file: string): RawDocument {
  if (changes.length === 0) return document
  const tables = new Map<string, Map<string, unknown>>()
  const rowsOf = (table: string): Map<string, unknown> => {
    const rows = tables.get(table) ?? new Map(listOf(document, table, file).map((row) => [keyOf(row, table), row]))
    tables.set(table, rows)
    return rows
  }
  for (const { table, key, row } of changes) {
    if (row === undefined) rowsOf(table).delete(key)
    else rowsOf(table).set(key, row)
  }
  const changed = [...tables].map(([table, rows]): [string, unknown] => [table, [...rows.values()]])
  return { ...document, tables: { ...document.tables, ...Object.fromEntries(changed) } }
}

const keyFields: Readonly<Record<string, string>> = Object.fromEntries(
  TABLE_NAMES.map((table) => [table, keyFieldOf(table)]),
)
const keyOf = (row: unknown, table: string): string =>
  typeof row === 'object' && row !== null ? String(Reflect.get(row, keyFields[table] ?? 'id')) : ''

function listOf(document: RawDocument, table: string, file: string): unknown[] {
  const list = document.tables[table] ?? []
  if (!Array.isArray(list)) throw new StoreProblem(`${file} is damaged: "${table}" is no list. It was left as it is.`)
  return list
}

/** The tables of a document, migrated and checked row by row, or a problem that names the first unsound row. */
export function tablesOf(document: RawDocument, file: string, migrations: readonly DocumentMigration[]): Tables {
  const current = migrateDocument(document, migrations)
  if (!current) {
    const versions = `schema ${document.schemaVersion}, this one knows ${migrations.length + 1}`
    throw new StoreProblem(
      `${file} was written by a newer Liaison (${versions}). It was left as it is; update Liaison.`,
    )
  }
  const strange = Object.keys(current.tables).find((table) => !isTableName(table))
  if (strange) {
    throw new StoreProblem(`${file} holds "${strange}", which this Liaison does not know. It was left as it is.`)
  }
  const tables = emptyTables()
  for (const table of TABLE_NAMES) {
    const rows: Map<string, unknown> = tables[table]
    for (const [at, row] of listOf(current, table, file).entries()) {
      const checked = checkRow(table, row)
      if (!checked.ok) {
        const where = `${table}[${at}]${checked.path && `.${checked.path}`}`
        throw new StoreProblem(`${file} is damaged: ${where} is not as it should be. It was left as it is.`)
      }
      rows.set(keyOf(row, table), freeze(row))
    }
  }
  return tables
}

/**
 * The file's text in pieces, a row a line. What the tables hold at the call is what is written, whatever changes while
 * the pieces are taken: rows are never changed in place.
 */
export function documentPieces(
  tables: Tables,
  generation: number,
  schemaVersion: number,
  rowsAPiece: number,
): Iterable<string> {
  const lists = TABLE_NAMES.map((table): [string, unknown[]] => [table, [...tables[table].values()]])
  function* pieces(): Generator<string> {
    yield `{\n"format": "${FORMAT}",\n"schemaVersion": ${schemaVersion},\n"generation": ${generation},\n"tables": {`
    for (const [index, [table, rows]] of lists.entries()) {
      yield `${index ? ',' : ''}\n${JSON.stringify(table)}: [`
      for (let at = 0; at < rows.length; at += rowsAPiece) {
        const lines = rows.slice(at, at + rowsAPiece).map((row) => JSON.stringify(row))
        yield `${at ? ',' : ''}\n${lines.join(',\n')}`
      }
      yield rows.length ? '\n]' : ']'
    }
    yield '\n}\n}\n'
  }
  return pieces()
}
