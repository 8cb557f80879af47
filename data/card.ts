/**
 * The card: all that conversations show, on every channel. Each channel renders it natively and totally.
 * Cards are remembered (a delivery that is due holds one), so they are plain JSON. Text is as typed and unescaped:
 * escaping is each channel's work.
 */
export type Card = {
  /** What a notification and a screen reader get: the whole card in one short text. Always there. */
  summary: string
  parts: Part[]
}

export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; items: string[]; isNumbered?: boolean }
  | { kind: 'table'; columns: string[]; rows: string[][] }
  /** `url` is absolute and ours; `alt` is never empty. */
  | { kind: 'image'; url: string; alt: string }
  | { kind: 'actions'; actions: Action[] }
  /** A form; pressing `submit` sends all values. `cancel` leaves it. */
  | { kind: 'fields'; fields: Field[]; submit: Action; cancel?: Action }
  /** Small print: who, when, why. */
  | { kind: 'context'; text: string }

/** A button. `press` is an encoded Press; `url` opens a page instead. */
export type Action = { label: string; style?: 'primary' | 'danger' } & ({ press: string } | { url: string })

export type Field = { name: string; label: string; isOptional?: boolean; hint?: string } & (
  | { type: 'text'; value?: string; isMultiline?: boolean; maxChars?: number }
  | { type: 'number'; value?: number; min?: number; max?: number }
  | { type: 'date'; value?: string }
  | { type: 'time'; value?: string }
  | { type: 'choice'; value?: string; options: { label: string; value: string }[] }
  | { type: 'choices'; values?: string[]; options: { label: string; value: string }[] }
)

/** What a button carries: which conversation's action, and its arguments. */
export type Press = { action: string; args: Readonly<Record<string, string>> }

/** `contact.undo?turn=t1`: one short string that fits every channel's button value. */
export function encodePress(action: string, args: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(args).toString()
  return query ? `${action}?${query}` : action
}

/** The press in a button's value; undefined where it is none. */
export function decodePress(value: string): Press | undefined {
  const mark = value.indexOf('?')
  const action = mark < 0 ? value : value.slice(0, mark)
  if (!/^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*$/i.test(action)) return undefined
  return { action, args: mark < 0 ? {} : Object.fromEntries(new URLSearchParams(value.slice(mark + 1))) }
}

/** The card without looks: heading, sentences and facts a line each, buttons in brackets. */
export function cardText(card: Card): string {
  const lines = card.parts.flatMap((part): string[] => {
    switch (part.kind) {
      case 'heading':
      case 'text':
      case 'context':
        return [part.text]
      case 'facts':
        return part.facts.map((fact) => `${fact.label}: ${fact.value}`)
      case 'list':
        return part.items.map((item, at) => (part.isNumbered ? `${at + 1}. ${item}` : `- ${item}`))
      case 'table':
        return [part.columns.join(' | '), ...part.rows.map((row) => row.join(' | '))]
      case 'image':
        return [`Picture: ${part.alt}`]
      case 'actions':
        return [part.actions.map((action) => `[${action.label}]`).join(' ')]
      case 'fields':
        return [
          ...part.fields.map((field) => `${field.label}: ${fieldText(field)}`),
          `[${part.submit.label}]${part.cancel ? ` [${part.cancel.label}]` : ''}`,
        ]
      default:
        return part satisfies never
    }
  })
  return lines.filter((line) => line !== '').join('\n')
}

function fieldText(field: Field): string {
  switch (field.type) {
    case 'choices':
      return (field.values ?? [])
        .map((value) => field.options.find((option) => option.value === value)?.label ?? value)
        .join(', ')
    case 'choice':
      return field.options.find((option) => option.value === field.value)?.label ?? ''
    case 'text':
    case 'number':
    case 'date':
    case 'time':
      return String(field.value ?? '')
    default:
      return field satisfies never
  }
}
