import type { People, Speaker } from '../adapters/terminal/session.ts'
import type { Reads } from '../data/store.ts'

/** The active staff, found by name or e-mail address in any case. */
export function peopleOf(reads: Reads): People {
  return {
    async find(name) {
      const wanted = name.trim().toLowerCase()
      const staff = await reads.find('staff', { where: { isActive: true } })
      const found = staff.filter((one) => one.name.toLowerCase() === wanted || one.emails.includes(wanted))
      const [only] = found
      if (!only) return 'unknown'
      return found.length > 1 ? 'ambiguous' : { id: only.id, name: only.name }
    },
  }
}

/** Everyone who may speak, in the directory's order. */
export async function speakers(reads: Reads): Promise<Speaker[]> {
  const staff = await reads.find('staff', { where: { isActive: true } })
  return staff.map(({ id, name }) => ({ id, name }))
}

/** Names of staff by record id, as they are now; an id that is none is its own name. */
export async function staffNames(reads: Reads): Promise<(id: string) => string> {
  const names = new Map((await reads.find('staff')).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
