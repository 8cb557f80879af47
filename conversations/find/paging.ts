import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'

/** Lines on one page of an answer. */
export const PAGE_LINES = 8

export type Page = {
  title: string
  lines: readonly string[]
  /** All there are, not only those on this page. */
  total: number
  offset: number
  /** What is said where there is nothing. */
  empty: string
  /** The press that shows another page, without its offset. */
  more: { action: string; args: Readonly<Record<string, string>> }
  context?: string
}

/** One page of an answer, newest first, with a button for the rest. */
export function pageCard(page: Page): Card {
  if (page.total === 0) return { summary: page.empty, parts: [{ kind: 'text', text: page.empty }] }
  const next = page.offset + page.lines.length
  const rest = page.total - next
  const more: Action[] =
    rest > 0
      ? [
          {
            label: `${Math.min(rest, PAGE_LINES)} more`,
            press: encodePress(page.more.action, { ...page.more.args, offset: String(next) }),
          },
        ]
      : []
  const context: Part[] = page.context ? [{ kind: 'context', text: page.context }] : []
  return {
    summary: `${page.title}: ${page.lines.join('; ')}`,
    parts: [
      { kind: 'heading', text: page.title },
      { kind: 'list', items: [...page.lines] },
      ...context,
      ...(more.length > 0 ? [{ kind: 'actions' as const, actions: more }] : []),
    ],
  }
}

/** The offset in a button's arguments. */
export const offsetOf = (args: Readonly<Record<string, string>>): number =>
  Math.max(0, Math.trunc(Number(args.offset ?? 0)) || 0)
