import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../conversations/understanding/explain.ts'
import type { LocalMoment, Zone } from '../../data/time.ts'
import { answerLine, openDirectory, readNow } from '../../src/understand.ts'

const folder = `${import.meta.dirname}/../conversations/understanding/cases-lakeshore`
const opened = openDirectory(`${folder}/directory.json`)
if ('problem' in opened) throw new Error(opened.problem)
const { knowledge, zone } = opened
const answer = (line: string): Record<string, unknown> => JSON.parse(answerLine(line, knowledge, zone))
const message = (more: object): string =>
  JSON.stringify({ id: 'a1', text: 'called Hal at Metra today', now: '2026-11-10T10:00:00-06:00', ...more })

describe('a line of messages', () => {
  it('is answered by a frame', () => {
    expect(answer(message({ extra: true }))).toEqual({
      id: 'a1',
      intent: 'log_contact',
      slots: { partner: 'Metra', people: ['Hal Jensen'], method: 'call', date: '2026-11-10' },
      problems: [],
      asks: false,
    })
  })

  it('with two requests has the second beside the first', () => {
    const text = 'had coffee with Hal at Metra and book him for a talk at Dunes on Thursday at 10'
    expect(answer(message({ text }))).toMatchObject({
      intent: 'log_contact',
      also: [
        { intent: 'schedule_event', slots: { event: 'speaker', people: ['Hal Jensen'], start: '2026-11-12T10:00' } },
      ],
    })
  })

  it('takes the frame just recorded as what a correction is about', () => {
    const previous = { intent: 'set_follow_up', slots: { partner: 'Metra', date: '2026-11-20' } }
    expect(answer(message({ text: 'no, the 24th', previous }))).toMatchObject({
      intent: 'correct',
      slots: { date: '2026-11-24' },
    })
  })

  it('prints what the product understands beyond the contract as none, with its frame beside', () => {
    expect(answer(message({ text: 'make Terri Novotny an approver' }))).toMatchObject({
      intent: 'none',
      slots: {},
      frame: { intent: 'set_role', slots: { staff: 'Terri Novotny', role: 'approver' } },
    })
  })

  it.each([
    ['no JSON', '{"id":', null, 'not JSON'],
    ['no object', '[1]', null, 'not an object'],
    ['no text', '{"id":"x","now":"2026-11-10T10:00"}', 'x', 'text: not a string'],
    ['an empty text', message({ text: '  ' }), 'a1', 'text: empty'],
    ['a megabyte of text', message({ text: 'a'.repeat(1_000_000) }), 'a1', 'text: longer than 20000 characters'],
    [
      'a day that does not exist',
      message({ now: '2026-02-30T10:00:00-06:00' }),
      'a1',
      'now: not an ISO time that exists',
    ],
    ['no clock', message({ now: undefined }), 'a1', 'now: not an ISO time that exists'],
  ])('with %s has an error', (_, line, id, error) => {
    expect(answer(line)).toEqual({ id, error })
  })

  it('reads the clock in the directory’s zone', () => {
    expect(readNow('2026-11-10T10:00:00-05:00', 'America/Chicago' as Zone)).toBe('2026-11-10T09:00')
    expect(readNow('2026-11-10T10:00', 'America/Chicago' as Zone)).toBe('2026-11-10T10:00')
  })
})

describe('a directory', () => {
  const write = (content: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'directory-')), 'directory.json')
    writeFileSync(path, content)
    return path
  }

  it.each([
    ['{', /is not JSON/],
    ['{"partners":[{"name":"A"},{"aliases":[]}]}', /partners\[1\]\.name/],
    ['{"timezone":"Mars/Base"}', /timezone/],
    ['{"calendar":{"pdDays":["2026-02-30"]}}', /calendar\.pdDays\[0\]/],
  ])('that is not valid is said to be so, with the place: %s', (content, expected) => {
    expect(openDirectory(write(content))).toEqual({ problem: expect.stringMatching(expected) })
  })

  it('that is not there is said to be so', () => {
    expect(openDirectory('/nowhere/directory.json')).toEqual({ problem: expect.stringMatching(/cannot be read/) })
  })

  it('may be empty', () => {
    expect(openDirectory(write('{}'))).toMatchObject({ zone: 'America/New_York' })
  })
})

describe('--explain', () => {
  it('says who took which words, what speaks for each intent, and what is left over', () => {
    const text = explain('called Hal at Metra yesterday, 2 interns', knowledge, {
      now: '2026-11-10T10:00' as LocalMoment,
    })
    expect(text).toContain('called PERSON at PARTNER DAY , 2 interns')
    expect(text).toMatch(/partners\s+"Metra"/)
    expect(text).toMatch(/day\s+"yesterday"/)
    expect(text).toMatch(/offer\s+\{"kind":"internship","count":2\}/)
    expect(text).toMatch(/log_contact\s+\d/)
    expect(text).toMatch(/Left over\n {2}at ,/)
  })
})
