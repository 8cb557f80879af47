import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Moment } from '../../conversations/conversation.ts'
import type { Instant } from '../../data/time.ts'

/** What a signed link may open. */
export const LINKED_PAGES = [
  'answer',
  'chart',
  'cards',
  'signin',
  'preparation',
  'month',
  'feed',
  'event',
  'photo',
  'photo-view',
] as const
export type LinkedPage = (typeof LINKED_PAGES)[number]

/** Seconds since 1970 in base 36, the last at which a token opens its page; `0`: it has no end. */
const secondsOf = (until: Instant | undefined): string =>
  until === undefined ? '0' : Math.floor(until / 1000).toString(36)

/** A token is good for its page, its record and its time alone: all three are signed. */
function macOf(page: string, id: string, until: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['liaison-link', page, id, until]))
    .digest('base64url')
}

/** `<id>.<until>.<mac>`. Without `until` it opens its page for as long as that has something to show. */
export function signToken(page: LinkedPage, id: string, secret: string, until?: Instant): string {
  const seconds = secondsOf(until)
  return `${Buffer.from(id).toString('base64url')}.${seconds}.${macOf(page, id, seconds, secret)}`
}

/** The id of a token that was signed for this page; undefined where one character of it is another, or its time is over. */
export function readToken(page: LinkedPage, token: string, secret: string, now: Instant): string | undefined {
  const [part, until, mac, ...rest] = token.split('.')
  if (!part || !until || !mac || rest.length > 0 || token.length > 500) return undefined
  const id = Buffer.from(part, 'base64url').toString()
  const ours = Buffer.from(`${Buffer.from(id).toString('base64url')}.${until}.${macOf(page, id, until, secret)}`)
  const given = Buffer.from(token)
  // The whole text is compared: base64 has several spellings of one value, and only ours is taken.
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined
  return until === '0' || now < (Number.parseInt(until, 36) + 1) * 1000 ? id : undefined
}

/** Makes the absolute addresses of signed pages; feeds and events end in `.ics`, as calendars expect. */
export function linkMaker(publicUrl: string, secret: string): NonNullable<Moment['linkTo']> {
  return (name, id, until) => {
    const page = LINKED_PAGES.find((known) => known === name)
    if (!page) throw new Error(`No page is called ${name}.`)
    const ending = page === 'feed' || page === 'event' ? '.ics' : ''
    return `${publicUrl}/c/${page}/${signToken(page, id, secret, until)}${ending}`
  }
}
