import { createKind, type Migration } from './migration.ts'

/** The directory, and the contacts and follow-ups with its partners. */
export const directory: Migration = {
  number: 2,
  name: 'directory',
  async up(db) {
    await createKind(db, 'settings', {})
    await createKind(db, 'cluster', { name: 'text' })
    await createKind(db, 'school', { name: 'text', isActive: 'boolean' })
    await createKind(
      db,
      'program',
      { name: 'text', school: 'text', cluster: 'text', isActive: 'boolean' },
      { school: 'school', cluster: 'cluster' },
    )
    await createKind(db, 'partner', { name: 'text', cluster: 'text', isActive: 'boolean' }, { cluster: 'cluster' })
    await createKind(
      db,
      'person',
      { name: 'text', partner: 'text', email: 'text', isActive: 'boolean' },
      { partner: 'partner' },
    )
    await createKind(
      db,
      'staff',
      { name: 'text', emails: 'text[]', identities: 'text[]', school: 'text', role: 'text', isActive: 'boolean' },
      { school: 'school' },
    )
    await createKind(db, 'student', { name: 'text', school: 'text', isActive: 'boolean' }, { school: 'school' })
    await createKind(db, 'calendarDay', { type: 'text', from: 'text', to: 'text' })
    await createKind(db, 'alias', { typed: 'text', partner: 'text' }, { partner: 'partner' })
    await createKind(
      db,
      'contact',
      { partner: 'text', people: 'text[]', date: 'text', by: 'text', at: 'bigint' },
      { partner: 'partner' },
    )
    await createKind(
      db,
      'followUp',
      { partner: 'text', people: 'text[]', date: 'text', owner: 'text', isDone: 'boolean', contact: 'text' },
      { partner: 'partner' },
    )
  },
}
