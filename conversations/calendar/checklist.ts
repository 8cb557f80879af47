/** What students need before they leave the building, and teachers. Kept as names: an event's `done` holds those done. */
const CHECKLISTS: Readonly<Record<string, readonly string[]>> = {
  job_shadow: ['permission slips', 'travel', 'emergency contacts', 'dress and safety gear'],
  site_visit: ['travel', 'safety gear', 'coverage of classes'],
  competition: ['permission slips', 'travel'],
}

/** What is to be arranged for a kind of event, in order; empty where there is nothing. */
export const checklistOf = (event: string): readonly string[] => CHECKLISTS[event] ?? []

/** What of it is still open. */
export const openItems = ({ event, done = [] }: { event: string; done?: readonly string[] }): string[] =>
  checklistOf(event).filter((item) => !done.includes(item))
