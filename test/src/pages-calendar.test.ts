import { Hono } from 'hono'
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../conversations/engine.ts'
import { conversations } from '../../conversations/index.ts'
import { LiveKnowledge } from '../../conversations/live-knowledge.ts'
import { readDirectory } from '../../data/directory.ts'
import { writesOfDirectory } from '../../data/directory-records.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Store, Write } from '../../data/store.ts'
import type { Instant, LocalDate, LocalMoment, Zone } from '../../data/time.ts'
import { calendarRoutes } from '../../src/pages/calendar/routes.tsx'
import { linkMaker } from '../../src/pages/signed-links.ts'
import { directory } from '../conversations/calendar/directory.ts'

const zone = 'America/New_York' as Zone
const SECRET = 'a secret of at least thirty-two characters'
const BASE = 'https://liaison.example'
const linkTo = linkMaker(BASE, SECRET)
const at = (text: string): Instant => Date.parse(text) as Instant

let now = at('2026-11-20T09:00:00-05:00')
let store: Store
let engine: Engine
let app: Hono
let event: RecordOf<'event'>

const commit = (id: string, writes: Write[]) =>
  store.commit({
    id,
    inbound: id,
    conversation: 'seed',
    at: now,
    what: 'seed',
    writes,
    reliesOn: [],
    touches: [],
    deliveries: [],
  })

beforeEach(async () => {
  now = at('2026-11-20T09:00:00-05:00')
  store = openMemoryStore()
  const read = readDirectory(directory)
  if (!read.ok) throw new Error('The directory is not read.')
  await commit('seed', writesOfDirectory(read.directory, now))
  const partner = (await store.find('partner', { where: { name: 'Metro Motors' } }))[0]?.id ?? ''
  const other = (await store.find('partner', { where: { name: 'Rail Works' } }))[0]?.id ?? ''
  const school = (await store.find('school', { where: { name: 'North High' } }))[0]?.id ?? ''
  event = {
    id: 'e1',
    version: 0,
    event: 'breakfast',
    start: '2026-12-08T08:00' as LocalMoment,
    end: '2026-12-08T09:00' as LocalMoment,
    school,
    partners: [partner, other],
    people: [],
    clusters: [],
    programs: [],
    skips: [],
    lastDay: '2026-12-08' as LocalDate,
    isCancelled: false,
    sequence: 0,
    at: now,
    extra: {},
  }
  const base = { version: 0, event: 'e1', via: 'hand' as const, sequence: 0, isWithdrawn: false, at: now }
  await commit('plan', [
    { kind: 'event', id: 'e1', after: event },
    { kind: 'invitation', id: 'i1', after: { id: 'i1', partner, ...base } },
    { kind: 'invitation', id: 'i2', after: { id: 'i2', partner: other, ...base } },
  ])
  const knowledge = await LiveKnowledge.open(store, () => {})
  engine = createEngine({
    store,
    clock: () => now,
    zone,
    knowledge,
    conversations,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: 'test',
    linkTo,
    log: {
      turn: () => {},
      broken: ({ error }) => {
        throw error
      },
    },
  })
  app = new Hono()
  const nothing = async (): Promise<never> => {
    throw new Error('No page says anything in the name of the staff.')
  }
  const context = {
    store,
    intake: { handle: nothing, deliver: nothing, answered: nothing },
    takeGuest: engine.takeGuest,
    clock: () => now,
    zone,
    publicUrl: BASE,
    linkSecret: SECRET,
  }
  app.route('/', calendarRoutes(context as unknown as Parameters<typeof calendarRoutes>[0]))
})

const get = (link: string) => app.request(link)
const post = (link: string, values: Record<string, string>) =>
  app.request(link, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  })
const answers = () => store.find('rsvp', { where: { event: 'e1' } })

