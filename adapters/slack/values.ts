import { unescapeEntities } from './typed-text.ts'

/** `state.values` of a view or a message: by block id, then by action id, which is our field's name. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, object>>>>

/** A form's values by field name; what was left empty is '' or an empty list. */
export function formValues(state: StateValues): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const block of Object.values(state)) {
    for (const [name, element] of Object.entries(block)) {
      const value = fieldValue(Object.fromEntries(Object.entries(element)))
      if (value !== undefined) values[name] = value
    }
  }
  return values
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
function fieldValue(element: Record<string, unknown>): string | string[] | undefined {
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
      return textOf(element.value)
    case 'datepicker':
      return textOf(element.selected_date)
    case 'timepicker':
      return textOf(element.selected_time)
    case 'static_select':
      return optionValue(element.selected_option)
    case 'multi_static_select':
    case 'checkboxes':
      return Array.isArray(element.selected_options) ? element.selected_options.map(optionValue) : []
    default:
      return undefined
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? unescapeEntities(value) : '')

function optionValue(option: unknown): string {
  return typeof option === 'object' && option !== null && 'value' in option ? textOf(option.value) : ''
}
