import { readFileSync } from 'node:fs'
import type { Problem } from '../../../conversations/understanding/frame.ts'
import { openDirectory } from '../../../src/understand.ts'

/** A message with the frame that is expected of it. */
export type Case = {
  id: string
  text: string
  now: string
  expect: { intent: string; slots: Record<string, unknown>; problems: Problem[] }
  /** True where nothing is left to ask. */
  complete?: boolean
  previous?: unknown
}
export type Answered = { intent: string; slots: Record<string, unknown>; problems: string[]; asks: boolean }
export type Wrong = { id: string; text: string; missed: string[]; extra: string[]; asks: boolean }
export type Score = {
  cases: number
  intentAccuracy: number
  slotF1: number
  frameAccuracy: number
  /** Share of all cases that are wrong and would be acted on. */
  silentErrors: number
  /** Share of the complete cases that are right and would be asked about. */
  needlessQuestions: number
  wrong: Wrong[]
}

/** Intents that change something. */
const ACTING = new Set(
  'log_contact schedule_event move_event cancel_event record_rsvp draft_spotlight record_consent set_follow_up complete_follow_up'.split(
    ' ',
  ),
)

export function readCases(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//'))
    .map((line) => JSON.parse(line) as Case)
}

export function openCases(folder: string, directory = 'directory.json', file = 'cases.ndjson') {
  const opened = openDirectory(`${folder}/${directory}`)
  if ('problem' in opened) throw new Error(opened.problem)
  return { ...opened, cases: readCases(`${folder}/${file}`) }
}

/** One comparable form of a value: no case, one blank, keys in order. */
function foldValue(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim().toLowerCase()
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(foldValue(item))).sort()
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, foldValue(item)]),
    )
  }
  return value
}

/** The values of a frame one by one: items of a list count singly, problems too. */
function itemsOf(frame: { slots: Record<string, unknown>; problems: readonly string[] }): Set<string> {
  const items = new Set<string>()
  for (const [slot, value] of Object.entries(frame.slots)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) items.add(`${slot} ${JSON.stringify(foldValue(item))}`)
    }
  }
  for (const problem of frame.problems) items.add(`problem ${problem}`)
  return items
}

/** Measures answers against cases, as the contract does. */
export function scoreCases(cases: readonly Case[], answer: (one: Case) => Answered): Score {
  let [intents, frames, hit, said, due, silent, needless, complete] = [0, 0, 0, 0, 0, 0, 0, 0]
  const wrong: Wrong[] = []
  for (const one of cases) {
    const got = answer(one)
    const want = itemsOf(one.expect)
    const have = itemsOf(got)
    const common = [...want].filter((item) => have.has(item)).length
    const isIntent = got.intent === one.expect.intent
    const isRight = isIntent && common === want.size && common === have.size
    intents += Number(isIntent)
    frames += Number(isRight)
    hit += common
    said += have.size
    due += want.size
    complete += Number(one.complete === true)
    if (isRight) needless += Number(one.complete === true && got.asks)
    else {
      silent += Number(ACTING.has(got.intent) && !got.asks)
      const missed = [...want].filter((item) => !have.has(item))
      const extra = [...have].filter((item) => !want.has(item))
      if (!isIntent) extra.unshift(`intent ${got.intent} for ${one.expect.intent}`)
      wrong.push({ id: one.id, text: one.text, missed, extra, asks: got.asks })
    }
  }
  const share = (part: number, whole: number): number => part / Math.max(whole, 1)
  const [precision, recall] = [share(hit, said), share(hit, due)]
  return {
    cases: cases.length,
    intentAccuracy: share(intents, cases.length),
    slotF1: (2 * precision * recall) / Math.max(precision + recall, 1e-9),
    frameAccuracy: share(frames, cases.length),
    silentErrors: share(silent, cases.length),
    needlessQuestions: share(needless, complete),
    wrong,
  }
}
