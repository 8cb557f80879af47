import { type Action, encodePress } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import type { Reliance, TurnRecord, Write } from '../data/store.ts'
import { dateOf, formatDay, formatTime, localMomentAt, timeOf } from '../data/time.ts'
import { type ContactView, contactCard, contactLine } from './contact-card.ts'
import { amendContact, contactOf } from './contact-changes.ts'
import { changeForm, saveForm } from './contact-form.ts'
import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { mergeRequest, requestOf } from './corrections.ts'
import { newFollowUp } from './follow-up-records.ts'
import { knownParties, type Party } from './known-parties.ts'
import { aliasWrites, type Resolved, resolvePartner, resolvePeople } from './names-to-records.ts'
import { sentenceWith } from './notices.ts'
import { askBefore } from './question.ts'

/** Logs a touchpoint with a partner. */
export const contact: Conversation = {
  name: 'contact',
  intents: { log_contact: logContact },
  corrects: { log_contact: amendContact },
  presses: {
    change: changeForm,
    save: saveForm,
    again: async (args, situation) => {
      const request = requestOf(await situation.reads.turn(args.turn ?? ''))
      if (!request) return { what: 'none', replies: [] }
      return situation.decide({ ...request, overrules: [...request.overrules, 'repeat'], answers: args.turn ?? '' })
    },
    who: async (args, situation) => {
      const recorded = await situation.reads.get('contact', args.contact ?? '')
      const person = await situation.reads.get('person', args.person ?? '')
      if (!recorded || !person) return { what: 'none', replies: [], pending: 'keep' }
      const after = { ...recorded, people: [person.id] }
      const view = await contactOf(after, situation)
      const earlier = requestOf(situation.last)
      return {
        what: 'correct',
        title: contactLine(view, situation.local),
        replies: [{ card: contactCard('Logged', view, situation.turn, situation.local) }],
        writes: [{ kind: 'contact', id: after.id, before: recorded, after }],
        ...(earlier ? { request: mergeRequest(earlier, { people: [person.name] }) } : {}),
      }
    },
  },
}

async function logContact(request: Request, situation: Situation): Promise<Outcome> {
  if (request.amends) {
    const { people } = request.frame.slots
    return amendContact(request, { ...request.frame, slots: people ? { people } : {} }, situation)
  }
  const question = await askBefore(request, situation)
  if (question) return question
  const repeated = request.overrules.includes('repeat') ? undefined : await findRepeated(request, situation)
  if (repeated) return offerAgain(repeated, request, situation)
  const { slots } = request.frame
  const { turn, now, local, reads, speaker } = situation
  const parties = await partiesOf(request, situation)
  const [partner, people] = [parties.partner.value, parties.people.value]
  const id = `${turn}-c`
  const followUp = slots.followUp
    ? newFollowUp({
        id: `${turn}-f`,
        partner: partner.id,
        people: people.map((person) => person.id),
        date: slots.followUp,
        owner: speaker.id,
        contact: id,
        situation,
      })
    : undefined
  const recorded: RecordOf<'contact'> = {
    id,
    version: 0,
    partner: partner.id,
    people: people.map((person) => person.id),
    ...(slots.method ? { method: slots.method } : {}),
    date: slots.date ?? dateOf(local),
    offers: slots.offers ?? [],
    ...(followUp ? { followUp: followUp.id } : {}),
    note: request.said,
    by: speaker.id,
    at: now,
  }
  const view: ContactView = {
    partner: partner.name,
    people: people.map((person) => person.name),
    ...(recorded.method ? { method: recorded.method } : {}),
    date: recorded.date,
    offers: recorded.offers,
    ...(followUp ? { followUp: followUp.date } : {}),
    note: recorded.note,
    isNewPartner: parties.partner.writes.length > 0,
  }
  const writes: Write[] = [
    ...parties.partner.writes,
    ...parties.people.writes,
    ...(await aliasWrites(request, speaker.id, now, turn, reads)),
    { kind: 'contact', id, after: recorded },
    ...(followUp ? [{ kind: 'followUp' as const, id: followUp.id, after: followUp }] : []),
  ]
  const closing = await offersToClose(partner.id, situation)
  return {
    what: 'log_contact',
    title: contactLine(view, local),
    replies: [{ card: contactCard('Logged', view, turn, local, closing) }],
    writes,
    reliesOn: parties.reliesOn,
    request,
  }
}

type Parties = { partner: Resolved<Party>; people: Resolved<Party[]>; reliesOn: Reliance[] }

/** Whom a contact was with: as they are known, else as the store has them or the person wants them added. */
async function partiesOf(request: Request, { turn, reads, knowledge, isAgain }: Situation): Promise<Parties> {
  const { partner: name = '', people: names = [] } = request.frame.slots
  const known = isAgain ? undefined : knownParties(name, names, knowledge)
  if (known) {
    const { partner, people, reliesOn } = known
    return { partner: { value: partner, writes: [] }, people: { value: people, writes: [] }, reliesOn }
  }
  const partner = await resolvePartner(name, request, turn, reads)
  if (!partner) throw new Error('A contact without a partner went past its question.')
  return { partner, people: await resolvePeople(names, partner.value.id, turn, reads), reliesOn: [] }
}

/** A new touchpoint offers to close the follow-ups that it may have been. */
async function offersToClose(partner: string, situation: Situation): Promise<Action[]> {
  const open = await situation.reads.find('followUp', {
    where: { partner, isDone: false },
    order: { by: 'date', direction: 'ascending' },
    limit: 2,
  })
  return open.map(({ id, date }) => ({
    label: `Close follow-up of ${formatDay(date, situation.local)}`,
    press: encodePress('follow-up.done', { id, kept: 'yes' }),
  }))
}

/** Only what is no single blank is replaced: most sentences have nothing of it. */
const sameWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()

/** The turn that logged the same sentence just before. */
async function findRepeated(request: Request, { recent, reads }: Situation): Promise<TurnRecord | undefined> {
  const words = sameWords(request.said)
  const repeated = recent.find(({ what, said }) => what === 'log_contact' && sameWords(said) === words)
  return repeated && reads.turn(repeated.turn)
}

function offerAgain(earlier: TurnRecord, request: Request, situation: Situation): Outcome {
  const text = `Already logged ${formatTime(timeOf(localMomentAt(earlier.at, situation.zone)))}: ${earlier.title ?? ''}.`
  const again = { label: 'Log again', press: encodePress('contact.again', { turn: situation.turn }) }
  return {
    what: 'question',
    request,
    pending: 'keep',
    replies: [{ card: sentenceWith(text, [again]) }],
  }
}
