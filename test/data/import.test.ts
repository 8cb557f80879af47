import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { METHODS, OFFER_KINDS } from '../../conversations/understanding/frame.ts'
import { exportAll } from '../../data/export.ts'
import { planFile } from '../../data/import.ts'
import { CONTACT_METHODS, CONTACT_OFFERS } from '../../data/import-contacts.ts'
import { readCsv } from '../../data/import-csv.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import type { Instant, Zone } from '../../data/time.ts'

const at = Date.parse('2026-11-20T15:15:00Z') as Instant
const zone = 'America/New_York' as Zone
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
let count = 0

/** Imports, and tells what changed or what is wrong. */
async function run(store: Store, file: string, content: string | object | Uint8Array) {
  const raw =
    content instanceof Uint8Array ? content : bytes(typeof content === 'string' ? content : JSON.stringify(content))
  const plan = await planFile(store, { file, bytes: raw, by: 'staff-000001', at })
  if (plan.problems.length > 0) return plan.problems.map((problem) => `${problem.at}: ${problem.message}`)
  count += 1
  const base = { conversation: 'test', at, what: 'import', reliesOn: [], touches: [], deliveries: [] }
  const result = await store.commit({ ...base, id: `t${count}`, inbound: `i${count}`, writes: plan.writes })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return plan.changes
    .filter(({ added, changed, gone }) => added.length + changed.length + gone.length > 0)
    .map(({ list, added, changed, gone }) => `${list} +${added.join(',')} ~${changed.join(',')} -${gone.join(',')}`)
}

const DIRECTORY = {
  clusters: [{ name: 'Energy' }],
  schools: [{ name: 'Ridge High', aliases: ['Ridge'] }, { name: 'Lake High' }],
  programs: [{ name: 'Welding', school: 'Ridge High', cluster: 'Energy' }],
  partners: [
    {
      name: 'Acme Power',
      aliases: ['acme'],
      cluster: 'Energy',
      people: [{ name: 'Ana Lee', email: 'ana@acme.example' }],
    },
    { name: 'Bolt', people: [{ name: 'Cy Roe' }] },
  ],
  staff: [{ name: 'Jo Dean', email: 'jo@ridge.example', school: 'Ridge High' }],
  students: [{ name: 'Kid One', school: 'Ridge High' }],
}

async function ridge(): Promise<Store> {
  const store = openMemoryStore()
  await run(store, 'ridge.json', DIRECTORY)
  return store
}

describe('importing a directory', () => {
  test('an empty store takes the sample, and taking it again changes nothing', async () => {
    const store = openMemoryStore()
    const sample = JSON.parse(readFileSync(new URL('../../data/sample.json', import.meta.url), 'utf8'))
    expect((await run(store, 'sample.json', sample)).length).toBe(10)
    expect(await run(store, 'sample.json', sample)).toEqual([])
    expect(await exportAll(store, zone)).toMatchObject({ staff: sample.staff, partners: sample.partners })
  })

  test('a key that is not in the file says nothing of its kind', async () => {
    const store = await ridge()
    expect(await run(store, 'x.json', { schools: [{ name: 'ridge high', address: '1 Main St' }] })).toEqual([
      'schools + ~ridge high (name, address) -Lake High',
    ])
    expect(await store.count('partner', { where: { isActive: true } })).toBe(2)
    expect(await store.find('school', { where: { isActive: false } })).toMatchObject([{ name: 'Lake High' }])
  })

  test('a directory may list several of one name at one school', async () => {
    const store = openMemoryStore()
    const twins = {
      schools: [{ name: 'Ridge' }],
      students: [
        { name: 'Kid', school: 'Ridge' },
        { name: 'Kid', school: 'Ridge' },
      ],
    }
    expect(await run(store, 'x.json', twins)).toContain('students +Kid,Kid ~ -')
    expect(await run(store, 'x.json', twins)).toEqual([])
    expect(await run(store, 'x.json', { students: twins.students.slice(1) })).toEqual(['students + ~ -Kid'])
  })

  test('an invalid directory is refused with the path inside it', async () => {
    expect(await run(await ridge(), 'x.json', { partners: [{ name: 'A' }, { people: [] }] })).toEqual([
      'partners[1].name: Invalid input: expected string, received undefined',
    ])
    expect(await run(await ridge(), 'x.json', '{')).toEqual(['the file: It is no JSON.'])
  })

  test('what was set in chat stays: roles, accounts, other addresses', async () => {
    const store = await ridge()
    const [jo] = await store.find('staff')
    if (!jo) throw new Error('nobody')
    const after = { ...jo, role: 'approver' as const, identities: ['slack:T:U'] }
    const base = { conversation: 'c', at, what: 'role', reliesOn: [], touches: [], deliveries: [] }
    await store.commit({ ...base, id: 'r1', inbound: 'r1', writes: [{ kind: 'staff', id: jo.id, before: jo, after }] })
    await run(store, 'staff.csv', 'name,email,id\nJo Dean-Park,jo@ridge.example,77\n')
    await run(store, 'staff.csv', 'name,email,id\nJo Dean-Park,jdp@ridge.example,77\n')
    expect(await store.find('staff')).toMatchObject([
      {
        name: 'Jo Dean-Park',
        role: 'approver',
        identities: ['slack:T:U'],
        emails: ['jdp@ridge.example', 'jo@ridge.example'],
      },
    ])
  })
})

