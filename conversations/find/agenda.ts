import { agendaOf } from '../../data/agenda.ts'
import type { Card } from '../../data/card.ts'
import type { Occurrence } from '../../data/occurrences.ts'
import { addDays, dateOf, formatSpan } from '../../data/time.ts'
import { eventHeading } from '../calendar/event-card.ts'
import { namesOfEvent } from '../calendar/event-names.ts'
import { roomName } from '../calendar/rooms.ts'
import type { Moment } from '../conversation.ts'
import { eventKindName } from '../event-words.ts'
import type { EventKind } from '../understanding/frame.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** Days looked ahead where no days are said; for one partner or one kind, a year. */
const DAYS_AHEAD = 30
const DAYS_AHEAD_OF_ONE = 365

const KIND_WORDS: readonly [RegExp, EventKind][] = [
  [/\b(speak(s|er|ers|ing)|guest talks?)\b/i, 'speaker'],
  [/\bbreakfasts?\b/i, 'breakfast'],
  [/\bcareer (day|fair)s?\b/i, 'career_day'],
  [/\b(job )?shadow(s|ing)?\b/i, 'job_shadow'],
  [/\bsite visits?\b/i, 'site_visit'],
  [/\badvisory\b/i, 'advisory_meeting'],
  [/\bmock interviews?\b/i, 'mock_interview'],
  [/\bcompetitions?\b/i, 'competition'],
]

/** The kind of event that a question asks for ("who speaks in March"); undefined: any. */
export const kindAskedFor = (said: string): EventKind | undefined => KIND_WORDS.find(([words]) => words.test(said))?.[1]

/** What is scheduled, the nearest first. */
export async function agendaIn(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  const { reads, local } = moment
  const from = scope.from ?? dateOf(local)
  const { school, partner, cluster, event } = scope
  const to = scope.to ?? addDays(from, partner || event ? DAYS_AHEAD_OF_ONE : DAYS_AHEAD)
  const found = await agendaOf(
    {
      from,
      to,
      ...(school ? { school } : {}),
      ...(partner ? { partner } : {}),
      ...(cluster ? { cluster } : {}),
      ...(event ? { event } : {}),
    },
    reads,
  )
  const page = found.slice(offset, offset + PAGE_LINES)
  const words = await scopeWords(scope, moment)
  const kind = event ? eventKindName(event) : undefined
  return pageCard({
    title: `${kind ?? 'Calendar'}${words}`,
    lines: await Promise.all(page.map((occurrence) => agendaLine(occurrence, scope, moment))),
    total: found.length,
    offset,
    empty: `Nothing${kind ? ` of that kind (${kind.toLowerCase()})` : ''} is scheduled${words}.`,
    more: { action: 'find.agenda', args: scopeToArgs(scope) },
  })
}

/** "Thu, Dec 3, 9:40 to 10:25: Guest speaker, Google, Tessa Lindqvist, Academy for Software Engineering, room 412". */
export async function agendaLine({ event, start, end }: Occurrence, scope: Scope, moment: Moment): Promise<string> {
  const names = await namesOfEvent(event, moment.reads)
  const heading = eventHeading(event, names)
  const people = [...names.people.map(({ name }) => name), ...(event.otherPeople ?? [])]
  const school = names.school && !scope.school && !heading.includes(names.school.name) ? names.school.name : undefined
  const what = [heading, ...people, school, event.room && roomName(event.room)].filter(Boolean).join(', ')
  return `${formatSpan(start, end, moment.local)}: ${what}`
}
