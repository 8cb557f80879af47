import { type Action, type Card, encodePress } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import type { Pending, TurnRecord, Write } from '../data/store.ts'
import { type ContactView, contactCard, contactLine } from './contact-card.ts'
import type { Moment, Outcome, Request, Situation } from './conversation.ts'
import { mergeOffers } from './corrections.ts'
import { moveFollowUp, newFollowUp } from './follow-up-records.ts'
import { namesOf, resolvePartner, resolvePeople } from './names-to-records.ts'
import { sentence } from './notices.ts'
import { askBefore, waitFor } from './question.ts'
import type { Frame } from './understanding/frame.ts'

/** A contact as people see it. */
export async function contactOf(contact: RecordOf<'contact'>, { reads }: Moment): Promise<ContactView> {
  const partner = await reads.get('partner', contact.partner)
  const followUp = contact.followUp ? await reads.get('followUp', contact.followUp) : undefined
  return {
    ...viewOf(contact),
    partner: partner?.name ?? 'a partner that is gone',
    people: await namesOf('person', contact.people, reads),
    ...(followUp && !followUp.isDone ? { followUp: followUp.date } : {}),
    isNewPartner: false,
  }
}

/** The contact that a turn recorded or changed. */
export const contactIdOf = (turn: TurnRecord | undefined): string | undefined =>
  turn?.writes.find((write) => write.kind === 'contact' && write.after !== undefined)?.id

/** Changes what was just logged: the same record, its follow-up and offers with it. */
export async function amendContact(
  request: Request,
  changes: Frame,
  situation: Situation,
  /** `whole`: what is given is all there is, as in a form. */
  extent: 'part' | 'whole' = 'part',
): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const { turn, reads, last, local } = situation
  const before = await reads.get('contact', contactIdOf(last) ?? '')
  if (!before)
    return { what: 'correct', replies: [{ card: sentence('That entry is gone, so there is nothing to change.') }] }
  const { slots } = changes
  const partner = slots.partner ? await resolvePartner(slots.partner, request, turn, reads) : undefined
  const partnerId = partner?.value.id ?? before.partner
  const isMoved = partnerId !== before.partner
  const people = slots.people ? await resolvePeople(slots.people, partnerId, turn, reads) : undefined
  const { method, ...rest } = before
  const amended: RecordOf<'contact'> = {
    ...(extent === 'whole' ? rest : before),
    partner: partnerId,
    // The people named were at the company that it was not.
    people: people?.value.map(({ id }) => id) ?? (isMoved ? [] : before.people),
    ...(slots.method ? { method: slots.method } : {}),
    date: slots.date ?? before.date,
    offers: slots.offers
      ? extent === 'whole'
        ? slots.offers
        : mergeOffers(before.offers, slots.offers)
      : before.offers,
    note: `${before.note}\n${situation.inbound.what.kind === 'said' ? situation.inbound.what.text : ''}`.trim(),
  }
  const followUp = await amendedFollowUp(amended, slots.followUp, situation, extent)
  const { followUp: _, ...without } = amended
  const after = followUp ? (followUp.isGone ? without : { ...amended, followUp: followUp.id }) : amended
  const { method: __, followUp: due, ...earlier } = await contactOf(before, situation)
  const view: ContactView = {
    ...earlier,
    ...viewOf(after),
    ...(due && !followUp?.isGone ? { followUp: due } : {}),
    ...(partner ? { partner: partner.value.name, isNewPartner: partner.writes.length > 0 } : {}),
    people: people?.value.map(({ name }) => name) ?? (await namesOf('person', after.people, reads)),
    ...(slots.followUp ? { followUp: slots.followUp } : {}),
  }
  const asksWho = isMoved && after.people.length === 0
  const verb = isMoved ? 'Moved' : 'Changed'
  const card = contactCard(verb, view, turn, local, asksWho ? await whoButtons(after, situation) : [])
  return {
    what: 'correct',
    title: `${verb.toLowerCase()} to ${contactLine(view, local)}`,
    replies: [{ card: asksWho ? askWho(card, view.partner) : card }],
    writes: [
      ...(partner?.writes ?? []),
      ...(people?.writes ?? []),
      { kind: 'contact', id: after.id, before, after },
      ...(followUp ? [followUp.write] : []),
    ],
    request: settledRequest(request),
    ...(asksWho ? { pending: waitForWho(after, request, situation) } : {}),
  }
}

const settledRequest = ({ amends: _, answers: __, ...request }: Request): Request => request

/** "renee": the answer completes the contact that is kept already. */
function waitForWho(contact: RecordOf<'contact'>, request: Request, situation: Situation): Pending {
  const { people: _, ...slots } = request.frame.slots
  const frame = { ...request.frame, slots, missing: ['people' as const] }
  return waitFor(
    { request: { ...request, frame, amends: contact.id }, slot: 'people', turn: situation.turn },
    situation,
  )
}

const viewOf = ({
  method,
  date,
  offers,
  note,
}: RecordOf<'contact'>): Omit<ContactView, 'partner' | 'people' | 'isNewPartner'> => ({
  ...(method ? { method } : {}),
  date,
  offers,
  note,
})

/** The follow-up moves along; one that is done stays as it is, and a form without a date takes an open one away. */
async function amendedFollowUp(
  contact: RecordOf<'contact'>,
  date: Frame['slots']['followUp'],
  situation: Situation,
  extent: 'part' | 'whole',
): Promise<{ id: string; write: Write; isGone?: true } | undefined> {
  const { turn, reads, speaker } = situation
  const existing = contact.followUp ? await reads.get('followUp', contact.followUp) : undefined
  if (existing && !existing.isDone && !date && extent === 'whole')
    return { id: existing.id, write: { kind: 'followUp', id: existing.id, before: existing }, isGone: true }
  if (existing && !(existing.isDone && date)) {
    const moved = date && date !== existing.date ? moveFollowUp(existing, date) : existing
    const after = { ...moved, partner: contact.partner, people: contact.people }
    return { id: existing.id, write: { kind: 'followUp', id: existing.id, before: existing, after } }
  }
  if (!date) return undefined
  const { id, partner, people } = contact
  const after = newFollowUp({ id: `${turn}-f`, partner, people, date, owner: speaker.id, contact: id, situation })
  return { id: after.id, write: { kind: 'followUp', id: after.id, after } }
}

async function whoButtons(contact: RecordOf<'contact'>, { reads }: Situation): Promise<Action[]> {
  const people = await reads.find('person', { where: { partner: contact.partner, isActive: true }, limit: 3 })
  return people.map(({ id, name }) => ({
    label: name,
    press: encodePress('contact.who', { contact: contact.id, person: id }),
  }))
}

function askWho(card: Card, partner: string): Card {
  const question = `Who did you speak to at ${partner}?`
  const [heading, ...rest] = card.parts
  return {
    summary: `Moved to ${partner}. ${question}`,
    parts: [...(heading ? [heading] : []), { kind: 'text', text: question }, ...rest],
  }
}
