/**
 * Finds an entry by the name that another entry calls it: its own name first, then an alias that no other has, in any
 * case. What is not found, or could be two, is left to the caller.
 */
export type Lookup = (name: string) => string | undefined

type Named = { id: string; name: string; aliases?: readonly string[] }

const fold = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** The ids of entries by name. */
export function lookupOf(entries: readonly Named[]): Lookup {
  const names = new Map<string, string | undefined>()
  const aliases = new Map<string, string | undefined>()
  const put = (map: Map<string, string | undefined>, name: string, id: string): void => {
    const key = fold(name)
    map.set(key, map.has(key) && map.get(key) !== id ? undefined : id)
  }
  for (const entry of entries) {
    put(names, entry.name, entry.id)
    for (const alias of entry.aliases ?? []) put(aliases, alias, entry.id)
  }
  return (name) => {
    const key = fold(name)
    return names.has(key) ? names.get(key) : aliases.get(key)
  }
}

/** Finds programs: schools share their names, so the ones of the school that is named come first. */
export function lookupAtSchool(
  programs: readonly (Named & { school?: string })[],
  schools: Lookup,
): (school: string | undefined) => Lookup {
  const everywhere = lookupOf(programs)
  const bySchool = new Map<string, Lookup>()
  for (const id of new Set(programs.flatMap(({ school }) => school ?? []))) {
    bySchool.set(id, lookupOf(programs.filter((program) => program.school === id)))
  }
  return (school) => {
    const there = bySchool.get((school && schools(school)) || '')
    return (name) => there?.(name) ?? everywhere(name)
  }
}

/** Names split into the ids that were found and the names that were not. */
export function resolveAll(names: readonly string[], lookup: Lookup): { ids: string[]; unknown: string[] } {
  const ids: string[] = []
  const unknown: string[] = []
  for (const name of names) {
    const id = lookup(name)
    if (id) ids.push(id)
    else unknown.push(name)
  }
  return { ids, unknown }
}
