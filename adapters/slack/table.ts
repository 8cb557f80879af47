import type { RichTextBlock, TableBlock } from '@slack/web-api'
import { cut } from '../../data/shown-text.ts'
import { richText, run } from './composition.ts'
import { TABLE_MAX_CHARS, TABLE_MAX_COLUMNS, TABLE_MAX_ROWS, TEXT_MAX_CHARS } from './limits.ts'
import { literal } from './text.ts'

/** Characters; wider columns are cut where a table is drawn in fixed width: a phone shows about forty. */
const FIXED_COLUMN_MAX_CHARS = 24
const NOTHING = '–'

/**
 * A native table: Slack draws it with lines on every client, reads it out as a table, and lets a phone scroll it
 * sideways. A message holds one (https://docs.slack.dev/reference/block-kit/blocks/table-block), a modal none: for the
 * others see `fixedTable`.
 */
export function nativeTable(columns: readonly string[], rows: readonly (readonly string[])[]): TableBlock {
  const width = Math.min(columns.length, TABLE_MAX_COLUMNS)
  const shown = [columns, ...rows].slice(0, rowsThatFit(columns, rows))
  const perCell = Math.max(8, Math.floor(TABLE_MAX_CHARS / (shown.length * width)))
  return {
    type: 'table',
    rows: shown.map((row) =>
      Array.from({ length: width }, (_, at) => cell(cellText(row[at], perCell), row === columns)),
    ),
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
  }
}

/** Rich text: of a raw cell it is nowhere said that mark-up in it stays text. */
const cell = (text: string, isHead: boolean): RichTextBlock =>
  richText({ type: 'rich_text_section', elements: [run(text, isHead)] })

/** How many rows, the header's counted, a native table has room for: eight characters a cell at the least. */
export function rowsThatFit(columns: readonly string[], rows: readonly (readonly string[])[]): number {
  const width = Math.min(columns.length, TABLE_MAX_COLUMNS)
  return Math.min(rows.length + 1, TABLE_MAX_ROWS, Math.floor(TABLE_MAX_CHARS / (8 * Math.max(width, 1))))
}

/** The same in fixed width, which renders everywhere. */
export function fixedTable(columns: readonly string[], rows: readonly (readonly string[])[]): RichTextBlock {
  const all = [columns, ...rows].map((row) => columns.map((_, at) => cellText(row[at], FIXED_COLUMN_MAX_CHARS)))
  const widths = columns.map((_, at) => Math.max(...all.map((row) => [...(row[at] ?? '')].length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const [head = [], ...body] = all
  const text = [line(head), rule, ...body.map(line)].join('\n')
  return richText({ type: 'rich_text_preformatted', elements: [run(cut(text, TEXT_MAX_CHARS))] })
}

function cellText(typed: string | undefined, max: number): string {
  const text = literal(typed ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? NOTHING : cut(text, max)
}
