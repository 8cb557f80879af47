import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** The kernel's tables: guards, conversations, the log, the inbox and the outbox. */
export const kernel: Migration = {
  number: 1,
  name: 'kernel',
  async up(db) {
    await sql`create table guard (name text collate "C" primary key, version integer not null, by_staff text)`.execute(
      db,
    )
    await sql`
      create table conversation (
        key text collate "C" primary key,
        staff text not null,
        at bigint not null,
        version integer not null,
        body jsonb not null
      )`.execute(db)
    await sql`create index conversation_staff_index on conversation (staff, at desc)`.execute(db)
    await sql`
      create table turn (
        id text collate "C" primary key,
        seq bigserial not null unique,
        inbound text not null,
        conversation text not null,
        by_staff text,
        at bigint not null,
        what text not null,
        has_writes boolean not null,
        undone_by text,
        body jsonb not null
      )`.execute(db)
    await sql`create index turn_conversation_index on turn (conversation, seq desc)`.execute(db)
    await sql`create index turn_by_index on turn (by_staff, seq desc)`.execute(db)
    await sql`create index turn_at_index on turn (at)`.execute(db)
    await sql`
      create table turn_write (
        seq bigserial primary key,
        tx xid8 not null default pg_current_xact_id(),
        origin text not null,
        turn text references turn (id) on delete cascade,
        kind text not null,
        record text not null
      )`.execute(db)
    await sql`create index turn_write_record_index on turn_write (record, kind, seq desc)`.execute(db)
    await sql`create index turn_write_turn_index on turn_write (turn)`.execute(db)
    await sql`create index turn_write_tx_index on turn_write (tx)`.execute(db)
    await sql`create table inbox (inbound text collate "C" primary key, turn text not null, at bigint not null)`.execute(
      db,
    )
    await sql`create index inbox_at_index on inbox (at)`.execute(db)
    await sql`
      create table outbox (
        id text collate "C" primary key,
        seq bigserial not null unique,
        turn text not null,
        state text not null,
        order_key text collate "C" not null,
        is_urgent boolean not null,
        due bigint not null,
        place bigint not null,
        lease_owner text,
        lease_until bigint,
        is_kept boolean not null,
        is_direct boolean not null,
        body jsonb not null
      )`.execute(db)
    await sql`create index outbox_turn_index on outbox (turn, seq)`.execute(db)
    await sql`create index outbox_state_index on outbox (state, seq desc) where state <> 'sent'`.execute(db)
    await sql`
      create index outbox_waiting_index on outbox (order_key, (not is_urgent), place, id) where state = 'due'`.execute(
      db,
    )
    await sql`create index outbox_due_index on outbox (is_urgent desc, due, id) where state = 'due'`.execute(db)
    await sql`create index outbox_next_index on outbox (due) where state = 'due'`.execute(db)
    await sql`
      create index outbox_leased_index on outbox (order_key, lease_until)
      where state = 'due' and lease_until is not null`.execute(db)
    // Order keys that rest for a moment: not worth a log, and empty after a crash.
    await sql`create unlogged table rest (order_key text collate "C" primary key, until bigint not null)`.execute(db)
  },
}
