import { numberedId } from './directory-entry.ts'
import type { RecordKind, RecordOf } from './records.ts'

/** Kinds that are imported by name, and what one name may be told apart by. */
export type ImportedKind = 'cluster' | 'school' | 'program' | 'partner' | 'person' | 'staff' | 'student'
type Imported = RecordOf<ImportedKind>

/** What an imported record is recognized by: its id in their own system, e-mail addresses, its name within a scope. */
type Marks = { ids: string[]; emails: string[]; name: string; scope?: string }

export function marksOf(kind: ImportedKind, record: Imported): Marks {
  const { id: theirs } = record.extra
  const pick = (field: string): string | undefined => {
    const value: unknown = Reflect.get(record, field)
    return typeof value === 'string' ? value : undefined
  }
  const email = pick('email')
  const scope = kind === 'person' ? pick('partner') : pick('school')
  return {
    ids: typeof theirs === 'string' || typeof theirs === 'number' ? [String(theirs)] : [],
    emails: 'emails' in record ? record.emails : email ? [email] : [],
    name: record.name.trim().replace(/\s+/g, ' ').toLowerCase(),
    ...(scope !== undefined && { scope }),
  }
}

/** Finds the record that an imported one is about. */
export type Matcher = {
  /**
   * `isFree`: of several that are called the same, the first of those is meant (a directory lists each of them); without
   * it several are too many.
   */
  match(incoming: Imported, isFree?: (id: string) => boolean): Imported | undefined | 'ambiguous'
  /** A record that is new, or has changed, is known so from now on. */
  put(record: Imported): void
  nextId(): string
}

/** `kept`: all records of the kind, inactive ones among them. */
export function matcherOf(kind: ImportedKind, kept: readonly Imported[]): Matcher {
  const current = new Map<string, Imported>()
  /** Ids of records. */
  const byId = new Map<string, string>()
  const byEmail = new Map<string, string>()
  const byName = new Map<string, Set<string>>()
  let greatest = 0
  function put(record: Imported): void {
    const { ids, emails, name } = marksOf(kind, record)
    current.set(record.id, record)
    for (const id of [record.id, ...ids]) byId.set(id, record.id)
    for (const email of emails) byEmail.set(email, record.id)
    byName.set(name, (byName.get(name) ?? new Set()).add(record.id))
    const number = new RegExp(`^${kind}-(\\d+)$`).exec(record.id)?.[1]
    greatest = Math.max(greatest, Number(number ?? 0))
  }
  for (const record of kept) put(record)

  function byNameAndScope(incoming: Imported, isFree?: (id: string) => boolean): Imported | undefined | 'ambiguous' {
    const { ids, name, scope } = marksOf(kind, incoming)
    const fitting = [...(byName.get(name) ?? [])].flatMap((id) => {
      const record = current.get(id)
      if (!record) return []
      const marks = marksOf(kind, record)
      if (scope !== undefined && marks.scope !== scope) return []
      // Someone of the same name with another id of theirs is someone else.
      return ids.length > 0 && marks.ids.length > 0 ? [] : [record]
    })
    const active = fitting.filter((record) => !('isActive' in record) || record.isActive)
    const likely = active.length > 0 ? active : fitting
    if (isFree) return likely.find(({ id }) => isFree(id))
    return likely.length > 1 ? 'ambiguous' : likely[0]
  }

  return {
    put,
    match(incoming, isFree) {
      const { ids, emails } = marksOf(kind, incoming)
      const known = [...ids.map((id) => byId.get(id)), ...emails.map((email) => byEmail.get(email))]
      const found = known.find((id) => id !== undefined)
      return found === undefined ? byNameAndScope(incoming, isFree) : current.get(found)
    },
    nextId() {
      greatest += 1
      return numberedId(kind satisfies RecordKind, greatest)
    },
  }
}

/**
 * The record after the import: what the incoming one leaves empty stays as it was, and so do roles and accounts that were
 * set in chat. `statesRole`: the file says a role.
 */
export function mergeRecord<R extends Imported>(before: R, incoming: R, statesRole: boolean): R {
  const after: Record<string, unknown> = { ...before }
  for (const [field, value] of Object.entries(incoming)) {
    if (['id', 'version', 'identities', 'extra', 'isActive', 'emails'].includes(field)) continue
    if (field === 'role' && !statesRole) continue
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    after[field] = value
  }
  if ('isActive' in before) after.isActive = true
  if ('emails' in before && 'emails' in incoming) after.emails = [...new Set([...incoming.emails, ...before.emails])]
  after.extra = { ...before.extra, ...incoming.extra }
  // The fields are those of two records of the same kind.
  return after as R
}

/** The fields in which two records differ. */
export function changedFields(before: Imported, after: Imported): string[] {
  const same = (field: string): boolean =>
    JSON.stringify(Reflect.get(before, field)) === JSON.stringify(Reflect.get(after, field))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(field))
}
