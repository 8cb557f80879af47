import { readFileSync } from 'node:fs'
import Recognizers from '@microsoft/recognizers-text-suite'
import * as chrono from 'chrono-node'
import { readDateMentions } from '../../conversations/understanding/dates/read.ts'
import { knowledgeFrom } from '../../conversations/understanding/knowledge.ts'
import { understand } from '../../conversations/understanding/understand.ts'
import { type Directory, readDirectory } from '../../data/directory.ts'
import { type LocalMoment, parseLocalMoment } from '../../data/time.ts'
import { at, micro, ratio, say, timeEach } from './measure.ts'

const FOLDER = new URL('../conversations/understanding/cases-lakeshore/', import.meta.url)
const FIRST = [
  'Ada',
  'Bo',
  'Carl',
  'Dina',
  'Eve',
  'Finn',
  'Gia',
  'Hank',
  'Ines',
  'Jon',
  'Kira',
  'Lars',
  'Mona',
  'Nils',
  'Olga',
  'Pia',
]
const LAST = [
  'Abbot',
  'Barros',
  'Castel',
  'Dorran',
  'Ekland',
  'Farrow',
  'Gellar',
  'Hoover',
  'Ibarra',
  'Jansen',
  'Kestrel',
  'Lomax',
]
const TRADES = [
  'Steel',
  'Foods',
  'Health',
  'Motors',
  'Robotics',
  'Hotels',
  'Media',
  'Bank',
  'Builders',
  'Marine',
  'Labs',
  'Energy',
]

/** The lakeshore directory, grown to a district's size with made-up names. */
function grown(directory: Directory, partners: number, people: number, students: number): Directory {
  const name = (n: number, list: readonly string[]): string => list[n % list.length] ?? ''
  const syllables = (n: number): string =>
    ['ka', 'lo', 'mi', 're', 'su', 'to', 'va', 'ze'].map((part, at) => ((n >> at) & 1 ? part : '')).join('')
  const person = (n: number): string =>
    `${name(n, FIRST)}${syllables(n % 251)} ${name(n >> 3, LAST)}${syllables((n >> 5) % 249)}`
  const more = Array.from({ length: partners }, (_, n) => ({
    name: `${name(n, LAST)}${syllables(n % 256)}${n} ${name(n, TRADES)}`,
    aliases: [],
    people: Array.from({ length: Math.round(people / partners) }, (_, m) => ({ name: person(n * 7 + m) })),
  }))
  const kids = Array.from({ length: students }, (_, n) => ({
    name: person(n * 13 + 5),
    ...(directory.schools[0] ? { school: directory.schools[0].name } : {}),
  }))
  return { ...directory, partners: [...directory.partners, ...more], students: [...directory.students, ...kids] }
}

type Case = { text: string; now: LocalMoment }

export async function benchUnderstanding(): Promise<void> {
  const read = readDirectory(JSON.parse(readFileSync(new URL('directory.json', FOLDER), 'utf8')))
  if (!read.ok) throw new Error('The lakeshore directory is none.')
  const cases = readFileSync(new URL('cases.ndjson', FOLDER), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Case => {
      const { text, now } = JSON.parse(line)
      return { text, now: parseLocalMoment(now.slice(0, 16)) ?? ('' as LocalMoment) }
    })
  say('\nUnderstanding, a message (lakeshore cases)')
  let base = 0
  for (const [label, directory] of [
    ['200 partners', grown(read.directory, 160, 320, 960)],
    ['20,000 partners, 40,000 people, 120,000 students', grown(read.directory, 20_000, 40_000, 120_000)],
  ] as const) {
    const before = process.memoryUsage().heapUsed
    const start = performance.now()
    const knowledge = knowledgeFrom(directory)
    const built = performance.now() - start
    const heap = (process.memoryUsage().heapUsed - before) / 1e6
    const run = ({ text, now }: Case) => understand(text, knowledge, { now })
    await timeEach(cases, run)
    const times = await timeEach([...cases, ...cases, ...cases], run)
    base ||= at(times, 0.5)
    say(
      `  ${label}: median ${micro(at(times, 0.5))} (${ratio(at(times, 0.5), base)}), p99 ${micro(at(times, 0.99))}; index in ${built.toFixed(0)} ms, about ${heap.toFixed(0)} MB`,
    )
  }
  say('Dates alone, a message')
  const own = await timeEach(cases, ({ text }) => readDateMentions(text, {}))
  const peers: [string, (text: string) => unknown][] = [
    ['chrono-node', (text) => chrono.parse(text)],
    ['recognizers-text-suite', (text) => Recognizers.recognizeDateTime(text, 'en-us')],
  ]
  say(`  ours: median ${micro(at(own, 0.5))}, p99 ${micro(at(own, 0.99))}`)
  for (const [label, parse] of peers) {
    const times = await timeEach(cases, ({ text }) => parse(text))
    say(
      `  ${label}: median ${micro(at(times, 0.5))} (${ratio(at(times, 0.5), at(own, 0.5))} ours), p99 ${micro(at(times, 0.99))}`,
    )
  }
}
