import { type Card, encodePress, type Field } from '../../data/card.ts'
import { type ConsentRecord, DESTINATIONS, type Destination } from '../../data/story.ts'
import { type LocalDate, parseLocalDate } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { choicesOf, textOf, type Values } from './answers.ts'
import { findPartner } from './named.ts'
import { defaultEnd } from './said-consent.ts'
import { destinationOnForm } from './story-view.ts'

/** What an approver confirms: the signed form that lies before them, field by field. */
export async function confirmForm(
  consent: ConsentRecord,
  of: { student: string; reportedBy: string; said?: string },
  moment: Pick<Moment, 'local' | 'reads'>,
  lead?: string,
): Promise<Card> {
  const end = consent.end ?? defaultEnd(consent.date, moment)
  const party = consent.thirdParty
    ? ((await moment.reads.get('partner', consent.thirdParty))?.name ?? consent.thirdParty)
    : ''
  const fields: Field[] = [
    {
      name: 'destinations',
      label: 'Destinations that the form names',
      type: 'choices',
      values: consent.destinations,
      options: DESTINATIONS.map((value) => ({ label: destinationOnForm(value), value })),
    },
    { name: 'thirdParty', label: 'Which third party', type: 'text', isOptional: true, value: party, maxChars: 120 },
    { name: 'date', label: 'Signed on', type: 'date', ...(consent.date ? { value: consent.date } : {}) },
    {
      name: 'end',
      label: 'Counts until',
      type: 'date',
      value: end,
      hint: 'The school year’s end, unless the form says otherwise',
    },
    {
      name: 'fullName',
      label: 'Name',
      type: 'choice',
      value: consent.fullName ? 'full' : 'short',
      options: [
        { label: 'First name and initial', value: 'short' },
        { label: 'Full name, as the form says', value: 'full' },
      ],
    },
    {
      name: 'removeAtEnd',
      label: 'At its end',
      type: 'choice',
      value: consent.removeAtEnd ? 'remove' : 'stay',
      options: [
        { label: 'What is published stays', value: 'stay' },
        { label: 'What is published goes, as the form says', value: 'remove' },
      ],
    },
  ]
  const title = `Signed form of ${of.student}`
  return {
    summary: `${title}: reported by ${of.reportedBy}. Confirm that it is on file.`,
    parts: [
      { kind: 'heading', text: title },
      ...(lead ? [{ kind: 'text' as const, text: lead }] : []),
      {
        kind: 'text',
        text: `Reported by ${of.reportedBy}. It counts once you confirm that the signed form is on file.`,
      },
      ...(of.said ? [{ kind: 'context' as const, text: of.said.slice(0, 300) }] : []),
      {
        kind: 'fields',
        fields,
        submit: {
          label: 'It is on file',
          style: 'primary',
          press: encodePress('consent.confirm', { consent: consent.id }),
        },
        cancel: { label: 'Not on file', press: encodePress('consent.reject', { consent: consent.id }) },
      },
    ],
  }
}

/** The terms of a form as an approver filled them in; a sentence where they are none. */
export async function readConfirmForm(
  values: Values,
  moment: Pick<Moment, 'reads' | 'knowledge' | 'local'>,
): Promise<Terms | string> {
  const chosen = choicesOf(values, 'destinations')
  const destinations = DESTINATIONS.filter((each) => chosen.includes(each))
  if (destinations.length === 0) return 'Which destinations does the form name? Tick them, then confirm.'
  const date = parseLocalDate(textOf(values, 'date'))
  if (!date) return 'On which day was it signed? Fill it in, then confirm.'
  const end = textOf(values, 'end') === '' ? defaultEnd(date, moment) : parseLocalDate(textOf(values, 'end'))
  if (!end) return 'The day on which it ends does not exist.'
  if (end < date) return 'It ends before it was signed.'
  const typed = textOf(values, 'thirdParty')
  if (destinations.includes('third_party') && typed === '') return 'Which third party does the form name?'
  const partner = typed === '' ? undefined : await findPartner(typed, moment)
  if (typed !== '' && !partner) return `"${typed.slice(0, 60)}" is not a partner I know. How is it spelled?`
  return {
    destinations,
    ...(partner && destinations.includes('third_party') ? { thirdParty: partner.id } : {}),
    date,
    end,
    fullName: textOf(values, 'fullName') === 'full',
    removeAtEnd: textOf(values, 'removeAtEnd') === 'remove',
  }
}

/** What a signed form says. */
export type Terms = {
  destinations: Destination[]
  thirdParty?: string
  date: LocalDate
  end: LocalDate
  fullName: boolean
  removeAtEnd: boolean
}
