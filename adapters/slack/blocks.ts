import type { Button, KnownBlock, RichTextSection } from '@slack/web-api'
import type { Action, Card, Part } from '../../data/card.ts'
import { cut, isBlank } from '../../data/shown-text.ts'
import { button, isWebAddress, plainText, richText, run } from './composition.ts'
import { inputBlocks } from './fields.ts'
import {
  ACTIONS_MAX_ELEMENTS,
  CONTEXT_MAX_CHARS,
  FACT_MAX_CHARS,
  HEADER_MAX_CHARS,
  IMAGE_ALT_MAX_CHARS,
  IMAGE_URL_MAX_CHARS,
  MESSAGE_MAX_BLOCKS,
  MESSAGE_MAX_CHARS,
  MODAL_MAX_BLOCKS,
  NOTIFICATION_MAX_CHARS,
  TEXT_MAX_CHARS,
} from './limits.ts'
import { fixedTable, nativeTable, rowsThatFit } from './table.ts'
import { cutEscaped, literal } from './text.ts'

/** A message: its blocks, and the text that notifications and screen readers get. */
export type SlackMessage = { text: string; blocks: KnownBlock[] }

/** Where a card is drawn. A modal has its own buttons for a form and holds no native table. */
export type Surface = 'message' | 'modal'

/** Texts of one card share one allowance. */
type Allowance = { left: number }

const MISSING = 'The rest is too long for Slack.'

/** The card as a message. */
export function renderMessage(card: Card): SlackMessage {
  return { text: notificationText(card), blocks: renderBlocks(card) }
}

/** What a notification shows, escaped and never empty. */
export function notificationText(card: Card): string {
  return isBlank(card.summary) ? 'Liaison' : cutEscaped(card.summary, NOTIFICATION_MAX_CHARS)
}

/** The card as blocks: total, within Slack's limits, people's text shown as typed. Never empty in a message. */
export function renderBlocks(card: Card, surface: Surface = 'message'): KnownBlock[] {
  const allowance: Allowance = { left: MESSAGE_MAX_CHARS }
  let tables = 0
  const blocks = card.parts.flatMap((part, at) => {
    if (part.kind === 'table') tables += 1
    return renderPart(part, { at, surface, allowance, isFirstTable: tables === 1 })
  })
  if (allowance.left < 0) blocks.push(note(MISSING))
  if (blocks.length === 0) blocks.push(...paragraph(card.summary, { left: TEXT_MAX_CHARS }), ...nothing(card.summary))
  return limitBlocks(blocks, surface === 'modal' ? MODAL_MAX_BLOCKS : MESSAGE_MAX_BLOCKS)
}

type Spot = { at: number; surface: Surface; allowance: Allowance; isFirstTable: boolean }

function renderPart(part: Part, { at, surface, allowance, isFirstTable }: Spot): KnownBlock[] {
  switch (part.kind) {
    case 'heading':
      return isBlank(part.text) ? [] : [{ type: 'header', text: plainText(part.text, HEADER_MAX_CHARS) }]
    case 'text':
      return paragraph(part.text, allowance)
    case 'facts':
      return facts(part.facts, allowance)
    case 'list':
      return list(part.items, part.isNumbered === true, allowance)
    case 'table': {
      if (part.columns.length === 0) return []
      if (!isFirstTable || surface === 'modal') return [fixedTable(part.columns, part.rows)]
      const left = part.rows.length + 1 - rowsThatFit(part.columns, part.rows)
      return [nativeTable(part.columns, part.rows), ...(left > 0 ? [note(`… and ${left} more.`)] : [])]
    }
    case 'image':
      return image(part.url, part.alt, allowance)
    case 'actions':
      return buttonRows(part.actions.map((action, index) => drawButton(action, 'press', `${at}.${index}`)))
    case 'fields':
      return [...inputBlocks(part.fields), ...(surface === 'modal' ? [] : formButtons(part, `${at}`))]
    case 'context':
      return isBlank(part.text) ? [] : [{ type: 'context', elements: [plainText(part.text, CONTEXT_MAX_CHARS)] }]
    default:
      return part satisfies never
  }
}

