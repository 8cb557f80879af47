import type { Reads, Write } from '../../data/store.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { say } from './say.ts'

/** Whose calendar a feed shows. `generation` grows when its link is renewed: older links are then closed. */
export type Feed = { kind: 'staff' | 'school' | 'all'; id: string; generation: number }

/** What a feed's link is signed over. */
export const feedKey = ({ kind, id, generation }: Feed): string => `${kind}:${generation}:${id}`

export function readFeedKey(key: string): Feed | undefined {
  const [, kind, generation, id] = /^(staff|school|all):(\d+):(.*)$/s.exec(key) ?? []
  const known = (['staff', 'school', 'all'] as const).find((one) => one === kind)
  return known && id !== undefined ? { kind: known, id, generation: Number(generation) } : undefined
}

const recordKind = { staff: 'staff', school: 'school', all: 'settings' } as const

/** The record that holds a feed's generation; undefined where whose it is are gone. */
export async function feedOwner({ kind, id }: Pick<Feed, 'kind' | 'id'>, reads: Reads) {
  if (kind === 'all') return (await reads.find('settings', { limit: 1 }))[0]
  const record = await reads.get(recordKind[kind], id)
  return record && 'isActive' in record && record.isActive ? record : undefined
}

/** "my calendar link", "the calendar link of aviation", "renew my calendar link". */
export const calendarLinks: Conversation = {
  name: 'calendar-links',
  intents: { calendar_link: giveLink },
}

async function giveLink({ frame }: Request, situation: Situation): Promise<Outcome> {
  const { reads, speaker, linkTo } = situation
  if (!linkTo) return say('Liaison has no pages here, so there is no calendar link.')
  const name = frame.slots.school
  const school = name ? (await reads.find('school', { where: { name }, limit: 1 }))[0] : undefined
  const kind = school ? 'school' : frame.extra.all === true ? 'all' : 'staff'
  const id = school?.id ?? (kind === 'staff' ? speaker.id : '')
  const owner = await feedOwner({ kind, id }, reads)
  if (!owner) return say('There is no such calendar.')
  const isRenewed = frame.extra.renew === true
  if (isRenewed && kind !== 'staff' && speaker.role !== 'admin')
    return say('Only an administrator renews the link of a calendar that many follow.')
  const generation = (owner.feed ?? 0) + (isRenewed ? 1 : 0)
  const key = feedKey({ kind, id, generation })
  const whose = school
    ? `The calendar of ${school.name}`
    : kind === 'all'
      ? 'The calendar of all events'
      : 'Your calendar'
  const text = `${whose}. Whoever has the link can read it.${isRenewed ? ' The earlier link is closed.' : ''}`
  const write = isRenewed ? [renewed(owner, recordKind[kind], generation)] : []
  return {
    what: 'calendar_link',
    ...(isRenewed ? { title: 'a renewed calendar link' } : {}),
    replies: [
      {
        isPrivate: true,
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            {
              kind: 'facts',
              facts: [
                { label: 'To subscribe', value: linkTo('feed', key) },
                { label: 'To look at', value: linkTo('month', key) },
              ],
            },
          ],
        },
      },
    ],
    ...(isRenewed ? { writes: write } : {}),
  }
}

function renewed(owner: NonNullable<Awaited<ReturnType<typeof feedOwner>>>, kind: string, feed: number): Write {
  if (kind === 'staff' && 'emails' in owner) return { kind, id: owner.id, before: owner, after: { ...owner, feed } }
  if (kind === 'settings' && 'timezone' in owner)
    return { kind, id: owner.id, before: owner, after: { ...owner, feed } }
  if (kind === 'school' && 'isActive' in owner && 'name' in owner && !('emails' in owner))
    return { kind, id: owner.id, before: owner, after: { ...owner, feed } }
  throw new Error('A feed belongs to no such record.')
}
