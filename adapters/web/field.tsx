import type { FC } from 'hono/jsx'
import type { Field } from '../../data/card.ts'

/** A field's name in the form; the prefix keeps it apart from the form's own, and says whether it holds a list. */
export const FIELD_PREFIX = 'field.'
export const LIST_PREFIX = 'list.'

/** One field of a form, with its label and its hint. `id` is the page's. */
export const FieldView: FC<{ field: Field; id: string }> = ({ field, id }) => {
  const name = `${FIELD_PREFIX}${field.name}`
  const hint = field.hint ? `${id}-hint` : undefined
  const common = { id, name, required: !field.isOptional, 'aria-describedby': hint }
  const label = field.isOptional ? `${field.label} (optional)` : field.label
  if (field.type === 'choices') {
    return (
      <fieldset aria-describedby={hint}>
        <legend>{label}</legend>
        {/* Tells that the list was asked for where nothing in it is chosen. */}
        <input type="hidden" name={`${LIST_PREFIX}${field.name}`} value="" />
        {field.options.map((option) => (
          <label class="choice">
            <input
              type="checkbox"
              name={`${LIST_PREFIX}${field.name}`}
              value={option.value}
              checked={field.values?.includes(option.value)}
            />{' '}
            {option.label}
          </label>
        ))}
        <Hint id={hint} text={field.hint} />
      </fieldset>
    )
  }
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <Control field={field} common={common} />
      <Hint id={hint} text={field.hint} />
    </p>
  )
}

const Hint: FC<{ id: string | undefined; text: string | undefined }> = ({ id, text }) =>
  text ? (
    <span class="small" id={id}>
      {text}
    </span>
  ) : null

type Common = { id: string; name: string; required: boolean; 'aria-describedby': string | undefined }

const Control: FC<{ field: Exclude<Field, { type: 'choices' }>; common: Common }> = ({ field, common }) => {
  switch (field.type) {
    case 'text':
      return field.isMultiline ? (
        <textarea {...common} rows={6} maxlength={field.maxChars}>
          {/* The first line break after the tag is not taken as text. */}
          {field.value?.startsWith('\n') ? `\n${field.value}` : field.value}
        </textarea>
      ) : (
        <input type="text" {...common} value={field.value} maxlength={field.maxChars} />
      )
    case 'number':
      return <input type="number" {...common} value={field.value} min={field.min} max={field.max} />
    case 'date':
    case 'time':
      return <input type={field.type} {...common} value={field.value} />
    case 'choice':
      return (
        <select {...common}>
          {field.isOptional && <option value="">–</option>}
          {field.options.map((option) => (
            <option value={option.value} selected={option.value === field.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    default:
      return field satisfies never
  }
}
