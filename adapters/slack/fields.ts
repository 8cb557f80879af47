import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/web-api'
import type { Field } from '../../data/card.ts'
import { parseLocalDate, parseLocalTime } from '../../data/time.ts'
import { plainText } from './composition.ts'
import {
  CHECKBOXES_MAX_OPTIONS,
  HINT_MAX_CHARS,
  ID_MAX_CHARS,
  INPUT_MAX_CHARS,
  LABEL_MAX_CHARS,
  OPTION_MAX_CHARS,
  OPTION_VALUE_MAX_CHARS,
  SELECT_MAX_OPTIONS,
} from './limits.ts'

type Element = InputBlock['element']
/** An input's element, and what had to be left out of it. */
type Drawn = { element: Element; missing?: string } | { missing: string }

/** Slack's number input takes digits with an optional sign and fraction. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/

/**
 * A form's fields as input blocks, in a message and in a modal alike. The action id is the field's name. Block ids are
 * left to Slack: with one of our own a client would keep what was typed into an earlier form.
 */
export function inputBlocks(fields: readonly Field[]): KnownBlock[] {
  return fields.flatMap((field): KnownBlock[] => {
    const drawn = drawField(field)
    const note: KnownBlock[] = drawn.missing
      ? [{ type: 'context', elements: [plainText(drawn.missing, LABEL_MAX_CHARS)] }]
      : []
    if (!('element' in drawn)) return note
    return [
      {
        type: 'input',
        label: plainText(field.label, LABEL_MAX_CHARS),
        optional: field.isOptional === true,
        element: drawn.element,
        ...(field.hint ? { hint: plainText(field.hint, HINT_MAX_CHARS) } : {}),
      },
      ...note,
    ]
  })
}

function drawField(field: Field): Drawn {
  const action_id = field.name.slice(0, ID_MAX_CHARS) || 'field'
  switch (field.type) {
    case 'text': {
      const max_length = Math.max(1, Math.min(Math.trunc(field.maxChars ?? INPUT_MAX_CHARS) || 1, INPUT_MAX_CHARS))
      const initial_value = (field.value ?? '').slice(0, max_length)
      return {
        element: {
          type: 'plain_text_input',
          action_id,
          multiline: field.isMultiline === true,
          max_length,
          ...(initial_value ? { initial_value } : {}),
        },
      }
    }
    case 'number': {
      const initial = decimal(field.value)
      const min = decimal(field.min)
      const max = decimal(field.max)
      const isRange = min === undefined || max === undefined || Number(min) <= Number(max)
      return {
        element: {
          type: 'number_input',
          action_id,
          is_decimal_allowed: true,
          ...(initial !== undefined ? { initial_value: initial } : {}),
          ...(isRange && min !== undefined ? { min_value: min } : {}),
          ...(isRange && max !== undefined ? { max_value: max } : {}),
        },
      }
    }
    case 'date': {
      const initial_date = parseLocalDate(field.value ?? '')
      return { element: { type: 'datepicker', action_id, ...(initial_date ? { initial_date } : {}) } }
    }
    case 'time': {
      const initial_time = parseLocalTime(field.value ?? '')
      return { element: { type: 'timepicker', action_id, ...(initial_time ? { initial_time } : {}) } }
    }
    case 'choice': {
      const { options, missing } = optionsOf(field.options, SELECT_MAX_OPTIONS)
      const initial_option = options.find((option) => option.value === field.value)
      if (options.length === 0) return { missing: `${field.label}: nothing to choose from.` }
      return {
        element: { type: 'static_select', action_id, options, ...(initial_option ? { initial_option } : {}) },
        ...missing,
      }
    }
    case 'choices': {
      const { options, missing } = optionsOf(field.options, SELECT_MAX_OPTIONS)
      const chosen = options.filter((option) => option.value !== undefined && field.values?.includes(option.value))
      const initial = chosen.length > 0 ? { initial_options: chosen } : {}
      if (options.length === 0) return { missing: `${field.label}: nothing to choose from.` }
      const isShort = options.length <= CHECKBOXES_MAX_OPTIONS
      return {
        element: isShort
          ? { type: 'checkboxes', action_id, options, ...initial }
          : { type: 'multi_static_select', action_id, options, ...initial },
        ...missing,
      }
    }
    default:
      return field satisfies never
  }
}

function decimal(value: number | undefined): string | undefined {
  const text = value === undefined ? '' : String(value)
  return DECIMAL.test(text) ? text : undefined
}

/** Options with different values of a length that Slack takes; says how many are missing. */
function optionsOf(
  all: readonly { label: string; value: string }[],
  max: number,
): { options: PlainTextOption[]; missing: { missing?: string } } {
  const distinct = [...new Map(all.map((option) => [option.value, option])).values()]
  const usable = distinct.filter(({ value }) => value !== '' && value.length <= OPTION_VALUE_MAX_CHARS)
  const options = usable.slice(0, max).map(({ label, value }) => ({ text: plainText(label, OPTION_MAX_CHARS), value }))
  const left = distinct.length - options.length
  return { options, missing: left > 0 ? { missing: `… and ${left} more that Slack cannot list here.` } : {} }
}
