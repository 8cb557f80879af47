import { createKind, type Migration } from './migration.ts'

/** Events, who is asked to them and comes, and the learning that they give. */
export const calendar: Migration = {
  number: 3,
  name: 'calendar',
  async up(db) {
    await createKind(
      db,
      'event',
      {
        event: 'text',
        start: 'text',
        lastDay: 'text',
        school: 'text',
        partners: 'text[]',
        isCancelled: 'boolean',
        owner: 'text',
      },
      { school: 'school' },
    )
    const ofEvent = { event: 'event' }
    await createKind(db, 'invitation', { event: 'text', partner: 'text', person: 'text', staff: 'text' }, ofEvent)
    await createKind(db, 'rsvp', { event: 'text', partner: 'text', staff: 'text' }, ofEvent)
    await createKind(db, 'studentPlace', { event: 'text', student: 'text' }, ofEvent)
    await createKind(db, 'attendance', { event: 'text', partner: 'text', date: 'text' }, ofEvent)
    await createKind(db, 'learning', { event: 'text', program: 'text', date: 'text' }, ofEvent)
  },
}
