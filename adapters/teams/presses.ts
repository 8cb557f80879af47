import { z } from 'zod'
import type { Inbound } from '../../conversations/inbound.ts'
import { decodePress } from '../../data/card.ts'
import { decodeChoices, FIELD_PREFIX } from './fields.ts'

const buttonData = z.looseObject({
  press: z.string(),
  form: z.boolean().optional(),
  lists: z.array(z.string()).optional(),
})

const executed = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) })

/** The data of an `Action.Execute` in an invoke's value. */
export function executedData(value: unknown): unknown {
  const parsed = executed.safeParse(value)
  return parsed.success ? parsed.data.action.data : undefined
}

/** Whether a value is that of a button of ours, sound or not. */
export function isButtonData(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'press' in value
}

/** What was pressed or submitted, with the values by the fields' names; undefined where it is no button of ours. */
export function readPress(data: unknown): Extract<Inbound['what'], { kind: 'pressed' | 'submitted' }> | undefined {
  const parsed = buttonData.safeParse(data)
  const press = parsed.success ? decodePress(parsed.data.press) : undefined
  if (!parsed.success || !press) return undefined
  if (!parsed.data.form) return { kind: 'pressed', press }
  const lists = new Set(parsed.data.lists)
  const inputs = Object.entries(parsed.data).filter(([id]) => id.startsWith(FIELD_PREFIX))
  const values = inputs.flatMap(([id, value]): [string, string | string[]][] => {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return []
    return [[id.slice(FIELD_PREFIX.length), lists.has(id) ? decodeChoices(`${value}`) : `${value}`]]
  })
  // A list of which nothing is chosen is not sent at all.
  const unchosen = [...lists].filter((id) => id.startsWith(FIELD_PREFIX) && !(id in parsed.data))
  const empty = unchosen.map((id): [string, string[]] => [id.slice(FIELD_PREFIX.length), []])
  return { kind: 'submitted', press, values: Object.fromEntries([...empty, ...values]) }
}
