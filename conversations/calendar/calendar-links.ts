import type { RecordOf } from '../../data/records.ts'
import type { Reads, Write } from '../../data/store.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { say } from '../say.ts'

/** Whose calendar a feed shows. `generation` grows when its link is renewed: older links are then closed. */
export type Feed = { kind: 'staff' | 'school' | 'all'; id: string; generation: number }

/** What a feed's link is signed over. */
export const feedKey = ({ kind, id, generation }: Feed): string => `${kind}:${generation}:${id}`

export function readFeedKey(key: string): Feed | undefined {
  const [, kind, generation, id] = /^(staff|school|all):(\d+):(.*)$/s.exec(key) ?? []
  const known = (['staff', 'school', 'all'] as const).find((one) => one === kind)
  return known && id !== undefined ? { kind: known, id, generation: Number(generation) } : undefined
}

/** Whose calendar it is, by name; undefined where they are gone. */
export async function feedOwner({ kind, id }: Pick<Feed, 'kind' | 'id'>, reads: Reads): Promise<string | undefined> {
  if (kind === 'all') return (await reads.find('settings', { limit: 1 }))[0]?.organization
  const owner = await reads.get(kind, id)
  return owner?.isActive ? owner.name : undefined
}

const renewalId = ({ kind, id }: Pick<Feed, 'kind' | 'id'>): string => `feed-${kind}${id ? `-${id}` : ''}`

/** How often a feed's link was renewed: the generation of the one that is open. */
export async function renewalsOf(feed: Pick<Feed, 'kind' | 'id'>, reads: Pick<Reads, 'get'>): Promise<number> {
  return (await reads.get('calendarFeed', renewalId(feed)))?.renewals ?? 0
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
  const generation = (await renewalsOf({ kind, id }, reads)) + (isRenewed ? 1 : 0)
  const key = feedKey({ kind, id, generation })
  const whose = school
    ? `The calendar of ${school.name}`
    : kind === 'all'
      ? 'The calendar of all events'
      : 'Your calendar'
  const text = `${whose}. Whoever has the link can read it.${isRenewed ? ' The earlier link is closed.' : ''}`
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
    ...(isRenewed ? { writes: [await renewal({ kind, id, generation }, situation)] } : {}),
  }
}

async function renewal({ kind, id, generation }: Feed, { reads, now }: Situation): Promise<Write<'calendarFeed'>> {
  const before = await reads.get('calendarFeed', renewalId({ kind, id }))
  const after: RecordOf<'calendarFeed'> = {
    id: renewalId({ kind, id }),
    version: before?.version ?? 0,
    scope: kind,
    ...(id ? { of: id } : {}),
    renewals: generation,
    at: now,
  }
  return { kind: 'calendarFeed', id: after.id, ...(before ? { before } : {}), after }
}
