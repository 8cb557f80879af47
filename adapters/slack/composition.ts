import type { Button, PlainTextElement, RichTextBlock, RichTextBlockElement, RichTextText } from '@slack/web-api'
import type { Action } from '../../data/card.ts'
import { cut, isBlank } from '../../data/shown-text.ts'
import { BUTTON_MAX_CHARS, BUTTON_URL_MAX_CHARS, BUTTON_VALUE_MAX_CHARS } from './limits.ts'
import { literal } from './text.ts'

/**
 * The small parts that blocks are made of. People's text goes into rich text and plain text alone: both show it as it
 * is, so no mark-up, link or mention in it can come to life. `mrkdwn` is used nowhere.
 */

/** What is shown where a text is empty and Slack wants at least one character. */
const NOTHING = '–'

export function plainText(text: string, max: number): PlainTextElement {
  const shown = cut(literal(text), max)
  return { type: 'plain_text', text: isBlank(shown) ? NOTHING : shown, emoji: false }
}

/** A run of rich text; `text` is ready to be shown and not empty. */
export const run = (text: string, isBold = false): RichTextText => ({
  type: 'text',
  text,
  ...(isBold ? { style: { bold: true } } : {}),
})

export const richText = (...elements: RichTextBlockElement[]): RichTextBlock => ({ type: 'rich_text', elements })

/** What a button's action id tells: a press, a form's submission, or a page that opens without Liaison. */
export type ButtonKind = 'press' | 'submit' | 'open'

/** A button; undefined where its value or address is too long for Slack or no address at all. */
export function button(action: Action, kind: 'press' | 'submit', position: string): Button | undefined {
  const text = plainText(action.label, BUTTON_MAX_CHARS)
  const style = action.style ? { style: action.style } : {}
  if ('url' in action) {
    if (!isWebAddress(action.url, BUTTON_URL_MAX_CHARS)) return undefined
    return { type: 'button', text, action_id: `open:${position}`, url: action.url, ...style }
  }
  if (action.press.length > BUTTON_VALUE_MAX_CHARS || action.press === '') return undefined
  return { type: 'button', text, action_id: `${kind}:${position}`, value: action.press, ...style }
}

/** An absolute http or https address that is no longer than `max`. */
export function isWebAddress(url: string, max: number): boolean {
  return url.length <= max && /^https?:\/\//i.test(url) && URL.canParse(url) && !/[\s<>|]/.test(url)
}
