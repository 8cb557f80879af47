import { createKind, type Migration } from './migration.ts'

/** Placements of students, the stories told of them, and the consents that these need. */
export const spotlights: Migration = {
  number: 4,
  name: 'spotlights',
  async up(db) {
    await createKind(db, 'consent', { student: 'text', state: 'text', end: 'text' }, { student: 'student' })
    await createKind(
      db,
      'story',
      {
        student: 'text',
        school: 'text',
        program: 'text',
        cluster: 'text',
        partner: 'text',
        state: 'text',
        writer: 'text',
        isLive: 'boolean',
        isTelling: 'boolean',
        publishedAt: 'bigint',
        at: 'bigint',
      },
      { student: 'student', partner: 'partner' },
    )
    await createKind(
      db,
      'placement',
      {
        student: 'text',
        school: 'text',
        program: 'text',
        cluster: 'text',
        partner: 'text',
        kind: 'text',
        from: 'text',
        story: 'text',
      },
      { student: 'student', partner: 'partner' },
    )
    await createKind(db, 'publishing', { program: 'text' })
  },
}
