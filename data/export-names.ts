import type { Reads } from './store.ts'

/** Names of records by id, for what is read outside of Liaison: an id that is not known any more has none. */
export type ExportNames = {
  one(id: string | undefined): string | undefined
  many(ids: readonly string[]): string[]
}

const NAMED = ['cluster', 'school', 'program', 'partner', 'person', 'staff', 'student'] as const

/** The names of everything that has one. */
export async function readExportNames(reads: Reads): Promise<ExportNames> {
  const lists = await Promise.all(NAMED.map((kind) => reads.find(kind)))
  const names = new Map(lists.flatMap((records) => records.map(({ id, name }) => [id, name] as const)))
  return {
    one: (id) => (id === undefined ? undefined : names.get(id)),
    many: (ids) => ids.flatMap((id) => names.get(id) ?? []),
  }
}

/** An entry without the keys that hold nothing. */
export function entryOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** `active: false` for what is no longer there; nothing for what is. */
export const inactive = ({ isActive }: { isActive: boolean }): { active?: false } => (isActive ? {} : { active: false })