function paragraph(text: string, allowance: Allowance): KnownBlock[] {
  const shown = take(text, TEXT_MAX_CHARS, allowance)
  return shown ? [richText({ type: 'rich_text_section', elements: [run(shown)] })] : []
}

function facts(all: readonly { label: string; value: string }[], allowance: Allowance): KnownBlock[] {
  const runs = all.flatMap(({ label, value }) => {
    const name = take(label, FACT_MAX_CHARS, allowance)
    const shown = take(value, FACT_MAX_CHARS, allowance)
    if (!name && !shown) return []
    return [...(name ? [run(`${name}: `, true)] : []), run(`${shown || '–'}\n`)]
  })
  const last = runs.at(-1)
  if (last) last.text = last.text.replace(/\n$/, '')
  return runs.length > 0 ? [richText({ type: 'rich_text_section', elements: runs })] : []
}

function list(items: readonly string[], isNumbered: boolean, allowance: Allowance): KnownBlock[] {
  const elements = items.flatMap((item): RichTextSection[] => {
    const shown = take(item, TEXT_MAX_CHARS, allowance)
    return shown ? [{ type: 'rich_text_section', elements: [run(shown)] }] : []
  })
  if (elements.length === 0) return []
  return [richText({ type: 'rich_text_list', style: isNumbered ? 'ordered' : 'bullet', elements })]
}

function image(url: string, alt: string, allowance: Allowance): KnownBlock[] {
  if (!isWebAddress(url, IMAGE_URL_MAX_CHARS)) return paragraph(`Picture: ${alt}`, allowance)
  return [{ type: 'image', image_url: url, alt_text: plainText(alt, IMAGE_ALT_MAX_CHARS).text }]
}

/** A button, or the label of one that Slack would refuse. */
type Drawn = { label: string; element: Button | undefined }

const drawButton = (action: Action, kind: 'press' | 'submit', position: string): Drawn => ({
  label: action.label,
  element: button(action, kind, position),
})

function formButtons({ submit, cancel }: Extract<Part, { kind: 'fields' }>, at: string): KnownBlock[] {
  const leave = cancel ? [drawButton(cancel, 'press', `${at}.1`)] : []
  return buttonRows([drawButton(submit, 'submit', `${at}.0`), ...leave])
}

function buttonRows(drawn: readonly Drawn[]): KnownBlock[] {
  const shown = drawn.flatMap(({ element }) => (element ? [element] : []))
  const rows: KnownBlock[] = []
  for (let from = 0; from < shown.length; from += ACTIONS_MAX_ELEMENTS)
    rows.push({ type: 'actions', elements: shown.slice(from, from + ACTIONS_MAX_ELEMENTS) })
  const missing = drawn.filter(({ element }) => element === undefined)
  return [...rows, ...missing.map(({ label }) => note(`${label} cannot be shown in Slack.`))]
}

const note = (text: string): KnownBlock => ({ type: 'context', elements: [plainText(text, CONTEXT_MAX_CHARS)] })

const nothing = (summary: string): KnownBlock[] => (isBlank(summary) ? [note('–')] : [])

/** Too many blocks: the last one stays, because that is where the buttons are. */
function limitBlocks(blocks: KnownBlock[], max: number): KnownBlock[] {
  if (blocks.length <= max) return blocks
  return [...blocks.slice(0, max - 2), note(MISSING), ...blocks.slice(-1)]
}

/** The text as it may be shown, within its own limit and what is left of the card's; '' where there is nothing. */
function take(text: string, max: number, allowance: Allowance): string {
  if (isBlank(text)) return ''
  const whole = literal(text)
  const room = Math.min(max, Math.max(allowance.left, 0))
  const shown = room > 1 ? cut(whole, room) : ''
  allowance.left -= Math.min(whole.length, max)
  return shown
}
