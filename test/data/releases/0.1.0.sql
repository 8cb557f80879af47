-- Made by make.ts at release 0.1.0.
begin;
create table if not exists migration (
        number integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      );
create table guard (name text collate "C" primary key, version integer not null, by_staff text);
create table conversation (
        key text collate "C" primary key,
        staff text not null,
        at bigint not null,
        version integer not null,
        body jsonb not null
      );
create index conversation_staff_index on conversation (staff, at desc);
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
      );
create index turn_conversation_index on turn (conversation, seq desc);
create index turn_by_index on turn (by_staff, seq desc);
create index turn_at_index on turn (at);
create table turn_write (
        seq bigserial primary key,
        tx xid8 not null default pg_current_xact_id(),
        origin text not null,
        turn text references turn (id) on delete cascade,
        kind text not null,
        record text not null
      );
create index turn_write_record_index on turn_write (record, kind, seq desc);
create index turn_write_turn_index on turn_write (turn);
create index turn_write_tx_index on turn_write (tx);
create table inbox (inbound text collate "C" primary key, turn text not null, at bigint not null);
create index inbox_at_index on inbox (at);
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
      );
create index outbox_turn_index on outbox (turn, seq);
create index outbox_state_index on outbox (state, seq desc) where state <> 'sent';
create index outbox_waiting_index on outbox (order_key, (not is_urgent), place, id) where state = 'due';
create index outbox_due_index on outbox (is_urgent desc, due, id) where state = 'due';
create index outbox_next_index on outbox (due) where state = 'due';
create index outbox_leased_index on outbox (order_key, lease_until)
      where state = 'due' and lease_until is not null;
create unlogged table rest (order_key text collate "C" primary key, until bigint not null);
create table "settings" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
create table "cluster" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "cluster" add column "name" text collate "C";
update "cluster" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "cluster_name_index" on "cluster" ("name", id);
create table "school" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "school" add column "name" text collate "C";
update "school" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "school_name_index" on "school" ("name", id);
alter table "school" add column "is_active" boolean;
update "school" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "school_is_active_index" on "school" ("is_active", id);
create table "program" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "program" add column "name" text collate "C";
update "program" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "program_name_index" on "program" ("name", id);
alter table "program" add column "school" text collate "C";
update "program" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "program_school_index" on "program" ("school", id);
alter table "program" add constraint "program_school_fkey"
    foreign key ("school") references "school" (id) deferrable initially deferred;
alter table "program" add column "cluster" text collate "C";
update "program" set "cluster" = (body ->> 'cluster')::text, body = body - 'cluster' where body ? 'cluster';
create index "program_cluster_index" on "program" ("cluster", id);
alter table "program" add constraint "program_cluster_fkey"
    foreign key ("cluster") references "cluster" (id) deferrable initially deferred;
alter table "program" add column "is_active" boolean;
update "program" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "program_is_active_index" on "program" ("is_active", id);
create table "partner" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "partner" add column "name" text collate "C";
update "partner" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "partner_name_index" on "partner" ("name", id);
alter table "partner" add column "cluster" text collate "C";
update "partner" set "cluster" = (body ->> 'cluster')::text, body = body - 'cluster' where body ? 'cluster';
create index "partner_cluster_index" on "partner" ("cluster", id);
alter table "partner" add constraint "partner_cluster_fkey"
    foreign key ("cluster") references "cluster" (id) deferrable initially deferred;
alter table "partner" add column "is_active" boolean;
update "partner" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "partner_is_active_index" on "partner" ("is_active", id);
create table "person" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "person" add column "name" text collate "C";
update "person" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "person_name_index" on "person" ("name", id);
alter table "person" add column "partner" text collate "C";
update "person" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "person_partner_index" on "person" ("partner", id);
alter table "person" add constraint "person_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
alter table "person" add column "email" text collate "C";
update "person" set "email" = (body ->> 'email')::text, body = body - 'email' where body ? 'email';
create index "person_email_index" on "person" ("email", id);
alter table "person" add column "is_active" boolean;
update "person" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "person_is_active_index" on "person" ("is_active", id);
create table "staff" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "staff" add column "name" text collate "C";
update "staff" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "staff_name_index" on "staff" ("name", id);
alter table "staff" add column "emails" text[] collate "C";
update "staff" set "emails" = array(select jsonb_array_elements_text(body -> 'emails')), body = body - 'emails' where body ? 'emails';
create index "staff_emails_index" on "staff" using gin ("emails");
alter table "staff" add column "identities" text[] collate "C";
update "staff" set "identities" = array(select jsonb_array_elements_text(body -> 'identities')), body = body - 'identities' where body ? 'identities';
create index "staff_identities_index" on "staff" using gin ("identities");
alter table "staff" add column "school" text collate "C";
update "staff" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "staff_school_index" on "staff" ("school", id);
alter table "staff" add constraint "staff_school_fkey"
    foreign key ("school") references "school" (id) deferrable initially deferred;
alter table "staff" add column "role" text collate "C";
update "staff" set "role" = (body ->> 'role')::text, body = body - 'role' where body ? 'role';
create index "staff_role_index" on "staff" ("role", id);
alter table "staff" add column "is_active" boolean;
update "staff" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "staff_is_active_index" on "staff" ("is_active", id);
create table "student" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "student" add column "name" text collate "C";
update "student" set "name" = (body ->> 'name')::text, body = body - 'name' where body ? 'name';
create index "student_name_index" on "student" ("name", id);
alter table "student" add column "school" text collate "C";
update "student" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "student_school_index" on "student" ("school", id);
alter table "student" add constraint "student_school_fkey"
    foreign key ("school") references "school" (id) deferrable initially deferred;
alter table "student" add column "is_active" boolean;
update "student" set "is_active" = (body ->> 'isActive')::boolean, body = body - 'isActive' where body ? 'isActive';
create index "student_is_active_index" on "student" ("is_active", id);
create table "calendar_day" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "calendar_day" add column "type" text collate "C";
update "calendar_day" set "type" = (body ->> 'type')::text, body = body - 'type' where body ? 'type';
create index "calendar_day_type_index" on "calendar_day" ("type", id);
alter table "calendar_day" add column "from" text collate "C";
update "calendar_day" set "from" = (body ->> 'from')::text, body = body - 'from' where body ? 'from';
create index "calendar_day_from_index" on "calendar_day" ("from", id);
alter table "calendar_day" add column "to" text collate "C";
update "calendar_day" set "to" = (body ->> 'to')::text, body = body - 'to' where body ? 'to';
create index "calendar_day_to_index" on "calendar_day" ("to", id);
create table "alias" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "alias" add column "typed" text collate "C";
update "alias" set "typed" = (body ->> 'typed')::text, body = body - 'typed' where body ? 'typed';
create index "alias_typed_index" on "alias" ("typed", id);
alter table "alias" add column "partner" text collate "C";
update "alias" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "alias_partner_index" on "alias" ("partner", id);
alter table "alias" add constraint "alias_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
create table "contact" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "contact" add column "partner" text collate "C";
update "contact" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "contact_partner_index" on "contact" ("partner", id);
alter table "contact" add constraint "contact_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
alter table "contact" add column "people" text[] collate "C";
update "contact" set "people" = array(select jsonb_array_elements_text(body -> 'people')), body = body - 'people' where body ? 'people';
create index "contact_people_index" on "contact" using gin ("people");
alter table "contact" add column "date" text collate "C";
update "contact" set "date" = (body ->> 'date')::text, body = body - 'date' where body ? 'date';
create index "contact_date_index" on "contact" ("date", id);
alter table "contact" add column "by" text collate "C";
update "contact" set "by" = (body ->> 'by')::text, body = body - 'by' where body ? 'by';
create index "contact_by_index" on "contact" ("by", id);
alter table "contact" add column "at" bigint;
update "contact" set "at" = (body ->> 'at')::bigint, body = body - 'at' where body ? 'at';
create index "contact_at_index" on "contact" ("at", id);
create table "follow_up" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "follow_up" add column "partner" text collate "C";
update "follow_up" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "follow_up_partner_index" on "follow_up" ("partner", id);
alter table "follow_up" add constraint "follow_up_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
alter table "follow_up" add column "people" text[] collate "C";
update "follow_up" set "people" = array(select jsonb_array_elements_text(body -> 'people')), body = body - 'people' where body ? 'people';
create index "follow_up_people_index" on "follow_up" using gin ("people");
alter table "follow_up" add column "date" text collate "C";
update "follow_up" set "date" = (body ->> 'date')::text, body = body - 'date' where body ? 'date';
create index "follow_up_date_index" on "follow_up" ("date", id);
alter table "follow_up" add column "owner" text collate "C";
update "follow_up" set "owner" = (body ->> 'owner')::text, body = body - 'owner' where body ? 'owner';
create index "follow_up_owner_index" on "follow_up" ("owner", id);
alter table "follow_up" add column "is_done" boolean;
update "follow_up" set "is_done" = (body ->> 'isDone')::boolean, body = body - 'isDone' where body ? 'isDone';
create index "follow_up_is_done_index" on "follow_up" ("is_done", id);
alter table "follow_up" add column "contact" text collate "C";
update "follow_up" set "contact" = (body ->> 'contact')::text, body = body - 'contact' where body ? 'contact';
create index "follow_up_contact_index" on "follow_up" ("contact", id);
create table "event" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "event" add column "event" text collate "C";
update "event" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "event_event_index" on "event" ("event", id);
alter table "event" add column "start" text collate "C";
update "event" set "start" = (body ->> 'start')::text, body = body - 'start' where body ? 'start';
create index "event_start_index" on "event" ("start", id);
alter table "event" add column "last_day" text collate "C";
update "event" set "last_day" = (body ->> 'lastDay')::text, body = body - 'lastDay' where body ? 'lastDay';
create index "event_last_day_index" on "event" ("last_day", id);
alter table "event" add column "school" text collate "C";
update "event" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "event_school_index" on "event" ("school", id);
alter table "event" add constraint "event_school_fkey"
    foreign key ("school") references "school" (id) deferrable initially deferred;
