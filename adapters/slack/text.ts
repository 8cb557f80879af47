/** Line breaks and tabs stay; other control characters show as their pictures (U+2400 and on). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** Embeddings, overrides and isolates: they would turn round what stands after them. Direction marks stay. */
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
/** What Slack would read as a mention, a group or a link where it reads markup at all. */
const MARKUP_START = /<(?=[!@#]|[a-z][a-z+.-]*:)/gi
const WORD_JOINER = '\u2060'
const REPLACEMENT = '\ufffd'
const JOINER = '\u200d'
/** UTF-16 units; a longer run of marks is nobody's name and is cut where it has to be. */
const LONGEST_CHARACTER = 32
/** Characters that belong to the one before them: a cut does not fall in front of one. */
const CONTINUES = /^(?:\p{Mark}|\u200d|\p{Emoji_Modifier})/u

/**
 * A person's text for a place that Slack takes literally (rich text, plain text, a table's cell). Nothing is parsed
 * there; the opening of a mention or a link is broken all the same, invisibly, so that no client can read one.
 */
export function literal(text: string): string {
  return visible(text).replace(MARKUP_START, `<${WORD_JOINER}`)
}

/** Text for a place that Slack parses (a message's `text`). https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMarkup(text: string): string {
  return visible(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** At most `max` UTF-16 units, '…' at the end where something is missing; characters stay whole. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const furthest = Math.max(0, max - 1)
  let end = furthest
  while (end > 0 && furthest - end < LONGEST_CHARACTER && isInsideCharacter(text, end)) end -= 1
  return `${text.slice(0, isInsidePair(text, end) ? end - 1 : end)}…`
}

/** Escaped and at most `max` units long, no entity cut in two. */
export function cutEscaped(text: string, max: number): string {
  const whole = escapeMarkup(text)
  if (whole.length <= max) return whole
  let room = max - 1
  let kept = ''
  for (const char of visible(text)) {
    const escaped = escapeMarkup(char)
    if (escaped.length > room) break
    room -= escaped.length
    kept += escaped
  }
  return `${kept}…`
}

/** Whether there is anything to see. */
export const isBlank = (text: string): boolean => !/[^\s\u200b-\u200f\u2060\ufeff]/u.test(text)

function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, (char) => String.fromCharCode(char === '\u007f' ? 0x2421 : 0x2400 + char.charCodeAt(0)))
    .replace(DIRECTION_OVERRIDE, REPLACEMENT)
    .replace(LONE_SURROGATE, REPLACEMENT)
}

function isInsideCharacter(text: string, at: number): boolean {
  return isInsidePair(text, at) || CONTINUES.test(text.slice(at, at + 2)) || text[at - 1] === JOINER
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
