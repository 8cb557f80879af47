import { hasBegun, occurrencesOf, overAt } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { partnerNamed } from '../names-to-records.ts'
import { say } from '../say.ts'
import { frameOf } from '../understanding/frame.ts'
import { countingCard } from './counting-card.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { requestFor } from './event-request.ts'
import { invitationsTo } from './invitations.ts'
import { inviteForm } from './invite-form.ts'
import { type Invitee, inviteeOf, inviteesOf, partnerInvitee } from './invitees.ts'
import { shownTo } from './one-time.ts'
import { tellInvited } from './tell.ts'

type Args = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | string[]>>

/** [Invite]: as if said; of a series it is asked first to which of its times. */
export async function invite(args: Args, situation: Situation): Promise<Outcome> {
  const event = await situation.reads.get('event', args.id ?? '')
  if (!event) return say('That event is gone.')
  if (!event.repeats) return askOrInvite(event, { isMore: args.more === 'yes' }, situation)
  const extra = args.more === 'yes' ? { more: true } : {}
  const frame = frameOf('send_invitations', { slots: { target: event.id }, extra })
  return situation.decide({ frame, said: '', accepts: [], aliases: [], overrules: [] })
}

/** To what: those named were asked already (`isMore`), so it is about others; to one time of a series, by its place there. */
export type InviteTo = { isMore?: boolean; time?: number | undefined }

/** Those whom the plan names are asked at once; where it names nobody, a form with those who could be. */
export async function askOrInvite(
  event: RecordOf<'event'>,
  { isMore = false, time }: InviteTo,
  situation: Situation,
): Promise<Outcome> {
  const closed = whyClosed(event, time, situation)
  if (closed) return say(closed)
  const { named, suggested } = await inviteesOf(event, situation.reads)
  const fresh = await notYetAsked(named, event, time, situation)
  if (!isMore && fresh.length > 0) return sendInvitations(event, fresh, situation, { time })
  return inviteForm(event, time, await notYetAsked([...named, ...suggested], event, time, situation), situation)
}

/** Asks these people, those who were asked already left out. */
export async function inviteThese(
  event: RecordOf<'event'>,
  invitees: readonly Invitee[],
  time: number | undefined,
  situation: Situation,
): Promise<Outcome> {
  const closed = whyClosed(event, time, situation)
  if (closed) return say(closed)
  const fresh = await notYetAsked(invitees, event, time, situation)
  if (fresh.length === 0) return say('Nobody new was chosen, so nobody was invited.')
  return sendInvitations(event, fresh, situation, { time })
}

/** The form's choices, and partners typed beside them. */
export async function sendForm(args: Args, situation: Situation, values: Values): Promise<Outcome> {
  const { reads } = situation
  const event = await reads.get('event', args.id ?? '')
  if (!event) return say('That event is gone.')
  const keys = ['partners', 'staff'].flatMap((name) => [values[name] ?? []].flat())
  const chosen = (await Promise.all(keys.map((key) => inviteeOf(key, reads)))).flatMap((one) => (one ? [one] : []))
  const typed =
    typeof values.also === 'string'
      ? values.also
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
      : []
  for (const name of typed) {
    const partner = await partnerNamed(name, reads)
    if (!partner) return say(`"${name}" is not a partner I know. Nobody was invited.`)
    chosen.push(await partnerInvitee(partner, reads))
  }
  return inviteThese(event, chosen, args.time === undefined ? undefined : Number(args.time), situation)
}

function whyClosed(whole: RecordOf<'event'>, time: number | undefined, { local }: Situation): string | undefined {
  const { event } = shownTo(time === undefined ? {} : { time }, whole)
  if (event.isCancelled) return 'That event is cancelled, so nobody is invited.'
  const last = occurrencesOf(event).at(-1)
  if (last && (hasBegun(last.start, local) || overAt(last) <= local))
    return 'That event has begun, so nobody is invited.'
  return undefined
}

async function notYetAsked(
  invitees: readonly Invitee[],
  event: RecordOf<'event'>,
  time: number | undefined,
  { reads }: Situation,
): Promise<Invitee[]> {
  const asked = (await invitationsTo(event.id, reads)).filter((one) => one.time === undefined || one.time === time)
  const isAsked = ({ staff, person, partner }: Invitee): boolean =>
    asked.some((one) =>
      staff ? one.staff === staff : person ? one.person === person : one.partner === partner && !one.person,
    )
  const keys = new Set<string>()
  return invitees.filter((invitee) => {
    const isNew = !isAsked(invitee) && !keys.has(invitee.key)
    keys.add(invitee.key)
    return isNew
  })
}

/** Asks these people: staff by a message with buttons, partners by mail or by a text for the organizer to send. */
export async function sendInvitations(
  event: RecordOf<'event'>,
  invitees: readonly Invitee[],
  situation: Situation,
  { before = event, time }: { before?: RecordOf<'event'>; time?: number | undefined } = {},
): Promise<Outcome> {
  const { turn, now, reads, local, inbound, sendsMail } = situation
  const invitations = await Promise.all(
    invitees.map(async ({ partner, person, staff }, n): Promise<RecordOf<'invitation'>> => {
      const hasMail = person !== undefined && (await reads.get('person', person))?.email !== undefined
      return {
        id: `${turn}-i${n}`,
        version: 0,
        event: event.id,
        ...(partner ? { partner } : {}),
        ...(person ? { person } : {}),
        ...(staff ? { staff } : {}),
        ...(time !== undefined ? { time } : {}),
        via: staff ? 'chat' : hasMail && sendsMail ? 'mail' : 'hand',
        sequence: event.sequence,
        isWithdrawn: false,
        at: now,
      }
    }),
  )
  const names = await namesOfEvent(event, reads)
  const told = await tellInvited(invitations, event, names, 'invited', situation)
  // The reply is this turn's first: it counts along from now on.
  const card = { delivery: `${turn}-r0`, to: { ...inbound.place, person: inbound.author.user } }
  const after: RecordOf<'event'> = { ...event, card }
  const standing = [...(await invitationsTo(event.id, reads)), ...invitations]
  const view = await countingCard(after, { verb: 'Invited', invitations: standing, more: told.parts }, situation)
  return {
    what: 'invite',
    title: `invitations to ${eventLine(shownTo(time === undefined ? {} : { time }, event).event, names, local)}`,
    replies: [{ card: view }],
    writes: [{ kind: 'event', id: event.id, before, after }, ...told.writes],
    posts: told.posts,
    request: await requestFor(after, situation),
  }
}
