import pg from 'pg'

/** Rows of a district, made by the database itself: 127 schools, 20,000 partners, 40,000 people, 120,000 students. */

const FIRST =
  'Ada Ben Cora Dan Elsa Finn Gia Hal Ines Jude Kira Leo Mona Ned Opal Paul Quinn Rosa Saul Tess Uri Vera Wade Xena Yuri Zoe'
const LAST =
  'Abbot Brook Castle Draper Ember Foster Grove Harlan Irwin Joyner Keller Lowell Marsh Norwood Ostrow Palmer Quincy Rhodes Sutter Tilden'
const PLACES =
  'Harbor Pier Canal Summit Meadow Orchard Granite Cedar Maple Willow Prairie Lantern Beacon Anchor Copper Silver Crescent Falcon Juniper Larkspur'
const ENDINGS = 'a el in o ar y us ette an i'
const TRADES =
  'Steel Foods Electric Builders Robotics Kitchens Motors Health Printing Textiles Security Logistics Energy Studios Labs Marine Timber Glass Paper Freight'

const list = (words: string): string => `'{${words.replaceAll(' ', ',')}}'::text[]`
const pick = (words: string, n: string): string => `(${list(words)})[1 + (${n}) % ${words.split(' ').length}]`
/** Some 260 given names and 400 family names: a word of a name is shared by hundreds of people, as in a district. */
const person = (n: string): string =>
  `${pick(FIRST, n)} || ${pick(ENDINGS, `(${n}) / 26 % 10`)} || ' ' || ${pick(LAST, `(${n}) / 7`)} || ${pick(ENDINGS, `(${n}) / 260`)}`
const named = "jsonb_build_object('aliases', '[]'::jsonb, 'extra', '{}'::jsonb)"

export const PARTNERS = 20_000
export const STAFF = 200

/** The partner's and the person's name are functions of the number, so that a sentence can say them. */
export const DIRECTORY = [
  `insert into settings (id, version, body)
   values ('settings', 1, '{"organization": "Bench district", "timezone": "America/New_York", "extra": {}}')`,
  `insert into cluster (id, version, name, body) select 'cluster-' || n, 1, ${pick(TRADES, 'n')}, ${named}
   from generate_series(0, 15) as n`,
  `insert into school (id, version, name, is_active, body)
   select 'school-' || n, 1, ${pick(PLACES, 'n')} || ' ' || ${pick(LAST, 'n / 20')} || ' High School', true, ${named}
   from generate_series(0, 126) as n`,
  `insert into program (id, version, name, school, cluster, is_active, body)
   select 'program-' || n, 1, ${pick(TRADES, 'n')} || ' ' || n, 'school-' || n % 127, 'cluster-' || n % 16, true, ${named}
   from generate_series(0, 317) as n`,
  `insert into staff (id, version, name, emails, identities, school, role, is_active, body)
   select 'staff-' || n, 1, ${person('n')}, array['staff' || n || '@schools.example'],
     array['slack:T0DISTRICT:U' || n], 'school-' || n % 127, 'staff', true, '{"programs": [], "extra": {}}'
   from generate_series(0, ${STAFF - 1}) as n`,
  `insert into partner (id, version, name, cluster, is_active, body)
   select 'partner-' || n, 1,
     ${pick(LAST, 'n')} || ' ' || ${pick(PLACES, 'n / 20')} || ' ' || ${pick(TRADES, 'n / 400')} || ' ' || n / 8000,
     'cluster-' || n % 16, true, ${named} || '{"apart": []}'
   from generate_series(0, ${PARTNERS - 1}) as n`,
  `insert into person (id, version, name, partner, is_active, body)
   select 'person-' || n, 1, ${person('n')}, 'partner-' || n / 2, true, '{"extra": {}}'
   from generate_series(0, ${2 * PARTNERS - 1}) as n`,
  `insert into student (id, version, name, school, is_active, body)
   select 'student-' || n, 1, ${person('n * 13')}, 'school-' || n % 127, true, '{"extra": {}}'
   from generate_series(0, 119999) as n`,
]

/** Contacts with these numbers, each with the turn that logged it. */
export const contacts = (from: number, to: number): string[] => [
  `insert into contact (id, version, partner, people, date, "by", at, body)
   select 'old-' || n, 1, 'partner-' || n % ${PARTNERS}, array['person-' || (n % ${PARTNERS}) * 2],
     to_char(date '2026-11-30' - n % 700, 'YYYY-MM-DD'), 'staff-' || n % ${STAFF}, ${'1796000000000 - n * 100000::bigint'},
     jsonb_build_object('note', 'An earlier call about interns for the spring, number ' || n, 'method', 'call', 'offers', '[]'::jsonb)
   from generate_series(${from}, ${to - 1}) as n`,
  `insert into inbox (inbound, turn, at)
   select 'old-' || n, 'turn-old-' || n, 1796000000000 from generate_series(${from}, ${to - 1}) as n`,
  `insert into turn (id, inbound, conversation, by_staff, at, what, has_writes, body)
   select 'turn-old-' || n, 'old-' || n, 'slack|T0DISTRICT|||U' || n % ${STAFF}, 'staff-' || n % ${STAFF}, 1796000000000,
     'log_contact', true, jsonb_build_object('id', 'turn-old-' || n, 'inbound', 'old-' || n, 'conversation',
       'slack|T0DISTRICT|||U' || n % ${STAFF}, 'by', 'staff-' || n % ${STAFF}, 'at', 1796000000000, 'what', 'log_contact',
       'said', 'An earlier call about interns for the spring, number ' || n,
       'writes', jsonb_build_array(jsonb_build_object('kind', 'contact', 'id', 'old-' || n, 'after', to_jsonb(contact))))
   from generate_series(${from}, ${to - 1}) as n join contact on contact.id = 'old-' || n`,
  `insert into turn_write (origin, turn, kind, record)
   select 'bench', 'turn-old-' || n, 'contact', 'old-' || n from generate_series(${from}, ${to - 1}) as n`,
  'analyze',
]

export async function runAll(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** Names of partners, with the name of someone there. */
export async function namesOf(url: string): Promise<{ partner: string; person: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ partner: string; person: string }>(`
    select partner.name as partner, person.name as person from partner
    join person on person.id = 'person-' || substr(partner.id, 9)::int * 2 order by partner.id`)
  await client.end()
  return rows
}
