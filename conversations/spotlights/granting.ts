import { type Action, type Card, encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { ConsentRecord, StoryRecord } from '../../data/story.ts'
import { dateOf, formatDay } from '../../data/time.ts'
import type { Outcome, Post, Request, Situation } from '../conversation.ts'
import { sentence, sentenceWith } from '../notices.ts'
import { approvalCard } from './approval-card.ts'
import type { Terms } from './consent-form.ts'
import { consentGuard } from './consent-rules.ts'
import { shortName } from './public-name.ts'
import { destinationOnForm, viewStory } from './story-view.ts'
import { changeCards, tell } from './telling.ts'

/** Turns of this kind are not undone, a consent is withdrawn. */
export const GRANT_CONSENT = 'grant_consent'

/** An approver has the signed form before them: from now on it counts, for what it names and until it ends. */
export async function grantConsent(
  report: { consent: ConsentRecord; before?: ConsentRecord },
  terms: Terms,
  student: RecordOf<'student'>,
  situation: Situation,
  request?: Request,
): Promise<Outcome> {
  const { speaker, reads } = situation
  const { thirdParty: _, ...rest } = report.consent
  const after: ConsentRecord = { ...rest, ...terms, state: 'granted', confirmedBy: speaker.id }
  const name = shortName(student.name)
  const words = await termsWords(terms, situation)
  const stories = await reads.find('story', {
    where: { student: student.id, state: { in: ['draft', 'waiting', 'approved', 'posted'] } },
  })
  const waiting = stories.filter(({ state }) => state === 'waiting')
  const drafts = stories.filter(({ state }) => state === 'draft')
  const open = waiting.map(
    (story): Action => ({ label: 'Open the story', press: encodePress('approval.open', { story: story.id }) }),
  )
  const others = (await reads.find('consent', { where: { student: student.id, state: 'granted' } })).filter(
    ({ id, end }) => id !== after.id && (end === undefined || end >= dateOf(situation.local)),
  )
  const beside = others.map((other) => besideWords(other, situation))
  const isOver = terms.end < dateOf(situation.local)
  const over = isOver ? ` It has ended, so nothing new is published under it.` : ''
  const text = `Confirmed: ${name}, the signed form. It covers ${words}.${over}${beside.join('')}`
  const card: Card = {
    summary: text,
    parts: [
      { kind: 'text', text },
      { kind: 'context', text: 'To take it back, say that the family has withdrawn its permission.' },
      ...(open.length > 0 ? [{ kind: 'actions' as const, actions: open.slice(0, 3) }] : []),
    ],
  }
  const writers = [...new Set(drafts.map(({ writer }) => writer))].filter(
    (id) => id !== speaker.id && id !== after.recordedBy,
  )
  const draftOf = (writer: string): string | undefined => drafts.find((story) => story.writer === writer)?.id
  return {
    what: GRANT_CONSENT,
    title: `form of ${name} confirmed`,
    replies: [{ card }],
    writes: [{ kind: 'consent', id: after.id, ...(report.before ? { before: report.before } : {}), after }],
    posts: [
      ...changeCards(report.consent.cards, sentence(`${name}: confirmed by ${speaker.name}.`), speaker.id),
      ...(await refreshed(waiting, after, situation)),
      ...(after.recordedBy === speaker.id
        ? []
        : [
            tellOfIt(
              'reporter',
              after.recordedBy,
              `${text.replace('Confirmed', `Confirmed by ${speaker.name}`)}`,
              draftOf(after.recordedBy),
            ),
          ]),
      ...writers.map((writer, n) =>
        tellOfIt(`drafter-${n}`, writer, text.replace('Confirmed', `Confirmed by ${speaker.name}`), draftOf(writer)),
      ),
    ],
    reliesOn: [{ guard: consentGuard(student.id), version: await reads.guard(consentGuard(student.id)) }],
    touches: [consentGuard(student.id)],
    ...(request ? { request } : {}),
  }
}

/** Approvers' open cards show what each destination will show now that the form counts. */
async function refreshed(
  waiting: readonly StoryRecord[],
  consent: ConsentRecord,
  situation: Situation,
): Promise<Post[]> {
  const posts: Post[] = []
  for (const [n, story] of waiting.entries()) {
    const view = await viewStory(story, situation)
    if (!view) continue
    const others = view.subject.consents.filter(({ id }) => id !== consent.id)
    const now = { ...view, subject: { ...view.subject, consents: [...others, consent] } }
    const card = await approvalCard(now, situation)
    posts.push(
      ...changeCards(story.cards, card, undefined).map((post) => ({ ...post, name: `story-${n}-${post.name}` })),
    )
  }
  return posts
}

function tellOfIt(name: string, staff: string, text: string, draft: string | undefined): Post {
  if (!draft) return tell(name, staff, text)
  const actions = [{ label: 'Open the draft', press: encodePress('spotlight.open', { story: draft }) }]
  return tell(name, staff, sentenceWith(text, actions))
}

/** A form that was confirmed before counts on beside the new one: whoever confirms it should know. */
function besideWords({ destinations, date }: ConsentRecord, { local }: Pick<Situation, 'local'>): string {
  const names = destinations.map((each) => destinationOnForm(each)).join(', ')
  return ` An earlier form counts too: ${names}${date ? `, signed ${formatDay(date, local)}` : ''}.`
}

/** "inside the organization, web site, signed Mon, Sep 14, to Wed, Jun 30; first name and initial". */
export async function termsWords(terms: Terms, { local, reads }: Pick<Situation, 'local' | 'reads'>): Promise<string> {
  const party = terms.thirdParty ? await reads.get('partner', terms.thirdParty) : undefined
  const names = terms.destinations.map((each) =>
    each === 'third_party' ? (party?.name ?? 'a third party') : destinationOnForm(each),
  )
  return [
    names.join(', '),
    `signed ${formatDay(terms.date, local)}`,
    `to ${formatDay(terms.end, local)}`,
    terms.fullName ? 'full name' : 'first name and initial',
    ...(terms.removeAtEnd ? ['and what is published goes at its end'] : []),
  ].join(', ')
}
