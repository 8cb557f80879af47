import { type RawBuilder, sql } from 'kysely'
import type { RecordKind } from '../records.ts'
import type { Condition, Query } from '../store.ts'
import { type ColumnType, columnsOf, tableOf } from './names.ts'
import { type RecordRow, storableText } from './rows.ts'

/** The statement for a query: conditions on columns, order by one of them and then by id. */
export function selectRecords<K extends RecordKind>(kind: K, query: Query<K>): RawBuilder<RecordRow> {
  const { order, limit, offset } = query
  const direction = order?.direction === 'descending' ? sql`desc` : sql`asc`
  const first = order ? sql`${sql.ref(columnOf(kind, order.by).column)} ${direction}, ` : sql``
  return sql<RecordRow>`
    select * from ${sql.table(tableOf(kind))} where ${conditions(kind, query.where)}
    order by ${first}id ${direction}
    ${limit === undefined ? sql`` : sql`limit ${limit}`} ${offset ? sql`offset ${offset}` : sql``}`
}

export function countRecords<K extends RecordKind>(kind: K, where: Query<K>['where']): RawBuilder<{ count: number }> {
  return sql<{ count: number }>`
    select count(*) as count from ${sql.table(tableOf(kind))} where ${conditions(kind, where)}`
}

function columnOf(kind: RecordKind, field: string): { column: string; type: ColumnType } {
  const found = columnsOf(kind).find((one) => one.field === field)
  if (!found) throw new Error(`${kind} is not searched by ${field}`)
  return found
}

function conditions<K extends RecordKind>(kind: K, where: Query<K>['where']): RawBuilder<unknown> {
  const parts = Object.entries<Condition | undefined>(where ?? {}).map(([field, condition]) => {
    if (condition === undefined) throw new Error(`${kind}.${field} is asked for without a condition`)
    const { column, type } = columnOf(kind, field)
    return type === 'text[]'
      ? listCondition(`${kind}.${field}`, column, condition)
      : plainCondition(column, type, condition)
  })
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

const storable = (value: string | number | boolean): string | number | boolean =>
  typeof value === 'string' ? storableText(value) : value

function listCondition(name: string, column: string, condition: Condition): RawBuilder<unknown> {
  if (typeof condition === 'object' && !('in' in condition)) throw new Error(`${name} is a list: it has no range`)
  const wanted = typeof condition === 'object' ? condition.in : [condition]
  return sql`${sql.ref(column)} && ${wanted.map(storable)}::text[]`
}

function plainCondition(column: string, type: ColumnType, condition: Condition): RawBuilder<unknown> {
  const field = sql.ref(column)
  if (typeof condition !== 'object') return sql`${field} = ${storable(condition)}`
  if ('in' in condition) return sql`${field} = any(${condition.in.map(storable)}::${sql.raw(type)}[])`
  const { from, to } = condition
  const bounds = [
    ...(from === undefined ? [] : [sql`${field} >= ${storable(from)}`]),
    ...(to === undefined ? [] : [sql`${field} <= ${storable(to)}`]),
  ]
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`${field} is not null`
}
