import type { Write } from '../../data/store.ts'
import type { StoryRecord, StoryStep } from '../../data/story.ts'
import { localMomentAt } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import type { Frame } from '../understanding/frame.ts'
import { drafted, prepare } from './drafting.ts'
import { internshipOf } from './missing-steps.ts'
import { ownedPlaces } from './partner-channels.ts'
import { placementWrites } from './placement-records.ts'
import { inPrivate } from './privately.ts'
import { postTimeIn } from './said-dates.ts'
import { changePlaces } from './said-places.ts'
import { buildStory, instantAt } from './story-building.ts'
import { recomposed } from './story-changes.ts'

/** "correction, the title is lead line cook": the same draft with the change in it. */
export async function amendSpotlight(request: Request, _changes: Frame, situation: Situation): Promise<Outcome> {
  const written = situation.last?.writes.find((write) => write.kind === 'story')
  const before = written && (await situation.reads.get('story', written.id))
  if (!before || before.writer !== situation.speaker.id || before.state !== 'draft') {
    const card = sentence('That story is no longer a draft of yours. Open it and press Change.')
    return { what: 'none', replies: [{ card, replaces: false }], pending: 'keep' }
  }
  const prepared = await prepare(request, situation)
  if ('outcome' in prepared) return prepared.outcome
  const { student, partner, writes } = prepared
  const names = new Map(partner ? [[partner.id, partner.name]] : [])
  const built = await buildStory(prepared.request, student, partner, situation)
  const { id, version, at, asked } = before
  const steps = withAnswers(built.steps, before.steps)
  const { pronoun, grade, photo, isNameless, destinations } = before
  const { what } = situation.inbound
  const said = what.kind === 'said' ? what.text : ''
  const planned = before.postAt === undefined ? undefined : localMomentAt(before.postAt, situation.zone)
  const time = postTimeIn(said, situation, planned)
  const postAt = time ? instantAt(time, situation.zone) : before.postAt
  const { places } = changePlaces(before.places, said, new Map(), situation)
  const owned = await ownedPlaces(places, situation.reads)
  const kept = {
    ...(postAt ? { postAt } : {}),
    ...(pronoun ? { pronoun } : {}),
    ...(grade ? { grade } : {}),
    ...(photo ? { photo } : {}),
    isNameless,
    destinations: owned.some(({ thirdParty }) => thirdParty)
      ? [...new Set([...destinations, 'third_party' as const])]
      : destinations,
    places: owned,
  }
  const after = await recomposed({ ...built, ...kept, id, version, at, asked, steps }, situation.reads, names)
  const placement = before.revision === after.revision ? [] : await movedPlacement(before, after, situation)
  return inPrivate(
    await drafted(
      after,
      { writes: [...writes, { kind: 'story', id, before, after }, ...placement], request: prepared.request, names },
      situation,
    ),
    situation,
  )
}

/** The steps of a corrected request, with what its writer has answered about them since. */
function withAnswers(steps: readonly StoryStep[], answered: readonly StoryStep[]): StoryStep[] {
  const [last] = steps.slice(-1)
  const [before] = answered.slice(-1)
  if (!last) return [...answered]
  const internship = internshipOf(steps) ?? (last.kind === before?.kind ? internshipOf(answered) : undefined)
  const known = internshipOf(answered)
  const whole = internship && { ...(known ?? {}), ...internship }
  const classes = steps.filter(({ kind }) => kind === 'classes')
  const kept = last.kind === before?.kind ? before : undefined
  const place = last.partner ? {} : { ...(kept?.partner ? { partner: kept.partner } : {}) }
  return [
    ...classes,
    ...(whole ? [whole] : []),
    {
      ...(kept?.role ? { role: kept.role } : {}),
      ...(kept?.name && !last.partner ? { name: kept.name } : {}),
      ...place,
      ...last,
    },
  ]
}

/** What was recorded with the draft follows its correction. */
async function movedPlacement(before: StoryRecord, after: StoryRecord, situation: Situation): Promise<Write[]> {
  const [placement] = await situation.reads.find('placement', { where: { story: before.id }, limit: 1 })
  if (!placement) return placementWrites(after, situation)
  const { id } = placement
  const last = after.steps.at(-1)
  const isPlacement = last?.kind === 'internship' || last?.kind === 'apprenticeship' || last?.kind === 'job'
  if (!last?.partner || !isPlacement) return [{ kind: 'placement', id, before: placement }]
  const { role: _, ...rest } = placement
  const moved = {
    ...rest,
    student: after.student,
    partner: last.partner,
    kind: last.kind as typeof placement.kind,
    ...(last.role ? { role: last.role } : {}),
  }
  return [{ kind: 'placement', id, before: placement, after: moved }]
}
