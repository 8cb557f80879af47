import type { Action } from '../../data/card.ts'
import { cut, isBlank, visible } from '../../data/shown-text.ts'
import { isPlain, withoutLinks } from './text.ts'

/** Plain JSON of Adaptive Cards 1.5. https://adaptivecards.io/explorer/ */
export type Element = { type: string; [property: string]: unknown }

/** How much of a card is drawn: characters of one text, and entries of one list, table, form or card. */
export type Room = { chars: number; entries: number }

/** Buttons in one row of Teams; what is beyond is left out by it. https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards */
export const ACTIONS_IN_A_ROW = 6
/** A button's words; longer ones are cut by every client. */
const TITLE_MAX_CHARS = 80
/** A press is repeated for the fall-back: what is longer than this is no press of ours. */
const PRESS_MAX_CHARS = 4000
const URL_MAX_CHARS = 2048
const NOTHING = '–'

type Look = { isBold?: boolean; isSubtle?: boolean; size?: 'Small' | 'Medium' }

/** One run of text that nothing is read into. */
export function textRun(text: string, look: Look = {}): Element {
  return {
    type: 'TextRun',
    text: text === '' ? NOTHING : text,
    ...(look.isBold && { weight: 'Bolder' }),
    ...(look.isSubtle && { isSubtle: true }),
    ...(look.size && { size: look.size }),
  }
}

export const richText = (...inlines: Element[]): Element => ({ type: 'RichTextBlock', inlines })

/** A person's text, a block for each line, because a run does not break at one. */
export function paragraphs(text: string, room: Room, look: Look = {}): Element[] {
  const lines = cut(visible(text), room.chars)
    .split('\n')
    .filter((line) => !isBlank(line))
  return withinRoom(lines, room).map((line, at) => ({
    ...richText(textRun(line, look)),
    ...(at > 0 && { spacing: 'Small' }),
  }))
}

/** A title that screen readers find as one; where Markdown could read something into it, a bold run instead. */
export function heading(text: string, room: Room): Element[] {
  const shown = cut(visible(text).replace(/\n+/g, ' '), Math.min(room.chars, 300))
  if (isBlank(shown)) return []
  if (!isPlain(shown)) return [richText(textRun(shown, { isBold: true, size: 'Medium' }))]
  return [{ type: 'TextBlock', text: shown, style: 'heading', weight: 'Bolder', size: 'Medium', wrap: true }]
}

/** One line of people's text, for labels and options that read Markdown. Never empty. */
export function label(text: string, room: Room, max = 200): string {
  const shown = cut(visible(text).replace(/\s+/g, ' ').trim(), Math.min(room.chars, max))
  return isBlank(shown) ? NOTHING : withoutLinks(shown)
}

/** Buttons side by side, in as many rows as Teams needs. */
export function buttonRows(buttons: readonly Element[]): Element[] {
  const rows: Element[] = []
  for (let from = 0; from < buttons.length; from += ACTIONS_IN_A_ROW)
    rows.push({ type: 'ActionSet', actions: buttons.slice(from, from + ACTIONS_IN_A_ROW) })
  return rows
}

/** A form's button sends the form's values, any other none. What can be no button in Teams is left out. */
export function buttonsFor(actions: readonly Action[], room: Room, sends: ButtonSends): Element[] {
  return withinRoom(actions, room).flatMap((action) => button(action, sends) ?? [])
}

/** `lists`: the fields of the form whose value is several. */
export type ButtonSends = { values: false } | { values: true; lists: readonly string[] }

function button(action: Action, sends: ButtonSends): Element | undefined {
  const title = cut(visible(action.label).replace(/\s+/g, ' ').trim(), TITLE_MAX_CHARS)
  const look = {
    title: isBlank(title) ? NOTHING : title,
    ...(action.style && { style: action.style === 'primary' ? 'positive' : 'destructive' }),
  }
  if ('url' in action)
    return isWebAddress(action.url) ? { type: 'Action.OpenUrl', ...look, url: action.url } : undefined
  if (action.press === '' || action.press.length > PRESS_MAX_CHARS) return undefined
  const data = { press: action.press, ...(sends.values && { form: true, lists: sends.lists }) }
  const inputs = { associatedInputs: sends.values ? 'auto' : 'none' }
  const verb = action.press.split('?', 1)[0]
  const fallback = { type: 'Action.Submit', ...look, data, ...inputs }
  return { type: 'Action.Execute', ...look, verb, data, ...inputs, fallback }
}

/** An absolute http or https address that a client can open. */
export function isWebAddress(url: string): boolean {
  return (
    url.length <= URL_MAX_CHARS && /^https?:\/\//i.test(url) && URL.canParse(url) && !/[\s<>"\p{Cc}\p{Cs}]/u.test(url)
  )
}

/** As many as there is room for; where some are missing, `rest` says so in the last place. */
export function withinRoom<T>(
  all: readonly T[],
  room: Room,
  rest: (missing: number) => T | undefined = () => undefined,
): T[] {
  if (all.length <= room.entries) return [...all]
  const last = rest(all.length - room.entries)
  return last === undefined ? all.slice(0, room.entries) : [...all.slice(0, room.entries), last]
}
