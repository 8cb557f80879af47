import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inbound } from '../../conversations/inbound.ts'
import { cardText } from '../../data/card.ts'
import type { Delivery, Sender } from '../../data/delivery.ts'
import { readDirectory } from '../../data/directory.ts'
import { writesOfDirectory } from '../../data/directory-records.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Store, Write } from '../../data/store.ts'
import type { Instant, Zone } from '../../data/time.ts'
import { assembleLiaison, type Liaison } from '../../src/liaison.ts'
import { mailChannel } from '../../src/mail.ts'
import { linkMaker } from '../../src/pages/signed-links.ts'
import { directory } from '../conversations/calendar/directory.ts'
import { calendarIn, headerOf, openMailServer } from '../fakes/mail-server.ts'
import { sampleBreakfast } from './sample-breakfast.ts'

const zone = 'America/New_York' as Zone
const at = (text: string): Instant => Date.parse(text) as Instant
const SECRET = 'a secret of at least thirty-two characters'

let now: Instant
let store: Store
let liaison: Liaison
let server: Awaited<ReturnType<typeof openMailServer>>
let shown: string[]
let ids: Record<string, string>
const closers: (() => void)[] = []
let count = 0

beforeEach(async () => {
  now = at('2026-11-20T09:00:00-05:00')
  shown = []
  count = 0
  store = openMemoryStore()
  server = await openMailServer()
  const read = readDirectory(directory)
  if (!read.ok) throw new Error('The directory is not read.')
  await commit('seed', writesOfDirectory(read.directory, now))
  const all = [...(await store.find('partner')), ...(await store.find('person')), ...(await store.find('staff'))]
  ids = Object.fromEntries([...all, ...(await store.find('school'))].map(({ name, id }) => [name, id]))
  const mail = mailChannel({ url: `smtp://127.0.0.1:${server.port}`, from: 'liaison@cte.example', store, zone })
  const terminal: Sender = {
    async send(delivery: Delivery) {
      if ('card' in delivery.content) shown.push(cardText(delivery.content.card))
      return { kind: 'sent', ref: { address: delivery.to, message: delivery.id } }
    },
    find: async () => 'missing',
  }
  liaison = await assembleLiaison({
    store,
    senders: new Map([
      ['terminal', terminal],
      ['mail', mail],
    ]),
    clock: () => now,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: 'test',
    sendsMail: true,
    linkTo: linkMaker('https://liaison.example', SECRET),
    random: () => 0.5,
    log: {
      turn: () => {},
      delivery: () => {},
      broken: ({ error }) => {
        throw error
      },
      failed: (error) => {
        throw error
      },
    },
  })
  closers.push(() => mail.close())
})
afterEach(async () => {
  for (const close of closers.splice(0)) close()
  await liaison.stop()
  await server.close().catch(() => {})
})

async function commit(id: string, writes: Write[]): Promise<void> {
  const nothing = { reliesOn: [], touches: [], deliveries: [] }
  await store.commit({ id, inbound: id, conversation: 'seed', at: now, what: 'seed', writes, ...nothing })
}

async function plan(parts: Partial<RecordOf<'event'>> = {}): Promise<void> {
  const event = sampleBreakfast({
    at: now,
    school: ids['North High'] ?? '',
    partners: [ids['Metro Motors'] ?? '', ids['Rail Works'] ?? ''],
    owner: ids['Olga Organizer'] ?? '',
    ...parts,
  })
  await commit('plan', [{ kind: 'event', id: 'e1', after: event }])
}

/** The organizer presses or sends; all that is due at once goes out. */
async function take(what: Inbound['what']): Promise<void> {
  count += 1
  const user = ids['Olga Organizer'] ?? ''
  const handled = await liaison.intake.handle({
    id: `in-${count}`,
    author: { channel: 'terminal', user },
    at: now,
    place: { channel: 'terminal', isDirect: true, person: user },
    isPrivate: false,
    what,
  })
  if (handled.kind !== 'kept') throw new Error(cardText(handled.card))
  await liaison.intake.deliver(handled.replies)
  await liaison.tick()
}
const press = (action: string) => take({ kind: 'pressed', press: { action, args: { id: 'e1' } } })
const advance = (to: string) =>
  liaison.advance(at(to), (next) => {
    now = next
  })
/** What the organizer was told since the last look. */
const told = (): string => shown.splice(0).join('\n')

