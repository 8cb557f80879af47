import type { StoryPhoto, StoryRecord } from '../../data/story.ts'
import type { Moment, Outcome, Situation } from '../conversation.ts'
import { cut } from './limits.ts'
import { findPrivateDetail, PRIVATE_DETAIL_WORDS } from './private-details.ts'
import { recordChange } from './reopening.ts'
import { revised } from './revision.ts'
import { reachOf, type StoryView, viewStory } from './story-view.ts'

/** Characters of a photograph's description; what is longer is cut visibly. */
export const ALT_MAX_CHARS = 300

/** Why a story cannot have a photograph now, in a sentence for its writer; undefined where it can. */
export function refusePhoto(
  view: Pick<StoryView, 'story' | 'subject'>,
  moment: Pick<Moment, 'now' | 'zone'>,
): string | undefined {
  const { story } = view
  if (story.state === 'taken_down') return 'That story was taken down. Draft it anew.'
  if (story.isNameless) return 'This story is told without a name, and a face is a name: it has no photo.'
  if (reachOf(view, moment).some(({ cover }) => cover.isCovered)) return undefined
  return 'No signed form that covers this story is on file, so no photo is kept. Add it once an approver has confirmed the form.'
}

/** A photograph's description as it is kept; an error is a sentence. */
export function readAlt(
  typed: string,
  { student, school, program, partner }: Pick<StoryView, 'student' | 'school' | 'program' | 'partner'>,
): { alt: string } | { error: string } {
  const alt = cut(typed, ALT_MAX_CHARS)
  if (alt === '') return { error: 'Describe the photo in a few words, for people who cannot see it.' }
  const known = [school ?? '', program ?? '', partner ?? '']
  const detail = findPrivateDetail(alt, student.name, known, false)
  return detail ? { error: PRIVATE_DETAIL_WORDS[detail] } : { alt }
}

/**
 * The story with another photograph, or without one, as its writer says on the page of their link; they are shown the
 * draft anew where they are chatted with. A sentence where it cannot be.
 */
export async function changePhoto(
  story: StoryRecord,
  photo: StoryPhoto | undefined,
  moment: Moment,
): Promise<Outcome | string> {
  const view = await viewStory(story, moment)
  const speaker = await moment.reads.get('staff', story.writer)
  if (!view || !speaker?.isActive) return 'That story is gone.'
  const refusal = photo ? refusePhoto(view, moment) : undefined
  if (refusal) return refusal
  const { photo: _, ...rest } = story
  const place = { channel: 'web', isDirect: true, person: speaker.id } as const
  const situation: Situation = {
    ...moment,
    speaker,
    inbound: {
      id: moment.turn,
      author: { channel: 'web', user: speaker.id, name: speaker.name },
      at: moment.now,
      place,
      isPrivate: true,
      what: { kind: 'arrived' },
    },
    recent: [],
    decide: () => Promise.reject(new Error('A photograph asks for nothing more.')),
  }
  const note = photo ? `The photo is with the story: ${photo.alt}` : 'The photo is removed.'
  const outcome = await recordChange(view, revised({ ...rest, ...(photo ? { photo } : {}) }), situation, [note])
  const [reply] = outcome.replies
  return {
    ...outcome,
    what: photo ? 'add_photo' : 'remove_photo',
    replies: [],
    posts: [
      ...(outcome.posts ?? []),
      ...(reply
        ? [{ name: 'photo', to: { staff: speaker.id }, content: { kind: 'post' as const, card: reply.card } }]
        : []),
    ],
    pending: 'keep',
  }
}
