import type { FC } from 'hono/jsx'
import type { Action, Card, Part } from '../../data/card.ts'
import { FieldView } from './field.tsx'

/** What a card's buttons need besides their own press: where they are and an id that the press keeps when repeated. */
export type CardContext = { action: string; message: string; place: string; nonce: string }

/** A card as HTML. Text is escaped by JSX and shown as typed; nothing in it becomes a link or mark-up. */
export const CardView: FC<{ card: Card; context: CardContext }> = ({ card, context }) => (
  <div class="card">
    {card.parts.length === 0 && <p dir="auto">{card.summary}</p>}
    {card.parts.map((part, n) => (
      <PartView part={part} context={context} n={n} />
    ))}
  </div>
)

const PartView: FC<{ part: Part; context: CardContext; n: number }> = ({ part, context, n }) => {
  switch (part.kind) {
    case 'heading':
      return <h2 dir="auto">{part.text}</h2>
    case 'text':
      return (
        <p class="as-typed" dir="auto">
          {part.text}
        </p>
      )
    case 'context':
      return (
        <p class="small as-typed" dir="auto">
          {part.text}
        </p>
      )
    case 'facts':
      return (
        <dl>
          {part.facts.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'list': {
      const items = part.items.map((item) => (
        <li class="as-typed" dir="auto">
          {item}
        </li>
      ))
      return part.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <section class="table" aria-label={part.columns.join(', ')} tabindex={0}>
          <table>
            <thead>
              <tr>
                {part.columns.map((column) => (
                  <th scope="col">{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {part.rows.map((row) => (
                <tr>
                  {row.map((cell) => (
                    <td dir="auto">{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
    case 'image':
      return isWebAddress(part.url) ? (
        <img src={part.url} alt={part.alt} loading="lazy" />
      ) : (
        <p class="small">Picture: {part.alt}</p>
      )
    case 'actions':
      return (
        <form class="actions" method="post" action={context.action}>
          <Hidden context={context} />
          {part.actions.map((action) => (
            <ActionView action={action} />
          ))}
        </form>
      )
    case 'fields':
      return (
        <form class="fields" method="post" action={context.action}>
          <Hidden context={context} />
          <input type="hidden" name="form" value={pressOf(part.submit)} />
          {part.fields.map((field) => (
            <FieldView field={field} id={`${context.message}-${n}-${field.name}`} />
          ))}
          <div class="actions">
            <ActionView action={part.submit} />
            {part.cancel && <ActionView action={part.cancel} isCancel />}
          </div>
        </form>
      )
    default:
      return part satisfies never
  }
}

const pressOf = (action: Action): string => ('press' in action ? action.press : '')

const Hidden: FC<{ context: CardContext }> = ({ context }) => (
  <>
    <input type="hidden" name="message" value={context.message} />
    <input type="hidden" name="in" value={context.place} />
    <input type="hidden" name="id" value={context.nonce} />
  </>
)

/** Anything else ("javascript:…") is no place to go to. */
const isWebAddress = (url: string): boolean => /^(https?:\/\/|\/(?!\/))/i.test(url)

const ActionView: FC<{ action: Action; isCancel?: boolean }> = ({ action, isCancel }) =>
  'url' in action ? (
    isWebAddress(action.url) && (
      <a class={`button ${action.style ?? ''}`} href={action.url} rel="noreferrer" target="_blank">
        {action.label}
      </a>
    )
  ) : (
    <button
      type="submit"
      class={action.style ?? ''}
      name="press"
      value={action.press}
      formnovalidate={isCancel === true}
    >
      {action.label}
    </button>
  )
