import { localDate } from './time.ts'

/** One content line of a calendar, unfolded (RFC 5545, 3.1), with the line of the file on which it begins, from 1. */
export type IcsLine = { line: number; name: string; value: string }
export type IcsProblem = { at: string; message: string }

/** Bytes: a school year's calendar has some ten thousand. */
export const MOST_ICS_BYTES = 1_048_576
const MOST_PROBLEMS = 20
const TOO_OFTEN = /FREQ=(SECONDLY|MINUTELY|HOURLY)/i

/** The content lines of a calendar, or each line that is none; what repeats more often than daily is refused. */
export function readIcsLines(text: string): { lines: IcsLine[]; problems: IcsProblem[] } {
  const raw: { line: number; text: string }[] = []
  for (const [n, piece] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = raw.at(-1)
    if (/^[ \t]/.test(piece) && last) last.text += piece.slice(1)
    else if (piece.trim() !== '') raw.push({ line: n + 1, text: piece })
  }
  const lines: IcsLine[] = []
  const problems: IcsProblem[] = []
  const refuse = (line: number, message: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push({ at: `line ${line}`, message })
  }
  const open: string[] = []
  for (const { line, text: content } of raw) {
    const [, name, value] = /^([A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/s.exec(content) ?? []
    if (name === undefined || value === undefined) {
      refuse(line, 'It is no line of a calendar.')
      continue
    }
    const key = name.toUpperCase()
    if (lines.length === 0 && !(key === 'BEGIN' && value.toUpperCase() === 'VCALENDAR'))
      refuse(line, 'A calendar begins with BEGIN:VCALENDAR.')
    if (key === 'BEGIN') open.push(value.toUpperCase())
    if (key === 'END' && open.pop() !== value.toUpperCase()) refuse(line, `END:${value.slice(0, 30)} ends nothing.`)
    if (key === 'RRULE' && TOO_OFTEN.test(value)) refuse(line, 'It repeats more often than once a day.')
    if ((key === 'DTSTART' || key === 'DTEND') && !isDay(value)) refuse(line, 'It is no day that exists.')
    lines.push({ line, name: key, value })
  }
  if (lines.length === 0 && problems.length === 0) refuse(1, 'The calendar is empty.')
  if (open.length > 0) refuse(raw.at(-1)?.line ?? 1, `END:${open.at(-1)} is missing.`)
  return { lines, problems }
}

function isDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(value.trim()) ?? []
  return localDate(Number(year), Number(month), Number(day)) !== undefined
}
