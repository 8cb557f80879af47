import type { RecordOf } from '../data/records.ts'
import { formatDay } from '../data/time.ts'
import type { Moment } from './conversation.ts'

const KIND_NAMES: Readonly<Record<string, string>> = {
  breakfast: 'Partner breakfast',
  speaker: 'Guest speaker',
  career_day: 'Career day',
  job_shadow: 'Job shadow',
  site_visit: "Teachers' site visit",
  advisory_meeting: 'Advisory meeting',
  mock_interview: 'Mock interviews',
  competition: 'Competition',
  meeting: 'Meeting',
}

/** "Partner breakfast": what people call an event's kind. */
export const eventKindName = (event: string): string => KIND_NAMES[event] ?? event.replaceAll('_', ' ')

/** "Job shadow, Turner Construction, Thu, Dec 17": short enough for a button. */
export async function eventTitle(event: RecordOf<'event'>, moment: Moment): Promise<string> {
  const [first] = event.partners
  const partner = first ? (await moment.reads.get('partner', first))?.name : undefined
  const school = !partner && event.school ? (await moment.reads.get('school', event.school))?.name : undefined
  return [eventKindName(event.event), partner ?? school, formatDay(event.start, moment.local)]
    .filter(Boolean)
    .join(', ')
}
