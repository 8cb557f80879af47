import { type Card, cardText, type Part } from '../../data/card.ts'
import type { Delivery } from '../../data/delivery.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Moment, Occasion } from '../conversation.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { inviteeName } from './invitations.ts'

/** How long a mail server may refuse a mail before its organizer hears of it. Milliseconds. */
const PATIENCE_MS = 60 * 60_000
/** Deliveries of each state that are looked at, newest first. */
const MOST_LOOKED_AT = 200
/** What was given up longer ago was told then. Milliseconds. */
const OLDEST_MS = 7 * 24 * 60 * 60_000

/** A mail that has not arrived: still being tried, given up, or of which nobody knows. */
type Trouble = 'late' | 'lost' | 'unsure'
const STATES: readonly (readonly [Trouble, Delivery['state']])[] = [
  ['late', 'due'],
  ['lost', 'failed'],
  ['unsure', 'uncertain'],
]

const MAILS: Readonly<Record<string, string>> = {
  invited: 'invitation',
  changed: 'news of a change',
  cancelled: 'cancellation',
  reminded: 'reminder',
  placed: 'news of a free place',
}

const toldGuard = (trouble: Trouble, { id }: Delivery): string => `mail ${trouble} ${id}`

/** The organizer hears, once, of mails to their guests that a mail server has refused for an hour, or for good. */
export async function tellOfLateMail(moment: Moment): Promise<Occasion[]> {
  if (!moment.sendsMail) return []
  const occasions: Occasion[] = []
  for (const [trouble, state] of STATES) {
    const turns = new Map<string, Delivery[]>()
    for (const delivery of await moment.reads.deliveries({ state, limit: MOST_LOOKED_AT })) {
      if (await isToBeTold(trouble, delivery, moment))
        turns.set(delivery.turn, [...(turns.get(delivery.turn) ?? []), delivery])
    }
    for (const mails of turns.values()) occasions.push(...(await occasionOf(trouble, mails, moment)))
  }
  return occasions
}

async function isToBeTold(trouble: Trouble, delivery: Delivery, { reads, now }: Moment): Promise<boolean> {
  if (delivery.to.channel !== 'mail' || !delivery.to.route?.event || delivery.due + OLDEST_MS < now) return false
  if (trouble === 'late') {
    // What was not tried yet waits for nothing but its turn.
    const turn = delivery.attempts > 0 ? await reads.turn(delivery.turn) : undefined
    if (!turn || turn.at + PATIENCE_MS > now) return false
  }
  return (await reads.guard(toldGuard(trouble, delivery))) === 0
}

async function occasionOf(trouble: Trouble, mails: readonly Delivery[], moment: Moment): Promise<Occasion[]> {
  const { reads } = moment
  const [first] = mails
  const event = await reads.get('event', first?.to.route?.event ?? '')
  if (!first || !event?.owner) return []
  const card = await troubleCard(trouble, mails, event, moment)
  return [
    {
      id: `mail-${trouble}:${first.id}`,
      outcome: {
        what: 'late_mail',
        replies: [],
        touches: mails.map((mail) => toldGuard(trouble, mail)),
        posts: [{ name: 'mail', to: { staff: event.owner }, content: { kind: 'post', card } }],
      },
    },
  ]
}

async function troubleCard(
  trouble: Trouble,
  mails: readonly Delivery[],
  event: RecordOf<'event'>,
  moment: Moment,
): Promise<Card> {
  const { reads, local } = moment
  const names = (await Promise.all(mails.map((mail) => guestOf(mail, reads)))).sort()
  const what = MAILS[mails[0]?.to.route?.tidings ?? ''] ?? 'mail'
  const to = `The ${what} to ${names.join('; ')}`
  const text = {
    late: `${to} has not gone out for an hour: the mail server does not take it. It keeps being tried, and nobody gets it twice.`,
    lost: `${to} was not delivered. ${mails[0]?.reason ?? ''}`.trim(),
    unsure: `${to} may not have arrived: the mail server was not heard of again. It is not sent twice, so please ask.`,
  }[trouble]
  const line = eventLine(event, await namesOfEvent(event, reads), local)
  const texts =
    trouble === 'lost' ? mails.flatMap(({ content }) => ('card' in content ? [cardText(content.card)] : [])) : []
  const byHand: Part[] =
    texts.length > 0
      ? [
          { kind: 'text', text: 'Send this yourself:' },
          { kind: 'list', items: texts },
        ]
      : []
  return { summary: `${text} ${line}.`, parts: [{ kind: 'text', text }, ...byHand, { kind: 'context', text: line }] }
}

async function guestOf({ to }: Delivery, reads: Moment['reads']): Promise<string> {
  const invitation = await reads.get('invitation', to.route?.invitation ?? '')
  return invitation ? inviteeName(invitation, reads) : (to.route?.name ?? 'a guest')
}
