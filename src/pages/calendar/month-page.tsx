import type { FC } from 'hono/jsx'
import { Page } from './layout.tsx'

export type MonthView = {
  title: string
  days: { day: string; lines: string[] }[]
  /** Addresses of the months around it. */
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
