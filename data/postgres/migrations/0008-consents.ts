import { addField, type Migration } from './migration.ts'

/** Consents that end with the wish that what was published go are looked through by themselves. */
export const consents: Migration = {
  number: 8,
  name: 'consents',
  async up(db) {
    await addField(db, 'consent', 'removeAtEnd', 'boolean')
  },
}
