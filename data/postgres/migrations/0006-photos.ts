import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Photographs of stories, a row a size: every replica shows them. */
export const photos: Migration = {
  number: 6,
  name: 'photos',
  async up(db) {
    await sql`
      create table photo (
        name text collate "C" not null,
        width integer not null,
        at bigint not null,
        bytes bytea not null,
        primary key (name, width)
      )`.execute(db)
    // JPEG does not get smaller by compressing it again.
    await sql`alter table photo alter column bytes set storage external`.execute(db)
  },
}
