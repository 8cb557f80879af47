import { beforeEach, describe, expect, test } from 'vitest'
import type { LocalDate, LocalMoment } from '../../../../data/time.ts'

import { at, BASE, linkTo, openPages, type Pages } from './pages-stage.ts'

let pages: Pages

beforeEach(async () => {
  pages = await openPages()
})

describe("a guest's page", () => {
  test('opening it records nothing and tells nothing of other guests', async () => {
    const response = await pages.get(linkTo('answer', 'i1'))
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('Tue, Dec 8, 8:00 to 9:00')
    expect(page).not.toContain('Rail Works')
    expect(page).not.toContain('<script')
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(await pages.answers()).toEqual([])
  })

  test('the calendar file of a guest names no other guest', async () => {
    const text = await (await pages.get(`${linkTo('answer', 'i1')}/event.ics`)).text()
    expect(text).toContain('UID:e1@liaison')
    expect(text).not.toContain('Rail Works')
  })

  test('an answer is recorded, and a later one takes its place', async () => {
    const page = await (
      await pages.post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '3', dietary: 'no nuts' })
    ).text()
    expect(page).toContain('Thank you. We look forward to seeing you.')
    expect(await pages.answers()).toMatchObject([{ answer: 'yes', headcount: 3, dietary: 'no nuts', via: 'link' }])
    pages.clock.now = at('2026-11-21T09:00:00-05:00')
    await pages.post(linkTo('answer', 'i1'), { answer: 'no' })
    expect(await pages.answers()).toMatchObject([{ answer: 'no' }])
  })

  test('what is no answer is refused with a sentence', async () => {
    expect((await pages.post(linkTo('answer', 'i1'), { answer: 'perhaps' })).status).toBe(400)
    expect((await pages.post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '-2' })).status).toBe(400)
    expect(await pages.answers()).toEqual([])
  })

  test('a link changed by one character, or signed for another page, opens nothing', async () => {
    const until = at('2027-01-08T00:00:00-05:00')
    const link = linkTo('answer', 'i1', until)
    expect((await pages.get(link)).status).toBe(200)
    for (let n = link.indexOf('/answer/') + '/answer/'.length; n < link.length; n += 1) {
      for (const other of ['A', 'B', '0', '.', '_']) {
        const changed = `${link.slice(0, n)}${other}${link.slice(n + 1)}`
        if (changed !== link) expect((await pages.get(changed)).status).toBe(404)
      }
      expect((await pages.get(link.slice(0, n) + link.slice(n + 1))).status).toBe(404)
    }
    expect((await pages.get(linkTo('chart', 'i1').replace('/chart/', '/answer/'))).status).toBe(404)
    expect((await pages.get(linkTo('answer', 'i9'))).status).toBe(404)
  })

  test('a link used for another event, or with another end put into it, opens nothing and says nothing', async () => {
    const [id, , mac] = linkTo('answer', 'i1', at('2027-01-08T00:00:00-05:00')).split('/answer/')[1]?.split('.') ?? []
    const other = linkTo('answer', 'i2', at('2027-01-08T00:00:00-05:00')).split('/answer/')[1]?.split('.') ?? []
    for (const token of [
      [other[0], other[1], mac],
      [id, '0', mac],
      [id, 'zzzzzzzz', mac],
    ]) {
      const response = await pages.post(`${BASE}/c/answer/${token.join('.')}`, { answer: 'yes' })
      expect(response.status).toBe(404)
      expect(await response.text()).toBe('404 Not Found')
    }
    expect(await pages.answers()).toEqual([])
  })

  test('a link whose own time is over opens nothing, though the event was moved far ahead since', async () => {
    const link = linkTo('answer', 'i1', at('2027-01-08T00:00:00-05:00'))
    const before = await pages.store.get('event', 'e1')
    if (!before) throw new Error('The event is gone.')
    const later = { start: '2027-03-09T08:00' as LocalMoment, end: '2027-03-09T09:00' as LocalMoment }
    const after = { ...before, ...later, lastDay: '2027-03-09' as LocalDate, sequence: 1 }
    await pages.commit('move', [{ kind: 'event', id: 'e1', before, after }])
    pages.clock.now = at('2027-01-08T00:00:00-05:00')
    expect((await pages.get(link)).status).toBe(200)
    pages.clock.now = at('2027-01-08T00:00:01-05:00')
    expect((await pages.get(link)).status).toBe(404)
    expect((await pages.get(linkTo('answer', 'i1', at('2027-04-09T00:00:00-04:00')))).status).toBe(200)
  })

  test('from its start it is over, and what was sent too late is noted; 30 days later it is gone', async () => {
    pages.clock.now = at('2026-12-08T08:00:00-05:00')
    const page = await (await pages.get(linkTo('answer', 'i1'))).text()
    expect(page).toContain('This event is over.')
    expect(page).not.toContain('<form')
    const late = await (await pages.post(linkTo('answer', 'i1'), { answer: 'yes', headcount: '2' })).text()
    expect(late).toContain('This event has begun. Your answer was noted.')
    expect(await pages.answers()).toMatchObject([{ answer: 'yes', headcount: 2, isLate: true }])
    pages.clock.now = at('2027-01-07T12:00:00-05:00')
    expect((await pages.get(linkTo('answer', 'i1'))).status).toBe(200)
    pages.clock.now = at('2027-01-08T12:00:00-05:00')
    expect((await pages.get(linkTo('answer', 'i1'))).status).toBe(404)
  })
})
