import type { RecordOf } from '../../data/records.ts'
import type { Pending, Write } from '../../data/store.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Instant } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { aliasWrites, type Resolved, resolvePartner } from '../names-to-records.ts'
import { sentence } from '../notices.ts'
import { isRefused } from './consent-rules.ts'
import { draftCard } from './draft-card.ts'
import { nextQuestion } from './missing-steps.ts'
import { placementWrites } from './placement-records.ts'
import { inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { isSaidByMouth } from './said-consent.ts'
import { readSaidStory } from './said-story.ts'
import { buildStory, partnerInFrame } from './story-building.ts'
import { recomposed } from './story-changes.ts'
import { viewStory } from './story-view.ts'
import { askedStudent, seenBy } from './which-student.ts'

/** A draft of the same news by the same person is the same draft for so long. Milliseconds: one day. */
const SAME_NEWS_MS = 24 * 60 * 60 * 1000
/** How long a draft's question takes a typed answer. */
const QUESTION_EXPIRES_MS = 24 * 60 * 60 * 1000

export const CONSENT_NEEDED =
  'That is no consent yet. Needed: a signed media release on file, which an approver confirms with its destinations and date. Until then only a story without a name can be told.'

/** "spotlight!! jaylen mercer got hired at great performances": a draft, in private, whatever place it was said in. */
export async function draftSpotlight(request: Request, situation: Situation): Promise<Outcome> {
  const prepared = await prepare(request, situation)
  if ('outcome' in prepared) return prepared.outcome
  const { student, partner, writes } = prepared
  const { reads } = situation
  const consents = await reads.find('consent', { where: { student: student.id } })
  const names = new Map(partner ? [[partner.id, partner.name]] : [])
  const story = await recomposed(await buildStory(prepared.request, student, partner, situation), reads, names)
  const placement = await placementWrites(story, situation)
  if (isRefused(consents)) return inPrivate(refused(student, placement, writes, prepared.request), situation)
  const earlier = await sameNews(story, situation)
  if (earlier) return inPrivate(await again(earlier, situation), situation)
  return inPrivate(
    await drafted(
      story,
      {
        writes: [...writes, { kind: 'story', id: story.id, after: story }, ...placement],
        request: prepared.request,
        names,
      },
      situation,
    ),
    situation,
  )
}

type Prepared = {
  request: Request
  student: RecordOf<'student'>
  partner?: RecordOf<'partner'>
  writes: Write[]
}

/** An award, a credential or a college needs no partner: words that might be one are not asked about. */
function withoutDoubtfulPartner(request: Request): Request {
  const { frame } = request
  const { outcome } = frame.slots
  if (outcome !== 'award' && outcome !== 'credential' && outcome !== 'college') return request
  const { partner: _, ...slots } = frame.slots
  const isDoubtful = [...frame.ambiguous, ...frame.unknown].some(({ slot }) => slot === 'partner')
  if (!isDoubtful) return request
  return {
    ...request,
    frame: {
      ...frame,
      slots,
      ambiguous: frame.ambiguous.filter(({ slot }) => slot !== 'partner'),
      unknown: frame.unknown.filter(({ slot }) => slot !== 'partner'),
      problems: frame.problems.filter((problem) => problem !== 'ambiguous_partner'),
    },
  }
}

/** Who and where; or the one question that must be answered first. */
export async function prepare(asked: Request, situation: Situation): Promise<Prepared | { outcome: Outcome }> {
  const { reads, turn, speaker, now } = situation
  const isSeen = seenBy(situation)
  const plain = withoutDoubtfulPartner(asked)
  const one = await askedStudent({ ...plain, overrules: [...plain.overrules, 'doubt'] }, situation, isSeen)
  if ('outcome' in one) return one
  const { request } = one
  const known = await partnerInFrame(request, situation)
  const { partner: typed } = request.frame.slots
  const resolved: Resolved<RecordOf<'partner'>> | undefined = known
    ? { value: known, writes: [] }
    : typed
      ? await resolvePartner(typed, request, turn, reads)
      : undefined
  const aliases = await aliasWrites(request, speaker.id, now, turn, reads)
  return {
    request,
    student: one.student,
    ...(resolved ? { partner: resolved.value } : {}),
    writes: [...(resolved?.writes ?? []), ...aliases],
  }
}

export async function drafted(
  story: StoryRecord,
  made: { writes: Write[]; request: Request; names: ReadonlyMap<string, string> },
  situation: Situation,
): Promise<Outcome> {
  const view = await viewStory(story, situation)
  if (!view) throw new Error('A story was drafted about a student who is not there.')
  const { said } = made.request
  const notes = [
    ...(isSaidByMouth(said) ? [CONSENT_NEEDED] : []),
    ...(readSaidStory(said, situation).hasPhoto
      ? ['A photo in chat is not kept. Once a signed form is confirmed, add it with the draft’s own button.']
      : []),
  ]
  const question = nextQuestion(story)
  return {
    what: 'draft_spotlight',
    title: `draft about ${shortName(view.student.name)}`,
    replies: [{ card: await draftCard(view, situation, notes) }],
    writes: made.writes,
    request: made.request,
    ...(question ? { pending: stepPending(story.id, question, situation) } : {}),
  }
}

export const stepPending = (story: string, question: string, { now }: Pick<Situation, 'now'>): Pending => ({
  question: 'spotlight.step',
  state: { story, question },
  expires: (now + QUESTION_EXPIRES_MS) as Instant,
})

function refused(student: RecordOf<'student'>, placement: Write[], writes: Write[], request: Request): Outcome {
  const kept = placement.length > 0 ? ' The placement itself is recorded.' : ''
  const text = `The family of ${shortName(student.name)} has said no, so no story is told, with or without a name.${kept}`
  return {
    what: placement.length > 0 ? 'record_placement' : 'none',
    replies: [{ card: sentence(text) }],
    ...(placement.length > 0 ? { writes: [...writes, ...placement], request } : { pending: 'keep' as const }),
  }
}

/** The writer's own open draft of the same news. */
async function sameNews(story: StoryRecord, { reads, now }: Situation): Promise<StoryRecord | undefined> {
  const mine = await reads.find('story', { where: { student: story.student, writer: story.writer } })
  const last = story.steps.at(-1)
  return mine.find((other) => {
    const same = other.steps.at(-1)
    return (
      other.state === 'draft' &&
      now - other.at < SAME_NEWS_MS &&
      same?.kind === last?.kind &&
      same?.partner === last?.partner &&
      other.isNameless === story.isNameless
    )
  })
}

async function again(earlier: StoryRecord, situation: Situation): Promise<Outcome> {
  const view = await viewStory(earlier, situation)
  if (!view) throw new Error('A draft is about a student who is not there.')
  const card = await draftCard(view, situation, ['There is a draft of this already.'])
  return { what: 'draft_spotlight', replies: [{ card }] }
}
