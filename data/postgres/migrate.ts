import { type Kysely, sql } from 'kysely'
import { StoreProblem } from '../problem.ts'
import { kernel } from './migrations/0001-kernel.ts'
import { directory } from './migrations/0002-directory.ts'
import { calendar } from './migrations/0003-calendar.ts'
import { spotlights } from './migrations/0004-spotlights.ts'
import { reports } from './migrations/0005-reports.ts'
import { photos } from './migrations/0006-photos.ts'
import { seats } from './migrations/0007-seats.ts'
import { consents } from './migrations/0008-consents.ts'
import type { Migration } from './migrations/migration.ts'
import type { Database } from './tables.ts'

/** In order, each number one more than the last. */
export const MIGRATIONS: readonly Migration[] = [
  kernel,
  directory,
  calendar,
  spotlights,
  reports,
  photos,
  seats,
  consents,
]

/** Names the advisory lock of migrations: any number that nothing else in the database uses. */
const LOCK = 717_250_001

/**
 * Brings the schema up to the program's. Of several programs that start at once one migrates while the others wait; each
 * migration is applied whole or not at all. Rejects with a StoreProblem where the schema is newer than the program.
 */
export async function migrateDatabase(
  db: Kysely<Database>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<{ applied: string[] }> {
  const applied: string[] = []
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    await sql`
      create table if not exists migration (
        number integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`.execute(tx)
    const newest = await newestMigration(tx)
    if (newest > migrations.length) {
      const versions = `migration ${newest}, this one knows ${migrations.length}`
      throw new StoreProblem(`The database was made by a newer Liaison (${versions}). Update Liaison.`)
    }
    for (const { number, name, up } of migrations.slice(newest)) {
      await up(tx)
      await tx.insertInto('migration').values({ number, name }).execute()
      applied.push(`${number} ${name}`)
    }
  })
  return { applied }
}

/** The number of the newest migration that was applied; 0 where none was. */
export async function newestMigration(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('migration')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirst()
  return row?.newest ?? 0
}
