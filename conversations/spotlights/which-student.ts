import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { fillSlot } from '../answering.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { requestOf } from '../corrections.ts'
import { sentence, sentenceWith } from '../notices.ts'
import { askBefore } from '../question.ts'
import { studentsOf } from './named.ts'
import { maySee } from './people.ts'
import { askedPrivately } from './privately.ts'
import { literal, shortName } from './public-name.ts'
import { findStudentsIn } from './students-in-text.ts'

type Student = RecordOf<'student'>
const MOST_CHOICES = 5

/**
 * The students that a request may mean. Names that fit several are narrowed to whom `isMeant` says; the speaker is asked
 * only among those.
 */
export async function narrowStudents(
  asked: Request,
  situation: Situation,
  isMeant: (student: Student) => Promise<boolean>,
): Promise<Request> {
  const request = recognized(asked, situation)
  const { frame } = request
  const ambiguous = frame.ambiguous.find(({ slot }) => slot === 'student')
  if (!ambiguous) return request
  const meant: string[] = []
  const { what } = situation.inbound
  const said = [request.said, what.kind === 'said' ? what.text : ''].join('\n')
  for (const name of withInitial(ambiguous.candidates, said)) {
    const found = await situation.reads.find('student', { where: { name, isActive: true }, limit: 5 })
    for (const student of found) if (!meant.includes(name) && (await isMeant(student))) meant.push(name)
  }
  const [only] = meant
  if (only !== undefined && meant.length === 1)
    return { ...request, frame: fillSlot(frame, 'student', only, ambiguous.typed) }
  if (meant.length === 0) return request
  const narrowed = { ...ambiguous, candidates: meant }
  return {
    ...request,
    frame: { ...frame, ambiguous: frame.ambiguous.map((each) => (each === ambiguous ? narrowed : each)) },
  }
}

/** "Jordan P.", as stories say it, is the one whose surname begins so. */
export function withInitial(candidates: readonly string[], said: string): readonly string[] {
  const fits = candidates.filter((name) => {
    const short = shortName(name).replace(/\.$/, '')
    return short.includes(' ') && new RegExp(`(?<![\\p{L}\\p{N}])${literal(short)}(?![\\p{L}\\p{N}])`, 'iu').test(said)
  })
  return fits.length > 0 ? fits : candidates
}

/** A name that was not seen, or not as it was typed, may be someone's: "jalens mom", "wei lins form". */
function recognized(request: Request, { knowledge }: Situation): Request {
  const { frame } = request
  const unknown = frame.unknown.find(({ slot }) => slot === 'student')
  if (!unknown && !frame.missing.includes('student')) return request
  const found = findStudentsIn(unknown?.typed ?? request.said, knowledge)
  const [only, second] = found?.entries ?? []
  if (!found || !only) return request
  const filled = fillSlot(frame, 'student', only.name, unknown?.typed)
  if (!second) return { ...request, frame: filled }
  const candidates = [...new Set(found.entries.map(({ name }) => name))]
  const ambiguous = [...frame.ambiguous, { slot: 'student' as const, typed: found.typed, candidates }]
  return { ...request, frame: { ...filled, slots: frame.slots, ambiguous } }
}

export const seenBy =
  ({ speaker, reads }: Situation) =>
  (student: Student): Promise<boolean> =>
    maySee(speaker, student, reads)

/** The one student of a request, with the request as it was narrowed; or the outcome that asks or refuses. */
export async function askedStudent(
  asked: Request,
  situation: Situation,
  isMeant: (student: Student) => Promise<boolean>,
): Promise<{ student: Student; request: Request } | { outcome: Outcome }> {
  const request = await narrowStudents(asked, situation, isMeant)
  const question = await askBefore(request, situation)
  if (question) return { outcome: askedPrivately(question) }
  const one = await oneStudent(request, situation, isMeant)
  return 'outcome' in one ? one : { ...one, request }
}

async function oneStudent(
  request: Request,
  situation: Situation,
  isMeant: (student: Student) => Promise<boolean>,
): Promise<{ student: Student } | { outcome: Outcome }> {
  const named = await studentsOf(request.frame, situation)
  const meant: Student[] = []
  for (const student of named) if (await isMeant(student)) meant.push(student)
  const [student] = meant
  if (student && meant.length === 1) return { student }
  if (student) return { outcome: await askWhich(meant, request, situation) }
  const text =
    named.length > 0
      ? 'That student is not at your school. Staff of their school, approvers and admins can do this.'
      : 'That student is not in the directory. How is the name spelled?'
  return {
    outcome: { what: 'none', replies: [{ card: sentence(text), isPrivate: true, replaces: false }], pending: 'keep' },
  }
}

/** Two students with one name: which of them, by school and program. */
async function askWhich(students: readonly Student[], request: Request, { turn, reads }: Situation): Promise<Outcome> {
  const text = 'More than one student has that name. Which one?'
  const shown = students.slice(0, MOST_CHOICES)
  const telling = tellingExtra(shown)
  const actions = await Promise.all(
    shown.map(async ({ id, name, school, program, extra }) => {
      const at = school ? (await reads.get('school', school))?.name : undefined
      const studies = program ? (await reads.get('program', program))?.name : undefined
      const more = telling === undefined ? undefined : `${telling} ${extra[telling] ?? 'not known'}`
      return {
        label: [name, more, studies, at].filter(Boolean).join(', '),
        press: encodePress('spotlight.who', { turn, id }),
      }
    }),
  )
  return askedPrivately({ what: 'question', replies: [{ card: sentenceWith(text, actions) }], request })
}

/** Of students with one name, school and program: what else the directory has of them that tells them apart ("grade 11"). */
function tellingExtra(students: readonly Student[]): string | undefined {
  const keyOf = ({ name, school, program }: Student): string => [name, school, program].join('\n')
  if (new Set(students.map(keyOf)).size === students.length) return undefined
  const names = [...new Set(students.flatMap(({ extra }) => Object.keys(extra)))]
  return names.find((name) => new Set(students.map(({ extra }) => String(extra[name]))).size === students.length)
}

/** The button of that question: the request goes on with the student it meant. */
export async function pickStudent(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const request = requestOf(await situation.reads.turn(args.turn ?? ''))
  const student = await situation.reads.get('student', args.id ?? '')
  if (!request || !student) {
    const card = sentence('That question is no longer open. Say the whole of it again.')
    return { what: 'none', replies: [{ card, replaces: false }], pending: 'keep' }
  }
  const named = [
    ...request.frame.named.filter(({ slot }) => slot !== 'student'),
    { slot: 'student' as const, name: student.name, kind: 'student' as const, id: student.id },
  ]
  const slots = { ...request.frame.slots, student: student.name }
  return situation.decide({ ...request, frame: { ...request.frame, slots, named }, answers: args.turn ?? '' })
}
