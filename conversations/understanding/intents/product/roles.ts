import type { Facts } from '../../facts.ts'
import { type Frame, frameOf } from '../../frame.ts'
import { type Cue, type IntentReader, weighCues } from '../intent.ts'

const ROLE = '(?:approver|approvers|admin|admins|administrator|administrators)'
const CHANGES: readonly Cue[] = [
  [new RegExp(`\\b(?:make|promote|set|appoint|add|let)\\b.* (?:an? |as an? |to |as )?${ROLE}\\b`), 6],
  [new RegExp(`\\b(?:is|are|be) (?:no longer|not|now|not an?) (?:an? )?(?:\\S+ )?${ROLE}\\b`), 6],
  [new RegExp(`\\b(?:remove|demote|drop|take)\\b.*${ROLE}\\b`), 6],
  [/\b(?:can|may) (?:no longer )?(?:approve|administer)\b/, 5],
]
const LISTS: readonly Cue[] = [
  [new RegExp(`^(?:who|whos|list|show|show me|which|name)\\b.* ${ROLE}\\b`), 6],
  [/^who (?:can|may) (?:approve|administer)\b/, 6],
]

/** "make Nadia Ferris an approver", "nadia is no longer an approver". */
export const setRole: IntentReader = {
  intent: 'set_role',
  weigh: ({ reading }) =>
    reading.view.has(/^(?:who|which|list|show)\b/) || !staffNamed({ reading }) ? [] : weighCues(reading.view, CHANGES),
  fill: (facts): Frame => {
    const { text } = facts.reading.view
    const isOver = /\b(?:no longer|not an?|not|remove|demote|drop|take)\b/.test(text)
    const role = /\badmin/.test(text) ? 'admin' : 'approver'
    return frameOf('set_role', { extra: { staff: staffNamed(facts) ?? '', role: isOver ? 'staff' : role } })
  },
}

/** "who are the approvers". */
export const askRoles: IntentReader = {
  intent: 'ask_roles',
  weigh: ({ reading }) => weighCues(reading.view, LISTS),
  fill: ({ reading }) => frameOf('ask_roles', { extra: { role: reading.view.has(/\badmin/) ? 'admin' : 'approver' } }),
}

/** The one staff member that the message names, in the directory's spelling. */
function staffNamed({ reading }: Pick<Facts, 'reading'>): string | undefined {
  const marked = reading.names.find(({ kind }) => kind === 'staff')?.entries[0]
  if (marked) return marked.name
  // In such a sentence the words need no other sign that they are a name: "nadia is no longer an approver".
  const typed = reading.view.match(NAMED)?.slice(1).find(Boolean)
  return typed ? reading.knowledge.names.nearest('staff', typed, 1)[0]?.name : undefined
}

const NAMED =
  /^(?:please |pls )?(?:make|promote|set|appoint|demote) (.{2,40}?) (?:an?|the|as|to) |^(.{2,40}?) (?:is|can|may) (?:no longer|not|now|an?) |(?:from|of) (.{2,40}?)(?: [.!?]|$)/
