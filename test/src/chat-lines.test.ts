import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../data/directory.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Instant } from '../../data/time.ts'
import { assembleChat } from '../../src/chat-assembly.ts'
import { answerLine, chatInLines } from '../../src/chat-lines.ts'
import { standingClock } from '../../src/clock.ts'
import { fillStore } from '../../src/filling.ts'

const SAMPLE = JSON.parse(readFileSync(new URL('../../data/sample.json', import.meta.url), 'utf8'))
const SILENT = {
  turn: () => {},
  broken: () => {},
  delivery: () => {},
  failed: (error: unknown) => {
    throw error
  },
}
const SENTENCE = 'had coffee w/ maria chen from coned yesterday, she can take 2 interns, follow up in 2 weeks'

async function open({ now = '2026-11-20T10:15:00-05:00', directory = SAMPLE, adminEmails = [] as string[] } = {}) {
  const store = openMemoryStore()
  const at = Date.parse(now) as Instant
  const read = readDirectory(directory)
  if (!read.ok) throw new Error('no directory')
  await fillStore(store, read.directory, at)
  const config = { adminEmails, staffDomains: [] }
  const chat = await assembleChat({ store, clock: standingClock(at), config, log: SILENT })
  if (!chat.ok) throw new Error(chat.error)
  const say = async (line: string | object) => {
    const answer = await answerLine(chat.value, typeof line === 'string' ? line : JSON.stringify(line))
    if ('error' in answer) throw new Error(answer.error)
    return answer.replies
  }
  const fail = async (line: string | object) => {
    const answer = await answerLine(chat.value, typeof line === 'string' ? line : JSON.stringify(line))
    return 'error' in answer ? answer.error : answer
  }
  return { chat: chat.value, store, say, fail }
}

describe('the fixed interface', () => {
  test('a line, and everything that was delivered during it', async () => {
    const { say } = await open()
    const [reply, ...more] = await say(SENTENCE)
    expect(more).toEqual([])
    expect(reply?.text.split('\n').slice(0, 7)).toEqual([
      'Logged: Consolidated Edison',
      'Partner: Consolidated Edison',
      'Spoke with: Maria Chen',
      'How: in person',
      'Date: Thu, Nov 19',
      'Offers: 2 internships',
      'Follow-up: Fri, Dec 4',
    ])
    expect(reply?.buttons.map(({ label }) => label)).toEqual(['Undo', 'Change'])
    expect([reply?.to, reply?.private, reply?.replaces, reply?.deleted]).toEqual(Array(4).fill(undefined))
  })

  test('a button takes its message’s place', async () => {
    const { say, store } = await open()
    const [logged] = await say(SENTENCE)
    const [undone] = await say({ press: logged?.buttons[0]?.press })
    expect(undone?.replaces).toBe(logged?.id)
    expect(undone?.text).toMatch(/^Undone/)
    expect(await store.count('contact')).toBe(0)
  })

  test('a form is filled by its press value', async () => {
    const { say, store } = await open()
    const [logged] = await say(SENTENCE)
    const [form] = await say({ press: logged?.buttons[1]?.press })
    const fields = form?.card?.parts.find((part) => part.kind === 'fields')
    const save = fields?.kind === 'fields' && 'press' in fields.submit ? fields.submit.press : ''
    expect(form?.buttons.map(({ press }) => press)).toContain(save)
    const values = {
      partner: 'National Grid',
      people: '',
      method: 'call',
      date: '2026-11-18',
      offers: '',
      followUp: '',
    }
    const [saved] = await say({ submit: save, values })
    expect(saved?.text).toContain('National Grid')
    expect(await store.find('contact')).toMatchObject([{ method: 'call', date: '2026-11-18' }])
  })

  test('the clock stands still until it is moved, and what is due in between comes at its own time', async () => {
    const { say, chat } = await open()
    await say(SENTENCE)
    expect(await say({ now: '2026-12-04T07:59:00-05:00' })).toEqual([])
    const [reminder, ...more] = await say({ now: '2026-12-09T12:00:00-05:00' })
    expect(more).toEqual([])
    expect(reminder).toMatchObject({ to: 'Nadia Ferris' })
    expect(reminder?.text).toContain('Consolidated Edison')
    const [delivery] = await chat.store.deliveries({ limit: 1 })
    expect(new Date(delivery?.due ?? 0).toISOString()).toBe('2026-12-04T13:00:00.000Z')
  })

  test.each([
    ['Asia/Kolkata', '2026-12-04T02:30:00.000Z'],
    ['America/Denver', '2026-12-04T15:00:00.000Z'],
  ])('8:00 is that of %s', async (timezone, due) => {
    const { say, chat } = await open({ directory: { ...SAMPLE, timezone }, now: '2026-11-20T16:15:00Z' })
    await say('remind me dec 4 about skanska')
    await say({ now: '2026-12-05T20:00:00Z' })
    const [delivery] = await chat.store.deliveries({ limit: 1 })
    expect(new Date(delivery?.due ?? 0).toISOString()).toBe(due)
  })

  test('who speaks stays until another does; a channel is not a direct message', async () => {
    const { say, store } = await open()
    await say({ say: 'called skanska today', as: 'mei tanaka', in: '#partners' })
    await say('called turner today')
    const [staff] = await store.find('staff', { where: { emails: 'mei.tanaka@cte.example' } })
    const contacts = await store.find('contact')
    expect(contacts.map(({ by }) => by)).toEqual([staff?.id, staff?.id])
    const places = (await store.conversationsOf(staff?.id ?? '')).map(({ address }) => address.place ?? 'direct')
    expect(places.sort()).toEqual(['#partners', 'direct'])
  })

  test('the first staff member administers, or the first of ADMIN_EMAILS', async () => {
    const first = await open({ directory: { staff: [{ name: 'Al Kim' }, { name: 'Bo Ray', role: 'admin' }] } })
    expect(first.chat.session.speaker().name).toBe('Al Kim')
    expect((await first.store.find('staff')).map(({ role }) => role)).toEqual(['admin', 'admin'])
    const listed = await open({ adminEmails: ['grace.okafor@cte.example'] })
    expect(listed.chat.session.speaker().name).toBe('Grace Okafor')
    const nobody = await open({ directory: {} })
    expect(nobody.chat.session.speaker().name).toBe('Administrator')
  })

  test('a bad line is answered with an error, and changes nothing', async () => {
    const { fail, say, chat } = await open()
    expect(await fail({ say: 'x', as: 'Nobody' })).toBe('There is no staff member "Nobody".')
    expect(await fail({ now: '2026-11-20T10:14:00-05:00' })).toBe('The clock moves forward only.')
    expect(await fail({ now: 'soon' })).toBe('"soon" is no ISO time such as 2026-11-20T10:15:00-05:00.')
    expect(await fail('{"say"')).toBe('The line starts like JSON and is none.')
    expect(await fail({ press: 'no.such?thing=1' })).toMatchObject({ replies: [{ buttons: [] }] })
    expect(chat.session.speaker().name).toBe('Nadia Ferris')
    expect((await say('help'))[0]?.text).toContain('coned')
  })

  test('one line out for each line in, in order', async () => {
    const { chat } = await open()
    const out: string[] = []
    async function* input() {
      yield 'help\n{"bad"'
      yield ':1}\n\nmy follow-ups'
    }
    await chatInLines(chat, input(), (line) => out.push(line))
    expect(out.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(['replies', 'error', 'replies', 'replies'])
    expect(out.some((line) => line.includes('\n'))).toBe(false)
  })
})
