import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { ConsentRecord } from '../../data/story.ts'
import { dateOf } from '../../data/time.ts'
import type { Outcome, Post, Request, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { consentGuard } from './consent-rules.ts'
import { inPrivate, isPrivateHere } from './privately.ts'
import { shortName } from './public-name.ts'
import { type Removal, removedCard, removeStories } from './removal.ts'
import { readSaidConsent } from './said-consent.ts'
import { changeCards, tell } from './telling.ts'

/** Turns of this kind are not undone: a consent comes back by a signed form alone. */
export const WITHDRAW_CONSENT = 'withdraw_consent'

/**
 * A refusal or a withdrawal, from any staff member, takes effect at once: nothing counts any more, and everything of that
 * student is taken down.
 */
export async function withdrawConsent(
  student: RecordOf<'student'>,
  request: Request,
  situation: Situation,
): Promise<Outcome> {
  const { reads, speaker } = situation
  const consents = await reads.find('consent', { where: { student: student.id } })
  const counted = consents.filter(({ state }) => state === 'granted' || state === 'reported')
  const hadOne = counted.some(({ state }) => state === 'granted')
  const stories = await reads.find('story', { where: { student: student.id } })
  const removal = await removeStories(stories, speaker.id, situation)
  const name = shortName(student.name)
  const what = hadOne ? 'consent withdrawn' : 'refusal recorded'
  const outcome: Outcome = {
    what: WITHDRAW_CONSENT,
    title: `${what}: ${name}`,
    replies: [{ card: removedCard(`${name}: ${what}`, removal) }],
    writes: [
      ...counted.map(
        (before): Write => ({ kind: 'consent', id: before.id, before, after: { ...before, state: 'withdrawn' } }),
      ),
      ...(hadOne ? [] : [refusal(student, request, situation)]),
      ...removal.writes,
    ],
    posts: [
      ...counted.flatMap(({ cards }, n) =>
        changeCards(
          cards,
          sentence(`${name}: ${what} by ${speaker.name}. There is nothing to confirm.`),
          undefined,
        ).map((post) => ({ ...post, name: `consent-${n}-${post.name}` })),
      ),
      ...removal.posts,
      ...(await tellWriters(removal, name, what, situation)),
    ],
    reliesOn: [{ guard: consentGuard(student.id), version: await reads.guard(consentGuard(student.id)) }],
    touches: [consentGuard(student.id)],
    request,
  }
  if (isPrivateHere(situation)) return outcome
  return inPrivate(outcome, situation, removedCard(hadOne ? 'Consent withdrawn' : 'Refusal recorded', removal))
}

function refusal(student: RecordOf<'student'>, { said }: Request, situation: Situation): Write {
  const { turn, now, local, speaker } = situation
  const { date } = readSaidConsent(said, situation)
  const after: ConsentRecord = {
    id: `${turn}-k`,
    version: 0,
    student: student.id,
    state: 'refused',
    destinations: [],
    date: date ?? dateOf(local),
    fullName: false,
    removeAtEnd: false,
    recordedBy: speaker.id,
    cards: {},
    at: now,
  }
  return { kind: 'consent', id: after.id, after }
}

/** Those whose stories went learn of it in private. */
async function tellWriters(removal: Removal, name: string, what: string, { speaker }: Situation): Promise<Post[]> {
  const writers = new Set(
    removal.writes.flatMap((write) => (write.kind === 'story' && write.before ? [write.before.writer] : [])),
  )
  writers.delete(speaker.id)
  return [...writers].map((writer, n) =>
    tell(`writer-${n}`, writer, `${name}: ${what} by ${speaker.name}. Every story about this student is taken down.`),
  )
}
