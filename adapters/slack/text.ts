import { visible } from '../../data/shown-text.ts'

/** What Slack would read as a mention, a group or a link where it reads markup at all. */
const MARKUP_START = /<(?=[!@#]|[a-z][a-z+.-]*:)/gi
const WORD_JOINER = '\u2060'

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
