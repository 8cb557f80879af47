/** Line breaks and tabs stay; other control characters show as their pictures (U+2400 and on). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** Embeddings, overrides and isolates: they would turn round what stands after them. */
const DIRECTION_OVERRIDE = /[\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
const REPLACEMENT = '\ufffd'
const WORD_JOINER = '\u2060'
/** UTF-16 units; a longer run of marks is nobody's name and is cut where it has to be. */
const LONGEST_CHARACTER = 32
/** Characters that belong to the one before them: a cut does not fall in front of one. */
const CONTINUES = /^(?:\p{Mark}|\u200d|\p{Emoji_Modifier})/u
/**
 * Text without anything that Markdown, an automatic link or a template could take up: letters, digits, spaces and
 * harmless punctuation, a point only where no name of a host can follow, and no start of a list.
 */
const PLAIN = /^(?!\s*(?:\d+[.)]|[-+])\s)(?:[\p{L}\p{M}\p{N} ,;:?%/"'’‘“”–—…·()&+-]|\.(?![\p{L}\p{N}]))*$/u
const WEB = /:\/|www\./i

/** A person's text as it may be shown where nothing is parsed. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, controlPicture)
    .replace(DIRECTION_OVERRIDE, REPLACEMENT)
    .replace(LONE_SURROGATE, REPLACEMENT)
}

function controlPicture(char: string): string {
  const code = char.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : REPLACEMENT
}

/** Whether text means the same where Markdown is read. Its input is what `visible` gives. */
export const isPlain = (text: string): boolean => PLAIN.test(text) && !WEB.test(text)

/**
 * Text for the few places that read Markdown and have no plain kind (a field's label, an option): links and automatic
 * links are broken up, invisibly.
 */
export function withoutLinks(text: string): string {
  return text
    .replace(/\](?=\s*[([:])|<(?=[a-z!/])|\{(?=\{)|www(?=\.)|\.(?=[\p{L}\p{N}])|@/giu, `$&${WORD_JOINER}`)
    .replace(/:(?=\/)/g, `:${WORD_JOINER}`)
}

/** For an attribute that is read as markup by a speech engine. https://www.w3.org/TR/speech-synthesis11/ */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
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

function isInsideCharacter(text: string, at: number): boolean {
  return isInsidePair(text, at) || CONTINUES.test(text.slice(at, at + 2)) || text[at - 1] === '\u200d'
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
