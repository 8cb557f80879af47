import type { RecordOf } from '../../data/records.ts'

export type Seat = { student: RecordOf<'student'>; isWaiting: boolean }

/**
 * Who has a place: first come, first served, as far as places go. Places kept for a program are its own; what is not kept is
 * for anyone, but a program with kept places has no more than those ("max 2 from carpentry, rest whoever").
 */
export function seatStudents(
  students: readonly RecordOf<'student'>[],
  before: readonly RecordOf<'studentPlace'>[],
  { capacity, shares = [] }: Pick<RecordOf<'event'>, 'capacity' | 'shares'>,
): Seat[] {
  const at = (student: RecordOf<'student'>): number =>
    before.find((place) => place.student === student.id)?.at ?? Number.POSITIVE_INFINITY
  const inOrder = [...students].sort((a, b) => at(a) - at(b) || (a.name < b.name ? -1 : 1))
  const kept = new Map(shares.map(({ program, places }) => [program, places]))
  let open =
    capacity === undefined ? Number.POSITIVE_INFINITY : capacity - shares.reduce((sum, { places }) => sum + places, 0)
  return inOrder.map((student) => {
    const own = student.program === undefined ? undefined : kept.get(student.program)
    if (student.program !== undefined && own !== undefined) {
      if (own > 0) kept.set(student.program, own - 1)
      return { student, isWaiting: own <= 0 }
    }
    if (open > 0) open -= 1
    else return { student, isWaiting: true }
    return { student, isWaiting: false }
  })
}
