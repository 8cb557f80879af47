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

const CLOSING = /^(?:thanks|thank you|best|regards|cheers|sincerely|warmly|gracias|appreciated|respectfully|cordially)$/
const MOST_SIGNING_WORDS = 3

/**
 * Where the writer's own name begins at the end: a few words behind "thanks," or "regards," or behind a dash after the
 * last sentence. The end where nobody signs.
 */
function signatureStart(tokens: readonly Token[], from: number): number {
  let start = tokens.length
  while (tokens[start - 1]?.kind === 'break' || tokens[start - 1]?.norm === '.') start--
  const end = start
  while (start > from && end - start < MOST_SIGNING_WORDS && isSigning(tokens[start - 1])) start--
  if (start === end) return tokens.length
  const sign = tokens[start - 1]
  const before = tokens[start - 2]
  const isDashed = sign !== undefined && /^[-~]$/.test(sign.norm)
  if (isDashed && (/^[.!?]$/.test(before?.norm ?? '') || isClosing(before))) return start - 1
  if (isDashed && before?.kind === 'break' && /^[.!?]$/.test(tokens[start - 3]?.norm ?? '')) return start - 1
  const isParted = sign?.kind === 'break' || /^[,!.-]$/.test(sign?.norm ?? '')
  let closing = start - 1
  while (closing > from && (tokens[closing]?.kind === 'break' || /^[,!.-]$/.test(tokens[closing]?.norm ?? '')))
    closing--
  return isParted && isClosing(tokens[closing]) ? start : tokens.length
}

const isSigning = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.casing !== 'lower' && !/\d/.test(token.plain)

const isThanks = (token: Token | undefined): boolean => THANKS.test(token?.norm ?? '') || isClosing(token)

const isClosing = (token: Token | undefined): boolean => CLOSING.test(token?.norm ?? '')

function thanksStart(tokens: readonly Token[], from: number): number {
  const end = signatureStart(tokens, from)
  let at = end
  while (at > from && (isThanks(tokens[at - 1]) || tokens[at - 1]?.kind === 'break')) at--
  while (at < end && !THANKS_HEAD.test(tokens[at]?.norm ?? '') && !isClosing(tokens[at])) at++
  return at
}
