import { type Action, type Card, encodePress } from '../data/card.ts'
import type { OfferRecord } from '../data/records.ts'
import { formatDay, type LocalDate, type LocalMoment } from '../data/time.ts'

const METHOD_NAMES: Readonly<Record<string, string>> = {
  meeting: 'in person',
  visit: 'visit to their site',
  call: 'call',
  video: 'video call',
  email: 'email',
  text: 'text message',
  event: 'at an event',
}

const OFFER_NAMES: Readonly<Record<string, [one: string, many: string]>> = {
  internship: ['internship', 'internships'],
  job: ['job', 'jobs'],
  apprenticeship: ['apprenticeship', 'apprenticeships'],
  speaker: ['guest speaker', 'guest speakers'],
  mentor: ['mentor', 'mentors'],
  job_shadow: ['job shadow', 'job shadows'],
  site_visit: ['site visit for teachers', 'site visits for teachers'],
  mock_interview: ['mock interviews', 'mock interviews'],
  curriculum_review: ['curriculum review', 'curriculum reviews'],
  advisory: ['seat on the advisory board', 'seats on the advisory board'],
  scholarship: ['scholarship', 'scholarships'],
  competition: ['help with a competition', 'helpers for a competition'],
  equipment: ['equipment', 'pieces of equipment'],
  donation: ['donation', 'donations'],
}

export const methodName = (method: string): string => METHOD_NAMES[method] ?? method

/** "2 internships", "guest speaker". */
export function offerName({ kind, count }: OfferRecord): string {
  const [one, many] = OFFER_NAMES[kind] ?? [kind.replaceAll('_', ' '), kind.replaceAll('_', ' ')]
  if (count === undefined) return one
  return `${count} ${count === 1 ? one : many}`
}

/** The kind of an offer that a person named as `offerName` does. */
export function offerKindNamed(name: string): string | undefined {
  const words = name.toLowerCase()
  return Object.entries(OFFER_NAMES).find(([kind, names]) => kind === words || names.includes(words))?.[0]
}

export type ContactView = {
  partner: string
  people: readonly string[]
  method?: string
  date: LocalDate
  offers: readonly OfferRecord[]
  followUp?: LocalDate
  note: string
  isNewPartner: boolean
}

/** "Con Edison, Marcus Bell, call, Tue, Dec 1": one line for histories and undo. */
export function contactLine(view: ContactView, now: LocalMoment): string {
  return [
    view.partner,
    ...view.people,
    ...(view.method ? [methodName(view.method)] : []),
    formatDay(view.date, now),
    ...view.offers.map((offer) => `offers ${offerName(offer)}`),
  ].join(', ')
}

/** The card that echoes every slot, so that a mistake is seen at once. */
export function contactCard(
  verb: string,
  view: ContactView,
  turn: string,
  now: LocalMoment,
  extra: readonly Action[] = [],
): Card {
  const facts = [
    { label: 'Partner', value: view.isNewPartner ? `${view.partner} (new)` : view.partner },
    ...(view.people.length > 0 ? [{ label: 'Spoke with', value: view.people.join(', ') }] : []),
    ...(view.method ? [{ label: 'How', value: methodName(view.method) }] : []),
    { label: 'Date', value: formatDay(view.date, now) },
    ...(view.offers.length > 0 ? [{ label: 'Offers', value: view.offers.map(offerName).join(', ') }] : []),
    ...(view.followUp ? [{ label: 'Follow-up', value: formatDay(view.followUp, now) }] : []),
  ]
  const followUp = view.followUp ? `. Follow-up ${formatDay(view.followUp, now)}` : ''
  return {
    summary: `${verb}: ${contactLine(view, now)}${followUp}.`,
    parts: [
      { kind: 'heading', text: `${verb}: ${view.partner}` },
      { kind: 'facts', facts },
      { kind: 'context', text: `Note: ${view.note}` },
      {
        kind: 'actions',
        actions: [
          { label: 'Undo', press: encodePress('undo.turn', { turn }) },
          { label: 'Change', press: encodePress('contact.change', { turn }) },
          ...extra,
        ],
      },
    ],
  }
}
