import type { RecordOf, Role } from '../data/records.ts'
import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { sentence, withUndo } from './notices.ts'

const ROLES: readonly Role[] = ['staff', 'approver', 'admin']

/** Who may approve and who administers, set in chat by an administrator. */
export const roles: Conversation = {
  name: 'role',
  intents: { set_role: setRole, ask_roles: askRoles },
}

const say = (text: string): Outcome => ({ what: 'ask_roles', replies: [{ card: sentence(text) }], pending: 'keep' })

/** "make Nadia Ferris an approver"; "nadia is no longer an approver" makes her staff. */
async function setRole({ frame }: Request, situation: Situation): Promise<Outcome> {
  const { speaker, reads, turn } = situation
  if (speaker.role !== 'admin') return say(`Only an administrator changes roles. Ask ${await adminNames(situation)}.`)
  const role = ROLES.find((known) => known === frame.extra.role)
  const name = typeof frame.extra.staff === 'string' ? frame.extra.staff : ''
  const found = await reads.find('staff', { where: { name, isActive: true }, limit: 2 })
  const [before] = found
  if (!role || !before) return say(`There is no staff member "${name}" in the directory.`)
  if (found.length > 1)
    return say(`There are several staff members named ${name}. Change it by an import with the e-mail address.`)
  if (before.role === role) return say(`${before.name} is ${roleWords(role)} already.`)
  if (before.role === 'admin' && (await reads.count('staff', { where: { role: 'admin', isActive: true } })) < 2) {
    return say('The last administrator stays one. Make someone else an administrator first.')
  }
  const after: RecordOf<'staff'> = { ...before, role }
  const text = `${before.name} is now ${roleWords(role)}.`
  return {
    what: 'set_role',
    title: `${before.name} made ${roleWords(role)}`,
    replies: [{ card: withUndo(text, turn) }],
    writes: [{ kind: 'staff', id: before.id, before, after }],
  }
}

const roleWords = (role: Role): string =>
  ({ staff: 'staff without a role', approver: 'an approver', admin: 'an administrator' })[role]

async function askRoles({ frame }: Request, { reads }: Situation): Promise<Outcome> {
  const role: Role = frame.extra.role === 'admin' ? 'admin' : 'approver'
  const found = await reads.find('staff', {
    where: { role, isActive: true },
    order: { by: 'name', direction: 'ascending' },
  })
  const plural = role === 'admin' ? 'administrators' : 'approvers'
  const names = found.map(({ name }) => name)
  return say(names.length > 0 ? `The ${plural}: ${names.join(', ')}.` : `There are no ${plural} yet.`)
}

async function adminNames({ reads }: Situation): Promise<string> {
  const admins = await reads.find('staff', { where: { role: 'admin', isActive: true }, limit: 3 })
  return admins.length > 0 ? admins.map(({ name }) => name).join(' or ') : 'whoever set Liaison up'
}
