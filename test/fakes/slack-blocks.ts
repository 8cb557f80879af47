/**
 * What Slack would say of blocks, written from its reference pages and not from the renderer's constants:
 * https://docs.slack.dev/reference/block-kit
 */

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const things = (value: unknown): Thing[] => (Array.isArray(value) ? value.filter(isThing) : [])
const textIn = (value: unknown): string => (isThing(value) && typeof value.text === 'string' ? value.text : '')

/** Faults of a message's or a modal's blocks, each a short sentence. */
export function blockProblems(blocks: unknown, surface: 'message' | 'modal' = 'message'): string[] {
  if (!Array.isArray(blocks)) return ['blocks are no list']
  const problems = things(blocks).flatMap((block) => [...checkBlock(block, surface)])
  const tables = things(blocks).filter((block) => block.type === 'table').length
  if (blocks.length > (surface === 'modal' ? 100 : 50)) problems.push(`${blocks.length} blocks`)
  if (tables > (surface === 'modal' ? 0 : 1)) problems.push('more tables than fit')
  if (things(blocks).length < blocks.length) problems.push('a block that is no object')
  return [...problems, ...liveMarkup(blocks)]
}

type Faults = Generator<string, void>

function* checkBlock(block: Thing, surface: string): Faults {
  switch (block.type) {
    case 'header':
      yield* checkText(block.text, 150, 'header', ['plain_text'])
      return
    case 'section':
      if (block.text !== undefined) yield* checkText(block.text, 3000, 'section')
      if (things(block.fields).length > 10) yield 'more than 10 fields'
      for (const field of things(block.fields)) yield* checkText(field, 2000, 'field')
      return
    case 'context':
      if (things(block.elements).length < 1 || things(block.elements).length > 10) yield 'context elements'
      for (const element of things(block.elements)) yield* checkText(element, 3000, 'context')
      return
    case 'image':
      if (!within(block.image_url, 1, 3000) || !/^https?:\/\/\S+$/.test(String(block.image_url))) yield 'image_url'
      if (!within(block.alt_text, 1, 2000)) yield 'alt_text'
      return
    case 'actions': {
      const elements = things(block.elements)
      if (elements.length < 1 || elements.length > 25) yield `${elements.length} elements in actions`
      if (new Set(elements.map((element) => element.action_id)).size !== elements.length) yield 'action ids repeat'
      for (const element of elements) yield* checkElement(element)
      return
    }
    case 'input':
      yield* checkText(block.label, 2000, 'label', ['plain_text'])
      if (block.hint !== undefined) yield* checkText(block.hint, 2000, 'hint', ['plain_text'])
      if (isThing(block.element)) yield* checkElement(block.element)
      else yield 'input without element'
      return
    case 'rich_text':
      if (things(block.elements).length === 0) yield 'rich text without elements'
      for (const element of things(block.elements)) yield* checkRichText(element)
      return
    case 'table': {
      const rows = Array.isArray(block.rows) ? block.rows : []
      if (surface === 'modal') yield 'a table in a modal'
      if (rows.length < 1 || rows.length > 100) yield `${rows.length} rows`
      if (rows.some((row) => !Array.isArray(row) || row.length < 1 || row.length > 20)) yield 'cells in a row'
      const cells = rows.flatMap(things)
      if (new Set(rows.map((row) => (Array.isArray(row) ? row.length : -1))).size > 1) yield 'rows of different lengths'
      if (cells.some((cell) => !['raw_text', 'rich_text'].includes(String(cell.type)))) yield 'a cell of another type'
      if (cells.some((cell) => readableText(cell) === '')) yield 'a cell without text'
      if (cells.reduce((sum, cell) => sum + readableText(cell).length, 0) > 10_000) yield 'table over 10,000 characters'
      return
    }
    default:
      yield `block ${String(block.type)}`
  }
}

function* checkRichText(element: Thing): Faults {
  const inner = things(element.elements)
  if (
    !['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'].includes(String(element.type))
  )
    yield `rich text ${String(element.type)}`
  if (inner.length === 0) yield 'rich text element without elements'
  for (const part of inner) {
    if (element.type === 'rich_text_list') yield* checkRichText(part)
    else if (part.type !== 'text') yield `rich text holds a ${String(part.type)}`
    else if (!within(part.text, 1, 12_000)) yield 'rich text run'
  }
}

