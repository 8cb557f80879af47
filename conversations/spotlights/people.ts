import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import type { PublishingRecord, StoryRecord } from '../../data/story.ts'

type Staff = RecordOf<'staff'>

/** Students, consents and placements are seen by the staff of their school, by approvers and by admins. */
export async function maySee(who: Staff, student: { school?: string }, reads: Reads): Promise<boolean> {
  if (who.role !== 'staff') return true
  if (!student.school) return true
  if (who.school === student.school) return true
  const programs = await Promise.all(who.programs.map((id) => reads.get('program', id)))
  return programs.some((program) => program?.school === student.school)
}

/** How a program publishes, over how everyone does. */
export async function publishingOf(program: string | undefined, reads: Reads): Promise<PublishingRecord[]> {
  const records = await reads.find('publishing')
  return records.filter((record) => record.program === undefined || record.program === program)
}

/** An admin has set that whoever writes for this program may approve it themselves. */
export async function isSelfApproving(story: Pick<StoryRecord, 'program'>, reads: Reads): Promise<boolean> {
  const records = await publishingOf(story.program, reads)
  return records.some((record) => record.isSelfApproving && record.program !== undefined)
}

/** A second person, never the writer; unless an admin has set otherwise for a one-person program. */
export async function mayApprove(who: Staff, story: StoryRecord, reads: Reads): Promise<boolean> {
  if (who.id === story.writer) return isSelfApproving(story, reads)
  return who.role !== 'staff'
}

/** Who is asked to approve: the approvers, else the admins; in a one-person program its writer too. */
export async function approversOf(story: Pick<StoryRecord, 'writer' | 'program'>, reads: Reads): Promise<Staff[]> {
  const others = async (role: 'approver' | 'admin'): Promise<Staff[]> =>
    (await reads.find('staff', { where: { role, isActive: true } })).filter(({ id }) => id !== story.writer)
  const writer = (await isSelfApproving(story, reads)) ? await reads.get('staff', story.writer) : undefined
  const approvers = await others('approver')
  const asked = approvers.length > 0 ? approvers : await others('admin')
  return writer ? [...asked, writer] : asked
}

/** Who confirms that a signed form is on file: the approvers, else the admins; also where one of them reports it. */
export async function confirmersOf(reads: Reads): Promise<Staff[]> {
  const approvers = await reads.find('staff', { where: { role: 'approver', isActive: true } })
  return approvers.length > 0 ? approvers : reads.find('staff', { where: { role: 'admin', isActive: true } })
}
