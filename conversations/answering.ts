import { type Action, encodePress } from '../data/card.ts'
import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { requestOf } from './corrections.ts'
import { sentence, sentenceWith } from './notices.ts'
import { type OpenQuestion, spelled, unknownName } from './question.ts'
import { questionGuard } from './question-guard.ts'
import { say } from './say.ts'
import { type Frame, OFFER_KINDS, type Offer, type Problem, type Slots } from './understanding/frame.ts'
import { understandAs } from './understanding/understand.ts'

const LIST_SLOTS: ReadonlySet<string> = new Set(['partners', 'people', 'clusters', 'programs'])

/** What a person types instead of pressing. */
const SAYS_YES =
  /^\W*(?:yes|yep|yeah|yup|sure|ok|okay|correct|right|exactly|that(?:['’]?s| is) (?:right|it|correct)|please do|do (?:it|that)|log (?:it|that)|keep (?:it|that(?: day)?)|add (?:it|them)(?: as new)?|add|add as new|new)(?:,? (?:please|pls|thanks|thx))?\W*$/i
const SAYS_NO =
  /^\W*(?:no|nope|nah|none|nothing|no offers?|not (?:that|really)|wrong)(?:,? (?:thanks|thx|please|pls))?\W*$/i
const SAYS_ADD =
  /^\W*(?:(?:yes,? )?add (?:it|them)(?: as new)?|add as new|it is new|its new|it's new)(?:,? please)?\W*$/i

/** The buttons of open questions: each completes the request that asked, and decides it again. */
export const answering: Conversation = {
  name: 'question',
  intents: {
    drop: async () => ({ what: 'drop', replies: [{ card: sentence('Dropped. Nothing was recorded.') }] }),
  },
  answers: {
    slot: async (text, _frames, state, situation) => {
      // Kept by the question of a slot (question.ts).
      const { request, slot, turn, settles } = state as OpenQuestion
      if (settles && (settles.by === 'yes' ? SAYS_YES : SAYS_NO).test(text))
        return completed({ turn }, situation, (asked) => overruled(asked, settles.overrules))
      if (settles?.overrules === 'doubt' && settles.by === 'yes' && SAYS_NO.test(text)) return dropped(turn)
      const unknown = unknownName(request)
      if (unknown?.slot !== slot || !slot.startsWith('partner')) return undefined
      const name = spelled(unknown, request.frame.slots)
      const cluster = await clusterNamed(text, situation)
      if (cluster) return completed({ turn }, situation, (asked) => asNew(asked, { name, cluster }))
      if (!(unknown.near.length === 0 ? SAYS_YES : SAYS_ADD).test(text)) return undefined
      return askCluster({ turn, name }, situation)
    },
  },
  presses: {
    fill: (args, situation) =>
      completed(args, situation, (request) => {
        const { slot = '', value = '', typed } = args
        const frame = fillSlot(request.frame, slot as keyof Slots, value, typed)
        const learns =
          typed !== undefined &&
          slot.startsWith('partner') &&
          request.frame.unknown.some((name) => name.typed === typed)
        return {
          ...request,
          frame,
          aliases: learns ? [...request.aliases, { typed, partner: value }] : request.aliases,
        }
      }),
    add: async (args, situation) => askCluster(args, situation),
    create: (args, situation) =>
      completed(args, situation, (request) =>
        asNew(request, { name: args.name ?? '', ...(args.cluster ? { cluster: args.cluster } : {}) }),
      ),
    overrule: (args, situation) => completed(args, situation, (request) => overruled(request, args.name ?? '')),
    instead: (args, situation) =>
      completed(args, situation, (request) => {
        const { knowledge, local, speaker } = situation
        const { name, school } = speaker
        const context = { now: local, speaker: { name, ...(school ? { school } : {}) } }
        return { ...request, frame: understandAs(args.intent ?? '', request.said, knowledge, context) }
      }),
    drop: async (args, situation) => (await isSettled(args, situation)) ?? dropped(args.turn ?? ''),
  },
}

const overruled = (request: Request, name: string): Request => ({
  ...request,
  overrules: [...request.overrules, name],
})

const dropped = (turn: string): Outcome => ({
  what: 'drop',
  replies: [{ card: sentence('Dropped. Nothing was recorded.') }],
  touches: [questionGuard(turn)],
})

/** The frame with one slot filled as a button says, and the doubt about it gone. */
export function fillSlot(frame: Frame, slot: keyof Slots, value: string, typed: string | undefined): Frame {
  const slots: Slots = { ...frame.slots }
  const isListed = LIST_SLOTS.has(slot)
  const earlier = isListed ? ((slots[slot] as string[] | undefined) ?? []) : []
  if (slot === 'offers')
    return { ...frame, asks: false, slots: { ...slots, offers: [...(slots.offers ?? []), offerOf(value)] } }
  Object.assign(slots, { [slot]: isListed ? [...earlier.filter((name) => name !== typed), value] : value })
  if (slots.event === 'breakfast' && slots.start?.length === DAY_CHARS) {
    Object.assign(slots, { start: `${slots.start}T08:00`, end: `${slots.start}T09:00` })
  }
  const needsHour = frame.intent === 'schedule_event' && slot === 'start' && slots.start?.length === DAY_CHARS
  const isSlot = (name: { slot: keyof Slots; typed: string }): boolean =>
    name.slot === slot && (typed === undefined || name.typed === typed)
  return {
    ...frame,
    slots,
    asks: false,
    problems: frame.problems.filter((problem) => !SLOT_OF_PROBLEM[problem].includes(slot)),
    missing: needsHour ? ['start'] : frame.missing.filter((name) => name !== slot),
    ambiguous: frame.ambiguous.filter((name) => !isSlot(name)),
    unknown: frame.unknown.filter((name) => !isSlot(name)),
  }
}

/** The offer behind a button's value: its kind, and its count where one is known ("equipment 12"). */
function offerOf(value: string): Offer {
  const [typed = '', count] = value.split(' ')
  const kind = OFFER_KINDS.find((known) => known === typed) ?? 'equipment'
  return count === undefined ? { kind } : { kind, count: Number(count) }
}

/** Characters of a date without an hour. */
const DAY_CHARS = 10

const SLOT_OF_PROBLEM: Readonly<Record<Problem, readonly (keyof Slots)[]>> = {
  ambiguous_partner: ['partner', 'partners'],
  ambiguous_person: ['people'],
  ambiguous_school: ['school'],
  ambiguous_student: ['student'],
  ambiguous_event: ['target'],
  unknown_event: ['target'],
  impossible_date: ['date', 'start', 'end', 'followUp'],
  weekday_mismatch: ['date', 'start', 'end', 'followUp'],
  past_date: ['date', 'start', 'end', 'followUp'],
  holiday: ['date', 'start', 'followUp'],
}

async function completed(
  args: Readonly<Record<string, string>>,
  situation: Situation,
  complete: (request: Request) => Request,
): Promise<Outcome> {
  const settled = await isSettled(args, situation)
  if (settled) return settled
  const request = requestOf(await situation.reads.turn(args.turn ?? ''))
  if (!request) return gone()
  return situation.decide({ ...complete(request), answers: args.turn ?? '' })
}

/** A question that was answered, by whichever way, is not answered again. */
async function isSettled(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome | undefined> {
  const isAnswered = (await situation.reads.guard(questionGuard(args.turn ?? ''))) > 0
  return isAnswered ? say('That question is answered already.') : undefined
}

/** The name was the doubt; what else is open stands in the frame's own lists. */
const asNew = (request: Request, name: Request['accepts'][number]): Request => ({
  ...request,
  frame: { ...request.frame, asks: false },
  accepts: [...request.accepts, name],
})

/** The career cluster that a text is the name of, and nothing else. */
async function clusterNamed(text: string, { reads }: Situation): Promise<string | undefined> {
  const typed = text.trim().toLowerCase()
  const clusters = await reads.find('cluster')
  return clusters.find(({ name, aliases }) => [name, ...aliases].some((one) => one.toLowerCase() === typed))?.name
}

const gone = (): Outcome => say('That question is no longer open. Say the whole of it again.')

async function askCluster(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const settled = await isSettled(args, situation)
  if (settled) return settled
  const { turn = '', name = '' } = args
  const request = requestOf(await situation.reads.turn(turn))
  if (!request) return gone()
  const clusters = await situation.reads.find('cluster', { order: { by: 'name', direction: 'ascending' }, limit: 12 })
  if (clusters.length === 0) return situation.decide({ ...asNew(request, { name }), answers: turn })
  const actions: Action[] = clusters.map((cluster) => ({
    label: cluster.name,
    press: encodePress('question.create', { turn, name, cluster: cluster.name }),
  }))
  const text = `Which career cluster is ${name} in?`
  const none: Action = { label: 'None of these', press: encodePress('question.create', { turn, name }) }
  return { what: 'question', replies: [{ card: sentenceWith(text, [...actions, none]) }], pending: 'keep' }
}
