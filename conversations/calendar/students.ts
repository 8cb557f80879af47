import { type Card, encodePress, type Field } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Moment, Outcome, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { eventHeading, eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { gone } from './plan.ts'
import { type Seat, seatStudents } from './student-places.ts'

type Args = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | string[]>>

/** Options that every channel's form can hold. */
const MOST_STUDENTS = 100

/** Students are for the staff of their school, approvers and administrators alone. */
export const maySeeStudents = (speaker: RecordOf<'staff'>, school: string | undefined): boolean =>
  speaker.role !== 'staff' || (school !== undefined && speaker.school === school)

/** [Students]: who goes, as a form, for the eyes of this person alone. */
export async function studentsForm(args: Args, situation: Situation): Promise<Outcome> {
  const { reads, speaker } = situation
  const event = await reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  if (!maySeeStudents(speaker, event.school)) return say('Students are shown to the staff of their school alone.')
  const students = await candidates(event, reads)
  if (students.length === 0) return say('No students of that school and those programs are listed.')
  const places = await reads.find('studentPlace', { where: { event: event.id } })
  const programs = new Map(
    (await reads.find('program', { where: { school: event.school ?? '' } })).map((one) => [one.id, one.name]),
  )
  const fields: Field[] = [
    {
      name: 'students',
      label: 'Students',
      type: 'choices',
      isOptional: true,
      options: students.map(({ id, name, program }) => ({
        label: program ? `${name}, ${programs.get(program) ?? ''}` : name,
        value: id,
      })),
      values: places.map(({ student }) => student),
    },
  ]
  const title = `Students: ${eventHeading(event, await namesOfEvent(event, reads))}`
  const card: Card = {
    summary: title,
    parts: [
      { kind: 'heading', text: title },
      {
        kind: 'fields',
        fields,
        submit: { label: 'Save students', style: 'primary', press: encodePress('calendar.roster', { id: event.id }) },
      },
    ],
  }
  return { what: 'students', replies: [{ card, isPrivate: true, replaces: false }], pending: 'keep' }
}

async function candidates(event: RecordOf<'event'>, reads: Moment['reads']): Promise<RecordOf<'student'>[]> {
  if (!event.school) return []
  const all = await reads.find('student', {
    where: { school: event.school, isActive: true },
    order: { by: 'name', direction: 'ascending' },
  })
  const own = all.filter(({ program }) => program !== undefined && event.programs.includes(program))
  // Named programs come first; others may have the places that are left.
  const rest = event.programs.length > 0 && !event.shares ? [] : all.filter((student) => !own.includes(student))
  return [...own, ...rest].slice(0, MOST_STUDENTS)
}

/** The form's students, in order of their names: places while they last, kept places for their programs, then the waiting list. */
export async function saveStudents(args: Args, situation: Situation, values: Values): Promise<Outcome> {
  const { reads, speaker, turn, now, local } = situation
  const event = await reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  if (!maySeeStudents(speaker, event.school)) return say('Students are shown to the staff of their school alone.')
  const ids = [values.students ?? []].flat()
  const chosen = (await Promise.all(ids.map((id) => reads.get('student', id)))).flatMap((one) =>
    one && one.school === event.school ? [one] : [],
  )
  const before = await reads.find('studentPlace', { where: { event: event.id } })
  const seats = seatStudents(chosen, before, event)
  const writes: Write[] = [
    ...seats.map((seat, n): Write => {
      const earlier = before.find(({ student }) => student === seat.student.id)
      const after: RecordOf<'studentPlace'> = {
        id: earlier?.id ?? `${turn}-s${n}`,
        version: earlier?.version ?? 0,
        event: event.id,
        student: seat.student.id,
        ...(seat.student.program ? { program: seat.student.program } : {}),
        isWaiting: seat.isWaiting,
        at: earlier?.at ?? now,
      }
      return { kind: 'studentPlace', id: after.id, ...(earlier ? { before: earlier } : {}), after }
    }),
    ...before
      .filter(({ student }) => !chosen.some(({ id }) => id === student))
      .map((gone): Write => ({ kind: 'studentPlace', id: gone.id, before: gone })),
  ]
  const names = await namesOfEvent(event, reads)
  const guard = `students at ${event.id}`
  return {
    what: 'students',
    // Without names: the log is read by others.
    title: `${seats.length} students, ${eventLine(event, names, local)}`,
    replies: [{ card: rosterCard(eventHeading(event, names), seats, turn), isPrivate: true }],
    writes,
    reliesOn: [{ guard, version: await reads.guard(guard) }],
    touches: [guard],
  }
}

function rosterCard(heading: string, seats: readonly Seat[], turn: string): Card {
  const going = seats.filter(({ isWaiting }) => !isWaiting)
  const waiting = seats.filter(({ isWaiting }) => isWaiting)
  const list = (label: string, of: readonly Seat[]): { label: string; value: string }[] =>
    of.length > 0 ? [{ label, value: of.map(({ student }) => student.name).join(', ') }] : []
  const title = `Students: ${heading}`
  return {
    summary: `${title}. ${going.length} go, ${waiting.length} wait.`,
    parts: [
      { kind: 'heading', text: title },
      {
        kind: 'facts',
        facts: [...list(`Going (${going.length})`, going), ...list(`Waiting (${waiting.length})`, waiting)],
      },
      { kind: 'context', text: 'For you alone. Permission slips and travel are on the checklist.' },
      { kind: 'actions', actions: [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] },
    ],
  }
}