alter table "event" add column "partners" text[] collate "C";
update "event" set "partners" = array(select jsonb_array_elements_text(body -> 'partners')), body = body - 'partners' where body ? 'partners';
create index "event_partners_index" on "event" using gin ("partners");
alter table "event" add column "is_cancelled" boolean;
update "event" set "is_cancelled" = (body ->> 'isCancelled')::boolean, body = body - 'isCancelled' where body ? 'isCancelled';
create index "event_is_cancelled_index" on "event" ("is_cancelled", id);
alter table "event" add column "owner" text collate "C";
update "event" set "owner" = (body ->> 'owner')::text, body = body - 'owner' where body ? 'owner';
create index "event_owner_index" on "event" ("owner", id);
create table "invitation" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "invitation" add column "event" text collate "C";
update "invitation" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "invitation_event_index" on "invitation" ("event", id);
alter table "invitation" add constraint "invitation_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
alter table "invitation" add column "partner" text collate "C";
update "invitation" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "invitation_partner_index" on "invitation" ("partner", id);
alter table "invitation" add column "person" text collate "C";
update "invitation" set "person" = (body ->> 'person')::text, body = body - 'person' where body ? 'person';
create index "invitation_person_index" on "invitation" ("person", id);
alter table "invitation" add column "staff" text collate "C";
update "invitation" set "staff" = (body ->> 'staff')::text, body = body - 'staff' where body ? 'staff';
create index "invitation_staff_index" on "invitation" ("staff", id);
create table "rsvp" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "rsvp" add column "event" text collate "C";
update "rsvp" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "rsvp_event_index" on "rsvp" ("event", id);
alter table "rsvp" add constraint "rsvp_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
alter table "rsvp" add column "partner" text collate "C";
update "rsvp" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "rsvp_partner_index" on "rsvp" ("partner", id);
alter table "rsvp" add column "staff" text collate "C";
update "rsvp" set "staff" = (body ->> 'staff')::text, body = body - 'staff' where body ? 'staff';
create index "rsvp_staff_index" on "rsvp" ("staff", id);
create table "student_place" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "student_place" add column "event" text collate "C";
update "student_place" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "student_place_event_index" on "student_place" ("event", id);
alter table "student_place" add constraint "student_place_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
alter table "student_place" add column "student" text collate "C";
update "student_place" set "student" = (body ->> 'student')::text, body = body - 'student' where body ? 'student';
create index "student_place_student_index" on "student_place" ("student", id);
create table "attendance" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "attendance" add column "event" text collate "C";
update "attendance" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "attendance_event_index" on "attendance" ("event", id);
alter table "attendance" add constraint "attendance_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
alter table "attendance" add column "partner" text collate "C";
update "attendance" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "attendance_partner_index" on "attendance" ("partner", id);
alter table "attendance" add column "date" text collate "C";
update "attendance" set "date" = (body ->> 'date')::text, body = body - 'date' where body ? 'date';
create index "attendance_date_index" on "attendance" ("date", id);
create table "learning" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "learning" add column "event" text collate "C";
update "learning" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "learning_event_index" on "learning" ("event", id);
alter table "learning" add constraint "learning_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
alter table "learning" add column "program" text collate "C";
update "learning" set "program" = (body ->> 'program')::text, body = body - 'program' where body ? 'program';
create index "learning_program_index" on "learning" ("program", id);
alter table "learning" add column "date" text collate "C";
update "learning" set "date" = (body ->> 'date')::text, body = body - 'date' where body ? 'date';
create index "learning_date_index" on "learning" ("date", id);
create table "consent" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "consent" add column "student" text collate "C";
update "consent" set "student" = (body ->> 'student')::text, body = body - 'student' where body ? 'student';
create index "consent_student_index" on "consent" ("student", id);
alter table "consent" add constraint "consent_student_fkey"
    foreign key ("student") references "student" (id) deferrable initially deferred;
alter table "consent" add column "state" text collate "C";
update "consent" set "state" = (body ->> 'state')::text, body = body - 'state' where body ? 'state';
create index "consent_state_index" on "consent" ("state", id);
alter table "consent" add column "end" text collate "C";
update "consent" set "end" = (body ->> 'end')::text, body = body - 'end' where body ? 'end';
create index "consent_end_index" on "consent" ("end", id);
create table "story" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "story" add column "student" text collate "C";
update "story" set "student" = (body ->> 'student')::text, body = body - 'student' where body ? 'student';
create index "story_student_index" on "story" ("student", id);
alter table "story" add constraint "story_student_fkey"
    foreign key ("student") references "student" (id) deferrable initially deferred;
alter table "story" add column "school" text collate "C";
update "story" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "story_school_index" on "story" ("school", id);
alter table "story" add column "program" text collate "C";
update "story" set "program" = (body ->> 'program')::text, body = body - 'program' where body ? 'program';
create index "story_program_index" on "story" ("program", id);
alter table "story" add column "cluster" text collate "C";
update "story" set "cluster" = (body ->> 'cluster')::text, body = body - 'cluster' where body ? 'cluster';
create index "story_cluster_index" on "story" ("cluster", id);
alter table "story" add column "partner" text collate "C";
update "story" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "story_partner_index" on "story" ("partner", id);
alter table "story" add constraint "story_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
alter table "story" add column "state" text collate "C";
update "story" set "state" = (body ->> 'state')::text, body = body - 'state' where body ? 'state';
create index "story_state_index" on "story" ("state", id);
alter table "story" add column "writer" text collate "C";
update "story" set "writer" = (body ->> 'writer')::text, body = body - 'writer' where body ? 'writer';
create index "story_writer_index" on "story" ("writer", id);
alter table "story" add column "is_live" boolean;
update "story" set "is_live" = (body ->> 'isLive')::boolean, body = body - 'isLive' where body ? 'isLive';
create index "story_is_live_index" on "story" ("is_live", id);
alter table "story" add column "is_telling" boolean;
update "story" set "is_telling" = (body ->> 'isTelling')::boolean, body = body - 'isTelling' where body ? 'isTelling';
create index "story_is_telling_index" on "story" ("is_telling", id);
alter table "story" add column "published_at" bigint;
update "story" set "published_at" = (body ->> 'publishedAt')::bigint, body = body - 'publishedAt' where body ? 'publishedAt';
create index "story_published_at_index" on "story" ("published_at", id);
alter table "story" add column "at" bigint;
update "story" set "at" = (body ->> 'at')::bigint, body = body - 'at' where body ? 'at';
create index "story_at_index" on "story" ("at", id);
create table "placement" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "placement" add column "student" text collate "C";
update "placement" set "student" = (body ->> 'student')::text, body = body - 'student' where body ? 'student';
create index "placement_student_index" on "placement" ("student", id);
alter table "placement" add constraint "placement_student_fkey"
    foreign key ("student") references "student" (id) deferrable initially deferred;
alter table "placement" add column "school" text collate "C";
update "placement" set "school" = (body ->> 'school')::text, body = body - 'school' where body ? 'school';
create index "placement_school_index" on "placement" ("school", id);
alter table "placement" add column "program" text collate "C";
update "placement" set "program" = (body ->> 'program')::text, body = body - 'program' where body ? 'program';
create index "placement_program_index" on "placement" ("program", id);
alter table "placement" add column "cluster" text collate "C";
update "placement" set "cluster" = (body ->> 'cluster')::text, body = body - 'cluster' where body ? 'cluster';
create index "placement_cluster_index" on "placement" ("cluster", id);
alter table "placement" add column "partner" text collate "C";
update "placement" set "partner" = (body ->> 'partner')::text, body = body - 'partner' where body ? 'partner';
create index "placement_partner_index" on "placement" ("partner", id);
alter table "placement" add constraint "placement_partner_fkey"
    foreign key ("partner") references "partner" (id) deferrable initially deferred;
alter table "placement" add column "kind" text collate "C";
update "placement" set "kind" = (body ->> 'kind')::text, body = body - 'kind' where body ? 'kind';
create index "placement_kind_index" on "placement" ("kind", id);
alter table "placement" add column "from" text collate "C";
update "placement" set "from" = (body ->> 'from')::text, body = body - 'from' where body ? 'from';
create index "placement_from_index" on "placement" ("from", id);
alter table "placement" add column "story" text collate "C";
update "placement" set "story" = (body ->> 'story')::text, body = body - 'story' where body ? 'story';
create index "placement_story_index" on "placement" ("story", id);
create table "publishing" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "publishing" add column "program" text collate "C";
update "publishing" set "program" = (body ->> 'program')::text, body = body - 'program' where body ? 'program';
create index "publishing_program_index" on "publishing" ("program", id);
create view report_contacts as
      select
        contact.id,
        contact.date::date as date,
        left(contact.date, 7) as month,
        partner.name as partner,
        cluster.name as cluster,
        school.name as school,
        contact.body ->> 'method' as method,
        array(select person.name from person where person.id = any(contact.people) order by person.name) as people,
        array(
          select offer ->> 'kind' || coalesce(' (' || (offer ->> 'count') || ')', '')
          from jsonb_array_elements(contact.body -> 'offers') as offer
        ) as offers,
        staff.name as logged_by
      from contact
      join partner on partner.id = contact.partner
      left join cluster on cluster.id = partner.cluster
      left join staff on staff.id = contact.by
      left join school on school.id = staff.school;
create view report_events as
      select
        event.id,
        event.event,
        left(event.start, 10)::date as date,
        left(event.start, 7) as month,
        event.start,
        event.body ->> 'end' as end,
        event.body ->> 'repeats' as repeats,
        school.name as school,
        cluster.name as cluster,
        array(select partner.name from partner where partner.id = any(event.partners) order by partner.name) as partners,
        event.is_cancelled,
        (select count(*) from rsvp where rsvp.event = event.id and rsvp.body ->> 'answer' = 'yes') as accepted,
        (select count(*) from attendance where attendance.event = event.id and (attendance.body ->> 'hasCome')::boolean)
          as attended
      from event
      left join school on school.id = event.school
      left join lateral jsonb_array_elements_text(event.body -> 'clusters') as named (id) on true
      left join cluster on cluster.id = named.id;
create view report_placements as
      select
        placement.id,
        placement."from"::date as date,
        left(placement."from", 7) as month,
        (placement.body ->> 'to')::date as until,
        placement.kind,
        placement.body ->> 'role' as role,
        partner.name as partner,
        school.name as school,
        program.name as program,
        cluster.name as cluster
      from placement
      join partner on partner.id = placement.partner
      left join program on program.id = placement.program
      left join school on school.id = coalesce(placement.school, program.school)
      left join cluster on cluster.id = coalesce(placement.cluster, program.cluster);
create view report_hours as
      select
        school.name as school,
        cluster.name as cluster,
        left(learning.date, 7) as month,
        count(*) as occurrences,
        sum((learning.body ->> 'students')::integer) as students,
        round(sum((learning.body ->> 'students')::integer * (learning.body ->> 'minutes')::integer) / 60.0, 2) as hours
      from learning
      left join program on program.id = learning.program
      left join school on school.id = program.school
      left join cluster on cluster.id = program.cluster
      group by 1, 2, 3;
create table photo (
        name text collate "C" not null,
        width integer not null,
        at bigint not null,
        bytes bytea not null,
        primary key (name, width)
      );
alter table photo alter column bytes set storage external;
create table "seat_plan" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "seat_plan" add column "event" text collate "C";
update "seat_plan" set "event" = (body ->> 'event')::text, body = body - 'event' where body ? 'event';
create index "seat_plan_event_index" on "seat_plan" ("event", id);
alter table "seat_plan" add constraint "seat_plan_event_fkey"
    foreign key ("event") references "event" (id) deferrable initially deferred;
