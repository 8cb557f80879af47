import { addMinutes, isLocalDate, isLocalMoment, type LocalTime, momentAt } from '../../data/time.ts'
import type { Frame, Problem, Slots } from './frame.ts'
import { missingIn } from './needs.ts'

const LISTS = ['partners', 'people', 'clusters', 'programs'] as const
const DATE_PROBLEMS: readonly Problem[] = ['impossible_date', 'weekday_mismatch', 'past_date', 'holiday']
const PROBLEM_SLOTS: readonly [Problem, readonly (keyof Slots)[]][] = [
  ['ambiguous_partner', ['partner', 'partners']],
  ['ambiguous_person', ['people']],
  ['ambiguous_school', ['school']],
  ['ambiguous_student', ['student']],
  ['ambiguous_event', ['target']],
  ['unknown_event', ['target']],
]

/** The waiting frame with what was said put in, and its doubts about that gone. */
export function mergeAnswer(frame: Frame, said: Slots, read: Frame): Frame {
  const slots: Slots = { ...frame.slots, ...said }
  for (const list of LISTS) {
    const both = [...(frame.slots[list] ?? []), ...(said[list] ?? [])]
    if (said[list]) slots[list] = [...new Set(both)]
  }
  if (slots.event === 'breakfast' && slots.start && isLocalDate(slots.start))
    slots.start = momentAt(slots.start, '08:00' as LocalTime)
  if (slots.event === 'breakfast' && said.start && slots.start && isLocalMoment(slots.start) && !said.end)
    slots.end = addMinutes(slots.start, 60)
  // What an unread part offers stands beside what was read.
  if (frame.extra.unread !== undefined && said.offers) slots.offers = [...(frame.slots.offers ?? []), ...said.offers]
  const isSaid = (slot: keyof Slots): boolean => said[slot] !== undefined
  const isDated = isSaid('date') || isSaid('start') || isSaid('followUp')
  const settled = new Set<Problem>(isDated ? DATE_PROBLEMS : [])
  for (const [problem, owners] of PROBLEM_SLOTS) if (owners.some(isSaid)) settled.add(problem)
  const fresh = read.problems.filter((problem) => DATE_PROBLEMS.includes(problem) || read.ambiguous.length > 0)
  const problems = [...new Set([...frame.problems.filter((problem) => !settled.has(problem)), ...fresh])]
  const ambiguous = [...frame.ambiguous.filter(({ slot }) => !isSaid(slot)), ...read.ambiguous]
  const unknown = [...frame.unknown.filter(({ slot }) => !isSaid(slot)), ...read.unknown]
  const named = [
    ...frame.named.filter(({ slot }) => !isSaid(slot) || LISTS.some((list) => list === slot)),
    ...read.named,
  ]
  const missing = missingIn({ intent: frame.intent, slots, ambiguous })
  const asks = problems.length > 0 || ambiguous.length > 0 || unknown.length > 0 || missing.length > 0
  return { ...frame, slots, problems, ambiguous, unknown, named, missing, asks }
}
