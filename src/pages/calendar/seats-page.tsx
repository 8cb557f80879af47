import type { FC } from 'hono/jsx'
import type { PreparationSheet } from '../../../conversations/calendar/preparation.ts'
import { Page } from './layout.tsx'

/** `of`: the company, where the guest's own name does not say it. */
export type SeatsView = {
  line: string
  tables: { number: number; title: string; guests: { name: string; of: string }[] }[]
  notes: string[]
}

/** Tables and who sits at them, to print. */
export const ChartPage: FC<{ view: SeatsView }> = ({ view: { line, tables, notes } }) => (
  <Page title="Seating chart">
    <p>{line}</p>
    {tables.length === 0 && <p>Nobody has said yes yet.</p>}
    {tables.map(({ title, guests }) => (
      <section>
        <h2>{title}</h2>
        <ul>
          {guests.map(({ name, of }) => (
            <li>{[name, of].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      </section>
    ))}
    {notes.map((note) => (
      <p class="faint">{note}</p>
    ))}
  </Page>
)

/** A card for each guest, to print, cut and fold. */
export const CardsPage: FC<{ view: SeatsView }> = ({ view: { line, tables } }) => (
  <Page title="Table cards">
    <p>{line}</p>
    {tables.map(({ number, guests }) =>
      guests.map(({ name, of }) => (
        <section class="card">
          <p class="name">{name}</p>
          {of && <p>{of}</p>}
          <p class="faint">Table {number}</p>
        </section>
      )),
    )}
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
        {tables.flatMap(({ number, guests }) =>
          guests.map(({ name, of }) => (
            <tr>
              <td>{[name, of].filter(Boolean).join(', ')}</td>
              <td>{number}</td>
              <td />
            </tr>
          )),
        )}
      </tbody>
    </table>
  </Page>
)

/** One sheet for each teacher: who sits with them, and what to talk about. */
export const PreparationPage: FC<{ line: string; sheets: readonly PreparationSheet[] }> = ({ line, sheets }) => (
  <Page title="Preparation sheets">
    <p>{line}</p>
    {sheets.length === 0 && <p>No teacher has a seat yet.</p>}
    {sheets.map(({ teacher, table, colleagues, companies }) => (
      <article>
        <h2>
          {teacher}, table {table}
        </h2>
        {colleagues.length > 0 && <p>With {colleagues.join(', ')}.</p>}
        {companies.map(({ name, guests, last, offers, points }) => (
          <section>
            <h3>{name}</h3>
            <ul>
              {guests.length > 0 && <li>At the table: {guests.join('; ')}</li>}
              <li>Last contact: {last ?? 'none is logged'}</li>
              {offers.length > 0 && <li>Open offers: {offers.join(', ')}</li>}
              {points.map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </article>
    ))}
  </Page>
)
