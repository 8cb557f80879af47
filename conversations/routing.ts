import type { Press } from '../data/card.ts'
import type { Pending } from '../data/store.ts'
import type { Conversation, Outcome, Post, Request, Situation } from './conversation.ts'
import { correct } from './corrections.ts'
import { readSaid } from './interpret.ts'
import { sentence } from './notices.ts'
import { questionGuard } from './question-guard.ts'
import { believed, type Frame, frameOf } from './understanding/frame.ts'

/** Every conversation's intents, buttons, questions and corrections, by name. */
export type Registry = {
  intents: ReadonlyMap<string, NonNullable<Conversation['intents']>[string]>
  presses: ReadonlyMap<string, NonNullable<Conversation['presses']>[string]>
  answers: ReadonlyMap<string, NonNullable<Conversation['answers']>[string]>
  corrects: ReadonlyMap<string, NonNullable<Conversation['corrects']>[string]>
  hears: readonly NonNullable<Conversation['hears']>[]
  interrupts: ReadonlySet<string>
}

/** Throws where two conversations claim one intent, or one name for a button. */
export function registryOf(conversations: readonly Conversation[]): Registry {
  const prefixed = <T>(pick: (conversation: Conversation) => Readonly<Record<string, T>> | undefined) =>
    conversations.flatMap((conversation) =>
      Object.entries(pick(conversation) ?? {}).map(([key, value]): [string, T] => [
        `${conversation.name}.${key}`,
        value,
      ]),
    )
  const plain = <T>(pick: (conversation: Conversation) => Readonly<Record<string, T>> | undefined) =>
    conversations.flatMap((conversation) => Object.entries(pick(conversation) ?? {}))
  return {
    intents: mapOf(plain((conversation) => conversation.intents)),
    presses: mapOf(prefixed((conversation) => conversation.presses)),
    answers: mapOf(prefixed((conversation) => conversation.answers)),
    corrects: mapOf(plain((conversation) => conversation.corrects)),
    hears: conversations.flatMap(({ hears }) => hears ?? []),
    interrupts: new Set(conversations.flatMap(({ interrupts }) => interrupts ?? [])),
  }
}

function mapOf<T>(entries: [string, T][]): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const [key, value] of entries) {
    if (map.has(key)) throw new Error(`Two conversations claim "${key}".`)
    map.set(key, value)
  }
  return map
}

/** The one way from what came in to what is done about it. `open`: the question that waits for an answer. */
export async function route(registry: Registry, situation: Situation, open: Pending | undefined): Promise<Outcome> {
  const { what } = situation.inbound
  switch (what.kind) {
    case 'said':
      return routeSaid(registry, situation, what.text, what.hint, open)
    case 'pressed':
      return routePress(registry, situation, what.press, {})
    case 'submitted':
      return routePress(registry, situation, what.press, what.values)
    case 'arrived':
      return routeRequest(registry, situation, emptyRequest('help'))
    default:
      return what satisfies never
  }
}

async function routePress(
  registry: Registry,
  situation: Situation,
  press: Press,
  values: Readonly<Record<string, string | string[]>>,
): Promise<Outcome> {
  const decide = registry.presses.get(press.action)
  if (!decide)
    return {
      what: 'none',
      replies: [{ card: sentence('That button is no longer in use.'), replaces: false }],
      pending: 'keep',
    }
  return decide(press.args, situation, values)
}

async function routeSaid(
  registry: Registry,
  situation: Situation,
  text: string,
  hint: 'contact' | undefined,
  open: Pending | undefined,
): Promise<Outcome> {
  const said = readSaid(text, hint, situation, open)
  const heard = hear(registry, text, said.requests, situation)
  if (heard && registry.interrupts.has(heard.frame.intent)) return routeRequest(registry, situation, heard)
  const answer = open && registry.answers.get(open.question)
  if (answer) {
    const outcome = await answer(text, likelyFrames(said.requests), open.state, situation)
    if (outcome) return outcome
  }
  if (heard && said.relation !== 'answer') return routeRequest(registry, situation, heard)
  const outcomes: Outcome[] = []
  for (const [n, request] of said.requests.entries()) {
    // Each request of one message makes records of its own ids.
    const part: Situation =
      n === 0
        ? situation
        : {
            ...situation,
            turn: `${situation.turn}-${n + 1}`,
            decide: (again) => routeRequest(registry, part, again),
          }
    const outcome = await routeRequest(registry, part, request)
    outcomes.push(n === 0 ? outcome : { ...outcome, posts: outcome.posts?.map(postOfPart(n + 1)) ?? [] })
  }
  return outcomes.reduce(joinOutcomes)
}

/** A post of a later request of the message: its id is that request's turn with the post's name, as of the first. */
const postOfPart =
  (n: number) =>
  (post: Post): Post => ({ ...post, name: `${n}-${post.name}` })

const believedFrames = (requests: readonly Request[]): Frame[] => requests.map(({ frame }) => believed(frame))

/** As an open question sees them: what is far likelier a request than anything else is one. */
const likelyFrames = (requests: readonly Request[]): Frame[] =>
  requests.map(({ frame }) => (frame.extra.isLikely ? frame : believed(frame)))

/** A request that one of the conversations recognizes by its own words. */
function hear(
  registry: Registry,
  text: string,
  requests: readonly Request[],
  situation: Situation,
): Request | undefined {
  const frames = believedFrames(requests)
  for (const hears of registry.hears) {
    const frame = hears(text, frames, situation)
    if (frame) return { ...emptyRequest(frame.intent, text), frame }
  }
  return undefined
}

export async function routeRequest(registry: Registry, situation: Situation, request: Request): Promise<Outcome> {
  if (request.frame.intent === 'correct') {
    return correct(request, situation, (intent) => registry.corrects.get(intent))
  }
  const decide = registry.intents.get(request.frame.intent) ?? registry.intents.get('none')
  if (!decide) throw new Error(`No conversation takes "${request.frame.intent}".`)
  const outcome = await decide(request, situation)
  return request.answers ? settleQuestion(request.answers, outcome) : outcome
}

function settleQuestion(asked: string, outcome: Outcome): Outcome {
  const guard = questionGuard(asked)
  if (outcome.touches?.includes(guard)) return outcome
  return {
    ...outcome,
    reliesOn: [...(outcome.reliesOn ?? []), { guard, version: 0 }],
    touches: [...(outcome.touches ?? []), guard],
  }
}

/** Two requests in one message are one turn: kept together or not at all. */
function joinOutcomes(first: Outcome, second: Outcome): Outcome {
  const pending = second.pending ?? first.pending
  const request = first.request ?? second.request
  const title = [first.title, second.title].filter(Boolean).join('; ')
  return {
    what: first.what,
    replies: [...first.replies, ...second.replies],
    writes: [...(first.writes ?? []), ...(second.writes ?? [])],
    posts: [...(first.posts ?? []), ...(second.posts ?? [])],
    reliesOn: [...(first.reliesOn ?? []), ...(second.reliesOn ?? [])],
    touches: [...(first.touches ?? []), ...(second.touches ?? [])],
    ...(title ? { title } : {}),
    ...(pending ? { pending } : {}),
    ...(request ? { request } : {}),
  }
}

export const emptyRequest = (intent: string, said = ''): Request => ({
  frame: frameOf(intent),
  said,
  accepts: [],
  aliases: [],
  overrules: [],
})
