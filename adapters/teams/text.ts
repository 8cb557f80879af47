const WORD_JOINER = '\u2060'
/**
 * Text without anything that Markdown, an automatic link or a template could take up: letters, digits, spaces and
 * harmless punctuation, a point only where no name of a host can follow, and no start of a list.
 */
const PLAIN = /^(?!\s*(?:\d+[.)]|[-+])\s)(?:[\p{L}\p{M}\p{N} ,;:?%/"'’‘“”–—…·()&+-]|\.(?![\p{L}\p{N}]))*$/u
const WEB = /:\/|www\./i

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
