/** People's text as it may be shown, and cut, wherever nothing is parsed. What a channel parses it escapes itself. */

/** Line breaks and tabs stay; other control characters show as their pictures (U+2400 and on). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** Embeddings, overrides and isolates: they would turn round what stands after them. Direction marks stay. */
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
const REPLACEMENT = '\ufffd'
const JOINER = '\u200d'
/** UTF-16 units; a longer run of marks is nobody's name and is cut where it has to be. */
const LONGEST_CHARACTER = 32
/** Characters that belong to the one before them: a cut does not fall in front of one. */
const CONTINUES = /^(?:\p{Mark}|\u200d|\p{Emoji_Modifier})/u

/** The text without anything that is not seen and changes what is. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, controlPicture)
    .replace(DIRECTION_OVERRIDE, REPLACEMENT)
    .replace(LONE_SURROGATE, REPLACEMENT)
}

/** Whether there is anything to see. */
export const isBlank = (text: string): boolean => !/[^\s\u200b-\u200f\u2060\ufeff]/u.test(text)

/** At most `max` UTF-16 units, '…' at the end where something is missing; characters stay whole. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const furthest = Math.max(0, max - 1)
  let end = furthest
  while (end > 0 && furthest - end < LONGEST_CHARACTER && isInsideCharacter(text, end)) end -= 1
  return `${text.slice(0, isInsidePair(text, end) ? end - 1 : end)}…`
}

function controlPicture(char: string): string {
  const code = char.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : REPLACEMENT
}

function isInsideCharacter(text: string, at: number): boolean {
  return isInsidePair(text, at) || CONTINUES.test(text.slice(at, at + 2)) || text[at - 1] === JOINER
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