function* checkElement(element: Thing): Faults {
  if (!within(element.action_id, 1, 255)) yield 'action_id'
  switch (element.type) {
    case 'button':
      yield* checkText(element.text, 75, 'button', ['plain_text'])
      if (element.value !== undefined && !within(element.value, 1, 2000)) yield 'button value'
      if (
        element.url !== undefined &&
        (!within(element.url, 1, 3000) || !/^https?:\/\/\S+$/i.test(String(element.url)))
      )
        yield 'button url'
      if (element.style !== undefined && !['primary', 'danger'].includes(String(element.style))) yield 'button style'
      return
    case 'plain_text_input': {
      const max = Number(element.max_length ?? 3000)
      if (max < 1 || max > 3000) yield 'max_length'
      if (element.initial_value !== undefined && !within(element.initial_value, 1, max)) yield 'initial_value'
      return
    }
    case 'number_input': {
      const { initial_value, min_value, max_value } = element
      for (const value of [initial_value, min_value, max_value])
        if (value !== undefined && !/^-?\d+(\.\d+)?$/.test(String(value))) yield 'number'
      if (min_value !== undefined && max_value !== undefined && Number(min_value) > Number(max_value))
        yield 'min over max'
      return
    }
    case 'datepicker':
      if (element.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(element.initial_date))) yield 'date'
      return
    case 'timepicker':
      if (element.initial_time !== undefined && !/^\d\d:\d\d$/.test(String(element.initial_time))) yield 'time'
      return
    case 'static_select':
    case 'multi_static_select':
    case 'checkboxes': {
      const options = things(element.options)
      if (options.length < 1 || options.length > (element.type === 'checkboxes' ? 10 : 100)) yield 'options'
      for (const option of options) {
        yield* checkText(option.text, 75, 'option')
        if (!within(option.value, 1, 150)) yield 'option value'
      }
      const initial = isThing(element.initial_option) ? [element.initial_option] : things(element.initial_options)
      const known = options.map((option) => JSON.stringify(option))
      if (initial.some((option) => !known.includes(JSON.stringify(option)))) yield 'initial option'
      if (element.initial_options !== undefined && initial.length === 0) yield 'empty initial options'
      return
    }
    default:
      yield `element ${String(element.type)}`
  }
}

function* checkText(value: unknown, max: number, what: string, types: string[] = ['plain_text', 'mrkdwn']): Faults {
  if (!isThing(value) || !types.includes(String(value.type))) {
    yield `${what} has no text object`
    return
  }
  if (!within(value.text, 1, max)) yield `${what} of ${textIn(value).length} characters`
  if (typeof value.text === 'string' && value.text.trim() === '') yield `${what} is blank`
}

const within = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'string' && value.length >= min && value.length <= max

/** Mark-up that a client could take as a mention, a group or a link, wherever it stands. */
function liveMarkup(value: unknown): string[] {
  if (typeof value === 'string') {
    const problems = /<(?:[!@#][^\s>]*|https?:[^\s>]*|mailto:[^\s>]*)(?:\|[^>]*)?>/i.test(value) ? ['live mark-up'] : []
    if (/[\u202a-\u202e\u2066-\u2069]/.test(value)) problems.push('a direction override')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value)) problems.push('a control character')
    if (/\p{Surrogate}/u.test(value)) problems.push('half a character')
    return problems
  }
  if (Array.isArray(value)) return value.flatMap(liveMarkup)
  if (!isThing(value)) return []
  // Values, ids and what stands in an input are data: nobody is shown them as text.
  return Object.entries(value).flatMap(([key, inner]) =>
    ['value', 'initial_value', 'action_id', 'url', 'image_url'].includes(key) ? [] : liveMarkup(inner),
  )
}

/** Everything readable in blocks, a line each. */
export function readableText(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(readableText).filter(Boolean).join('\n')
  if (!isThing(blocks)) return ''
  const inline = things(blocks.elements)
  if (blocks.type === 'rich_text_section' || blocks.type === 'rich_text_preformatted')
    return inline.map(textIn).join('')
  const own = [blocks.text, blocks.label, blocks.hint].map((part) => (typeof part === 'string' ? part : textIn(part)))
  const alt = typeof blocks.alt_text === 'string' ? blocks.alt_text : ''
  const nested = [
    blocks.elements,
    blocks.fields,
    blocks.rows,
    blocks.options,
    blocks.element,
    blocks.title,
    blocks.submit,
  ]
  return [...own, alt, ...nested.map(readableText)].filter(Boolean).join('\n')
}

/** Buttons in blocks: label, action id, value. */
export function buttonsIn(blocks: unknown): { label: string; action_id: string; value: string }[] {
  return things(blocks)
    .filter((block) => block.type === 'actions')
    .flatMap((block) => things(block.elements))
    .map((element) => ({
      label: textIn(element.text),
      action_id: String(element.action_id),
      value: typeof element.value === 'string' ? element.value : '',
    }))
}
