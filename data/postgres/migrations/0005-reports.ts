import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/**
 * Views for people who report with SQL. Each has `school`, `cluster` and `month` (`2026-12`) to group by. Students are
 * counted and never named: who may see names is decided by Liaison, not by a database password.
 */
export const reports: Migration = {
  number: 5,
  name: 'reports',
  async up(db) {
    // A contact counts for the school of the staff member who logged it.
    await sql`
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
      left join school on school.id = staff.school`.execute(db)
    // An event of several clusters has a row for each of them; `id` tells them apart.
    await sql`
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
      left join cluster on cluster.id = named.id`.execute(db)
    await sql`
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
      left join cluster on cluster.id = coalesce(placement.cluster, program.cluster)`.execute(db)
    // Where the number of students is not known, the hours are not either: such rows count as occurrences alone.
    await sql`
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
      group by 1, 2, 3`.execute(db)
  },
}
