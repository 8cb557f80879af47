import type { Card, Field, Part } from '../../data/card.ts'
import { cut, isBlank, visible } from '../../data/shown-text.ts'
import {
  buttonRows,
  buttonsFor,
  type Element,
  heading,
  isWebAddress,
  paragraphs,
  type Room,
  richText,
  textRun,
  withinRoom,
} from './elements.ts'
import { FIELD_PREFIX, inputFor } from './fields.ts'
import { escapeMarkup, isPlain, withoutLinks } from './text.ts'

export type AdaptiveCard = { type: 'AdaptiveCard'; version: '1.5'; body: Element[]; [property: string]: unknown }

/** As an attachment's `contentType`. */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

/** Bytes of the card as JSON. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
export const CARD_MAX_BYTES = 28 * 1024
/** Characters; a notification shows far fewer. */
export const SUMMARY_MAX_CHARS = 500

/** Tried in turn until the card fits: the longest texts give way first. */
const ROOMS: readonly Room[] = [
  { chars: 20_000, entries: 300 },
  { chars: 12_000, entries: 200 },
  { chars: 6000, entries: 150 },
  { chars: 3000, entries: 100 },
  { chars: 1500, entries: 80 },
  { chars: 800, entries: 60 },
  { chars: 400, entries: 40 },
  { chars: 200, entries: 30 },
  { chars: 100, entries: 20 },
  { chars: 60, entries: 12 },
  { chars: 40, entries: 6 },
]
const LEAST: Room = { chars: 500, entries: 20 }

/**
 * The card as Adaptive Card JSON: total, at most `CARD_MAX_BYTES`, people's text shown as typed and never read as
 * Markdown, a link or a mention. What does not fit is cut where it can be seen.
 */
export function renderAdaptiveCard(card: Card): AdaptiveCard {
  for (const room of ROOMS) {
    const drawn = drawCard(card, room)
    if (Buffer.byteLength(JSON.stringify(drawn)) <= CARD_MAX_BYTES) return drawn
  }
  return drawCard({ summary: card.summary, parts: [{ kind: 'text', text: card.summary }] }, LEAST)
}

/** What a notification shows; never empty. */
export function summaryOf(card: Card): string {
  const shown = cut(visible(card.summary).replace(/\s+/g, ' ').trim(), SUMMARY_MAX_CHARS)
  return isBlank(shown) ? 'Liaison' : shown
}

function drawCard(card: Card, room: Room): AdaptiveCard {
  const summary = summaryOf(card)
  const ids = new Set<string>()
  const body = partsWithinRoom(card.parts, room).flatMap((part) => drawPart(part, room, ids))
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: withoutLinks(summary),
    speak: escapeMarkup(summary),
    body: body.length > 0 ? body : [richText(textRun(summary))],
  }
}

/** Too many parts: the last one stays, because that is where the buttons are. */
function partsWithinRoom(parts: readonly Part[], room: Room): Part[] {
  if (parts.length <= room.entries + 1) return [...parts]
  const missing: Part = { kind: 'context', text: `… and ${parts.length - room.entries - 1} more.` }
  return [...parts.slice(0, room.entries), missing, ...parts.slice(-1)]
}

function drawPart(part: Part, room: Room, ids: Set<string>): Element[] {
  switch (part.kind) {
    case 'heading':
      return heading(part.text, room)
    case 'text':
      return paragraphs(part.text, room)
    case 'facts':
      return facts(part.facts, room)
    case 'list':
      return list(part.items, part.isNumbered === true, room)
    case 'table':
      return table(part.columns, part.rows, room)
    case 'image':
      return image(part.url, part.alt, room)
    case 'actions':
      return buttonRows(buttonsFor(part.actions, room, { values: false }))
    case 'fields': {
      const fields = withinRoom(part.fields, room)
      const lists = fields.filter((field) => field.type === 'choices').map((field) => fieldId(field))
      return [
        ...fields.flatMap((field) => inputFor(field, room, ids)),
        ...buttonRows([
          ...buttonsFor([part.submit], room, { values: true, lists }),
          ...buttonsFor(part.cancel ? [part.cancel] : [], room, { values: false }),
        ]),
      ]
    }
    case 'context':
      return paragraphs(part.text, room, { isSubtle: true, size: 'Small' })
    default:
      return part satisfies never
  }
}

const fieldId = (field: Field): string => `${FIELD_PREFIX}${field.name}`

/** Labels beside values. Where Markdown could read something into one of them, a line each instead. */
function facts(all: readonly { label: string; value: string }[], room: Room): Element[] {
  const shown = withinRoom(all, room, (missing) => ({ label: '…', value: `and ${missing} more` })).map((fact) => ({
    label: oneLine(fact.label, room),
    value: cut(visible(fact.value), room.chars),
  }))
  if (shown.length === 0) return []
  if (shown.every(({ label, value }) => isPlain(label) && isPlain(value) && label !== '' && value !== ''))
    return [{ type: 'FactSet', facts: shown.map(({ label, value }) => ({ title: label, value })) }]
  return shown.map(({ label, value }, at) => ({
    ...richText(textRun(`${label}: `, { isBold: true }), textRun(value.replace(/\n+/g, ' '))),
    ...(at > 0 && { spacing: 'Small' }),
  }))
}

function list(items: readonly string[], isNumbered: boolean, room: Room): Element[] {
  const shown = withinRoom(
    items.map((item, at) => `${isNumbered ? `${at + 1}.` : '•'} ${oneLine(item, room)}`),
    room,
    (missing) => `… and ${missing} more`,
  )
  const lines = shown.map((item, at) => ({ ...richText(textRun(item)), ...(at > 0 && { spacing: 'Small' }) }))
  return lines.length > 0 ? [{ type: 'Container', items: lines }] : []
}

function table(columns: readonly string[], rows: readonly (readonly string[])[], room: Room): Element[] {
  const width = Math.min(columns.length, room.entries)
  if (width === 0) return []
  const shown = withinRoom(rows, room, (missing) => [`… and ${missing} more`])
  const cells = [columns.slice(0, width), ...shown].map((row, at) => ({
    type: 'TableRow',
    cells: Array.from({ length: width }, (_, column) => ({
      type: 'TableCell',
      items: [richText(textRun(oneLine(row[column] ?? '', room), { isBold: at === 0 }))],
    })),
  }))
  return [
    {
      type: 'Table',
      firstRowAsHeader: true,
      columns: Array.from({ length: width }, () => ({ width: 1 })),
      rows: cells,
    },
  ]
}

function image(url: string, alt: string, room: Room): Element[] {
  if (!isWebAddress(url)) return paragraphs(`Picture: ${alt}`, room)
  return [{ type: 'Image', url, altText: oneLine(alt, room) || 'Picture', size: 'Stretch' }]
}

function oneLine(text: string, room: Room): string {
  return cut(visible(text).replace(/\s+/g, ' ').trim(), room.chars)
}
