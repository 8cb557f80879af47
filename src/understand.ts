import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { explain } from '../conversations/understanding/explain.ts'
import { CONTRACT_INTENTS, type Frame, frameOf, type Slots } from '../conversations/understanding/frame.ts'
import { type Knowledge, knowledgeFrom } from '../conversations/understanding/knowledge.ts'
import { understand } from '../conversations/understanding/understand.ts'
import { readDirectory } from '../data/directory.ts'
import { type Instant, type LocalMoment, localMomentAt, parseLocalMoment, type Zone } from '../data/time.ts'
import { answerDates } from './understand-dates.ts'

/** Longest text that is read. Characters. */
const MAX_TEXT = 20_000
const USAGE =
  'Usage: npm run -s understand -- [--directory <file.json>] [--dates] [--explain "<text>" [--now <ISO time>]]'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The clock of a zone at an ISO time; without an offset it is that clock already. Undefined for what does not exist. */
export function readNow(text: string, zone: Zone): LocalMoment | undefined {
  const offset = /(?:Z|[+-]\d\d:?\d\d)$/i.exec(text)
  const local = parseLocalMoment(offset ? text.slice(0, offset.index) : text)
  if (!local || !offset) return local
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : localMomentAt(instant as Instant, zone)
}

/** One frame as the contract prints it: intents beyond it are `none`, with the whole frame beside. */
function printed(frame: Frame): Record<string, unknown> {
  const { intent, slots, problems, asks, extra } = frame
  const isContract = CONTRACT_INTENTS.some((known) => known === intent)
  if (!isContract)
    return {
      intent: 'none',
      slots: {},
      problems: [],
      asks: false,
      frame: { intent, slots: { ...slots, ...extra }, problems, asks },
    }
  return { intent, slots, problems, asks }
}

/** The frame that an input line says was just recorded. Its slots are only looked at, never printed. */
export function readPrevious(value: unknown): Frame | undefined {
  if (!isObject(value) || typeof value.intent !== 'string') return undefined
  const slots = isObject(value.slots) ? (value.slots as Slots) : {}
  return frameOf(value.intent, { slots })
}

/** One line of messages answered by one line. Never throws, whatever the line. */
export function answerLine(line: string, knowledge: Knowledge, zone: Zone): string {
  let input: unknown
  try {
    input = JSON.parse(line)
  } catch {
    return JSON.stringify({ id: null, error: 'not JSON' })
  }
  if (!isObject(input)) return JSON.stringify({ id: null, error: 'not an object' })
  const { id = null, text } = input
  const fail = (error: string): string => JSON.stringify({ id, error })
  if (typeof text !== 'string') return fail('text: not a string')
  if (text.trim() === '') return fail('text: empty')
  if (text.length > MAX_TEXT) return fail(`text: longer than ${MAX_TEXT} characters`)
  const now = typeof input.now === 'string' ? readNow(input.now, zone) : undefined
  if (!now) return fail('now: not an ISO time that exists')
  const previous = readPrevious(input.previous)
  const [first, ...also] = understand(text, knowledge, { now, ...(previous && { previous }) }).frames
  return JSON.stringify({ id, ...printed(first), ...(also.length > 0 && { also: also.map(printed) }) })
}

type Opened = { knowledge: Knowledge; zone: Zone }

/** The directory in a file, or one sentence that says what is wrong with it and where. */
export function openDirectory(path: string | undefined): Opened | { problem: string } {
  let input: unknown = {}
  if (path !== undefined) {
    try {
      input = JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
      return { problem: `The directory ${path} ${reason}.` }
    }
  }
  const found = readDirectory(input)
  if (!found.ok) {
    const [first] = found.problems
    return {
      problem: `The directory ${path ?? ''} is not valid at ${first?.path || 'its top'}: ${first?.message ?? 'unknown'}.`,
    }
  }
  return { knowledge: knowledgeFrom(found.directory), zone: found.directory.timezone as Zone }
}

function readOption(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

async function run(args: readonly string[]): Promise<number> {
  const isDates = args.includes('--dates')
  const opened = openDirectory(readOption(args, '--directory'))
  if ('problem' in opened) {
    console.error(opened.problem)
    return 2
  }
  const { knowledge, zone } = opened
  if (args.includes('--explain')) {
    const text = readOption(args, '--explain')
    const said = readOption(args, '--now') ?? new Date().toISOString()
    const now = readNow(said, zone)
    if (text === undefined || !now) {
      console.error(USAGE)
      return 2
    }
    process.stdout.write(`${explain(text, knowledge, { now })}\n`)
    return 0
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    process.stdout.write(
      `${isDates ? answerDates(line, args.includes('--directory') ? knowledge.calendar : undefined) : answerLine(line, knowledge, zone)}\n`,
    )
  }
  return 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await run(process.argv.slice(2))
