import { z } from 'zod'
import { decodePress, type Press } from '../../data/card.ts'

/** One line of the fixed interface, as read. */
export type Line =
  | { kind: 'say'; text: string; as?: string; place?: string }
  | { kind: 'press'; value: string; press: Press; as?: string; place?: string }
  | {
      kind: 'submit'
      value: string
      press: Press
      values: Record<string, string | string[]>
      as?: string
      place?: string
    }
  | { kind: 'now'; iso: string }

const person = { as: z.string().optional(), in: z.string().min(1).optional() }
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const shapes = {
  say: z.object({ say: z.string(), ...person }),
  press: z.object({ press: z.string(), ...person }),
  submit: z.object({
    submit: z.string(),
    values: z.record(z.string(), z.union([scalar, z.array(scalar)])).default({}),
    ...person,
  }),
  now: z.object({ now: z.string() }),
}

/** Reads a line: plain text, or an object with one of `say`, `press`, `submit`, `now`. The error is a plain sentence. */
export function readLine(raw: string): { ok: true; line: Line } | { ok: false; error: string } {
  const text = raw.replace(/\r$/, '')
  if (!text.trimStart().startsWith('{')) return { ok: true, line: { kind: 'say', text } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failed('The line starts like JSON and is none.')
  }
  const keys = ['say', 'press', 'submit', 'now'].filter((key) => typeof value === 'object' && value && key in value)
  if (keys.length !== 1) return failed('The line must have exactly one of say, press, submit and now.')
  return readObject(value)
}

const failed = (error: string): { ok: false; error: string } => ({ ok: false, error })

function readObject(value: unknown): { ok: true; line: Line } | { ok: false; error: string } {
  const said = shapes.say.safeParse(value)
  if (said.success) return { ok: true, line: { kind: 'say', text: said.data.say, ...whoAndWhere(said.data) } }
  const now = shapes.now.safeParse(value)
  if (now.success) return { ok: true, line: { kind: 'now', iso: now.data.now } }
  const pressed = shapes.press.safeParse(value)
  if (pressed.success) {
    const press = decodePress(pressed.data.press)
    if (!press) return failed(`"${pressed.data.press}" is no button's press value.`)
    return { ok: true, line: { kind: 'press', value: pressed.data.press, press, ...whoAndWhere(pressed.data) } }
  }
  const submitted = shapes.submit.safeParse(value)
  if (submitted.success) {
    const { submit, values } = submitted.data
    const press = decodePress(submit)
    if (!press) return failed(`"${submit}" is no form's press value.`)
    return { ok: true, line: { kind: 'submit', value: submit, press, values, ...whoAndWhere(submitted.data) } }
  }
  return failed(
    'The line has a value of the wrong kind: say, press, submit, now, as and in are texts, values an object.',
  )
}

function whoAndWhere(data: { as?: string | undefined; in?: string | undefined }): { as?: string; place?: string } {
  return {
    ...(data.as !== undefined && { as: data.as }),
    ...(data.in !== undefined && { place: data.in.startsWith('#') ? data.in : `#${data.in}` }),
  }
}