describe('from the invitation to the mailbox', () => {
  test('invited, changed and cancelled: one event in the guest’s calendar, its sequence growing', async () => {
    await plan()
    expect(server.mails).toHaveLength(0)
    await press('calendar.invite')
    expect(server.mails.map((mail) => headerOf(mail, 'To')).sort()).toEqual([
      'Ana Ruiz <ana@metro.example>',
      'Ben Ode <ben@rail.example>',
    ])
    const mail = server.mails.find((one) => one.includes('ana@metro.example')) ?? ''
    expect(headerOf(mail, 'Subject')).toBe('Invitation: Partner breakfast, North High, Tue, Dec 8, 8:00 to 9:00')
    expect(mail).not.toContain('Rail Works')
    const [invitation] = await store.find('invitation', { where: { partner: ids['Metro Motors'] ?? '' } })
    const address = linkMaker('https://liaison.example', SECRET)(
      'answer',
      invitation?.id ?? '',
      at('2027-01-08T00:00:00-05:00'),
    )
    expect(mail.replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain(address)
    const first = calendarIn(mail)
    expect(first).toEqual({
      type: 'REQUEST',
      method: 'REQUEST',
      count: 1,
      uid: 'e1@liaison',
      sequence: 0,
      start: '2026-12-08T13:00:00.000Z',
      status: 'CONFIRMED',
      organizer: 'mailto:liaison@cte.example',
      attendees: ['MAILTO:ana@metro.example'],
      rule: undefined,
    })
    server.mails.length = 0
    const values = {
      event: 'breakfast',
      day: '2026-12-09',
      from: '08:30',
      to: '09:30',
      partners: 'Metro Motors, Rail Works',
    }
    await take({ kind: 'submitted', press: { action: 'calendar.save', args: { id: 'e1' } }, values })
    expect(server.mails).toHaveLength(2)
    expect(calendarIn(server.mails[0] ?? '')).toMatchObject({
      method: 'REQUEST',
      uid: 'e1@liaison',
      sequence: 1,
      start: '2026-12-09T13:30:00.000Z',
      status: 'CONFIRMED',
    })
    server.mails.length = 0
    await press('calendar.cancel')
    expect(server.mails).toHaveLength(2)
    expect(headerOf(server.mails[0] ?? '', 'Subject')).toMatch(/^Cancelled: Partner breakfast/)
    expect(calendarIn(server.mails[0] ?? '')).toMatchObject({
      type: 'CANCEL',
      method: 'CANCEL',
      uid: 'e1@liaison',
      sequence: 2,
      start: '2026-12-09T13:30:00.000Z',
      status: 'CANCELLED',
    })
  })

  test('a series comes as one event with its rule; a reminder brings no invitation', async () => {
    await plan({ repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2', partners: [ids['Metro Motors'] ?? ''] })
    await press('calendar.invite')
    expect(server.mails).toHaveLength(0)
    expect(told()).toContain('[All of them]')
    await take({ kind: 'said', text: 'all of them' })
    expect(server.mails).toHaveLength(1)
    expect(calendarIn(server.mails[0] ?? '')).toMatchObject({
      uid: 'e1@liaison',
      count: 1,
      rule: 'FREQ=WEEKLY;COUNT=2;BYDAY=TU',
    })
    server.mails.length = 0
    await advance('2026-12-07T09:00:00-05:00')
    expect(server.mails.map((mail) => headerOf(mail, 'Subject'))).toEqual([
      'Reminder: Partner breakfast, North High, Tue, Dec 8, 8:00 to 9:00',
    ])
    expect(server.mails[0]).not.toContain('text/calendar')
  })
})

describe('a mail server that is down', () => {
  test('is tried with growing pauses; after an hour the organizer hears of it, once; nobody is mailed twice', async () => {
    await plan()
    const { port } = server
    await server.close()
    await press('calendar.invite')
    expect(told()).toContain('Told: Ana Ruiz, Ben Ode.')
    const attempts = async (): Promise<number[]> =>
      (await store.deliveries({ state: 'due', limit: 10 })).map((one) => one.attempts)
    expect(await attempts()).toEqual([1, 1])
    await advance('2026-11-20T09:59:00-05:00')
    // 30 s, then twice as long each time: at 0:30, 1:30, 3:30, 7:30, 15:30 and 31:30.
    expect(await attempts()).toEqual([7, 7])
    expect(told()).toBe('')
    await advance('2026-11-20T13:00:00-05:00')
    const late = told()
    expect(late.match(/has not gone out for an hour/g)).toHaveLength(1)
    expect(late).toContain('The invitation to Ana Ruiz, Metro Motors; Ben Ode, Rail Works has not gone out for an hour')
    server = await openMailServer(port)
    await advance('2026-11-20T20:00:00-05:00')
    expect(server.mails.map((mail) => headerOf(mail, 'To')).sort()).toEqual([
      'Ana Ruiz <ana@metro.example>',
      'Ben Ode <ben@rail.example>',
    ])
    await advance('2026-11-21T20:00:00-05:00')
    expect(server.mails).toHaveLength(2)
    expect(told()).toBe('')
  })

  test('for good: the organizer is handed the text', async () => {
    await plan({ partners: [ids['Metro Motors'] ?? ''] })
    await server.close()
    await press('calendar.invite')
    await advance('2026-11-21T12:00:00-05:00')
    const said = told()
    expect(said).toContain('The invitation to Ana Ruiz, Metro Motors was not delivered. Given up after 12 attempts.')
    expect(said).toContain('Send this yourself:')
    expect(said).toContain('Dear Ana, we would like to have you at our partner breakfast on Tue, Dec 8, 8:00 to 9:00.')
    await advance('2026-11-22T12:00:00-05:00')
    expect(told()).not.toContain('was not delivered')
  })

  test('one that took the mail and was not heard of again is not sent it twice: the organizer is told to ask', async () => {
    await plan({ partners: [ids['Metro Motors'] ?? ''] })
    const { port } = server
    await server.close()
    server = await openMailServer(port, () => true)
    await press('calendar.invite')
    expect(server.mails).toHaveLength(1)
    await advance('2026-11-20T12:00:00-05:00')
    expect(server.mails).toHaveLength(1)
    expect(told()).toContain('The invitation to Ana Ruiz, Metro Motors may not have arrived')
  })
})
