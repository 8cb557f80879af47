import type { Card, Field } from '../data/card.ts'

export type FormPart = Extract<Card['parts'][number], { kind: 'fields' }>

/** The form in a card that a press value submits; undefined where that is a plain button. */
export function formOf(card: Card, press: string): FormPart | undefined {
  return card.parts.find(
    (part): part is FormPart => part.kind === 'fields' && 'press' in part.submit && part.submit.press === press,
  )
}

/** Asks for each field in turn; an empty answer leaves what is there, `-` empties it. Choices are answered by number. */
export async function fillForm(
  form: FormPart,
  ask: (question: string) => Promise<string>,
): Promise<Record<string, string | string[]>> {
  const values: Record<string, string | string[]> = {}
  for (const field of form.fields) {
    const before = heldBy(field)
    const answer = (await ask(questionOf(field))).trim()
    values[field.name] = answer === '' ? before : answer === '-' ? emptyOf(field) : answerOf(field, answer)
  }
  return values
}

function heldBy(field: Field): string | string[] {
  return field.type === 'choices' ? (field.values ?? []) : String(field.value ?? '')
}

const emptyOf = (field: Field): string | string[] => (field.type === 'choices' ? [] : '')

function questionOf(field: Field): string {
  const options = 'options' in field ? field.options.map(({ label }, n) => `${n + 1} ${label}`).join(', ') : ''
  const labelOf = (value: string): string =>
    'options' in field ? (field.options.find((option) => option.value === value)?.label ?? '') : value
  const now = [heldBy(field)].flat().map(labelOf).join(', ')
  return `${field.label}${options ? ` (${options})` : ''}${now ? ` [${now}]` : ''}: `
}

function answerOf(field: Field, answer: string): string | string[] {
  if (!('options' in field)) return answer
  const chosen = answer.split(/[\s,]+/).flatMap((number) => field.options[Number(number) - 1]?.value ?? [])
  return field.type === 'choices' ? chosen : (chosen[0] ?? answer)
}
