/** A card as a Teams client would show it, and what a client or the connector would stumble over. */
type Json = Record<string, unknown>

const MAX_BYTES = 28 * 1024
const ELEMENTS = new Set([
  'TextBlock',
  'RichTextBlock',
  'FactSet',
  'Table',
  'Container',
  'Image',
  'ActionSet',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.Time',
  'Input.ChoiceSet',
])
const ACTIONS = new Set(['Action.Execute', 'Action.OpenUrl'])
/** What Markdown or an automatic link would read something into. */
const MARKDOWN = /[*_`~[\]<>#|\\{}@]|:\/\/|www\.|\.\p{L}|^\s*(?:[-+]|\d+[.)])\s/u

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const string = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Every element of a card, those inside others included. */
export function elementsOf(card: unknown): Json[] {
  const inside = (element: Json): Json[] => [
    element,
    ...list(element.items).flatMap(inside),
    ...list(element.rows).flatMap((row) => list(row.cells).flatMap((cell) => list(cell.items).flatMap(inside))),
  ]
  return isObject(card) ? list(card.body).flatMap(inside) : []
}

export const actionsOf = (card: unknown): Json[] => elementsOf(card).flatMap((element) => list(element.actions))

/** Everything readable: texts, labels, buttons, what a screen reader says of a picture. */
export function readCard(card: unknown): string {
  return elementsOf(card)
    .flatMap((element) => [
      string(element.label),
      element.type === 'TextBlock' ? string(element.text) : '',
      list(element.inlines)
        .map((run) => string(run.text))
        .join(''),
      ...list(element.facts).map((fact) => `${string(fact.title)}: ${string(fact.value)}`),
      string(element.altText),
      ...list(element.choices).map((choice) => string(choice.title)),
      ...list(element.actions).map((action) => `[${string(action.title)}]`),
    ])
    .filter((text) => text !== '')
    .join('\n')
}

/** What is wrong with a card; nothing in a sound one. */
export function problemsOf(card: unknown): string[] {
  if (!isObject(card)) return ['no card']
  const problems: string[] = []
  const size = Buffer.byteLength(JSON.stringify(card))
  if (size > MAX_BYTES) problems.push(`${size} bytes`)
  if (card.type !== 'AdaptiveCard' || card.version !== '1.5') problems.push('not an Adaptive Card 1.5')
  if (string(card.fallbackText) === '' || string(card.speak) === '') problems.push('nothing to fall back to')
  if (list(card.body).length === 0) problems.push('an empty card')
  const ids = elementsOf(card).flatMap((element) => (typeof element.id === 'string' ? [element.id] : []))
  if (new Set(ids).size < ids.length) problems.push('an id twice')
  return [...problems, ...elementsOf(card).flatMap(elementProblems)]
}

function elementProblems(element: Json): string[] {
  const type = string(element.type)
  const problems: string[] = []
  if (!ELEMENTS.has(type)) problems.push(`an element ${type}`)
  if (type === 'TextBlock' && MARKDOWN.test(string(element.text))) problems.push(`Markdown: ${element.text}`)
  for (const fact of list(element.facts))
    for (const text of [fact.title, fact.value])
      if (MARKDOWN.test(string(text))) problems.push(`Markdown in a fact: ${string(text)}`)
  for (const text of [element.label, element.placeholder, ...list(element.choices).map((choice) => choice.title)])
    if (/\]\(|:\/\/|www\.|\{\{/.test(string(text))) problems.push(`a link in a label: ${string(text)}`)
  if (type === 'RichTextBlock' && list(element.inlines).some((run) => string(run.text) === ''))
    problems.push('an empty run')
  if (type === 'Image' && (string(element.altText) === '' || !/^https?:\/\//i.test(string(element.url))))
    problems.push('an image without words or address')
  if (type.startsWith('Input.') && string(element.label) === '') problems.push('an input without a label')
  if (type === 'Input.ChoiceSet' && list(element.choices).length === 0) problems.push('nothing to choose from')
  const actions = list(element.actions)
  if (type === 'ActionSet' && (actions.length === 0 || actions.length > 6)) problems.push(`${actions.length} buttons`)
  return [...problems, ...actions.flatMap(actionProblems)]
}

function actionProblems(action: Json): string[] {
  if (!ACTIONS.has(string(action.type))) return [`an action ${string(action.type)}`]
  if (string(action.title) === '') return ['a button without a title']
  if (action.type === 'Action.OpenUrl')
    return /^https?:\/\//i.test(string(action.url)) ? [] : ['a button that opens nothing']
  const fallback = isObject(action.fallback) ? action.fallback : {}
  const isSame = fallback.type === 'Action.Submit' && JSON.stringify(fallback.data) === JSON.stringify(action.data)
  return isSame && string(action.verb) !== '' ? [] : ['a button without a fall-back']
}
