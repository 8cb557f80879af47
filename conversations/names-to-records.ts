import type { RecordOf } from '../data/records.ts'
import type { Reads, Write } from '../data/store.ts'
import type { Request } from './conversation.ts'

/** A partner by the directory's spelling, else by one of its aliases' own spelling. */
export async function partnerNamed(name: string, reads: Reads): Promise<RecordOf<'partner'> | undefined> {
  const found = await reads.find('partner', { where: { name }, limit: 2 })
  return found.find(({ isActive }) => isActive) ?? found[0]
}

/** A person of a partner by name; the whole directory where no partner is given. */
export async function personNamed(
  name: string,
  partner: string | undefined,
  reads: Reads,
): Promise<RecordOf<'person'> | undefined> {
  const found = await reads.find('person', { where: { name, ...(partner ? { partner } : {}) }, limit: 2 })
  return found.length === 1 || partner ? found[0] : undefined
}

export type Resolved<T> = { value: T; writes: Write[] }

/** The partner of a request; a new one where the person wanted it added. Undefined: unknown and not accepted. */
export async function resolvePartner(
  name: string,
  request: Request,
  turn: string,
  reads: Reads,
): Promise<Resolved<RecordOf<'partner'>> | undefined> {
  const known = await partnerNamed(name, reads)
  if (known) return { value: known, writes: [] }
  const accepted = request.accepts.find((entry) => entry.name.toLowerCase() === name.toLowerCase())
  if (!accepted) return undefined
  const cluster = accepted.cluster
    ? (await reads.find('cluster', { where: { name: accepted.cluster }, limit: 1 }))[0]
    : undefined
  const partner: RecordOf<'partner'> = {
    id: `${turn}-p-${slug(name)}`,
    version: 0,
    name,
    aliases: [],
    ...(cluster ? { cluster: cluster.id } : {}),
    apart: [],
    isActive: true,
    extra: {},
  }
  return { value: partner, writes: [{ kind: 'partner', id: partner.id, after: partner }] }
}

/** People of a partner's side by name, known ones as they are, new ones added to it. */
export async function resolvePeople(
  names: readonly string[],
  partner: string,
  turn: string,
  reads: Reads,
): Promise<Resolved<RecordOf<'person'>[]>> {
  const people: RecordOf<'person'>[] = []
  const writes: Write[] = []
  for (const name of names) {
    const known = await personNamed(name, partner, reads)
    if (known) {
      people.push(known)
      continue
    }
    const person: RecordOf<'person'> = {
      id: `${turn}-h-${slug(name)}`,
      version: 0,
      name,
      partner,
      isActive: true,
      extra: {},
    }
    people.push(person)
    writes.push({ kind: 'person', id: person.id, after: person })
  }
  return { value: people, writes }
}

/** The aliases that a request has taught, as records. */
export async function aliasWrites(
  request: Request,
  by: string,
  at: RecordOf<'alias'>['at'],
  turn: string,
  reads: Reads,
): Promise<Write[]> {
  const writes: Write[] = []
  for (const { typed, partner } of request.aliases) {
    const known = await partnerNamed(partner, reads)
    const [earlier] = await reads.find('alias', { where: { typed: typed.toLowerCase() }, limit: 1 })
    if (!known || earlier) continue
    const id = `${turn}-a-${slug(typed)}`
    writes.push({ kind: 'alias', id, after: { id, version: 0, typed: typed.toLowerCase(), partner: known.id, by, at } })
  }
  return writes
}

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)

/** The names of records by id, in order; one that is gone is left out. */
export async function namesOf(
  kind: 'partner' | 'person' | 'staff' | 'school',
  ids: readonly string[],
  reads: Reads,
): Promise<string[]> {
  const records = await Promise.all(ids.map((id) => reads.get(kind, id)))
  return records.flatMap((record) => (record ? [record.name] : []))
}