describe("a guest's page", () => {
  test('opening it records nothing and tells nothing of other guests', async () => {
    const response = await get(linkTo('answer', 'i1'))
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('Tue, Dec 8, 8:00 to 9:00')
    expect(page).not.toContain('Rail Works')
    expect(page).not.toContain('<script')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(await answers()).toEqual([])
  })

  test('the calendar file of a guest names no other guest', async () => {
    const text = await (await get(`${linkTo('answer', 'i1')}/event.ics`)).text()
    expect(text).toContain('UID:e1@liaison')
    expect(text).not.toContain('Rail Works')
  })

  test('an answer is recorded, and a later one takes its place', async () => {
    const page = await (
      await post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '3', dietary: 'no nuts' })
    ).text()
    expect(page).toContain('Thank you. We look forward to seeing you.')
    expect(await answers()).toMatchObject([{ answer: 'yes', headcount: 3, dietary: 'no nuts', via: 'link' }])
    now = at('2026-11-21T09:00:00-05:00')
    await post(linkTo('answer', 'i1'), { answer: 'no' })
    expect(await answers()).toMatchObject([{ answer: 'no' }])
  })

  test('what is no answer is refused with a sentence', async () => {
    expect((await post(linkTo('answer', 'i1'), { answer: 'perhaps' })).status).toBe(400)
    expect((await post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '-2' })).status).toBe(400)
    expect(await answers()).toEqual([])
  })

  test('a link changed by one character, or signed for another page, opens nothing', async () => {
    const until = at('2027-01-08T00:00:00-05:00')
    const link = linkTo('answer', 'i1', until)
    expect((await get(link)).status).toBe(200)
    for (let n = link.indexOf('/answer/') + '/answer/'.length; n < link.length; n += 1) {
      for (const other of ['A', 'B', '0', '.', '_']) {
        const changed = `${link.slice(0, n)}${other}${link.slice(n + 1)}`
        if (changed !== link) expect((await get(changed)).status).toBe(404)
      }
      expect((await get(link.slice(0, n) + link.slice(n + 1))).status).toBe(404)
    }
    expect((await get(linkTo('chart', 'i1').replace('/chart/', '/answer/'))).status).toBe(404)
    expect((await get(linkTo('answer', 'i9'))).status).toBe(404)
  })

  test('a link used for another event, or with another end put into it, opens nothing and says nothing', async () => {
    const [id, , mac] = linkTo('answer', 'i1', at('2027-01-08T00:00:00-05:00')).split('/answer/')[1]?.split('.') ?? []
    const other = linkTo('answer', 'i2', at('2027-01-08T00:00:00-05:00')).split('/answer/')[1]?.split('.') ?? []
    for (const token of [
      [other[0], other[1], mac],
      [id, '0', mac],
      [id, 'zzzzzzzz', mac],
    ]) {
      const response = await post(`${BASE}/c/answer/${token.join('.')}`, { answer: 'yes' })
      expect(response.status).toBe(404)
      expect(await response.text()).toBe('404 Not Found')
    }
    expect(await answers()).toEqual([])
  })

  test('a link whose own time is over opens nothing, though the event was moved far ahead since', async () => {
    const link = linkTo('answer', 'i1', at('2027-01-08T00:00:00-05:00'))
    const before = await store.get('event', 'e1')
    if (!before) throw new Error('The event is gone.')
    const later = { start: '2027-03-09T08:00' as LocalMoment, end: '2027-03-09T09:00' as LocalMoment }
    const after = { ...before, ...later, lastDay: '2027-03-09' as LocalDate, sequence: 1 }
    await commit('move', [{ kind: 'event', id: 'e1', before, after }])
    now = at('2027-01-08T00:00:00-05:00')
    expect((await get(link)).status).toBe(200)
    now = at('2027-01-08T00:00:01-05:00')
    expect((await get(link)).status).toBe(404)
    expect((await get(linkTo('answer', 'i1', at('2027-04-09T00:00:00-04:00')))).status).toBe(200)
  })

  test('from its start it is over, and what was sent too late is noted; 30 days later it is gone', async () => {
    now = at('2026-12-08T08:00:00-05:00')
    const page = await (await get(linkTo('answer', 'i1'))).text()
    expect(page).toContain('This event is over.')
    expect(page).not.toContain('<form')
    const late = await (await post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '2' })).text()
    expect(late).toContain('This event has begun. Your answer was noted.')
    expect(await answers()).toMatchObject([{ answer: 'yes', headcount: 2, isLate: true }])
    now = at('2027-01-07T12:00:00-05:00')
    expect((await get(linkTo('answer', 'i1'))).status).toBe(200)
    now = at('2027-01-08T12:00:00-05:00')
    expect((await get(linkTo('answer', 'i1'))).status).toBe(404)
  })
})

test('the chart, the cards and the sign-in sheet show who said yes', async () => {
  await post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '2' })
  for (const page of ['chart', 'cards', 'signin']) {
    const response = await get(linkTo(page, 'e1'))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Metro Motors')
  }
  expect((await get(linkTo('preparation', 'e1'))).status).toBe(200)
})

