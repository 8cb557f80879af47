import type { RecordKind } from '../records.ts'
import type { Condition, Query } from '../store.ts'
import { type ColumnType, columnsOf, selected, tableOf } from './names.ts'
import { storableText } from './rows.ts'

/** A statement with its values; `isSteady`: one plan serves all values, so that it is worth preparing. */
export type Search = { text: string; values: unknown[]; isSteady: boolean }

/** The statement for a query: conditions on columns, order by one of them and then by id. */
export function selectRecords<K extends RecordKind>(kind: K, query: Query<K>): Search {
  const { order, limit, offset } = query
  const direction = order?.direction === 'descending' ? 'desc' : 'asc'
  const first = order ? `"${columnOf(kind, order.by).column}" ${direction}, ` : ''
  const where = conditions(kind, query.where)
  const end = [...(limit === undefined ? [] : ['limit', limit]), ...(offset ? ['offset', offset] : [])]
  const text = `select ${selected(kind)} from "${tableOf(kind)}" where ${where.text} order by ${first}id ${direction}`
  // How many are wanted is part of what is planned for, and of few shapes; how many are left out is not.
  return { ...where, text: [text, ...end.map(String)].join(' '), isSteady: where.isSteady && !offset }
}

export function countRecords<K extends RecordKind>(kind: K, where: Query<K>['where']): Search {
  const found = conditions(kind, where)
  return { ...found, text: `select count(*) as count from "${tableOf(kind)}" where ${found.text}` }
}

function columnOf(kind: RecordKind, field: string): { column: string; type: ColumnType } {
  const found = columnsOf(kind).find((one) => one.field === field)
  if (!found) throw new Error(`${kind} is not searched by ${field}`)
  return found
}

function conditions<K extends RecordKind>(kind: K, where: Query<K>['where']): Search {
  const values: unknown[] = []
  const place = (value: unknown): string => `$${values.push(value)}`
  const parts = Object.entries<Condition | undefined>(where ?? {}).map(([field, condition]) => {
    if (condition === undefined) throw new Error(`${kind}.${field} is asked for without a condition`)
    const { column, type } = columnOf(kind, field)
    return type === 'text[]'
      ? listCondition(`${kind}.${field}`, column, condition, place)
      : plainCondition(column, type, condition, place)
  })
  const isSteady = Object.values<Condition | undefined>(where ?? {}).every((one) => typeof one !== 'object')
  return { text: parts.length > 0 ? parts.join(' and ') : 'true', values, isSteady }
}

const storable = (value: string | number | boolean): string | number | boolean =>
  typeof value === 'string' ? storableText(value) : value

type Place = (value: unknown) => string

function listCondition(name: string, column: string, condition: Condition, place: Place): string {
  if (typeof condition === 'object' && !('in' in condition)) throw new Error(`${name} is a list: it has no range`)
  const wanted = typeof condition === 'object' ? condition.in : [condition]
  return `"${column}" && ${place(wanted.map(storable))}::text[]`
}

function plainCondition(column: string, type: ColumnType, condition: Condition, place: Place): string {
  const field = `"${column}"`
  if (typeof condition !== 'object') return `${field} = ${place(storable(condition))}`
  if ('in' in condition) return `${field} = any(${place(condition.in.map(storable))}::${type}[])`
  const { from, to } = condition
  const bounds = [
    ...(from === undefined ? [] : [`${field} >= ${place(storable(from))}`]),
    ...(to === undefined ? [] : [`${field} <= ${place(storable(to))}`]),
  ]
  return bounds.length > 0 ? bounds.join(' and ') : `${field} is not null`
}
