import { encodePress, type Field } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatDay } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import type { Invitee } from './invitees.ts'
import { shownTo } from './one-time.ts'

/** Who could be asked, as a form: nobody is asked before it is sent. `time`: to one time of a series alone. */
export async function inviteForm(
  whole: RecordOf<'event'>,
  time: number | undefined,
  invitees: readonly Invitee[],
  situation: Situation,
): Promise<Outcome> {
  const partners = invitees.filter(({ staff }) => !staff)
  const staff = invitees.filter((invitee) => invitee.staff)
  const choices = (name: string, label: string, from: readonly Invitee[]): Field[] =>
    from.length > 0
      ? [
          {
            name,
            label,
            type: 'choices',
            isOptional: true,
            options: from.map((invitee) => ({ label: invitee.label, value: invitee.key })),
            values: from.map(({ key }) => key),
          },
        ]
      : []
  const fields: Field[] = [
    ...choices('partners', 'Partners', partners),
    ...choices('staff', 'Teachers', staff),
    { name: 'also', label: 'Other partners', type: 'text', isOptional: true, hint: 'Names, with commas between' },
  ]
  const { event, occurrence } = shownTo(time === undefined ? {} : { time }, whole)
  const day = occurrence ? `, ${formatDay(event.start, situation.local)}` : ''
  const title = `Invite to: ${eventHeading(event, await namesOfEvent(event, situation.reads))}${day}`
  return {
    what: 'invite',
    replies: [
      {
        card: {
          summary: title,
          parts: [
            { kind: 'heading', text: title },
            {
              kind: 'fields',
              fields,
              submit: {
                label: 'Send invitations',
                style: 'primary',
                press: encodePress('calendar.send', {
                  id: event.id,
                  ...(time === undefined ? {} : { time: String(time) }),
                }),
              },
              cancel: { label: 'Not now', press: encodePress('calendar.open', { id: event.id }) },
            },
          ],
        },
        replaces: false,
      },
    ],
    pending: 'keep',
  }
}