test('a feed and its month tell the same; a renewed link closes the older one', async () => {
  const text = await (await get(linkTo('feed', 'all:0:'))).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(events.map(({ uid, startDate }) => [uid, startDate.toJSDate().toISOString()])).toContainEqual([
    'e1@liaison',
    '2026-12-08T13:00:00.000Z',
  ])
  const month = await (await get(`${linkTo('month', 'all:0:')}?month=2026-12`)).text()
  expect(month).toContain('Tue, Dec 8')
  const said = await engine.handle({
    id: 'm1',
    author: { channel: 'terminal', user: (await store.find('staff', { where: { role: 'admin' } }))[0]?.id ?? '' },
    at: now,
    place: { channel: 'terminal', isDirect: true },
    isPrivate: false,
    what: { kind: 'said', text: 'renew the calendar link for the whole district' },
  })
  expect(said.kind).toBe('kept')
  expect((await get(linkTo('feed', 'all:0:'))).status).toBe(404)
  expect((await get(linkTo('feed', 'all:1:'))).status).toBe(200)
})

test('a cancelled event stays in the feed as cancelled', async () => {
  const before = await store.get('event', 'e1')
  if (!before) throw new Error('The event is gone.')
  await commit('cancel', [{ kind: 'event', id: 'e1', before, after: { ...before, isCancelled: true, sequence: 1 } }])
  const text = await (await get(linkTo('feed', 'all:0:'))).text()
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('SEQUENCE:1')
})

test('a feed that has not changed is not sent again, one that has is', async () => {
  const feed = linkTo('feed', 'all:0:')
  const asked = (headers: Record<string, string>) => app.request(feed, { headers })
  const first = await get(feed)
  const tag = first.headers.get('ETag') ?? ''
  const modified = first.headers.get('Last-Modified') ?? ''
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(modified).toBe('Fri, 20 Nov 2026 14:00:00 GMT')
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
  now = at('2026-11-20T10:00:00-05:00')
  const again = await asked({ 'If-None-Match': `"other", W/${tag}` })
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  expect(again.headers.get('Last-Modified')).toBe(modified)
  expect((await asked({ 'If-Modified-Since': modified })).status).toBe(304)
  expect((await asked({ 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status).toBe(200)
  const before = await store.get('event', 'e1')
  if (!before) throw new Error('The event is gone.')
  await commit('room', [{ kind: 'event', id: 'e1', before, after: { ...before, room: '112', sequence: 1 } }])
  const changed = await asked({ 'If-None-Match': tag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('ETag')).not.toBe(tag)
  expect((await asked({ 'If-Modified-Since': modified })).status).toBe(200)
  expect(changed.headers.get('Last-Modified')).toBe('Fri, 20 Nov 2026 15:00:00 GMT')
  // Changed twice within a second: the later one has a tag alone, and whoever holds the earlier one gets it.
  const after = await store.get('event', 'e1')
  if (!after) throw new Error('The event is gone.')
  await commit('room-2', [{ kind: 'event', id: 'e1', before: after, after: { ...after, room: '114', sequence: 2 } }])
  const soon = await asked({ 'If-Modified-Since': 'Fri, 20 Nov 2026 15:00:00 GMT' })
  expect([soon.status, soon.headers.has('Last-Modified')]).toEqual([200, false])
  expect((await asked({ 'If-Modified-Since': 'nonsense' })).status).toBe(200)
})

test("a colleague's feed and month hold the one day of a series that they are asked to", async () => {
  const staff = (await store.find('staff', { where: { name: 'Dina Diesel' } }))[0]?.id ?? ''
  const start = { start: '2026-12-01T10:00' as LocalMoment, end: '2026-12-01T11:00' as LocalMoment }
  const series = {
    ...event,
    ...start,
    id: 'e2',
    repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
    lastDay: '2026-12-15' as LocalDate,
  }
  const base = { version: 0, event: 'e2', via: 'chat' as const, sequence: 0, isWithdrawn: false, at: now }
  await commit('series', [
    { kind: 'event', id: 'e2', after: series },
    { kind: 'invitation', id: 'i3', after: { id: 'i3', staff, time: 1, ...base } },
  ])
  const times = async (): Promise<unknown[]> => {
    const text = await (await get(linkTo('feed', `staff:0:${staff}`))).text()
    return new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .map(({ uid, startDate, component }) => [uid, startDate.toString(), component.getFirstPropertyValue('status')])
  }
  expect(await times()).toEqual([['e2-1@liaison', '2026-12-08T15:00:00Z', 'CONFIRMED']])
  const month = await (await get(`${linkTo('month', `staff:0:${staff}`)}?month=2026-12`)).text()
  expect([...month.matchAll(/scope="row">(.*?)</g)].map(([, day]) => day)).toEqual(['Tue, Dec 8'])
  const page = await store.get('event', 'e2')
  if (!page) throw new Error('The series is gone.')
  const off = ['2026-12-08'] as LocalDate[]
  await commit('off', [
    { kind: 'event', id: 'e2', before: page, after: { ...page, skips: off, calledOff: off, sequence: 1 } },
  ])
  expect(await times()).toEqual([])
})
