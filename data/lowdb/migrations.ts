/** A store's file as JSON, before it is known to be sound. */
export type RawDocument = {
  format: unknown
  schemaVersion: number
  generation: number
  tables: Record<string, unknown>
}

/** Takes a document one schema version up: pure, plain JSON in and out. */
export type DocumentMigration = (document: RawDocument) => RawDocument

/**
 * In order, and never changed once released: the first takes version 1 to 2. A new record kind needs none (its table is
 * empty where it is missing); a changed field does.
 */
export const DOCUMENT_MIGRATIONS: readonly DocumentMigration[] = []

/** The document at the newest version, or undefined where it is newer than the migrations know. */
export function migrateDocument(
  document: RawDocument,
  migrations: readonly DocumentMigration[],
): RawDocument | undefined {
  const newest = migrations.length + 1
  if (document.schemaVersion > newest) return undefined
  return migrations
    .slice(document.schemaVersion - 1)
    .reduce((older, migrate, at) => ({ ...migrate(older), schemaVersion: document.schemaVersion + at + 1 }), document)
}
