import type { RecordOf } from '../../data/records.ts'
import type { Moment } from '../conversation.ts'
import { partnerNamed } from '../names-to-records.ts'
import type { Frame, Slots } from '../understanding/frame.ts'
import { joinWords, nameWords } from '../understanding/names/key.ts'

/** The record's id behind a slot's name, where understanding has found it. */
export const idOf = (frame: Frame, slot: keyof Slots): string | undefined =>
  frame.named.find((entry) => entry.slot === slot)?.id

/** A partner as typed: by its name, an alias, or a spelling that is its alone. */
export async function findPartner(
  typed: string,
  { reads, knowledge }: Pick<Moment, 'reads' | 'knowledge'>,
): Promise<RecordOf<'partner'> | undefined> {
  const exact = await partnerNamed(typed, reads)
  if (exact) return exact
  const fits = knowledge.names.find(joinWords(nameWords(typed))).filter(({ entry }) => entry.kind === 'partner')
  const ids = [...new Set(fits.map(({ entry }) => entry.id))]
  return ids.length === 1 && ids[0] ? reads.get('partner', ids[0]) : undefined
}

/** The students that a frame may mean: the one understanding has found, else all of that name. */
export async function studentsOf(frame: Frame, { reads }: Pick<Moment, 'reads'>): Promise<RecordOf<'student'>[]> {
  const id = idOf(frame, 'student')
  const found = id ? await reads.get('student', id) : undefined
  if (found) return [found]
  const { student, school } = frame.slots
  if (!student) return []
  const named = await reads.find('student', { where: { name: student, isActive: true }, limit: 20 })
  if (named.length < 2 || !school) return named
  const schools = await reads.find('school', { where: { name: school }, limit: 5 })
  const there = named.filter((each) => schools.some((record) => record.id === each.school))
  return there.length > 0 ? there : named
}