describe('importing a table', () => {
  test.each([
    ['comma', 'Name,Partner,E-mail,Title\nAna Lee,acme,ANA@acme.example,Director\nNew Guy,Bolt,,\n'],
    ['semicolon', 'Name;Partner;E-mail;Title\nAna Lee;acme;ANA@acme.example;Director\nNew Guy;Bolt;;\n'],
    ['tab', 'Name\tPartner\tE-mail\tTitle\nAna Lee\tacme\tANA@acme.example\tDirector\nNew Guy\tBolt\t\t\n'],
    [
      'byte order mark, line ends of Windows',
      '\uFEFFname,partner,email,title\r\nAna Lee,acme,ana@acme.example,Director\r\nNew Guy,Bolt,,\r\n',
    ],
  ])('%s', async (_, csv) => {
    expect(await run(await ridge(), 'people.csv', csv)).toEqual(['people +New Guy ~Ana Lee (title) -Cy Roe'])
  })

  test('Windows-1252', async () => {
    const store = await ridge()
    const latin = Uint8Array.from(
      [...'name,partner\nJos']
        .map((c) => c.charCodeAt(0))
        .concat(
          [0xe9],
          [...',Bolt\n'].map((c) => c.charCodeAt(0)),
        ),
    )
    expect(await run(store, 'people.csv', latin)).toEqual(['people +José ~ -Ana Lee,Cy Roe'])
  })

  test('every bad row is named, and nothing is imported', async () => {
    const store = await ridge()
    const csv = [
      'name,school,program',
      'Kid Two,Ridge,Welding',
      'Kid Three,Nowhere,Sailing',
      '',
      ',Ridge,',
      'Kid Two,Ridge High,',
      'Kid Four,Ridge,Welding,too,many',
    ].join('\n')
    expect(await run(store, 'students.csv', csv)).toEqual(['line 7: It has 5 cells, and there are 3 columns.'])
    expect(await run(store, 'students.csv', csv.split('\n').slice(0, -1).join('\n'))).toEqual([
      'line 3: There is no school "Nowhere".',
      'line 3: There is no program "Sailing".',
      'line 5: It has no name.',
      'line 6: "Kid Two" is already at line 2: give an id or an e-mail address.',
    ])
    expect(await store.count('student')).toBe(1)
  })

  test('rows that come back are active again', async () => {
    const store = await ridge()
    await run(store, 'students.csv', 'name,school\nKid Two,Ridge\n')
    expect(await run(store, 'students.csv', 'name,school\nKid One,Ridge\nKid Two,Ridge\n')).toEqual([
      'students + ~Kid One (active again) -',
    ])
  })

  test('two students of one name are told apart by school, or by their ids', async () => {
    const store = await ridge()
    await run(store, 'students.csv', 'id,name,school\n1,Kid One,Ridge\n2,Kid One,Ridge\n3,Kid One,Lake High\n')
    expect(await store.count('student')).toBe(3)
    expect(await run(store, 'students.csv', 'name,school\nKid One,Ridge\nKid One,Lake High\n')).toEqual([
      'line 2: Several are called "Kid One": give an id or an e-mail address.',
    ])
    expect(
      await run(store, 'students.csv', 'id,name,school\n1,Kid Uno,Ridge\n2,Kid One,Ridge\n3,Kid One,Lake High\n'),
    ).toEqual(['students + ~Kid Uno (name) -'])
  })

  test('contacts, once', async () => {
    const store = await ridge()
    const csv =
      'Partner,Date,People,Offers,Method,Follow-up,Note,By\nacme,11/19/2026,Ana Lee|New Guy,internship:2|job shadow,call,2026-12-04,"said ""yes""\nand more",jo dean\n'
    await run(store, 'contacts.csv', csv)
    expect(await run(store, 'contacts.csv', csv)).toEqual([])
    expect(await exportAll(store, zone)).toMatchObject({
      contacts: [
        {
          partner: 'Acme Power',
          people: ['Ana Lee', 'New Guy'],
          method: 'call',
          date: '2026-11-19',
          offers: [{ kind: 'internship', count: 2 }, { kind: 'job_shadow' }],
          followUp: '2026-12-04',
          note: 'said "yes"\nand more',
          by: 'Jo Dean',
        },
      ],
      followUps: [{ partner: 'Acme Power', date: '2026-12-04', owner: 'Jo Dean', done: false }],
    })
  })

  test.each([
    [
      'list.csv',
      'name\nA\n',
      'line 1: What it lists is unclear: add --table with one of partners, people, schools, programs, staff, students, contacts.',
    ],
    ['people.csv', 'name\nA\n', 'line 1: A table of people needs the column partner.'],
    ['people.csv', 'name,Name,partner\n', 'line 1: The column "name" is there twice.'],
    ['people.csv', 'name,partner\n"A,Bolt\n', 'line 2: A quotation mark is out of place.'],
    ['people.csv', '', 'line 1: There are no columns.'],
    ['contacts.csv', 'partner,date\nBolt,Feb 30\n', 'line 2: "Feb 30" is no day: write it as 2026-12-03 or 12/3/2026.'],
  ])('%s with %j is refused', async (file, csv, problem) => {
    expect(await run(await ridge(), file, csv)).toEqual([problem])
  })

  test('methods and offers are those of understanding', () => {
    expect(CONTACT_METHODS).toEqual([...METHODS])
    expect(CONTACT_OFFERS).toEqual([...OFFER_KINDS])
  })

  test('any bytes are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(bytes)), (raw) => {
        expect(Array.isArray(readCsv(raw).problems)).toBe(true)
      }),
    )
  })
})
