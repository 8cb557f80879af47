import type { PublicStory } from './public-story.ts'

export const NETWORKS = ['x', 'bluesky', 'threads', 'mastodon', 'instagram', 'linkedin', 'facebook'] as const
export type Network = (typeof NETWORKS)[number]

type Rule = {
  name: string
  /** Characters of one post. */
  maxChars: number
  /** What a link counts, however long it is. */
  linkChars?: number
}

/** Limits as the networks publish them. */
export const NETWORK_RULES: Readonly<Record<Network, Rule>> = {
  /** https://docs.x.com/resources/fundamentals/counting-characters */
  x: { name: 'X', maxChars: 280, linkChars: 23 },
  /** Graphemes. https://docs.bsky.app/docs/advanced-guides/posts */
  bluesky: { name: 'Bluesky', maxChars: 300 },
  /** https://developers.facebook.com/docs/threads/posts */
  threads: { name: 'Threads', maxChars: 500 },
  /** https://docs.joinmastodon.org/user/posting/ */
  mastodon: { name: 'Mastodon', maxChars: 500, linkChars: 23 },
  /** Captions. https://developers.facebook.com/docs/instagram-platform/content-publishing */
  instagram: { name: 'Instagram', maxChars: 2200 },
  /** https://www.linkedin.com/help/linkedin/answer/a528176 */
  linkedin: { name: 'LinkedIn', maxChars: 3000 },
  /** https://developers.facebook.com/docs/graph-api/reference/page/feed */
  facebook: { name: 'Facebook', maxChars: 63_206 },
}

/** Code points that X counts once; all others count twice. https://github.com/twitter/twitter-text, version 3 */
const COUNTED_ONCE: readonly (readonly [from: number, to: number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
]
const isCountedOnce = (sign: string): boolean => {
  const point = sign.codePointAt(0) ?? 0
  return COUNTED_ONCE.some(([from, to]) => from <= point && point <= to)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const pieces = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/** How many characters of a network's limit a text takes; never less than the network counts. */
export function countChars(text: string, network: Network): number {
  if (network === 'bluesky') return pieces(text).length
  if (network !== 'x') return text.length
  return Array.from(text).reduce((sum, sign) => sum + (isCountedOnce(sign) ? 1 : 2), 0)
}

export type SocialExtras = {
  /** The story's page. */
  link?: string
  /** The partner's account there, with its @. */
  handle?: string
}

/**
 * A post within a network's limit: the headline, then as many whole sentences as fit, then the partner's account and the
 * link. A headline that alone is too long is cut at a word, visibly.
 */
export function socialText(story: PublicStory, network: Network, { link, handle }: SocialExtras = {}): string {
  const { maxChars, linkChars } = NETWORK_RULES[network]
  const tail = [handle, link].filter((part) => part !== undefined)
  const tailChars = tail.reduce((sum, part) => {
    const chars = part === link && linkChars !== undefined ? linkChars : countChars(part, network)
    return sum + chars + 1
  }, 0)
  const room = maxChars - tailChars
  let body = cutTo(`${story.headline}.`.replace(/([.!?…])\.$/, '$1'), room, network)
  for (const sentence of story.sentences) {
    const longer = `${body} ${sentence}`
    if (countChars(longer, network) > room) break
    body = longer
  }
  return [body, ...tail].join('\n')
}

/** The text within so many characters: cut at a word where one is near, with an ellipsis. */
export function cutTo(text: string, room: number, network: Network): string {
  if (countChars(text, network) <= room) return text
  let kept = ''
  for (const piece of pieces(text)) {
    if (countChars(`${kept}${piece}…`, network) > room) break
    kept += piece
  }
  const atWord = kept.replace(/\s+\S*$/, '')
  return `${(atWord.length > kept.length / 2 ? atWord : kept).trimEnd()}…`
}
