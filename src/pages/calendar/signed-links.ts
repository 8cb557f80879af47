import { createHmac, timingSafeEqual } from 'node:crypto'

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

/** A token is good for its page alone; until when, the page tells by the record that it is about. */
function macOf(page: string, id: string, secret: string): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['liaison-link', page, id]))
    .digest()
}

/** `<id>.<mac>`, both base64url. */
export function signToken(page: LinkedPage, id: string, secret: string): string {
  return `${Buffer.from(id).toString('base64url')}.${macOf(page, id, secret).toString('base64url')}`
}

/** The id of a token that was signed for this page; undefined where one character of it is another. */
export function readToken(page: LinkedPage, token: string, secret: string): string | undefined {
  const [part, mac, ...rest] = token.split('.')
  if (!part || !mac || rest.length > 0 || token.length > 500) return undefined
  const id = Buffer.from(part, 'base64url').toString()
  const given = Buffer.from(mac, 'base64url')
  const ours = macOf(page, id, secret)
  const isOurs = given.length === ours.length && timingSafeEqual(given, ours)
  // Base64 has several spellings of one value; only ours is taken.
  return isOurs && signToken(page, id, secret) === token ? id : undefined
}

/** Makes the absolute addresses of signed pages; feeds and events end in `.ics`, as calendars expect. */
export function linkMaker(publicUrl: string, secret: string): (page: string, id: string) => string {
  return (name, id) => {
    const page = LINKED_PAGES.find((known) => known === name)
    if (!page) throw new Error(`No page is called ${name}.`)
    const ending = page === 'feed' || page === 'event' ? '.ics' : ''
    return `${publicUrl}/c/${page}/${signToken(page, id, secret)}${ending}`
  }
}
