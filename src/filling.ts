import { readFile } from 'node:fs/promises'
import { type Directory, readDirectory } from '../data/directory.ts'
import { numberedId } from '../data/directory-entry.ts'
import { SETTINGS_ID, writeOf, writesOfDirectory } from '../data/directory-records.ts'
import type { RecordOf } from '../data/records.ts'
import type { Reads, Result, Store, Turn, Write } from '../data/store.ts'
import { type Instant, parseZone, type Zone } from '../data/time.ts'

const DEFAULT_ZONE = 'America/New_York' as Zone

/** The directory in a file, or one sentence that names the file and the first place in it that is wrong. */
export async function readDirectoryFile(file: string): Promise<Result<Directory, string>> {
  let input: unknown
  try {
    input = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    const isUnread = error instanceof Error && 'code' in error
    return { ok: false, error: isUnread ? `${file} cannot be read.` : `${file} is no JSON.` }
  }
  const read = readDirectory(input)
  if (read.ok) return { ok: true, value: read.directory }
  const [first] = read.problems
  const more = read.problems.length > 1 ? ` (and ${read.problems.length - 1} more)` : ''
  return { ok: false, error: `${file}: ${first?.path || 'the file'}: ${first?.message}${more}` }
}

/** Fills a store that has no directory yet; leaves any other as it is. */
export async function fillStore(store: Store, directory: Directory, now: Instant): Promise<Result<boolean, string>> {
  if ((await store.get('settings', SETTINGS_ID)) || (await store.count('partner')) || (await store.count('staff'))) {
    return { ok: true, value: false }
  }
  const written = await commitWrites(store, 'fill', 'import', writesOfDirectory(directory, now), now)
  return written.ok ? { ok: true, value: true } : written
}

/** The zone that the store's settings name. */
export async function zoneOf(store: Reads): Promise<Zone> {
  const settings = await store.get('settings', SETTINGS_ID)
  return (settings && parseZone(settings.timezone)) ?? DEFAULT_ZONE
}

export async function organizationOf(store: Store): Promise<string> {
  return (await store.get('settings', SETTINGS_ID))?.organization ?? ''
}

/**
 * Who speaks first where the channel itself says who speaks: the first of `adminEmails` that is staff, or, without any,
 * the first staff member. That person administers; where there is no such person yet, one is added.
 */
export async function firstAdministrator(
  store: Store,
  adminEmails: readonly string[],
  now: Instant,
): Promise<Result<RecordOf<'staff'>, string>> {
  const before = await findFirst(store, adminEmails)
  if (before?.role === 'admin') return { ok: true, value: before }
  const after: RecordOf<'staff'> = before
    ? { ...before, role: 'admin' }
    : newAdministrator(adminEmails[0], (await store.count('staff')) + 1)
  const write: Write = before ? { kind: 'staff', id: after.id, before, after } : writeOf('staff', after)
  const written = await commitWrites(store, `administrator:${after.id}:${now}`, 'role', [write], now)
  return written.ok ? { ok: true, value: after } : written
}

async function findFirst(store: Store, adminEmails: readonly string[]): Promise<RecordOf<'staff'> | undefined> {
  for (const email of adminEmails) {
    const [staff] = await store.find('staff', { where: { emails: email, isActive: true }, limit: 1 })
    if (staff) return staff
  }
  if (adminEmails.length > 0) return undefined
  const [first] = await store.find('staff', { where: { isActive: true }, limit: 1 })
  return first
}

function newAdministrator(email: string | undefined, n: number): RecordOf<'staff'> {
  return {
    id: numberedId('staff', n),
    version: 0,
    name: email ? email.slice(0, email.indexOf('@')) : 'Administrator',
    emails: email ? [email] : [],
    programs: [],
    role: 'admin',
    identities: [],
    isActive: true,
    extra: {},
  }
}

/** Writes outside any conversation, as one turn. `key` is the same when it is done again, and then it is not. */
export async function commitWrites(
  store: Store,
  key: string,
  what: string,
  writes: Write[],
  at: Instant,
): Promise<Result<true, string>> {
  const turn: Turn = {
    id: `program-${key}`,
    inbound: `program:${key}`,
    conversation: 'program',
    at,
    what,
    writes,
    reliesOn: [],
    touches: [],
    deliveries: [],
  }
  const result = await store.commit(turn)
  if (result.ok || result.error.kind === 'already-handled') return { ok: true, value: true }
  return {
    ok: false,
    error: result.error.kind === 'cannot-store' ? result.error.reason : 'Someone else changed the same records.',
  }
}
