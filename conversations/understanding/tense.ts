import { dateOf, daysBetween, isLocalTime } from '../../data/time.ts'
import type { Facts } from './facts.ts'
import { readFollowUpDate } from './follow-up-date.ts'
import { once } from './once.ts'
import { contactTold } from './past-contact.ts'
import { type Placed, placedDates, resolveIn } from './when.ts'

/** Whether what a message tells has been (`past`), is still to come (`ahead`), or could be either. */
export type Tense = { tense: 'past' | 'ahead' | 'open'; why: string }

/** The tense of a message, by its verbs first, then by dates that can lie on one side only. */
export const readTense = once((facts: Facts): Tense => findTense(facts))

function findTense(facts: Facts): Tense {
  const { reading } = facts
  const told = contactTold(reading.view)
  if (told) return { tense: 'past', why: `"${told[0]}"` }
  const dates = placedDates(reading)
  const followUp = readFollowUpDate(reading, dates)
  for (const placed of dates) {
    if (placed === followUp) continue
    const side = sideOf(facts, placed)
    if (side) return { tense: side, why: `"${placed.mention.text}"` }
  }
  return { tense: 'open', why: '' }
}

/** The side of now on which alone a date can lie: an hour ahead, "next week", "yesterday"; of a day and month the nearer. */
function sideOf({ reading }: Facts, { mention, at }: Placed): 'past' | 'ahead' | undefined {
  const { context, view } = reading
  const { day, days, repeats, clock } = mention.expression
  if (repeats) return 'ahead'
  const before = view.slice(Math.max(0, at - 3), at)
  if (/\b(?:follow up|circle back|in|this|for|by|until)$/.test(before) && days) return undefined
  if (
    /\b(?:opens?|opening|starts?|starting|begins?|beginning|due|deadline|closes?|available|apply|ends?)(?: \S+)?$/.test(
      before,
    )
  )
    return undefined
  const ahead = resolveIn(reading, mention, 'ahead').start
  const behind = resolveIn(reading, mention, 'behind').start
  if (!ahead || isLocalTime(ahead)) return undefined
  const today = dateOf(context.now)
  if (clock && ahead.length === 16 && ahead > context.now && !/\b(?:till|until)$/.test(before)) {
    const isStated = day?.is === 'date' && behind !== undefined && behind !== ahead
    return isStated && isNearer(today, dateOf(behind as never), dateOf(ahead)) ? 'past' : 'ahead'
  }
  if (!day) return undefined
  if (day.is === 'offset') return day.amount.value > 0 ? 'ahead' : 'past'
  if (day.is === 'weekday') return day.which === 'next' ? 'ahead' : day.which === 'last' ? 'past' : undefined
  if (behind && !isLocalTime(behind) && day.is !== 'today' && dateOf(ahead) !== dateOf(behind)) {
    if (day.is === 'monthday') return undefined
    return isNearer(today, dateOf(behind), dateOf(ahead)) ? 'past' : 'ahead'
  }
  return dateOf(ahead) > today ? 'ahead' : dateOf(ahead) < today ? 'past' : undefined
}

const isNearer = (
  today: ReturnType<typeof dateOf>,
  behind: ReturnType<typeof dateOf>,
  ahead: ReturnType<typeof dateOf>,
): boolean => daysBetween(behind, today) <= daysBetween(today, ahead)
