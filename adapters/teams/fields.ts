import type { Field } from '../../data/card.ts'
import { visible } from '../../data/shown-text.ts'
import { parseLocalDate, parseLocalTime } from '../../data/time.ts'
import { type Element, label, paragraphs, type Room, withinRoom } from './elements.ts'

/** Options; more are searched by typing. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
const LONGEST_LIST = 10
/** Checkboxes one below another; more go into a list that folds. */
const LONGEST_CHECKLIST = 8
const CHOICE_MAX_CHARS = 100
const HINT_MAX_CHARS = 300

/** Keeps a field's name apart from what the button itself carries. */
export const FIELD_PREFIX = 'field.'

/** One field as an input with its label; where it cannot be one, a line that says why. `taken`: ids already in the card. */
export function inputFor(field: Field, room: Room, taken: Set<string>): Element[] {
  const id = `${FIELD_PREFIX}${field.name}`
  if (taken.has(id)) return []
  taken.add(id)
  const drawn = drawInput(field, room)
  if (typeof drawn === 'string') return paragraphs(`${field.label}: ${drawn}`, room, { isSubtle: true })
  const name = label(field.label, room)
  return [
    {
      id,
      label: field.isOptional ? `${name} (optional)` : name,
      ...(!field.isOptional && { isRequired: true, errorMessage: `${name} is needed.` }),
      ...(field.hint && { placeholder: label(field.hint, room, HINT_MAX_CHARS) }),
      ...drawn,
    },
  ]
}

/** The element without what all inputs have; a sentence where it cannot be shown. */
function drawInput(field: Field, room: Room): Element | string {
  switch (field.type) {
    case 'text': {
      const value = visible(field.value ?? '')
      // A value that were cut here would be saved cut.
      if (value.length > room.chars) return 'too long to be changed in Teams.'
      const most = Math.max(Math.trunc(field.maxChars ?? 0), 0)
      return {
        type: 'Input.Text',
        ...(value !== '' && { value }),
        ...(field.isMultiline && { isMultiline: true }),
        ...(most > 0 && { maxLength: Math.max(most, value.length) }),
      }
    }
    case 'number':
      return {
        type: 'Input.Number',
        ...(Number.isFinite(field.value) && { value: field.value }),
        ...(Number.isFinite(field.min) && { min: field.min }),
        ...(Number.isFinite(field.max) && { max: field.max }),
      }
    case 'date': {
      const value = parseLocalDate(field.value ?? '')
      return { type: 'Input.Date', ...(value && { value }) }
    }
    case 'time': {
      const value = parseLocalTime(field.value ?? '')
      return { type: 'Input.Time', ...(value && { value }) }
    }
    case 'choice': {
      const choices = choicesOf(field.options, room, (value) => value)
      if (choices.length === 0) return 'nothing to choose from.'
      const isListed = field.options.some((option) => option.value === field.value)
      return {
        type: 'Input.ChoiceSet',
        style: choices.length > LONGEST_LIST ? 'filtered' : 'compact',
        choices,
        ...(isListed && { value: field.value }),
      }
    }
    case 'choices': {
      const choices = choicesOf(field.options, room, encodeChoice)
      if (choices.length === 0) return 'nothing to choose from.'
      const chosen = new Set((field.values ?? []).map((value) => encodeChoice(value)))
      const value = choices.filter((choice) => chosen.has(choice.value)).map((choice) => choice.value)
      return {
        type: 'Input.ChoiceSet',
        isMultiSelect: true,
        style: choices.length > LONGEST_CHECKLIST ? 'compact' : 'expanded',
        wrap: true,
        choices,
        ...(value.length > 0 && { value: value.join(',') }),
      }
    }
    default:
      return field satisfies never
  }
}

function choicesOf(
  options: readonly { label: string; value: string }[],
  room: Room,
  encode: (value: string) => string,
): { title: string; value: string }[] {
  const distinct = new Map(options.filter(({ value }) => value !== '').map((option) => [option.value, option]))
  return withinRoom([...distinct], room).map(([value, option]) => ({
    title: label(option.label, room, CHOICE_MAX_CHARS),
    value: encode(value),
  }))
}

/** Several values travel as one text with commas between them, so a value itself may hold none. */
const encodeChoice = (value: string): string => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))

/** What was chosen, from the text that Teams sends. */
export function decodeChoices(text: string): string[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}