create table "calendar_feed" (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    );
alter table "calendar_feed" add column "of" text collate "C";
update "calendar_feed" set "of" = (body ->> 'of')::text, body = body - 'of' where body ? 'of';
create index "calendar_feed_of_index" on "calendar_feed" ("of", id);
insert into "calendar_day" (id, version, body, type, "from", "to") values ('calendarDay-000001', '1', '{"name": "PD day", "extra": {}}', 'pd', '2027-02-01', '2027-02-01');
insert into "calendar_day" (id, version, body, type, "from", "to") values ('calendarDay-000002', '1', '{"name": "Christmas Day", "extra": {}}', 'holiday', '2026-12-25', '2026-12-25');
insert into "cluster" (id, version, body, name) values ('cluster-000001', '1', '{"extra": {}, "aliases": ["culinary"]}', 'Hospitality and Culinary');
insert into "consent" (id, version, body, student, state, "end") values ('t2Mj7eaP8ZcnoF6m--k', '1', '{"at": 1796393100000, "date": "2026-09-14", "form": "media release", "cards": {}, "fullName": false, "recordedBy": "staff-000002", "confirmedBy": "staff-000002", "removeAtEnd": false, "destinations": ["internal", "web", "social"]}', 'student-000001', 'granted', '2027-06-30');
insert into "contact" (id, version, body, partner, people, date, by, at) values ('t1LUisd7XE7_9cUFi-c', '1', '{"note": "met ada brook from the grill, wants to host a job shadow", "method": "meeting", "offers": [{"kind": "job_shadow"}]}', 'partner-000001', '{person-000001}', '2026-12-04', 'staff-000002', '1796393100000');
insert into "contact" (id, version, body, partner, people, date, by, at) values ('tuPBCBo8GIcM30EKB-c', '3', E'{"note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery", "method": "call", "offers": [{"kind": "internship", "count": 2}], "followUp": "tuPBCBo8GIcM30EKB-f"}', 'partner-000002', '{person-000002}', '2026-12-04', 'staff-000003', '1796393100000');
insert into "conversation" (key, staff, at, version, body) values ('terminal||||staff-000002', 'staff-000002', '1796393100000', '7', '{"at": 1796393100000, "key": "terminal||||staff-000002", "staff": "staff-000002", "address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "version": 7}');
insert into "conversation" (key, staff, at, version, body) values ('terminal||||staff-000003', 'staff-000003', '1796393100000', '10', '{"at": 1796393100000, "key": "terminal||||staff-000003", "staff": "staff-000003", "address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "pending": {"state": {"slot": "partner", "turn": "tXKtEjRA_IlAkZEgA", "request": {"said": "had lunch with someone from brooklyn foundry", "frame": {"asks": true, "extra": {}, "named": [], "slots": {"date": "2026-12-04", "method": "meeting", "partner": "Brooklyn Foundry"}, "intent": "log_contact", "missing": [], "unknown": [{"near": [], "slot": "partner", "typed": "brooklyn foundry"}], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "candidates": []}, "expires": 1796479500000, "question": "question.slot"}, "version": 10}');
insert into "event" (id, version, body, event, start, last_day, school, partners, is_cancelled, owner) values ('tIdUtfMgq4uZ8AVJi-e', '1', '{"at": 1796393100000, "end": "2027-02-01T09:00", "extra": {}, "skips": [], "people": [], "clusters": ["cluster-000001"], "programs": [], "sequence": 0, "headcount": 40}', 'breakfast', '2027-02-01T08:00', '2027-02-01', 'school-000001', '{}', 'false', 'staff-000002');
insert into "follow_up" (id, version, body, partner, people, date, owner, is_done, contact) values ('tGQOBoywa2KbDHShb-f', '1', '{"at": 1796393100000, "note": "remind me friday about the grill"}', 'partner-000001', '{}', '2026-12-11', 'staff-000003', 'false', NULL);
insert into "follow_up" (id, version, body, partner, people, date, owner, is_done, contact) values ('tuPBCBo8GIcM30EKB-f', '2', '{"at": 1796393100000}', 'partner-000002', '{}', '2026-12-18', 'staff-000003', 'false', 'tuPBCBo8GIcM30EKB-c');
insert into "guard" (name, version, by_staff) values ('breakfast at school-000001 2027-02-01', '1', 'staff-000002');
insert into "guard" (name, version, by_staff) values ('consents student-000001', '1', 'staff-000002');
insert into "guard" (name, version, by_staff) values ('places at tIdUtfMgq4uZ8AVJi-e', '1', 'staff-000002');
insert into "inbox" (inbound, turn, at) values ('due:seating:tIdUtfMgq4uZ8AVJi-e:0:LbAVUwQnux-4iGwSbnxxul', 't7zTKtSeyO82nTz36', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('due:story-upkeep:told:t7COlW_avmm6nskOh-s:3', 'tZymKquOG3XE_vw7Y', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('program:fill', 'program-fill', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:03729fd9-8ac2-41f4-80c4-009e7209ce37', 't7COlW_avmm6nskOh', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:0d6f7ee3-edc9-4f22-ad5a-d5e3151138b0', 't1LUisd7XE7_9cUFi', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:2cf32e1a-68b0-4816-9643-5b0a2d265bc6', 't2Mj7eaP8ZcnoF6m-', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:3d46f94b-8f37-4ad8-b1b6-70e7570291e4', 't6kKa3AdMZIOS6MJt', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:40d49593-fadc-4171-a777-5ecab61bc7d0', 'tsgsS_yQYe4YhoA8f', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:62ad00f8-225b-4e0d-b5e6-42c7d9ad2338', 'tGbaWyGuDMp8CQjH2', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:abe19dd3-8e0f-4324-a8fd-cc1e78ac0090', 'tGQOBoywa2KbDHShb', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:b23a46ce-732b-40a5-ac1a-c36b851f15a2', 'tIdUtfMgq4uZ8AVJi', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:bd52839a-fba9-4ad1-a8bc-b6ba906a78cd', 'tetIgn_pyqhxddAUS', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:c1e767e7-d607-4814-8823-b432e78f1163', 'tcbFuXcr11EELTD6-', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:c7378f19-1781-4208-b6a9-d2fbc692558e', 'tWWky4LxGHNyHxlIr', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:d324032e-1cd2-4c2c-948f-e6131579e133', 't2fLCKDXBXFB-CFz4', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:d7829f34-779f-4973-a773-7d19a10795b2', 'tuPBCBo8GIcM30EKB', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:dd98a3ca-24a3-42cb-9f9e-cfe34d382cbe', 'tn2c4tzmHiF6a9Sw6', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:dd9f3030-9d92-4ab4-b9bf-a0f53611aa69', 'twE10pxN_wEYmRoDx', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:dfb5f3db-3647-4a3a-9236-6a5103b51c02', 'tXKtEjRA_IlAkZEgA', '1796393100000');
insert into "inbox" (inbound, turn, at) values ('terminal:e735d1fd-1456-4c1c-a2b8-ae792363930f', 'tqOyuzZHPjSZdvH1f', '1796393100000');
insert into "migration" (number, name, applied_at) values ('1', 'kernel', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('2', 'directory', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('3', 'calendar', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('4', 'spotlights', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('5', 'reports', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('6', 'photos', '2026-11-25 14:19:06.302971+00');
insert into "migration" (number, name, applied_at) values ('7', 'seats', '2026-11-25 14:19:06.302971+00');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t1LUisd7XE7_9cUFi-r0', '6', 't1LUisd7XE7_9cUFi', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "t1LUisd7XE7_9cUFi-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "t1LUisd7XE7_9cUFi-r0"}, "turn": "t1LUisd7XE7_9cUFi", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Logged: Harbor Grill"}, {"kind": "facts", "facts": [{"label": "Partner", "value": "Harbor Grill"}, {"label": "Spoke with", "value": "Ada Brook"}, {"label": "How", "value": "in person"}, {"label": "Date", "value": "Fri, Dec 4"}, {"label": "Offers", "value": "job shadow"}]}, {"kind": "context", "text": "Note: met ada brook from the grill, wants to host a job shadow"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=t1LUisd7XE7_9cUFi"}, {"label": "Change", "press": "contact.change?turn=t1LUisd7XE7_9cUFi"}]}], "summary": "Logged: Harbor Grill, Ada Brook, in person, Fri, Dec 4, offers job shadow."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t2Mj7eaP8ZcnoF6m--drafter-0', '14', 't2Mj7eaP8ZcnoF6m-', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "t2Mj7eaP8ZcnoF6m--drafter-0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "t2Mj7eaP8ZcnoF6m--drafter-0"}, "turn": "t2Mj7eaP8ZcnoF6m-", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "Confirmed by Leon Whitaker: Jalen W., the signed form. It covers inside the organization, web site, social media, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial."}, {"kind": "actions", "actions": [{"label": "Open the draft", "press": "spotlight.open?story=t7COlW_avmm6nskOh-s"}]}], "summary": "Confirmed by Leon Whitaker: Jalen W., the signed form. It covers inside the organization, web site, social media, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t2Mj7eaP8ZcnoF6m--r0', '13', 't2Mj7eaP8ZcnoF6m-', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "t2Mj7eaP8ZcnoF6m--r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "t2Mj7eaP8ZcnoF6m--r0"}, "turn": "t2Mj7eaP8ZcnoF6m-", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "Confirmed: Jalen W., the signed form. It covers inside the organization, web site, social media, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial."}, {"kind": "context", "text": "To take it back, say that the family has withdrawn its permission."}], "summary": "Confirmed: Jalen W., the signed form. It covers inside the organization, web site, social media, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t2fLCKDXBXFB-CFz4-r0', '10', 't2fLCKDXBXFB-CFz4', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "t2fLCKDXBXFB-CFz4-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "t2fLCKDXBXFB-CFz4-r0"}, "turn": "t2fLCKDXBXFB-CFz4", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Seats: Partner breakfast, Hospitality and Culinary"}, {"kind": "text", "text": "3 guests at 1 table of at most 6."}, {"kind": "list", "items": ["Table 1, Hospitality and Culinary: Harbor Grill 3"]}, {"kind": "list", "items": ["Table 1: nobody of Harbor Grill''s industry sits with it."]}, {"kind": "context", "text": "Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School"}, {"kind": "actions", "actions": [{"label": "Seat anew", "press": "seating.afresh?id=tIdUtfMgq4uZ8AVJi-e"}]}], "summary": "Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School. 3 guests at 1 table of at most 6."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t6kKa3AdMZIOS6MJt-r0', '2', 't6kKa3AdMZIOS6MJt', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', E'{"id": "t6kKa3AdMZIOS6MJt-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "t6kKa3AdMZIOS6MJt-r0"}, "turn": "t6kKa3AdMZIOS6MJt", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Moved: Pier Bakery"}, {"kind": "text", "text": "Who did you speak to at Pier Bakery?"}, {"kind": "facts", "facts": [{"label": "Partner", "value": "Pier Bakery"}, {"label": "How", "value": "call"}, {"label": "Date", "value": "Fri, Dec 4"}, {"label": "Offers", "value": "2 internships"}, {"label": "Follow-up", "value": "Fri, Dec 18"}]}, {"kind": "context", "text": "Note: called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=t6kKa3AdMZIOS6MJt"}, {"label": "Change", "press": "contact.change?turn=t6kKa3AdMZIOS6MJt"}, {"label": "Ben Ostrow", "press": "contact.who?contact=tuPBCBo8GIcM30EKB-c&person=person-000002"}]}], "summary": "Moved to Pier Bakery. Who did you speak to at Pier Bakery?"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('t7COlW_avmm6nskOh-r0', '12', 't7COlW_avmm6nskOh', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "t7COlW_avmm6nskOh-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "t7COlW_avmm6nskOh-r0"}, "turn": "t7COlW_avmm6nskOh", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Draft: Jalen W."}, {"kind": "text", "text": "Jalen W. is hired at Harbor Grill"}, {"kind": "text", "text": "Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill."}, {"kind": "facts", "facts": [{"label": "Where", "value": "#wins, web page, social media, press"}, {"label": "When", "value": "as soon as it is approved"}, {"label": "Consent", "value": "none yet: no signed form is on file"}]}, {"kind": "text", "text": "Was there an internship on the way? Say where."}, {"kind": "actions", "actions": [{"label": "At Harbor Grill", "press": "spotlight.step?story=t7COlW_avmm6nskOh-s&question=internship&value=Harbor+Grill"}, {"label": "Skip", "press": "spotlight.step?story=t7COlW_avmm6nskOh-s&question=internship"}]}, {"kind": "actions", "actions": [{"label": "Send for approval", "press": "spotlight.send?story=t7COlW_avmm6nskOh-s", "style": "primary"}, {"label": "Change", "press": "spotlight.change?story=t7COlW_avmm6nskOh-s"}, {"label": "Without a name", "press": "spotlight.nameless?story=t7COlW_avmm6nskOh-s"}, {"label": "Remind me about the form", "press": "spotlight.remind?story=t7COlW_avmm6nskOh-s"}, {"label": "Discard", "press": "spotlight.discard?story=t7COlW_avmm6nskOh-s"}]}], "summary": "Draft: Jalen W. is hired at Harbor Grill."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tGQOBoywa2KbDHShb-r0', '23', 'tGQOBoywa2KbDHShb', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tGQOBoywa2KbDHShb-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tGQOBoywa2KbDHShb-r0"}, "turn": "tGQOBoywa2KbDHShb", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Follow-up: Harbor Grill, Fri, Dec 11"}, {"kind": "context", "text": "Mei Tanaka is reminded that morning."}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=tGQOBoywa2KbDHShb"}, {"label": "In a week", "press": "follow-up.week?id=tGQOBoywa2KbDHShb-f"}, {"label": "Done", "press": "follow-up.done?id=tGQOBoywa2KbDHShb-f"}]}], "summary": "Follow-up: Harbor Grill, Fri, Dec 11."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tGbaWyGuDMp8CQjH2-r0', '4', 'tGbaWyGuDMp8CQjH2', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tGbaWyGuDMp8CQjH2-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tGbaWyGuDMp8CQjH2-r0"}, "turn": "tGbaWyGuDMp8CQjH2", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Logged: Pier Bakery"}, {"kind": "facts", "facts": [{"label": "Partner", "value": "Pier Bakery"}, {"label": "Spoke with", "value": "Ben Ostrow"}, {"label": "How", "value": "email"}, {"label": "Date", "value": "Thu, Dec 3"}]}, {"kind": "context", "text": "Note: emailed ben ostrow at pier bakery yesterday about a visit"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=tGbaWyGuDMp8CQjH2"}, {"label": "Change", "press": "contact.change?turn=tGbaWyGuDMp8CQjH2"}, {"label": "Close follow-up of Fri, Dec 18", "press": "follow-up.done?id=tuPBCBo8GIcM30EKB-f&kept=yes"}]}], "summary": "Logged: Pier Bakery, Ben Ostrow, email, Thu, Dec 3."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tIdUtfMgq4uZ8AVJi-r0', '7', 'tIdUtfMgq4uZ8AVJi', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tIdUtfMgq4uZ8AVJi-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tIdUtfMgq4uZ8AVJi-r0"}, "turn": "tIdUtfMgq4uZ8AVJi", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Planned: Partner breakfast, Hospitality and Culinary"}, {"kind": "facts", "facts": [{"label": "When", "value": "Mon, Feb 1, 8:00 to 9:00"}, {"label": "Where", "value": "Harbor High School"}, {"label": "Cluster", "value": "Hospitality and Culinary"}, {"label": "Expected", "value": "40"}]}, {"kind": "text", "text": "Who cooks? Students are absent that day, so the culinary class cannot."}, {"kind": "actions", "actions": [{"label": "Adults cook", "press": "calendar.food?id=tIdUtfMgq4uZ8AVJi-e&food=adults"}, {"label": "A caterer", "press": "calendar.food?id=tIdUtfMgq4uZ8AVJi-e&food=caterer"}]}, {"kind": "context", "text": "Guests to think of: Harbor Grill, Pier Bakery. Nothing goes to anyone before Invite."}, {"kind": "actions", "actions": [{"label": "Invite", "press": "calendar.invite?id=tIdUtfMgq4uZ8AVJi-e", "style": "primary"}, {"label": "Change", "press": "calendar.change?id=tIdUtfMgq4uZ8AVJi-e"}, {"label": "Cancel", "press": "calendar.cancel?id=tIdUtfMgq4uZ8AVJi-e"}]}], "summary": "Planned: Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tWWky4LxGHNyHxlIr-post-0', '18', 'tWWky4LxGHNyHxlIr', 'sent', 'terminal||#wins', 'false', '1796393100000', '1796393100000', NULL, NULL, 'true', 'false', '{"id": "tWWky4LxGHNyHxlIr-post-0", "to": {"place": "#wins", "channel": "terminal", "isDirect": false}, "due": 1796393100000, "sent": {"address": {"place": "#wins", "channel": "terminal", "isDirect": false}, "message": "tWWky4LxGHNyHxlIr-post-0"}, "turn": "tWWky4LxGHNyHxlIr", "guard": {"args": {"story": "t7COlW_avmm6nskOh-s", "delivery": "tWWky4LxGHNyHxlIr-post-0", "revision": "-jwCqSwUJNvU", "destination": "internal"}, "name": "story"}, "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Jalen W. is hired at Harbor Grill"}, {"kind": "text", "text": "Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill."}, {"kind": "actions", "actions": [{"url": "https://cte.example/spotlights/t7COlW_avmm6nskOh-s", "label": "Read the story"}]}], "summary": "Jalen W. is hired at Harbor Grill"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||#wins", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tWWky4LxGHNyHxlIr-r0', '17', 'tWWky4LxGHNyHxlIr', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tWWky4LxGHNyHxlIr-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tWWky4LxGHNyHxlIr-r0"}, "turn": "tWWky4LxGHNyHxlIr", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Jalen W.: approved, on the web page now"}, {"kind": "list", "items": ["#wins: being posted"]}, {"kind": "context", "text": "On the web page and in its feeds."}, {"kind": "context", "text": "Texts for social media are with the writer, to be sent by a person."}, {"kind": "actions", "actions": [{"url": "https://cte.example/spotlights/t7COlW_avmm6nskOh-s", "label": "Open the page"}, {"label": "Refresh", "press": "posting.refresh?story=t7COlW_avmm6nskOh-s"}, {"label": "Take down", "press": "take-down.story?story=t7COlW_avmm6nskOh-s", "style": "danger"}]}], "summary": "Jalen W.: approved, on the web page now. #wins: being posted"}, "kind": "replace", "target": {"message": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tcbFuXcr11EELTD6--ask-staff-000002"}}}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tWWky4LxGHNyHxlIr-share-social', '19', 'tWWky4LxGHNyHxlIr', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'true', 'true', E'{"id": "tWWky4LxGHNyHxlIr-share-social", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tWWky4LxGHNyHxlIr-share-social"}, "turn": "tWWky4LxGHNyHxlIr", "guard": {"args": {"story": "t7COlW_avmm6nskOh-s", "revision": "-jwCqSwUJNvU", "destination": "social"}, "name": "story"}, "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "To share on social media"}, {"kind": "text", "text": "X, Bluesky, Threads, Mastodon, Instagram, LinkedIn, Facebook:\\nJalen W. is hired at Harbor Grill. Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill.\\nhttps://cte.example/spotlights/t7COlW_avmm6nskOh-s"}], "summary": "To share on social media: Jalen W. is hired at Harbor Grill"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tWWky4LxGHNyHxlIr-writer', '20', 'tWWky4LxGHNyHxlIr', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tWWky4LxGHNyHxlIr-writer", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tWWky4LxGHNyHxlIr-writer"}, "turn": "tWWky4LxGHNyHxlIr", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "Jalen W.: approved by Leon Whitaker."}], "summary": "Jalen W.: approved by Leon Whitaker."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tXKtEjRA_IlAkZEgA-r0', '24', 'tXKtEjRA_IlAkZEgA', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', E'{"id": "tXKtEjRA_IlAkZEgA-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tXKtEjRA_IlAkZEgA-r0"}, "turn": "tXKtEjRA_IlAkZEgA", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "\\"Brooklyn Foundry\\" is not a partner I know. Add it as new?"}, {"kind": "actions", "actions": [{"label": "Add as new", "press": "question.add?turn=tXKtEjRA_IlAkZEgA&name=Brooklyn+Foundry"}, {"label": "Cancel", "press": "question.drop?turn=tXKtEjRA_IlAkZEgA"}]}], "summary": "\\"Brooklyn Foundry\\" is not a partner I know. Add it as new?"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tZymKquOG3XE_vw7Y-status', '21', 'tZymKquOG3XE_vw7Y', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tZymKquOG3XE_vw7Y-status", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tZymKquOG3XE_vw7Y-status"}, "turn": "tZymKquOG3XE_vw7Y", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Jalen W.: posted"}, {"kind": "list", "items": ["#wins: posted"]}, {"kind": "context", "text": "On the web page and in its feeds."}, {"kind": "context", "text": "Texts for social media are with the writer, to be sent by a person."}, {"kind": "actions", "actions": [{"url": "https://cte.example/spotlights/t7COlW_avmm6nskOh-s", "label": "Open the page"}, {"label": "Refresh", "press": "posting.refresh?story=t7COlW_avmm6nskOh-s"}, {"label": "Take down", "press": "take-down.story?story=t7COlW_avmm6nskOh-s", "style": "danger"}]}], "summary": "Jalen W.: posted. #wins: posted"}, "kind": "replace", "target": {"delivery": "tcbFuXcr11EELTD6--ask-staff-000002"}}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tZymKquOG3XE_vw7Y-writer', '22', 'tZymKquOG3XE_vw7Y', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tZymKquOG3XE_vw7Y-writer", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tZymKquOG3XE_vw7Y-writer"}, "turn": "tZymKquOG3XE_vw7Y", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Jalen W.: posted"}, {"kind": "list", "items": ["#wins: posted"]}, {"kind": "context", "text": "On the web page and in its feeds."}, {"kind": "context", "text": "Texts for social media are with the writer, to be sent by a person."}, {"kind": "actions", "actions": [{"url": "https://cte.example/spotlights/t7COlW_avmm6nskOh-s", "label": "Open the page"}, {"label": "Refresh", "press": "posting.refresh?story=t7COlW_avmm6nskOh-s"}, {"label": "Take down", "press": "take-down.story?story=t7COlW_avmm6nskOh-s", "style": "danger"}]}], "summary": "Jalen W.: posted. #wins: posted"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tcbFuXcr11EELTD6--ask-staff-000002', '16', 'tcbFuXcr11EELTD6-', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', E'{"id": "tcbFuXcr11EELTD6--ask-staff-000002", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tcbFuXcr11EELTD6--ask-staff-000002"}, "turn": "tcbFuXcr11EELTD6-", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "For approval: Jalen W."}, {"kind": "facts", "facts": [{"label": "Written by", "value": "Mei Tanaka"}, {"label": "School", "value": "Harbor High School"}, {"label": "When", "value": "as soon as it is approved"}, {"label": "Consent", "value": "covers Slack and Teams, web page, social media to Wed, Jun 30, 2027; held back: press (the form on file does not name it)"}]}, {"kind": "context", "text": "In #wins:"}, {"kind": "heading", "text": "Jalen W. is hired at Harbor Grill"}, {"kind": "text", "text": "Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill."}, {"kind": "context", "text": "On the web page and in its feeds:"}, {"kind": "heading", "text": "Jalen W. is hired at Harbor Grill"}, {"kind": "text", "text": "Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill."}, {"kind": "context", "text": "For social media, to be sent by a person:"}, {"kind": "text", "text": "X, Bluesky, Threads, Mastodon, Instagram, LinkedIn, Facebook:\\nJalen W. is hired at Harbor Grill. Jalen W., a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill. Jalen W. took CTE classes in Culinary Arts and now has a job at Harbor Grill.\\nhttps://cte.example/spotlights/t7COlW_avmm6nskOh-s"}, {"kind": "context", "text": "For press, to be sent by a person: held back, the form on file does not name it."}, {"kind": "actions", "actions": [{"label": "Approve", "press": "approval.approve?story=t7COlW_avmm6nskOh-s&revision=-jwCqSwUJNvU", "style": "primary"}, {"label": "Change", "press": "spotlight.change?story=t7COlW_avmm6nskOh-s"}, {"label": "Decline", "press": "approval.decline?story=t7COlW_avmm6nskOh-s&revision=-jwCqSwUJNvU", "style": "danger"}]}], "summary": "For approval: Jalen W., written by Mei Tanaka."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": true}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tcbFuXcr11EELTD6--r0', '15', 'tcbFuXcr11EELTD6-', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tcbFuXcr11EELTD6--r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tcbFuXcr11EELTD6--r0"}, "turn": "tcbFuXcr11EELTD6-", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "Jalen W.: sent to Leon Whitaker for approval."}], "summary": "Jalen W.: sent to Leon Whitaker for approval."}, "kind": "replace", "target": {"message": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "t7COlW_avmm6nskOh-r0"}}}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tetIgn_pyqhxddAUS-r0', '11', 'tetIgn_pyqhxddAUS', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tetIgn_pyqhxddAUS-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tetIgn_pyqhxddAUS-r0"}, "turn": "tetIgn_pyqhxddAUS", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Placement: Sofia M., Pier Bakery, internship, paid, 120 hours, Fri, Dec 4"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=tetIgn_pyqhxddAUS"}]}], "summary": "Placement: Sofia M., Pier Bakery, internship, paid, 120 hours, Fri, Dec 4."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tn2c4tzmHiF6a9Sw6-r0', '5', 'tn2c4tzmHiF6a9Sw6', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tn2c4tzmHiF6a9Sw6-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tn2c4tzmHiF6a9Sw6-r0"}, "turn": "tn2c4tzmHiF6a9Sw6", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "text", "text": "Undone: Pier Bakery, Ben Ostrow, email, Thu, Dec 3."}], "summary": "Undone: Pier Bakery, Ben Ostrow, email, Thu, Dec 3."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tqOyuzZHPjSZdvH1f-r0', '8', 'tqOyuzZHPjSZdvH1f', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tqOyuzZHPjSZdvH1f-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "tqOyuzZHPjSZdvH1f-r0"}, "turn": "tqOyuzZHPjSZdvH1f", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Invite to: Partner breakfast, Hospitality and Culinary"}, {"kind": "fields", "cancel": {"label": "Not now", "press": "calendar.open?id=tIdUtfMgq4uZ8AVJi-e"}, "fields": [{"name": "partners", "type": "choices", "label": "Partners", "values": ["person:person-000001", "person:person-000002"], "options": [{"label": "Ada Brook, Harbor Grill", "value": "person:person-000001"}, {"label": "Ben Ostrow, Pier Bakery", "value": "person:person-000002"}], "isOptional": true}, {"hint": "Names, with commas between", "name": "also", "type": "text", "label": "Other partners", "isOptional": true}], "submit": {"label": "Send invitations", "press": "calendar.send?id=tIdUtfMgq4uZ8AVJi-e", "style": "primary"}}], "summary": "Invite to: Partner breakfast, Hospitality and Culinary"}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tsgsS_yQYe4YhoA8f-r0', '3', 'tsgsS_yQYe4YhoA8f', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', E'{"id": "tsgsS_yQYe4YhoA8f-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tsgsS_yQYe4YhoA8f-r0"}, "turn": "tsgsS_yQYe4YhoA8f", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Logged: Pier Bakery"}, {"kind": "facts", "facts": [{"label": "Partner", "value": "Pier Bakery"}, {"label": "Spoke with", "value": "Ben Ostrow"}, {"label": "How", "value": "call"}, {"label": "Date", "value": "Fri, Dec 4"}, {"label": "Offers", "value": "2 internships"}, {"label": "Follow-up", "value": "Fri, Dec 18"}]}, {"kind": "context", "text": "Note: called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=tsgsS_yQYe4YhoA8f"}, {"label": "Change", "press": "contact.change?turn=tsgsS_yQYe4YhoA8f"}]}], "summary": "Logged: Pier Bakery, Ben Ostrow, call, Fri, Dec 4, offers 2 internships. Follow-up Fri, Dec 18."}, "kind": "replace", "target": {"message": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "t6kKa3AdMZIOS6MJt-r0"}}}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('tuPBCBo8GIcM30EKB-r0', '1', 'tuPBCBo8GIcM30EKB', 'sent', 'terminal||@staff-000003', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "tuPBCBo8GIcM30EKB-r0", "to": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000003", "channel": "terminal", "isDirect": true}, "message": "tuPBCBo8GIcM30EKB-r0"}, "turn": "tuPBCBo8GIcM30EKB", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Logged: Harbor Grill"}, {"kind": "facts", "facts": [{"label": "Partner", "value": "Harbor Grill"}, {"label": "Spoke with", "value": "Ada Brook"}, {"label": "How", "value": "call"}, {"label": "Date", "value": "Fri, Dec 4"}, {"label": "Offers", "value": "2 internships"}, {"label": "Follow-up", "value": "Fri, Dec 18"}]}, {"kind": "context", "text": "Note: called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=tuPBCBo8GIcM30EKB"}, {"label": "Change", "press": "contact.change?turn=tuPBCBo8GIcM30EKB"}]}], "summary": "Logged: Harbor Grill, Ada Brook, call, Fri, Dec 4, offers 2 internships. Follow-up Fri, Dec 18."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000003", "isPrivate": false}');
insert into "outbox" (id, seq, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body) values ('twE10pxN_wEYmRoDx-r0', '9', 'twE10pxN_wEYmRoDx', 'sent', 'terminal||@staff-000002', 'false', '1796393100000', '1796393100000', NULL, NULL, 'false', 'true', '{"id": "twE10pxN_wEYmRoDx-r0", "to": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "due": 1796393100000, "sent": {"address": {"person": "staff-000002", "channel": "terminal", "isDirect": true}, "message": "twE10pxN_wEYmRoDx-r0"}, "turn": "twE10pxN_wEYmRoDx", "place": 1796393100000, "state": "sent", "content": {"card": {"parts": [{"kind": "heading", "text": "Partner breakfast, Hospitality and Culinary"}, {"kind": "text", "text": "Harbor Grill: yes, 3 people."}, {"kind": "context", "text": "Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School"}, {"kind": "actions", "actions": [{"label": "Undo", "press": "undo.turn?turn=twE10pxN_wEYmRoDx"}]}], "summary": "Harbor Grill: yes, Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School. yes, 3 people."}, "kind": "post"}, "attempts": 1, "isUrgent": false, "orderKey": "terminal||@staff-000002", "isPrivate": false}');
select setval(pg_get_serial_sequence('"outbox"', 'seq'), coalesce(max(seq), 1)) from "outbox";
insert into "partner" (id, version, body, name, cluster, is_active) values ('partner-000001', '1', '{"apart": [], "extra": {}, "aliases": ["the grill"]}', 'Harbor Grill', 'cluster-000001', 'true');
insert into "partner" (id, version, body, name, cluster, is_active) values ('partner-000002', '1', '{"apart": [], "extra": {}, "aliases": []}', 'Pier Bakery', 'cluster-000001', 'true');
insert into "person" (id, version, body, name, partner, email, is_active) values ('person-000001', '1', '{"extra": {}, "title": "Chef"}', 'Ada Brook', 'partner-000001', 'ada.brook@grill.example', 'true');
insert into "person" (id, version, body, name, partner, email, is_active) values ('person-000002', '1', '{"extra": {}}', 'Ben Ostrow', 'partner-000002', 'ben.ostrow@bakery.example', 'true');
insert into "placement" (id, version, body, student, school, program, cluster, partner, kind, "from", story) values ('t7COlW_avmm6nskOh-pl', '1', '{"at": 1796393100000, "by": "staff-000003"}', 'student-000001', 'school-000001', 'program-000001', 'cluster-000001', 'partner-000001', 'job', '2026-12-04', 't7COlW_avmm6nskOh-s');
insert into "placement" (id, version, body, student, school, program, cluster, partner, kind, "from", story) values ('tetIgn_pyqhxddAUS-pl', '1', '{"at": 1796393100000, "by": "staff-000003", "hours": 120, "isPaid": true}', 'student-000002', 'school-000001', 'program-000001', 'cluster-000001', 'partner-000002', 'internship', '2026-12-04', NULL);
insert into "program" (id, version, body, name, school, cluster, is_active) values ('program-000001', '1', '{"extra": {}, "aliases": []}', 'Culinary Arts', 'school-000001', 'cluster-000001', 'true');
insert into "rsvp" (id, version, body, event, partner, staff) values ('twE10pxN_wEYmRoDx-y', '1', '{"at": 1796393100000, "via": "told", "since": 1796393100000, "answer": "yes", "people": [], "toldBy": "staff-000002", "headcount": 3, "isWaiting": false}', 'tIdUtfMgq4uZ8AVJi-e', 'partner-000001', NULL);
insert into "school" (id, version, body, name, is_active) values ('school-000001', '1', '{"extra": {}, "address": "1 Pier Street", "aliases": ["Harbor High"], "periods": {"1": ["08:00", "08:42"], "2": ["08:45", "09:27"]}}', 'Harbor High School', 'true');
insert into "seat_plan" (id, version, body, event) values ('seats-tIdUtfMgq4uZ8AVJi-e', '2', '{"at": 1796393100000, "pins": [], "basis": "MzAKTCEVTc5TY8MdDk4u5D", "moves": [], "seats": [{"party": "partner:partner-000001", "table": 1, "guests": 3}], "tableSize": 6}', 'tIdUtfMgq4uZ8AVJi-e');
insert into "settings" (id, version, body) values ('settings', '1', '{"extra": {}, "timezone": "America/New_York", "organization": "Harbor District (sample)"}');
insert into "staff" (id, version, body, name, emails, identities, school, role, is_active) values ('staff-000001', '1', '{"extra": {}, "programs": []}', 'Nadia Ferris', '{nadia.ferris@cte.example}', '{}', NULL, 'admin', 'true');
insert into "staff" (id, version, body, name, emails, identities, school, role, is_active) values ('staff-000002', '1', '{"extra": {}, "programs": []}', 'Leon Whitaker', '{leon.whitaker@cte.example}', '{}', NULL, 'approver', 'true');
insert into "staff" (id, version, body, name, emails, identities, school, role, is_active) values ('staff-000003', '1', '{"extra": {}, "programs": []}', 'Mei Tanaka', '{mei.tanaka@cte.example}', '{}', 'school-000001', 'staff', 'true');
insert into "story" (id, version, body, student, school, program, cluster, partner, state, writer, is_live, is_telling, published_at, at) values ('t7COlW_avmm6nskOh-s', '4', '{"text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}, "delivery": "tWWky4LxGHNyHxlIr-post-0", "revision": "-jwCqSwUJNvU"}], "shares": ["tWWky4LxGHNyHxlIr-share-social"], "approval": {"at": 1796393100000, "by": "staff-000002", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "revision": "-jwCqSwUJNvU", "isNameless": false, "destinations": ["internal", "web", "social"]}, "isEdited": false, "revision": "-jwCqSwUJNvU", "isNameless": false, "destinations": ["internal", "web", "social", "press"]}', 'student-000001', 'school-000001', 'program-000001', 'cluster-000001', 'partner-000001', 'posted', 'staff-000003', 'true', 'false', '1796393100000', '1796393100000');
insert into "student" (id, version, body, name, school, is_active) values ('student-000001', '1', '{"extra": {}, "program": "program-000001"}', 'Jalen Whitfield', 'school-000001', 'true');
insert into "student" (id, version, body, name, school, is_active) values ('student-000002', '1', '{"extra": {}, "program": "program-000001"}', 'Sofia Marchetti', 'school-000001', 'true');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('program-fill', '1', 'program:fill', 'program', NULL, '1796393100000', 'import', 'true', NULL, '{"at": 1796393100000, "id": "program-fill", "what": "import", "writes": [{"id": "settings", "kind": "settings", "after": {"id": "settings", "extra": {}, "version": 1, "timezone": "America/New_York", "organization": "Harbor District (sample)"}}, {"id": "cluster-000001", "kind": "cluster", "after": {"id": "cluster-000001", "name": "Hospitality and Culinary", "extra": {}, "aliases": ["culinary"], "version": 1}}, {"id": "school-000001", "kind": "school", "after": {"id": "school-000001", "name": "Harbor High School", "extra": {}, "address": "1 Pier Street", "aliases": ["Harbor High"], "periods": {"1": ["08:00", "08:42"], "2": ["08:45", "09:27"]}, "version": 1, "isActive": true}}, {"id": "program-000001", "kind": "program", "after": {"id": "program-000001", "name": "Culinary Arts", "extra": {}, "school": "school-000001", "aliases": [], "cluster": "cluster-000001", "version": 1, "isActive": true}}, {"id": "partner-000001", "kind": "partner", "after": {"id": "partner-000001", "name": "Harbor Grill", "apart": [], "extra": {}, "aliases": ["the grill"], "cluster": "cluster-000001", "version": 1, "isActive": true}}, {"id": "partner-000002", "kind": "partner", "after": {"id": "partner-000002", "name": "Pier Bakery", "apart": [], "extra": {}, "aliases": [], "cluster": "cluster-000001", "version": 1, "isActive": true}}, {"id": "person-000001", "kind": "person", "after": {"id": "person-000001", "name": "Ada Brook", "email": "ada.brook@grill.example", "extra": {}, "title": "Chef", "partner": "partner-000001", "version": 1, "isActive": true}}, {"id": "person-000002", "kind": "person", "after": {"id": "person-000002", "name": "Ben Ostrow", "email": "ben.ostrow@bakery.example", "extra": {}, "partner": "partner-000002", "version": 1, "isActive": true}}, {"id": "staff-000001", "kind": "staff", "after": {"id": "staff-000001", "name": "Nadia Ferris", "role": "admin", "extra": {}, "emails": ["nadia.ferris@cte.example"], "version": 1, "isActive": true, "programs": [], "identities": []}}, {"id": "staff-000002", "kind": "staff", "after": {"id": "staff-000002", "name": "Leon Whitaker", "role": "approver", "extra": {}, "emails": ["leon.whitaker@cte.example"], "version": 1, "isActive": true, "programs": [], "identities": []}}, {"id": "staff-000003", "kind": "staff", "after": {"id": "staff-000003", "name": "Mei Tanaka", "role": "staff", "extra": {}, "emails": ["mei.tanaka@cte.example"], "school": "school-000001", "version": 1, "isActive": true, "programs": [], "identities": []}}, {"id": "student-000001", "kind": "student", "after": {"id": "student-000001", "name": "Jalen Whitfield", "extra": {}, "school": "school-000001", "program": "program-000001", "version": 1, "isActive": true}}, {"id": "student-000002", "kind": "student", "after": {"id": "student-000002", "name": "Sofia Marchetti", "extra": {}, "school": "school-000001", "program": "program-000001", "version": 1, "isActive": true}}, {"id": "calendarDay-000001", "kind": "calendarDay", "after": {"id": "calendarDay-000001", "to": "2027-02-01", "from": "2027-02-01", "name": "PD day", "type": "pd", "extra": {}, "version": 1}}, {"id": "calendarDay-000002", "kind": "calendarDay", "after": {"id": "calendarDay-000002", "to": "2026-12-25", "from": "2026-12-25", "name": "Christmas Day", "type": "holiday", "extra": {}, "version": 1}}], "inbound": "program:fill", "conversation": "program"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t1LUisd7XE7_9cUFi', '7', 'terminal:0d6f7ee3-edc9-4f22-ad5a-d5e3151138b0', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'log_contact', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "t1LUisd7XE7_9cUFi", "said": "met ada brook from the grill, wants to host a job shadow", "what": "log_contact", "title": "Harbor Grill, Ada Brook, in person, Fri, Dec 4, offers job shadow", "writes": [{"id": "t1LUisd7XE7_9cUFi-c", "kind": "contact", "after": {"at": 1796393100000, "by": "staff-000002", "id": "t1LUisd7XE7_9cUFi-c", "date": "2026-12-04", "note": "met ada brook from the grill, wants to host a job shadow", "method": "meeting", "offers": [{"kind": "job_shadow"}], "people": ["person-000001"], "partner": "partner-000001", "version": 1}}], "inbound": "terminal:0d6f7ee3-edc9-4f22-ad5a-d5e3151138b0", "request": {"said": "met ada brook from the grill, wants to host a job shadow", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}, {"id": "person-000001", "kind": "person", "name": "Ada Brook", "slot": "people"}], "slots": {"date": "2026-12-04", "method": "meeting", "offers": [{"kind": "job_shadow"}], "people": ["Ada Brook"], "partner": "Harbor Grill"}, "intent": "log_contact", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t2Mj7eaP8ZcnoF6m-', '15', 'terminal:2cf32e1a-68b0-4816-9643-5b0a2d265bc6', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'grant_consent', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "t2Mj7eaP8ZcnoF6m-", "said": "jalen whitfield''s media release is signed 9/14, internal, web and social", "what": "grant_consent", "title": "form of Jalen W. confirmed", "writes": [{"id": "t2Mj7eaP8ZcnoF6m--k", "kind": "consent", "after": {"at": 1796393100000, "id": "t2Mj7eaP8ZcnoF6m--k", "end": "2027-06-30", "date": "2026-09-14", "form": "media release", "cards": {}, "state": "granted", "student": "student-000001", "version": 1, "fullName": false, "recordedBy": "staff-000002", "confirmedBy": "staff-000002", "removeAtEnd": false, "destinations": ["internal", "web", "social"]}}], "inbound": "terminal:2cf32e1a-68b0-4816-9643-5b0a2d265bc6", "request": {"said": "jalen whitfield''s media release is signed 9/14, internal, web and social", "frame": {"asks": false, "extra": {}, "named": [{"id": "student-000001", "kind": "student", "name": "Jalen Whitfield", "slot": "student"}], "slots": {"granted": true, "student": "Jalen Whitfield"}, "intent": "record_consent", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": ["doubt"]}, "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t2fLCKDXBXFB-CFz4', '12', 'terminal:d324032e-1cd2-4c2c-948f-e6131579e133', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'seats', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "t2fLCKDXBXFB-CFz4", "what": "seats", "title": "seats at Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School", "writes": [{"id": "seats-tIdUtfMgq4uZ8AVJi-e", "kind": "seatPlan", "after": {"at": 1796393100000, "id": "seats-tIdUtfMgq4uZ8AVJi-e", "pins": [], "basis": "MzAKTCEVTc5TY8MdDk4u5D", "event": "tIdUtfMgq4uZ8AVJi-e", "moves": [], "seats": [{"party": "partner:partner-000001", "table": 1, "guests": 3}], "version": 2, "tableSize": 6}, "before": {"at": 1796393100000, "id": "seats-tIdUtfMgq4uZ8AVJi-e", "pins": [], "basis": "LbAVUwQnux-4iGwSbnxxul", "event": "tIdUtfMgq4uZ8AVJi-e", "moves": [], "seats": [{"party": "partner:partner-000001", "table": 1, "guests": 3}], "version": 1, "tableSize": 8}}], "inbound": "terminal:d324032e-1cd2-4c2c-948f-e6131579e133", "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t6kKa3AdMZIOS6MJt', '3', 'terminal:3d46f94b-8f37-4ad8-b1b6-70e7570291e4', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'correct', 'true', NULL, E'{"at": 1796393100000, "by": "staff-000003", "id": "t6kKa3AdMZIOS6MJt", "said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "what": "correct", "title": "moved to Pier Bakery, call, Fri, Dec 4, offers 2 internships", "writes": [{"id": "tuPBCBo8GIcM30EKB-c", "kind": "contact", "after": {"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB-c", "date": "2026-12-04", "note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": [], "partner": "partner-000002", "version": 2, "followUp": "tuPBCBo8GIcM30EKB-f"}, "before": {"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB-c", "date": "2026-12-04", "note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": ["person-000001"], "partner": "partner-000001", "version": 1, "followUp": "tuPBCBo8GIcM30EKB-f"}}, {"id": "tuPBCBo8GIcM30EKB-f", "kind": "followUp", "after": {"at": 1796393100000, "id": "tuPBCBo8GIcM30EKB-f", "date": "2026-12-18", "owner": "staff-000003", "isDone": false, "people": [], "contact": "tuPBCBo8GIcM30EKB-c", "partner": "partner-000002", "version": 2}, "before": {"at": 1796393100000, "id": "tuPBCBo8GIcM30EKB-f", "date": "2026-12-18", "owner": "staff-000003", "isDone": false, "people": ["person-000001"], "contact": "tuPBCBo8GIcM30EKB-c", "partner": "partner-000001", "version": 1}}], "inbound": "terminal:3d46f94b-8f37-4ad8-b1b6-70e7570291e4", "request": {"said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}, {"id": "person-000001", "kind": "person", "name": "Ada Brook", "slot": "people"}, {"id": "partner-000002", "kind": "partner", "name": "Pier Bakery", "slot": "partner"}], "slots": {"date": "2026-12-04", "method": "call", "offers": [{"kind": "internship", "count": 2}], "partner": "Pier Bakery", "followUp": "2026-12-18"}, "intent": "log_contact", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t7COlW_avmm6nskOh', '14', 'terminal:03729fd9-8ac2-41f4-80c4-009e7209ce37', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'draft_spotlight', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "t7COlW_avmm6nskOh", "said": "spotlight jalen whitfield hired at harbor grill, post it in #wins", "what": "draft_spotlight", "title": "draft about Jalen W.", "writes": [{"id": "t7COlW_avmm6nskOh-s", "kind": "story", "after": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {}, "state": "draft", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": false, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}}], "school": "school-000001", "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 1, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": false, "isNameless": false, "destinations": ["internal", "web", "social", "press"]}}, {"id": "t7COlW_avmm6nskOh-pl", "kind": "placement", "after": {"at": 1796393100000, "by": "staff-000003", "id": "t7COlW_avmm6nskOh-pl", "from": "2026-12-04", "kind": "job", "story": "t7COlW_avmm6nskOh-s", "school": "school-000001", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 1}}], "inbound": "terminal:03729fd9-8ac2-41f4-80c4-009e7209ce37", "request": {"said": "spotlight jalen whitfield hired at harbor grill, post it in #wins", "frame": {"asks": false, "extra": {}, "named": [{"id": "student-000001", "kind": "student", "name": "Jalen Whitfield", "slot": "student"}, {"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}], "slots": {"channel": "wins", "outcome": "job", "partner": "Harbor Grill", "student": "Jalen Whitfield"}, "intent": "draft_spotlight", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": ["doubt"]}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('t7zTKtSeyO82nTz36', '11', 'due:seating:tIdUtfMgq4uZ8AVJi-e:0:LbAVUwQnux-4iGwSbnxxul', 'clock|seating', NULL, '1796393100000', 'seats', 'true', NULL, '{"at": 1796393100000, "id": "t7zTKtSeyO82nTz36", "what": "seats", "writes": [{"id": "seats-tIdUtfMgq4uZ8AVJi-e", "kind": "seatPlan", "after": {"at": 1796393100000, "id": "seats-tIdUtfMgq4uZ8AVJi-e", "pins": [], "basis": "LbAVUwQnux-4iGwSbnxxul", "event": "tIdUtfMgq4uZ8AVJi-e", "moves": [], "seats": [{"party": "partner:partner-000001", "table": 1, "guests": 3}], "version": 1, "tableSize": 8}}], "inbound": "due:seating:tIdUtfMgq4uZ8AVJi-e:0:LbAVUwQnux-4iGwSbnxxul", "conversation": "clock|seating"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tGQOBoywa2KbDHShb', '19', 'terminal:abe19dd3-8e0f-4324-a8fd-cc1e78ac0090', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'set_follow_up', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tGQOBoywa2KbDHShb", "said": "remind me friday about the grill", "what": "set_follow_up", "title": "follow-up with Harbor Grill, Fri, Dec 11", "writes": [{"id": "tGQOBoywa2KbDHShb-f", "kind": "followUp", "after": {"at": 1796393100000, "id": "tGQOBoywa2KbDHShb-f", "date": "2026-12-11", "note": "remind me friday about the grill", "owner": "staff-000003", "isDone": false, "people": [], "partner": "partner-000001", "version": 1}}], "inbound": "terminal:abe19dd3-8e0f-4324-a8fd-cc1e78ac0090", "request": {"said": "remind me friday about the grill", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}], "slots": {"date": "2026-12-11", "partner": "Harbor Grill"}, "intent": "set_follow_up", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tGbaWyGuDMp8CQjH2', '5', 'terminal:62ad00f8-225b-4e0d-b5e6-42c7d9ad2338', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'log_contact', 'true', 'tn2c4tzmHiF6a9Sw6', '{"at": 1796393100000, "by": "staff-000003", "id": "tGbaWyGuDMp8CQjH2", "said": "emailed ben ostrow at pier bakery yesterday about a visit", "what": "log_contact", "title": "Pier Bakery, Ben Ostrow, email, Thu, Dec 3", "writes": [{"id": "tGbaWyGuDMp8CQjH2-c", "kind": "contact", "after": {"at": 1796393100000, "by": "staff-000003", "id": "tGbaWyGuDMp8CQjH2-c", "date": "2026-12-03", "note": "emailed ben ostrow at pier bakery yesterday about a visit", "method": "email", "offers": [], "people": ["person-000002"], "partner": "partner-000002", "version": 1}}], "inbound": "terminal:62ad00f8-225b-4e0d-b5e6-42c7d9ad2338", "request": {"said": "emailed ben ostrow at pier bakery yesterday about a visit", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000002", "kind": "partner", "name": "Pier Bakery", "slot": "partner"}, {"id": "person-000002", "kind": "person", "name": "Ben Ostrow", "slot": "people"}], "slots": {"date": "2026-12-03", "method": "email", "people": ["Ben Ostrow"], "partner": "Pier Bakery"}, "intent": "log_contact", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "undoneBy": "tn2c4tzmHiF6a9Sw6", "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tIdUtfMgq4uZ8AVJi', '8', 'terminal:b23a46ce-732b-40a5-ac1a-c36b851f15a2', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'schedule_event', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "tIdUtfMgq4uZ8AVJi", "said": "breakfast on the feb pd day at harbor high for culinary, 8-9, 40 ppl", "what": "schedule_event", "title": "Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School", "writes": [{"id": "tIdUtfMgq4uZ8AVJi-e", "kind": "event", "after": {"at": 1796393100000, "id": "tIdUtfMgq4uZ8AVJi-e", "end": "2027-02-01T09:00", "event": "breakfast", "extra": {}, "owner": "staff-000002", "skips": [], "start": "2027-02-01T08:00", "people": [], "school": "school-000001", "lastDay": "2027-02-01", "version": 1, "clusters": ["cluster-000001"], "partners": [], "programs": [], "sequence": 0, "headcount": 40, "isCancelled": false}}], "inbound": "terminal:b23a46ce-732b-40a5-ac1a-c36b851f15a2", "request": {"said": "breakfast on the feb pd day at harbor high for culinary, 8-9, 40 ppl", "frame": {"asks": false, "extra": {"amends": "tIdUtfMgq4uZ8AVJi-e"}, "named": [{"id": "school-000001", "kind": "school", "name": "Harbor High School", "slot": "school"}, {"id": "cluster-000001", "kind": "cluster", "name": "Hospitality and Culinary", "slot": "clusters"}], "slots": {"end": "2027-02-01T09:00", "event": "breakfast", "start": "2027-02-01T08:00", "school": "Harbor High School", "clusters": ["Hospitality and Culinary"], "headcount": 40}, "intent": "schedule_event", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tWWky4LxGHNyHxlIr', '17', 'terminal:c7378f19-1781-4208-b6a9-d2fbc692558e', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'approve_spotlight', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "tWWky4LxGHNyHxlIr", "what": "approve_spotlight", "title": "story about Jalen W. approved", "writes": [{"id": "t7COlW_avmm6nskOh-s", "kind": "story", "after": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "state": "posted", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": true, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}, "delivery": "tWWky4LxGHNyHxlIr-post-0", "revision": "-jwCqSwUJNvU"}], "school": "school-000001", "shares": ["tWWky4LxGHNyHxlIr-share-social"], "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 3, "approval": {"at": 1796393100000, "by": "staff-000002", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "revision": "-jwCqSwUJNvU", "isNameless": false, "destinations": ["internal", "web", "social"]}, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": true, "isNameless": false, "publishedAt": 1796393100000, "destinations": ["internal", "web", "social", "press"]}, "before": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "state": "waiting", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": false, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}}], "school": "school-000001", "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 2, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": false, "isNameless": false, "destinations": ["internal", "web", "social", "press"]}}], "inbound": "terminal:c7378f19-1781-4208-b6a9-d2fbc692558e", "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tXKtEjRA_IlAkZEgA', '20', 'terminal:dfb5f3db-3647-4a3a-9236-6a5103b51c02', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'question', 'false', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tXKtEjRA_IlAkZEgA", "said": "had lunch with someone from brooklyn foundry", "what": "question", "writes": [], "inbound": "terminal:dfb5f3db-3647-4a3a-9236-6a5103b51c02", "request": {"said": "had lunch with someone from brooklyn foundry", "frame": {"asks": true, "extra": {}, "named": [], "slots": {"date": "2026-12-04", "method": "meeting", "partner": "Brooklyn Foundry"}, "intent": "log_contact", "missing": [], "unknown": [{"near": [], "slot": "partner", "typed": "brooklyn foundry"}], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tZymKquOG3XE_vw7Y', '18', 'due:story-upkeep:told:t7COlW_avmm6nskOh-s:3', 'clock|story-upkeep', NULL, '1796393100000', 'tell_posting', 'true', NULL, '{"at": 1796393100000, "id": "tZymKquOG3XE_vw7Y", "what": "tell_posting", "writes": [{"id": "t7COlW_avmm6nskOh-s", "kind": "story", "after": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "state": "posted", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": true, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}, "delivery": "tWWky4LxGHNyHxlIr-post-0", "revision": "-jwCqSwUJNvU"}], "school": "school-000001", "shares": ["tWWky4LxGHNyHxlIr-share-social"], "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 4, "approval": {"at": 1796393100000, "by": "staff-000002", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "revision": "-jwCqSwUJNvU", "isNameless": false, "destinations": ["internal", "web", "social"]}, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": false, "isNameless": false, "publishedAt": 1796393100000, "destinations": ["internal", "web", "social", "press"]}, "before": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "state": "posted", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": true, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}, "delivery": "tWWky4LxGHNyHxlIr-post-0", "revision": "-jwCqSwUJNvU"}], "school": "school-000001", "shares": ["tWWky4LxGHNyHxlIr-share-social"], "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 3, "approval": {"at": 1796393100000, "by": "staff-000002", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "revision": "-jwCqSwUJNvU", "isNameless": false, "destinations": ["internal", "web", "social"]}, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": true, "isNameless": false, "publishedAt": 1796393100000, "destinations": ["internal", "web", "social", "press"]}}], "inbound": "due:story-upkeep:told:t7COlW_avmm6nskOh-s:3", "conversation": "clock|story-upkeep"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tcbFuXcr11EELTD6-', '16', 'terminal:c1e767e7-d607-4814-8823-b432e78f1163', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'send_spotlight', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tcbFuXcr11EELTD6-", "what": "send_spotlight", "title": "story about Jalen W. sent for approval", "writes": [{"id": "t7COlW_avmm6nskOh-s", "kind": "story", "after": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {"staff-000002": "tcbFuXcr11EELTD6--ask-staff-000002"}, "state": "waiting", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": false, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}}], "school": "school-000001", "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 2, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": false, "isNameless": false, "destinations": ["internal", "web", "social", "press"]}, "before": {"at": 1796393100000, "id": "t7COlW_avmm6nskOh-s", "text": {"headline": "{name} is hired at Harbor Grill", "sentences": ["{name}, a student in Culinary Arts at Harbor High School, has been hired at Harbor Grill.", "{name} took CTE classes in Culinary Arts and now has a job at Harbor Grill."]}, "asked": [], "cards": {}, "state": "draft", "steps": [{"kind": "classes"}, {"kind": "job", "partner": "partner-000001"}], "isLive": false, "places": [{"label": "#wins", "address": {"place": "#wins", "channel": "terminal", "isDirect": false}}], "school": "school-000001", "writer": "staff-000003", "cluster": "cluster-000001", "partner": "partner-000001", "program": "program-000001", "student": "student-000001", "version": 1, "isEdited": false, "revision": "-jwCqSwUJNvU", "isTelling": false, "isNameless": false, "destinations": ["internal", "web", "social", "press"]}}], "inbound": "terminal:c1e767e7-d607-4814-8823-b432e78f1163", "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tetIgn_pyqhxddAUS', '13', 'terminal:bd52839a-fba9-4ad1-a8bc-b6ba906a78cd', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'record_placement', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tetIgn_pyqhxddAUS", "said": "log a placement: sofia marchetti at pier bakery, paid internship, 120 hours", "what": "record_placement", "title": "placement of Sofia M., Pier Bakery, internship, paid, 120 hours, Fri, Dec 4", "writes": [{"id": "tetIgn_pyqhxddAUS-pl", "kind": "placement", "after": {"at": 1796393100000, "by": "staff-000003", "id": "tetIgn_pyqhxddAUS-pl", "from": "2026-12-04", "kind": "internship", "hours": 120, "isPaid": true, "school": "school-000001", "cluster": "cluster-000001", "partner": "partner-000002", "program": "program-000001", "student": "student-000002", "version": 1}}], "inbound": "terminal:bd52839a-fba9-4ad1-a8bc-b6ba906a78cd", "request": {"said": "log a placement: sofia marchetti at pier bakery, paid internship, 120 hours", "frame": {"asks": false, "extra": {"isPaid": true}, "named": [{"id": "student-000002", "kind": "student", "name": "Sofia Marchetti", "slot": "student"}, {"id": "partner-000002", "kind": "partner", "name": "Pier Bakery", "slot": "partner"}], "slots": {"outcome": "internship", "partner": "Pier Bakery", "student": "Sofia Marchetti"}, "intent": "record_placement", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": ["doubt"]}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tn2c4tzmHiF6a9Sw6', '6', 'terminal:dd98a3ca-24a3-42cb-9f9e-cfe34d382cbe', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'undo', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tn2c4tzmHiF6a9Sw6", "what": "undo", "undoes": "tGbaWyGuDMp8CQjH2", "writes": [{"id": "tGbaWyGuDMp8CQjH2-c", "kind": "contact", "before": {"at": 1796393100000, "by": "staff-000003", "id": "tGbaWyGuDMp8CQjH2-c", "date": "2026-12-03", "note": "emailed ben ostrow at pier bakery yesterday about a visit", "method": "email", "offers": [], "people": ["person-000002"], "partner": "partner-000002", "version": 1}}], "inbound": "terminal:dd98a3ca-24a3-42cb-9f9e-cfe34d382cbe", "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tqOyuzZHPjSZdvH1f', '9', 'terminal:e735d1fd-1456-4c1c-a2b8-ae792363930f', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'invite', 'false', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "tqOyuzZHPjSZdvH1f", "what": "invite", "writes": [], "inbound": "terminal:e735d1fd-1456-4c1c-a2b8-ae792363930f", "conversation": "terminal||||staff-000002"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tsgsS_yQYe4YhoA8f', '4', 'terminal:40d49593-fadc-4171-a777-5ecab61bc7d0', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'correct', 'true', NULL, E'{"at": 1796393100000, "by": "staff-000003", "id": "tsgsS_yQYe4YhoA8f", "said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "what": "correct", "title": "Pier Bakery, Ben Ostrow, call, Fri, Dec 4, offers 2 internships", "writes": [{"id": "tuPBCBo8GIcM30EKB-c", "kind": "contact", "after": {"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB-c", "date": "2026-12-04", "note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": ["person-000002"], "partner": "partner-000002", "version": 3, "followUp": "tuPBCBo8GIcM30EKB-f"}, "before": {"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB-c", "date": "2026-12-04", "note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks\\nscratch that it was pier bakery", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": [], "partner": "partner-000002", "version": 2, "followUp": "tuPBCBo8GIcM30EKB-f"}}], "inbound": "terminal:40d49593-fadc-4171-a777-5ecab61bc7d0", "request": {"said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}, {"id": "person-000001", "kind": "person", "name": "Ada Brook", "slot": "people"}, {"id": "partner-000002", "kind": "partner", "name": "Pier Bakery", "slot": "partner"}], "slots": {"date": "2026-12-04", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": ["Ben Ostrow"], "partner": "Pier Bakery", "followUp": "2026-12-18"}, "intent": "log_contact", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('tuPBCBo8GIcM30EKB', '2', 'terminal:d7829f34-779f-4973-a773-7d19a10795b2', 'terminal||||staff-000003', 'staff-000003', '1796393100000', 'log_contact', 'true', NULL, '{"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB", "said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "what": "log_contact", "title": "Harbor Grill, Ada Brook, call, Fri, Dec 4, offers 2 internships", "writes": [{"id": "tuPBCBo8GIcM30EKB-c", "kind": "contact", "after": {"at": 1796393100000, "by": "staff-000003", "id": "tuPBCBo8GIcM30EKB-c", "date": "2026-12-04", "note": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": ["person-000001"], "partner": "partner-000001", "version": 1, "followUp": "tuPBCBo8GIcM30EKB-f"}}, {"id": "tuPBCBo8GIcM30EKB-f", "kind": "followUp", "after": {"at": 1796393100000, "id": "tuPBCBo8GIcM30EKB-f", "date": "2026-12-18", "owner": "staff-000003", "isDone": false, "people": ["person-000001"], "contact": "tuPBCBo8GIcM30EKB-c", "partner": "partner-000001", "version": 1}}], "inbound": "terminal:d7829f34-779f-4973-a773-7d19a10795b2", "request": {"said": "called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks", "frame": {"asks": false, "extra": {}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}, {"id": "person-000001", "kind": "person", "name": "Ada Brook", "slot": "people"}], "slots": {"date": "2026-12-04", "method": "call", "offers": [{"kind": "internship", "count": 2}], "people": ["Ada Brook"], "partner": "Harbor Grill", "followUp": "2026-12-18"}, "intent": "log_contact", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000003"}');
insert into "turn" (id, seq, inbound, conversation, by_staff, at, what, has_writes, undone_by, body) values ('twE10pxN_wEYmRoDx', '10', 'terminal:dd9f3030-9d92-4ab4-b9bf-a0f53611aa69', 'terminal||||staff-000002', 'staff-000002', '1796393100000', 'record_rsvp', 'true', NULL, '{"at": 1796393100000, "by": "staff-000002", "id": "twE10pxN_wEYmRoDx", "said": "the grill is in for the breakfast, 3 people", "what": "record_rsvp", "title": "Harbor Grill yes, Partner breakfast, Hospitality and Culinary, Mon, Feb 1, 8:00 to 9:00, Harbor High School", "writes": [{"id": "twE10pxN_wEYmRoDx-y", "kind": "rsvp", "after": {"at": 1796393100000, "id": "twE10pxN_wEYmRoDx-y", "via": "told", "event": "tIdUtfMgq4uZ8AVJi-e", "since": 1796393100000, "answer": "yes", "people": [], "toldBy": "staff-000002", "partner": "partner-000001", "version": 1, "headcount": 3, "isWaiting": false}}], "inbound": "terminal:dd9f3030-9d92-4ab4-b9bf-a0f53611aa69", "request": {"said": "the grill is in for the breakfast, 3 people", "frame": {"asks": false, "extra": {"rsvp": "twE10pxN_wEYmRoDx-y"}, "named": [{"id": "partner-000001", "kind": "partner", "name": "Harbor Grill", "slot": "partner"}], "slots": {"answer": "yes", "target": "tIdUtfMgq4uZ8AVJi-e", "partner": "Harbor Grill", "headcount": 3}, "intent": "record_rsvp", "missing": [], "unknown": [], "problems": [], "ambiguous": []}, "accepts": [], "aliases": [], "overrules": []}, "conversation": "terminal||||staff-000002"}');
select setval(pg_get_serial_sequence('"turn"', 'seq'), coalesce(max(seq), 1)) from "turn";
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('1', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'settings', 'settings');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('10', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'staff', 'staff-000002');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('11', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'staff', 'staff-000003');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('12', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'student', 'student-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('13', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'student', 'student-000002');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('14', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'calendarDay', 'calendarDay-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('15', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'calendarDay', 'calendarDay-000002');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('16', '730', '50688293-d34e-4142-a709-00419825b0fd', 'tuPBCBo8GIcM30EKB', 'contact', 'tuPBCBo8GIcM30EKB-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('17', '730', '50688293-d34e-4142-a709-00419825b0fd', 'tuPBCBo8GIcM30EKB', 'followUp', 'tuPBCBo8GIcM30EKB-f');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('18', '733', '50688293-d34e-4142-a709-00419825b0fd', 't6kKa3AdMZIOS6MJt', 'contact', 'tuPBCBo8GIcM30EKB-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('19', '733', '50688293-d34e-4142-a709-00419825b0fd', 't6kKa3AdMZIOS6MJt', 'followUp', 'tuPBCBo8GIcM30EKB-f');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('2', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'cluster', 'cluster-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('20', '736', '50688293-d34e-4142-a709-00419825b0fd', 'tsgsS_yQYe4YhoA8f', 'contact', 'tuPBCBo8GIcM30EKB-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('21', '739', '50688293-d34e-4142-a709-00419825b0fd', 'tGbaWyGuDMp8CQjH2', 'contact', 'tGbaWyGuDMp8CQjH2-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('22', '742', '50688293-d34e-4142-a709-00419825b0fd', 'tn2c4tzmHiF6a9Sw6', 'contact', 'tGbaWyGuDMp8CQjH2-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('23', '745', '50688293-d34e-4142-a709-00419825b0fd', 't1LUisd7XE7_9cUFi', 'contact', 't1LUisd7XE7_9cUFi-c');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('24', '748', '50688293-d34e-4142-a709-00419825b0fd', 'tIdUtfMgq4uZ8AVJi', 'event', 'tIdUtfMgq4uZ8AVJi-e');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('25', '753', '50688293-d34e-4142-a709-00419825b0fd', 'twE10pxN_wEYmRoDx', 'rsvp', 'twE10pxN_wEYmRoDx-y');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('26', '756', '50688293-d34e-4142-a709-00419825b0fd', 't7zTKtSeyO82nTz36', 'seatPlan', 'seats-tIdUtfMgq4uZ8AVJi-e');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('27', '758', '50688293-d34e-4142-a709-00419825b0fd', 't2fLCKDXBXFB-CFz4', 'seatPlan', 'seats-tIdUtfMgq4uZ8AVJi-e');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('28', '761', '50688293-d34e-4142-a709-00419825b0fd', 'tetIgn_pyqhxddAUS', 'placement', 'tetIgn_pyqhxddAUS-pl');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('29', '764', '50688293-d34e-4142-a709-00419825b0fd', 't7COlW_avmm6nskOh', 'story', 't7COlW_avmm6nskOh-s');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('3', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'school', 'school-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('30', '764', '50688293-d34e-4142-a709-00419825b0fd', 't7COlW_avmm6nskOh', 'placement', 't7COlW_avmm6nskOh-pl');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('31', '767', '50688293-d34e-4142-a709-00419825b0fd', 't2Mj7eaP8ZcnoF6m-', 'consent', 't2Mj7eaP8ZcnoF6m--k');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('32', '772', '50688293-d34e-4142-a709-00419825b0fd', 'tcbFuXcr11EELTD6-', 'story', 't7COlW_avmm6nskOh-s');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('33', '777', '50688293-d34e-4142-a709-00419825b0fd', 'tWWky4LxGHNyHxlIr', 'story', 't7COlW_avmm6nskOh-s');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('34', '784', '50688293-d34e-4142-a709-00419825b0fd', 'tZymKquOG3XE_vw7Y', 'story', 't7COlW_avmm6nskOh-s');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('35', '789', '50688293-d34e-4142-a709-00419825b0fd', 'tGQOBoywa2KbDHShb', 'followUp', 'tGQOBoywa2KbDHShb-f');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('4', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'program', 'program-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('5', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'partner', 'partner-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('6', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'partner', 'partner-000002');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('7', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'person', 'person-000001');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('8', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'person', 'person-000002');
insert into "turn_write" (seq, tx, origin, turn, kind, record) values ('9', '728', '50688293-d34e-4142-a709-00419825b0fd', 'program-fill', 'staff', 'staff-000001');
select setval(pg_get_serial_sequence('"turn_write"', 'seq'), coalesce(max(seq), 1)) from "turn_write";
commit;
