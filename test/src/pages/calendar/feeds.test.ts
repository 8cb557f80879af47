import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import type { LocalDate, LocalMoment } from '../../../../data/time.ts'

import { at, linkTo, openPages, type Pages } from './pages-stage.ts'

let pages: Pages

beforeEach(async () => {
  pages = await openPages()
})

test('the chart, the cards and the sign-in sheet show who said yes', async () => {
  await pages.post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '2' })
  for (const page of ['chart', 'cards', 'signin']) {
    const response = await pages.get(linkTo(page, 'e1'))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Metro Motors')
  }
  expect((await pages.get(linkTo('preparation', 'e1'))).status).toBe(200)
})

test('a feed and its month tell the same; a renewed link closes the older one', async () => {
  const text = await (await pages.get(linkTo('feed', 'all:0:'))).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(events.map(({ uid, startDate }) => [uid, startDate.toJSDate().toISOString()])).toContainEqual([
    'e1@liaison',
    '2026-12-08T13:00:00.000Z',
  ])
  const month = await (await pages.get(`${linkTo('month', 'all:0:')}?month=2026-12`)).text()
  expect(month).toContain('Tue, Dec 8')
  const said = await pages.engine.handle({
    id: 'm1',
    author: { channel: 'terminal', user: (await pages.store.find('staff', { where: { role: 'admin' } }))[0]?.id ?? '' },
    at: pages.clock.now,
    place: { channel: 'terminal', isDirect: true },
    isPrivate: false,
    what: { kind: 'said', text: 'renew the calendar link for the whole district' },
  })
  expect(said.kind).toBe('kept')
  expect((await pages.get(linkTo('feed', 'all:0:'))).status).toBe(404)
  expect((await pages.get(linkTo('feed', 'all:1:'))).status).toBe(200)
})

test('a cancelled event stays in the feed as cancelled', async () => {
  const before = await pages.store.get('event', 'e1')
  if (!before) throw new Error('The event is gone.')
  await pages.commit('cancel', [
    { kind: 'event', id: 'e1', before, after: { ...before, isCancelled: true, sequence: 1 } },
  ])
  const text = await (await pages.get(linkTo('feed', 'all:0:'))).text()
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toContain('SEQUENCE:1')
})

test('a feed that has not changed is not sent again, one that has is', async () => {
  const feed = linkTo('feed', 'all:0:')
  const asked = (headers: Record<string, string>) => pages.app.request(feed, { headers })
  const first = await pages.get(feed)
  const tag = first.headers.get('ETag') ?? ''
  const modified = first.headers.get('Last-Modified') ?? ''
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(modified).toBe('Fri, 20 Nov 2026 14:00:00 GMT')
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
  pages.clock.now = at('2026-11-20T10:00:00-05:00')
  const again = await asked({ 'If-None-Match': `"other", W/${tag}` })
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  expect(again.headers.get('Last-Modified')).toBe(modified)
  expect((await asked({ 'If-Modified-Since': modified })).status).toBe(304)
  expect((await asked({ 'If-None-Match': '"other"', 'If-Modified-Since': modified })).status).toBe(200)
  const before = await pages.store.get('event', 'e1')
  if (!before) throw new Error('The event is gone.')
  await pages.commit('room', [{ kind: 'event', id: 'e1', before, after: { ...before, room: '112', sequence: 1 } }])
  const changed = await asked({ 'If-None-Match': tag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('ETag')).not.toBe(tag)
  expect((await asked({ 'If-Modified-Since': modified })).status).toBe(200)
  expect(changed.headers.get('Last-Modified')).toBe('Fri, 20 Nov 2026 15:00:00 GMT')
  // Changed twice within a second: the later one has a tag alone, and whoever holds the earlier one gets it.
  const after = await pages.store.get('event', 'e1')
  if (!after) throw new Error('The event is gone.')
  await pages.commit('room-2', [
    { kind: 'event', id: 'e1', before: after, after: { ...after, room: '114', sequence: 2 } },
  ])
  const soon = await asked({ 'If-Modified-Since': 'Fri, 20 Nov 2026 15:00:00 GMT' })
  expect([soon.status, soon.headers.has('Last-Modified')]).toEqual([200, false])
  expect((await asked({ 'If-Modified-Since': 'nonsense' })).status).toBe(200)
})

test("a colleague's feed and month hold the one day of a series that they are asked to", async () => {
  const staff = (await pages.store.find('staff', { where: { name: 'Dina Diesel' } }))[0]?.id ?? ''
  const start = { start: '2026-12-01T10:00' as LocalMoment, end: '2026-12-01T11:00' as LocalMoment }
  const series = {
    ...pages.event,
    ...start,
    id: 'e2',
    repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
    lastDay: '2026-12-15' as LocalDate,
  }
  const base = { version: 0, event: 'e2', via: 'chat' as const, sequence: 0, isWithdrawn: false, at: pages.clock.now }
  await pages.commit('series', [
    { kind: 'event', id: 'e2', after: series },
    { kind: 'invitation', id: 'i3', after: { id: 'i3', staff, time: 1, ...base } },
  ])
  const times = async (): Promise<unknown[]> => {
    const text = await (await pages.get(linkTo('feed', `staff:0:${staff}`))).text()
    return new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .map(({ uid, startDate, component }) => [uid, startDate.toString(), component.getFirstPropertyValue('status')])
  }
  expect(await times()).toEqual([['e2-1@liaison', '2026-12-08T15:00:00Z', 'CONFIRMED']])
  const month = await (await pages.get(`${linkTo('month', `staff:0:${staff}`)}?month=2026-12`)).text()
  expect([...month.matchAll(/scope="row">(.*?)</g)].map(([, day]) => day)).toEqual(['Tue, Dec 8'])
  const page = await pages.store.get('event', 'e2')
  if (!page) throw new Error('The series is gone.')
  const off = ['2026-12-08'] as LocalDate[]
  await pages.commit('off', [
    { kind: 'event', id: 'e2', before: page, after: { ...page, skips: off, calledOff: off, sequence: 1 } },
  ])
  expect(await times()).toEqual([])
})
