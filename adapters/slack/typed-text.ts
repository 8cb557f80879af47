/**
 * A message's text as its writer saw it while typing. Slack sends mentions, channels and links in angle brackets and the
 * three characters `&<>` as entities: https://docs.slack.dev/messaging/formatting-message-text#parsing
 */

/** Angle brackets that hold neither a mention nor an address are somebody's own. */
const TOKEN = /<([@#!][^<>]*|[a-z][a-z0-9+.-]*:[^<>]*)>|&(amp|lt|gt);/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

export type TypedTextOptions = {
  /** Liaison itself: its mention is left out. */
  self: string
  /** Names of the people mentioned, by id. */
  names: ReadonlyMap<string, string>
  /** Emoji by their short name, as the message's blocks give them. */
  emoji?: ReadonlyMap<string, string>
}

/** Ids of the people whom a text mentions. */
export function mentionedIn(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g)].flatMap((match) => (match[1] ? [match[1]] : []))
}

export function typedText(text: string, { self, names, emoji }: TypedTextOptions): string {
  const words = text.replace(TOKEN, (whole, token: string | undefined, entity: string | undefined) =>
    token === undefined ? (ENTITIES[entity ?? ''] ?? whole) : wordsOf(token, self, names),
  )
  // A skin tone follows its emoji as a code of its own; the emoji's characters have it already.
  const shown = emoji?.size
    ? words
        .replace(/:skin-tone-\d:/g, '')
        .replace(/:([a-z0-9_+'-]+):/g, (code, name: string) => emoji.get(name) ?? code)
    : words
  return shown.trim()
}

function wordsOf(token: string, self: string, names: ReadonlyMap<string, string>): string {
  const bar = token.indexOf('|')
  const target = bar < 0 ? token : token.slice(0, bar)
  const label = bar < 0 ? '' : unescapeEntities(token.slice(bar + 1))
  const id = target.slice(1)
  switch (target[0]) {
    case '@':
      return id === self ? '' : (names.get(id) ?? `@${label || id}`)
    case '#':
      return `#${label || id}`
    case '!':
      return label || `@${id.replace(/^subteam\^/, '')}`
    default:
      return label || unescapeEntities(target.replace(/^(mailto|tel):/, ''))
  }
}

/** `&amp;`, `&lt;` and `&gt;`, in one pass. */
export function unescapeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (whole, entity: string) => ENTITIES[entity] ?? whole)
}

/** Emoji characters in a message's blocks, by short name: `{type: 'emoji', name: 'tada', unicode: '1f389'}`. */
export function emojiIn(blocks: unknown): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (value: unknown, depth: number): void => {
    if (depth > 12 || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1)
      return
    }
    const { type, name, unicode, elements } = Object.fromEntries(Object.entries(value))
    if (type === 'emoji' && typeof name === 'string' && typeof unicode === 'string') {
      const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16))
      if (points.every((point) => point > 0 && point <= 0x10ffff)) found.set(name, String.fromCodePoint(...points))
    }
    visit(elements, depth + 1)
  }
  visit(blocks, 0)
  return found
}
