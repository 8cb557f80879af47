import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { Moment } from '../conversation.ts'
import { checklistOf } from './checklist.ts'
import { inviteesOf } from './invitees.ts'
import { traitsOf } from './kinds.ts'
import { culinarySchools, isClassAbsent } from './place-warnings.ts'
import type { PlanContext } from './warnings.ts'

/** Guests suggested on a card; more are said as a number. */
const MOST_GUESTS = 6

/** What is still open about a plan, on its card: guests to think of, who cooks, how many come, what to bring in. */
export async function planNotes(context: PlanContext, moment: Moment): Promise<Part[]> {
  const { event } = context
  const food = await foodNote(context, moment)
  const guests = await guestNote(context, moment)
  const checklist = checklistOf(event.event)
  const lines = [
    ...guests,
    ...(traitsOf(event.event).isForStudents && event.headcount === undefined
      ? ['How many students? Say "make it 28 students".']
      : []),
    ...(checklist.length > 0 ? [`To arrange: ${checklist.join('; ')}.`] : []),
    'Nothing goes to anyone before Invite.',
  ]
  return [...food, { kind: 'context', text: lines.join(' ') }]
}

async function guestNote({ event }: PlanContext, { reads }: Moment): Promise<string[]> {
  const { suggested } = await inviteesOf(event, reads)
  const partners = suggested.filter(({ staff }) => !staff)
  if (partners.length === 0) return []
  const shown = partners.slice(0, MOST_GUESTS).map(({ label }) => label.split(', ').at(-1))
  const rest = partners.length - shown.length
  return [`Guests to think of: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`]
}

/** Where a breakfast's school has a culinary class and nobody said who cooks. */
async function foodNote(context: PlanContext, { reads }: Moment): Promise<Part[]> {
  const { event, names, days } = context
  if (event.event !== 'breakfast' || event.food || !names.school) return []
  const hasClass = (await culinarySchools(reads)).some(({ id }) => id === event.school)
  const buttons = (foods: readonly [string, string][]): Action[] =>
    foods.map(([label, food]) => ({ label, press: encodePress('calendar.food', { id: event.id, food }) }))
  if (hasClass && isClassAbsent({ event, days })) {
    return [
      { kind: 'text', text: 'Who cooks? Students are absent that day, so the culinary class cannot.' },
      {
        kind: 'actions',
        actions: buttons([
          ['Adults cook', 'adults'],
          ['A caterer', 'caterer'],
        ]),
      },
    ]
  }
  const { caterer } = names.school
  const who = hasClass ? 'Who cooks?' : caterer ? `Who cooks? ${names.school.name} has its ${caterer}.` : undefined
  if (!who) return []
  const foods: [string, string][] = [
    ...(hasClass ? ([['Culinary class', 'class']] as [string, string][]) : []),
    ['A caterer', 'caterer'],
  ]
  return [
    { kind: 'text', text: who },
    { kind: 'actions', actions: buttons(foods) },
  ]
}
