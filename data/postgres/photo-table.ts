import { sql } from 'kysely'
import { isPhotoName, type PhotoShelf } from '../photo-shelf.ts'
import { createConnection } from './connect.ts'
import { orCannotStore } from './failures.ts'

const MOST_CONNECTIONS = 2

/** Photographs in the database whose schema the store has brought up to date. */
export function openPhotoTable(url: string): PhotoShelf {
  const { db, close } = createConnection(url, { mostConnections: MOST_CONNECTIONS })
  return {
    put: (name, sizes, at) =>
      orCannotStore(async () => {
        if (!isPhotoName(name)) throw new Error('That is no name of a photograph.')
        await db.transaction().execute(async (tx) => {
          for (const [width, bytes] of sizes) {
            await sql`
              insert into photo (name, width, at, bytes) values (${name}, ${width}, ${at}, ${Buffer.from(bytes)})
              on conflict (name, width) do update set at = excluded.at, bytes = excluded.bytes`.execute(tx)
          }
        })
      }),

    get: (name, width) =>
      orCannotStore(async () => {
        const found = db.selectFrom('photo').select('bytes').where('name', '=', name).where('width', '=', width)
        const row = await found.executeTakeFirst()
        return row && new Uint8Array(row.bytes)
      }),

    remove: (name) =>
      orCannotStore(async () => {
        await db.deleteFrom('photo').where('name', '=', name).execute()
      }),

    list: () =>
      orCannotStore(() => db.selectFrom('photo').select(['name', 'at']).distinctOn('name').orderBy('name').execute()),

    close,
  }
}
