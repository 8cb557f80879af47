import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinWords, nameWords } from '../../../conversations/understanding/names/key.ts'
import { readText } from '../../../conversations/understanding/read.ts'
import { READ_LIMIT_CHARS } from '../../../conversations/understanding/text/message.ts'
import { understand } from '../../../conversations/understanding/understand.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { readNow } from '../../../src/understand.ts'
import { openCases } from './score.ts'

const { knowledge, zone, cases } = openCases(`${import.meta.dirname}/cases-lakeshore`)
const now = '2026-11-17T10:00' as LocalMoment
const frameOfText = (text: string, at = now) => understand(text, knowledge, { now: at }).frames[0]

/** True where words mean one entry of the kind and nothing else. */
const meansOne = (kind: string, name: string): boolean => {
  const found = knowledge.names.find(joinWords(nameWords(name)))
  return found.length === 1 && found[0]?.entry.kind === kind
}

describe('any text', () => {
  it('is understood as something, the same each time', () => {
    const words = fc.constantFrom(...cases.slice(0, 60).flatMap(({ text }) => text.split(' ')))
    const mixed = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join(' ')
        expect(frameOfText(text)).toEqual(frameOfText(text))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps its offsets: every token is what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        for (const { from, to, typed } of readText(text, knowledge, { now }).message.tokens) {
          expect(text.slice(from, to)).toBe(typed)
        }
      }),
    )
  })
})

describe('politeness', () => {
  const seen = (text: string, moment: LocalMoment): string => {
    const { intent, slots, problems, asks } = frameOfText(text, moment)
    return JSON.stringify([intent, slots, problems, asks])
  }
  const plain = cases
    .filter(({ text, previous }) => !text.includes('\n') && !text.startsWith('Hi') && previous === undefined)
    .flatMap(({ text, now: at }) => {
      const moment = readNow(at, zone)
      return moment ? [{ text, moment, frame: seen(text, moment) }] : []
    })

  const ways = ['%s thanks!', '%s Thank you so much.', 'Hi, %s', '%s 🙏']
  it.each(ways)('changes nothing: %s', (polite) => {
    // Each message in one of the ways.
    const mine = plain.filter((_, at) => ways[at % ways.length] === polite)
    const changed = mine.filter(
      ({ text, moment, frame }) =>
        seen(
          polite.replace('%s', () => text),
          moment,
        ) !== frame,
    )
    expect(mine.length).toBeGreaterThan(20)
    expect(changed.map(({ text }) => text)).toEqual([])
  })
})

describe('names of the directory', () => {
  const partners = [...knowledge.names.entries('partner')]
  const typed = partners
    .flatMap(({ name, aliases = [] }) => [name, ...aliases].map((alias) => [alias, name] as const))
    .filter(([alias]) => meansOne('partner', alias))

  it.each([
    ['called %s today about internships', 'log_contact', 'partner'],
    ['Met with %s yesterday. They will take 2 interns.', 'log_contact', 'partner'],
    ['remind me to call %s on Friday', 'set_follow_up', 'partner'],
    ['what is our history with %s?', 'ask', 'partner'],
    ['done with the follow up with %s', 'complete_follow_up', 'partner'],
    ['emailed somebody at %s this morning, nothing new', 'log_contact', 'partner'],
  ])('survive "%s"', (template, intent, slot) => {
    const lost = typed.filter(([alias, name]) => {
      const frame = frameOfText(template.replace('%s', () => alias))
      return frame.intent !== intent || frame.slots[slot as 'partner'] !== name
    })
    expect(lost.map(([alias]) => alias)).toEqual([])
  })

  it('of people settle their company', () => {
    const people = [...knowledge.names.entries('person')].filter(({ name }) => meansOne('person', name))
    const lost = people.filter(({ name, partner }) => {
      const frame = frameOfText(`had coffee with ${name} yesterday`)
      return frame.slots.partner !== partner || frame.slots.people?.[0] !== name
    })
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it.each(['breakfast at %s on Dec 9', 'career day 12/9 9-12 at %s', 'whats on at %s next week'])(
    'of schools survive "%s"',
    (template) => {
      const schools = [...knowledge.names.entries('school')].flatMap(({ name, aliases = [] }) =>
        [name, ...aliases].map((alias) => [alias, name] as const),
      )
      const lost = schools.filter(
        ([alias, name]) =>
          meansOne('school', alias) && frameOfText(template.replace('%s', () => alias)).slots.school !== name,
      )
      expect(lost.map(([alias]) => alias)).toEqual([])
    },
  )

  it.each([
    'spotlight for %s: internship at Target',
    "%s's mom signed the photo release",
    'Post a spotlight on %s, she got into college',
  ])('of students survive "%s"', (template) => {
    const students = [...knowledge.names.entries('student')]
    const lost = students.filter(({ name }) => frameOfText(template.replace('%s', () => name)).slots.student !== name)
    expect(lost.map(({ name }) => name)).toEqual([])
  })
})

describe('hostile text', () => {
  const texts = {
    'nested brackets': '(['.repeat(READ_LIMIT_CHARS),
    'one letter': 'a'.repeat(2 * READ_LIMIT_CHARS),
    'one word': 'intern '.repeat(READ_LIMIT_CHARS),
    'a thousand dates': 'Dec 9 at 3, '.repeat(READ_LIMIT_CHARS),
    names: 'Target Apple United Hilton '.repeat(READ_LIMIT_CHARS),
    'verbs without end': 'can you please book and also '.repeat(READ_LIMIT_CHARS),
    numbers: '2 3 4 5 kids '.repeat(READ_LIMIT_CHARS),
    signs: '-/|,.;:#@$'.repeat(READ_LIMIT_CHARS),
    interns: '2 interns '.repeat(READ_LIMIT_CHARS),
    'taken counts': 'she said we can have 3 '.repeat(READ_LIMIT_CHARS),
    'people at companies': 'called maria at the clinic and '.repeat(READ_LIMIT_CHARS),
    'who is taken': 'take 5 of the kids for '.repeat(READ_LIMIT_CHARS),
    'not and no': 'no not can not will not '.repeat(READ_LIMIT_CHARS),
  }
  /** The least of several runs, so that what else the machine does counts little. */
  const cost = (text: string): number => {
    let least = Number.POSITIVE_INFINITY
    for (let run = 0; run < 4; run++) {
      const start = process.cpuUsage()
      frameOfText(text)
      const { user, system } = process.cpuUsage(start)
      least = Math.min(least, user + system)
    }
    return least
  }

  it.each(Object.entries(texts))('costs no more than its length: %s', (_, text) => {
    const [short, long] = [cost(text.slice(0, READ_LIMIT_CHARS / 4)), cost(text.slice(0, READ_LIMIT_CHARS))]
    // Four times the text: four times the cost, and some for noise; a square would be sixteen times.
    expect(long).toBeLessThan(Math.max(short, 1000) * 9)
  })

  it.each(Object.entries(texts))('is read to a limit and no further: %s', (_, text) => {
    const { tokens } = readText(text, knowledge, { now }).message
    expect(tokens.at(-1)?.to ?? 0).toBeLessThanOrEqual(READ_LIMIT_CHARS)
  })
})
