import { type Card, encodePress, type Field } from '../data/card.ts'
import type { OfferRecord } from '../data/records.ts'
import { parseLocalDate } from '../data/time.ts'
import { methodName, offerKindNamed, offerName } from './contact-card.ts'
import { amendContact, contactIdOf, contactOf } from './contact-changes.ts'
import type { Outcome, Situation } from './conversation.ts'
import { partnerNamed } from './names-to-records.ts'
import { sentence } from './notices.ts'
import { emptyRequest } from './routing.ts'
import { say } from './say.ts'
import { METHODS, type Slots } from './understanding/frame.ts'

type Args = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | string[]>>

/** [Change]: the contact as a form, every slot filled as it stands. */
export async function changeForm(args: Args, situation: Situation): Promise<Outcome> {
  const contact = await situation.reads.get('contact', contactIdOf(await situation.reads.turn(args.turn ?? '')) ?? '')
  if (!contact)
    return {
      what: 'none',
      replies: [{ card: sentence('That entry is gone, so there is nothing to change.') }],
      pending: 'keep',
    }
  const view = await contactOf(contact, situation)
  const fields: Field[] = [
    { name: 'partner', label: 'Partner', type: 'text', value: view.partner },
    {
      name: 'people',
      label: 'Spoke with',
      type: 'text',
      value: view.people.join(', '),
      isOptional: true,
      hint: 'Names, with commas between',
    },
    {
      name: 'method',
      label: 'How',
      type: 'choice',
      isOptional: true,
      options: METHODS.map((value) => ({ label: methodName(value), value })),
      ...(view.method ? { value: view.method } : {}),
    },
    { name: 'date', label: 'Date', type: 'date', value: view.date },
    {
      name: 'offers',
      label: 'Offers',
      type: 'text',
      value: view.offers.map(offerName).join(', '),
      isOptional: true,
      hint: 'Such as "2 internships, guest speaker"',
    },
    {
      name: 'followUp',
      label: 'Follow-up',
      type: 'date',
      isOptional: true,
      ...(view.followUp ? { value: view.followUp } : {}),
    },
  ]
  const card: Card = {
    summary: `Change the contact with ${view.partner}`,
    parts: [
      { kind: 'heading', text: `Change: ${view.partner}` },
      {
        kind: 'fields',
        fields,
        submit: { label: 'Save', style: 'primary', press: encodePress('contact.save', { turn: args.turn ?? '' }) },
      },
    ],
  }
  return { what: 'change', replies: [{ card }], pending: 'keep' }
}

/** What the form says, as a correction of the contact that it was opened on. */
export async function saveForm(args: Args, situation: Situation, values: Values): Promise<Outcome> {
  const last = await situation.reads.turn(args.turn ?? '')
  if (!last || !(await situation.reads.get('contact', contactIdOf(last) ?? '')))
    return say('That entry is gone, so there is nothing to change.')
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '')
  const partner = await partnerNamed(text('partner'), situation.reads)
  if (!partner) return say(`"${text('partner')}" is not a partner I know. Nothing was changed.`)
  const date = parseLocalDate(text('date'))
  if (!date) return say('The date is not one. Nothing was changed.')
  const offers = readOffers(text('offers'))
  if (!offers)
    return say('One of the offers is none I know, such as "2 internships, guest speaker". Nothing was changed.')
  const method = METHODS.find((known) => known === text('method'))
  const followUp = parseLocalDate(text('followUp'))
  const people = text('people')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const slots: Slots = {
    partner: partner.name,
    people,
    date,
    ...(method ? { method } : {}),
    ...(followUp ? { followUp } : {}),
  }
  const request = emptyRequest('log_contact')
  const changes = { ...request.frame, intent: 'correct', slots: { ...slots, offers } as Slots }
  return amendContact(
    { ...request, frame: { ...changes, intent: 'log_contact' } },
    changes,
    { ...situation, last },
    'whole',
  )
}

/** "2 internships, guest speaker"; undefined where one of them is none. */
function readOffers(text: string): OfferRecord[] | undefined {
  const offers: OfferRecord[] = []
  for (const item of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, count, name = ''] = /^(\d{1,4})?\s*(.+)$/.exec(item) ?? []
    const kind = offerKindNamed(name)
    if (!kind) return undefined
    offers.push({ kind, ...(count ? { count: Number(count) } : {}) })
  }
  return offers
}
