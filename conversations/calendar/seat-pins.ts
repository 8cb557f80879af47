import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { partnerNamed, personNamed } from '../names-to-records.ts'
import { askBefore } from '../question.ts'
import { say } from '../say.ts'
import { isTooLate, recordAnswer } from './answer-outcome.ts'
import { answersTo } from './invitations.ts'
import { seatedEvent, whichEvent } from './seat-events.ts'
import { partnerParty, staffParty } from './seat-guests.ts'
import { seatsAt } from './seat-plan.ts'
import { keepWishes } from './seat-wishes.ts'

/** "i want plaza + jetblue w me", "seat con ed with rizzo": who is to sit together, whatever their industry. */
export async function pinSeats(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const parties = await partiesNamed(request, situation)
  if (parties.length < 2) return say('Who is to sit together? Say for example "seat JetBlue with me".')
  const event = await seatedEvent(request, situation)
  if (!event) return whichEvent(request, situation, 'pin', { parties: parties.join(',') })
  return pin(event, parties, situation)
}

/** The same, once the event was chosen by a button. */
export async function pinPress(
  event: RecordOf<'event'>,
  args: Readonly<Record<string, string>>,
  situation: Situation,
): Promise<Outcome> {
  return pin(event, (args.parties ?? '').split(',').filter(Boolean), situation)
}

async function partiesNamed({ frame, said }: Request, { reads, speaker }: Situation): Promise<string[]> {
  const { partners = [], people = [] } = frame.slots
  const companies = await Promise.all(partners.map((name) => partnerNamed(name, reads)))
  const guests = await Promise.all(people.map((name) => personNamed(name, undefined, reads)))
  const { staff } = frame.extra
  const [colleague] =
    typeof staff === 'string' ? await reads.find('staff', { where: { name: staff, isActive: true }, limit: 1 }) : []
  const parties = [
    ...companies.flatMap((partner) => (partner ? [partnerParty(partner.id)] : [])),
    ...guests.flatMap((person) => (person ? [partnerParty(person.partner)] : [])),
    ...(colleague ? [staffParty(colleague.id)] : []),
  ]
  // "With me" is the speaker; a wish for two companies alone names nobody else.
  const isOwn = /\b(?:me|us|my)\b/i.test(said) || (parties.length < 2 && !colleague)
  return [...new Set([...parties, ...(isOwn ? [staffParty(speaker.id)] : [])])]
}

async function pin(event: RecordOf<'event'>, parties: readonly string[], situation: Situation): Promise<Outcome> {
  const { reads, speaker, local } = situation
  const own = staffParty(speaker.id)
  const answer = (await answersTo(event.id, reads)).find(({ staff }) => staff === speaker.id)
  // Who wants company at the table comes: nothing else was asked of them.
  const isNew = parties.includes(own) && !answer && !isTooLate(event, local)
  const given = isNew
    ? await recordAnswer(
        event,
        { people: [], staff: speaker.id, answer: 'yes', via: 'told', toldBy: speaker.id, isLate: false },
        situation,
        { tellsOwner: false },
      )
    : undefined
  const writes: readonly Write[] = given?.outcome.writes ?? []
  const answers = given ? { answers: given.taken.answers } : {}
  const { plan, guests } = await seatsAt(event, situation, answers)
  const wish = { parties: [...parties].sort(), by: speaker.id }
  const isKnown = plan.pins.some((known) => known.parties.join() === wish.parties.join())
  const isRefused = (id: string): boolean => guests.unseated.some((one) => one.id === id)
  const absent = parties.filter(isRefused)
  const names = await Promise.all(absent.map((id) => nameOf(id, situation)))
  const isSaidNo = parties.includes(own) && answer?.answer === 'no'
  const note = [
    ...(isNew ? ['You are counted as coming.'] : []),
    ...(isSaidNo ? ['You said no to this event, so you have no seat.'] : []),
    ...(names.length > 0 && !isSaidNo
      ? [
          `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} no seat yet; the wish counts once there is one.`,
        ]
      : []),
  ].join(' ')
  return keepWishes(event, { pins: isKnown ? plan.pins : [...plan.pins, wish], ...answers }, situation, {
    note: note || 'They sit together.',
    writes,
    ...(given ? { outcome: given.outcome } : {}),
  })
}

async function nameOf(party: string, { reads }: Situation): Promise<string> {
  const id = party.slice(party.indexOf(':') + 1)
  const record = party.startsWith('staff:') ? await reads.get('staff', id) : await reads.get('partner', id)
  return record?.name ?? 'One of them'
}
