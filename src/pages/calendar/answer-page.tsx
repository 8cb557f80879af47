import type { FC } from 'hono/jsx'
import { Page } from './layout.tsx'

/** What a guest is shown of the event they are asked to: nothing about anyone else. */
export type AnswerView = {
  heading: string
  facts: readonly { label: string; value: string }[]
  /** What came of it, or why there is nothing to answer. */
  notice?: string
  /** Absent: nothing can be answered any more. */
  form?: { answer?: string; headcount?: number; dietary?: string }
}

const ANSWERS = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['maybe', 'Maybe'],
] as const

/** The page of one invitation. Opening it records nothing. */
export const AnswerPage: FC<{ view: AnswerView; calendar: string }> = ({
  view: { heading, facts, notice, form },
  calendar,
}) => (
  <Page title={heading}>
    {notice && (
      <p role="status">
        <strong>{notice}</strong>
      </p>
    )}
    <table>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {form && (
      <form method="post">
        <fieldset>
          <legend>
            <h2>Will you come?</h2>
          </legend>
          {ANSWERS.map(([value, label]) => (
            <label>
              <input type="radio" name="answer" value={value} required checked={form.answer === value} /> {label}
            </label>
          ))}
        </fieldset>
        <label>
          How many people, you included
          <input type="number" name="headcount" min="1" max="500" value={form.headcount ?? ''} />
        </label>
        <label>
          Dietary needs
          <textarea name="dietary" rows={2} maxlength={500}>
            {form.dietary ?? ''}
          </textarea>
        </label>
        <p>
          <button type="submit">Send the answer</button>
        </p>
      </form>
    )}
    <p>
      <a href={calendar}>Add it to your calendar</a>
    </p>
  </Page>
)
