import { createKind, type Migration } from './migration.ts'

/** Seats at events, and the secret addresses of calendars. */
export const seats: Migration = {
  number: 7,
  name: 'seats',
  async up(db) {
    await createKind(db, 'seatPlan', { event: 'text' }, { event: 'event' })
    await createKind(db, 'calendarFeed', { of: 'text' })
  },
}
