import { z } from 'zod'
import { RECORD_KINDS, SEARCHED } from './records.ts'
import type { StoredRow, TableName } from './stored-rows.ts'

const instant = z.number().int()
const COLUMN_SCHEMAS = { text: z.string(), 'text[]': z.array(z.string()), boolean: z.boolean(), bigint: instant }
const version = z.number().int().positive()
const id = z.string().min(1)

const recordSchema = (columns: Readonly<Record<string, keyof typeof COLUMN_SCHEMAS>>) =>
  z.looseObject({
    id,
    version,
    ...Object.fromEntries(Object.entries(columns).map(([field, type]) => [field, COLUMN_SCHEMAS[type].optional()])),
  })

const KERNEL_SCHEMAS = {
  $guards: z.looseObject({ name: id, version }),
  $conversations: z.looseObject({ key: id, staff: z.string(), address: z.looseObject({}), at: instant, version }),
  $turns: z.looseObject({
    id,
    inbound: z.string(),
    conversation: z.string(),
    at: instant,
    what: z.string(),
    writes: z.array(z.looseObject({ kind: z.string(), id })),
  }),
  $inbox: z.looseObject({ inbound: id, turn: id, at: instant }),
  $outbox: z.looseObject({
    id,
    turn: z.string(),
    to: z.looseObject({ isDirect: z.boolean() }),
    content: z.looseObject({ kind: z.string() }),
    orderKey: z.string(),
    isUrgent: z.boolean(),
    due: instant,
    state: z.enum(['due', 'sent', 'failed', 'uncertain', 'dropped']),
    attempts: z.number().int(),
  }),
}

const SCHEMAS = new Map<TableName, z.ZodType>([
  ...RECORD_KINDS.map((kind): [TableName, z.ZodType] => [kind, recordSchema(SEARCHED[kind])]),
  ['$guards', KERNEL_SCHEMAS.$guards],
  ['$conversations', KERNEL_SCHEMAS.$conversations],
  ['$turns', KERNEL_SCHEMAS.$turns],
  ['$inbox', KERNEL_SCHEMAS.$inbox],
  ['$outbox', KERNEL_SCHEMAS.$outbox],
])

/**
 * The row as one of its table, or the path in it that is not as it should be ('' for the row itself). Checked is what is
 * relied on when rows are searched, listed and sent; the rest of a row is as this program wrote it.
 */
export function checkRow(table: TableName, row: unknown): { ok: true; value: StoredRow } | { ok: false; path: string } {
  const checked = SCHEMAS.get(table)?.safeParse(row)
  if (checked?.success) return { ok: true, value: { table, row } as StoredRow }
  return { ok: false, path: checked?.error.issues[0]?.path.join('.') ?? '' }
}
