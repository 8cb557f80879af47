import type { Reads, Write } from '../../data/store.ts'
import type { Request } from '../conversation.ts'
import { personNamed, resolvePartner, resolvePeople } from '../names-to-records.ts'

/** The id that understanding found for a name, where it did. */
const namedId = ({ frame }: Request, kind: string, name: string): string | undefined =>
  frame.named.find((entry) => entry.kind === kind && entry.name === name)?.id

/** The school that a request names. */
export async function schoolOf(request: Request, reads: Reads): Promise<string | undefined> {
  const { school } = request.frame.slots
  if (!school) return undefined
  const id = namedId(request, 'school', school)
  if (id && (await reads.get('school', id))) return id
  return (await reads.find('school', { where: { name: school }, limit: 1 }))[0]?.id
}

/** Partners by name, those to be added with the writes that add them. */
export async function partnersOf(
  names: readonly string[],
  request: Request,
  turn: string,
  reads: Reads,
): Promise<{ ids: string[]; writes: Write[] }> {
  const found = []
  for (const name of names) found.push(await resolvePartner(name, request, turn, reads))
  const kept = found.flatMap((one) => (one ? [one] : []))
  return { ids: [...new Set(kept.map(({ value }) => value.id))], writes: kept.flatMap(({ writes }) => writes) }
}

/** A name is one of the partners' people, else the only one of that name; a new one is added where there is one partner. */
export async function peopleOf(
  names: readonly string[],
  partners: readonly string[],
  request: Request,
  turn: string,
  reads: Reads,
): Promise<{ ids: string[]; others: string[]; writes: Write[] }> {
  const ids: string[] = []
  const others: string[] = []
  const writes: Write[] = []
  for (const name of names) {
    const known = await knownPerson(name, partners, request, reads)
    const [only] = partners
    if (known) ids.push(known)
    else if (only && partners.length === 1) {
      const added = await resolvePeople([name], only, turn, reads)
      ids.push(...added.value.map(({ id }) => id))
      writes.push(...added.writes)
    } else others.push(name)
  }
  return { ids, others, writes }
}

async function knownPerson(
  name: string,
  partners: readonly string[],
  request: Request,
  reads: Reads,
): Promise<string | undefined> {
  for (const partner of partners) {
    const person = await personNamed(name, partner, reads)
    if (person) return person.id
  }
  const id = namedId(request, 'person', name)
  if (id && (await reads.get('person', id))) return id
  return partners.length === 0 ? (await personNamed(name, undefined, reads))?.id : undefined
}

/** Clusters by name; one that is unknown is left out. */
export async function clustersOf(names: readonly string[], reads: Reads): Promise<string[]> {
  const found = await Promise.all(names.map((name) => reads.find('cluster', { where: { name }, limit: 1 })))
  return found.flatMap(([cluster]) => (cluster ? [cluster.id] : []))
}

/** A program's name may be several schools': the event's school's comes first. */
export async function programsOf(
  names: readonly string[],
  school: string | undefined,
  request: Request,
  reads: Reads,
): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const found = await reads.find('program', { where: { name } })
    const own = found.find((program) => program.school === school)
    const id = own?.id ?? namedId(request, 'program', name) ?? found[0]?.id
    if (id) ids.push(id)
  }
  return ids
}
