import type { Message, Token } from './message.ts'

const GREETING =
  /^(?:hi|hey|hello|hola|hiya|howdy|yo|greetings|happy \w+|good (?:morning|afternoon|evening|day)|morning|afternoon|buenos dias|buenas)$/
const GREETED = /^(?:there|all|team|everyone|everybody|folks|friends|bot|liaison|again|yall)$/
const THANKS =
  /^(?:thanks|thank|you|very|so|much|many|a|lot|again|in|advance|all|team|everyone|please|appreciate|it|gracias|cheers|ton|ty|for|your|help|muchas|🙏|🙌|😊|🙂|☺|!|\.|,|;|-)$/
const THANKS_HEAD = /^(?:thanks|thank|please|appreciate|gracias|cheers|muchas|many|🙏|🙌|😊|🙂|☺)$/
const MOST_GREETING_TOKENS = 5

/**
 * A message without its greeting and its thanks: they say nothing that is asked for. Offsets stay; a message that is
 * nothing else stays whole.
 */
export function dropCourtesies(message: Message): Message {
  const { tokens } = message
  const from = greetingEnd(tokens)
  const to = thanksStart(tokens, from)
  const kept = tokens.slice(from, to)
  return kept.some(({ kind }) => kind !== 'sign' && kind !== 'break') ? { ...message, tokens: kept } : message
}

/** Where a greeting at the head ends: behind its punctuation, or before the next word where it has none. */
function greetingEnd(tokens: readonly Token[]): number {
  for (let size = Math.min(2, tokens.length); size > 0; size--) {
    const head = tokens.slice(0, size)
    if (!GREETING.test(head.map(({ norm }) => norm).join(' '))) continue
    let end = size
    while (end < MOST_GREETING_TOKENS && GREETED.test(tokens[end]?.norm ?? '')) end++
    const isParted = /^[,.!-]$/.test(tokens[end]?.norm ?? '') || tokens[end]?.kind === 'break'
    while (/^[,.!-]$/.test(tokens[end]?.norm ?? '') || tokens[end]?.kind === 'break') end++
    const isPlain = /^(?:hi|hey|hello|hola|hiya|yo|howdy)$/.test(head[0]?.norm ?? '')
    if (isParted || end > size || isPlain) return end
  }
  return 0
}

function thanksStart(tokens: readonly Token[], from: number): number {
  let at = tokens.length
  while (at > from && (THANKS.test(tokens[at - 1]?.norm ?? '') || tokens[at - 1]?.kind === 'break')) at--
  while (at < tokens.length && !THANKS_HEAD.test(tokens[at]?.norm ?? '')) at++
  return at
}
