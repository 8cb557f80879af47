import type { Write } from '../../data/store.ts'
import type { PlacementRecord, StoryRecord } from '../../data/story.ts'
import { dateOf, schoolYearOf } from '../../data/time.ts'
import type { Situation } from '../conversation.ts'

/** The placement that a story tells of, where its last step is one; none where it is recorded for this school year. */
export async function placementWrites(story: StoryRecord, situation: Situation): Promise<Write[]> {
  const last = story.steps.at(-1)
  if (!last?.partner) return []
  if (last.kind !== 'internship' && last.kind !== 'apprenticeship' && last.kind !== 'job') return []
  const { turn, now, local, reads, speaker } = situation
  const year = schoolYearOf(dateOf(local))
  const known = await reads.find('placement', {
    where: { student: story.student, partner: last.partner, kind: last.kind, from: year },
    limit: 1,
  })
  if (known.length > 0) return []
  const { student, school, program, cluster } = story
  const after: PlacementRecord = {
    id: `${turn}-pl`,
    version: 0,
    student,
    ...(school ? { school } : {}),
    ...(program ? { program } : {}),
    ...(cluster ? { cluster } : {}),
    partner: last.partner,
    kind: last.kind,
    ...(last.role ? { role: last.role } : {}),
    from: dateOf(local),
    story: story.id,
    by: speaker.id,
    at: now,
  }
  return [{ kind: 'placement', id: after.id, after }]
}
