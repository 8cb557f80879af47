import type { Reliance } from '../data/store.ts'
import type { Knowledge } from './understanding/knowledge.ts'
import type { NameEntry } from './understanding/names/entry.ts'
import { joinWords, nameWords } from './understanding/names/key.ts'

export type Party = { id: string; name: string }

/**
 * A partner and people of it as live knowledge has them, so that the store need not be asked: in step with it but for a
 * moment, which is why the turn relies on their versions. Undefined where it does not have exactly these.
 */
export function knownParties(
  partner: string,
  people: readonly string[],
  { names }: Knowledge,
): { partner: Party; people: Party[]; reliesOn: Reliance[] } | undefined {
  const company = only(
    names.find(joinWords(nameWords(partner))).flatMap(({ entry }) => (entry.kind === 'partner' ? entry : [])),
    partner,
  )
  if (!company) return undefined
  const staff = names.peopleOf(company.id)
  const found = people.flatMap((name) => only(staff, name) ?? [])
  if (found.length < people.length) return undefined
  const reliesOn = [company, ...found].flatMap(({ kind, id, version }): Reliance[] =>
    version === undefined ? [] : [{ kind, id, version }],
  )
  return reliesOn.length > found.length ? { partner: company, people: found, reliesOn } : undefined
}

/** The one entry of that very name. */
function only(entries: readonly NameEntry[], name: string): NameEntry | undefined {
  const named = entries.filter((entry) => entry.name === name)
  return named.length === 1 ? named[0] : undefined
}
