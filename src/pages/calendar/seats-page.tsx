import type { FC } from 'hono/jsx'
import { Page } from './layout.tsx'

export type SeatsView = { line: string; tables: { number: number; names: string[] }[]; notes: string[] }

/** Tables and who sits at them, to print. */
export const SeatsPage: FC<{ view: SeatsView }> = ({ view: { line, tables, notes } }) => (
  <Page title="Seating chart">
    <p>{line}</p>
    {tables.length === 0 && <p>Nobody has said yes yet.</p>}
    {tables.map(({ number, names }) => (
      <section>
        <h2>Table {number}</h2>
        <ul>
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </section>
    ))}
    {notes.map((note) => (
      <p class="faint">{note}</p>
    ))}
  </Page>
)

/** Everyone expected, with a line to sign on. */
export const SignInPage: FC<{ view: SeatsView }> = ({ view: { line, tables } }) => (
  <Page title="Sign-in sheet">
    <p>{line}</p>
    <table class="sign-in">
      <thead>
        <tr>
          <th scope="col">Guest</th>
          <th scope="col">Table</th>
          <th scope="col" class="sign">
            Signature
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.flatMap(({ number, names }) =>
          names.map((name) => (
            <tr>
              <td>{name}</td>
              <td>{number}</td>
              <td />
            </tr>
          )),
        )}
      </tbody>
    </table>
  </Page>
)

export type MonthView = {
  title: string
  days: { day: string; lines: string[] }[]
  earlier: string
  later: string
}

/** A month as a list of its days, which a phone can show. */
export const MonthPage: FC<{ view: MonthView }> = ({ view: { title, days, earlier, later } }) => (
  <Page title={title}>
    <nav aria-label="Months">
      <a href={earlier}>Month before</a>
      <a href={later}>Month after</a>
    </nav>
    {days.length === 0 && <p>Nothing is planned.</p>}
    <table>
      <tbody>
        {days.map(({ day, lines }) => (
          <tr>
            <th scope="row">{day}</th>
            <td>
              {lines.map((line) => (
                <div>{line}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Page>
)
