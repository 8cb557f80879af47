import { type Party, type Placement, seatGuests } from '../../conversations/calendar/seats.ts'
import { say } from './measure.ts'

const GUESTS = 200
const CLUSTERS = 8
const RUNS = 15
const GOAL_MS = 100

/** Guests as at a large breakfast: a third teachers, companies of one to four. */
function guests(): Party[] {
  const parties: Party[] = []
  for (let n = 0, seated = 0; seated < GUESTS; n += 1) {
    const isTeacher = n % 3 === 0
    const size = isTeacher ? 1 : Math.min(GUESTS - seated, 1 + ((n * 7) % 4))
    const cluster = `cluster ${(n * 5 + (n >> 3)) % CLUSTERS}`
    parties.push({ id: `p${n}`, kind: isTeacher ? 'teacher' : 'employer', size, clusters: [cluster] })
    seated += size
  }
  return parties
}

/** Seats of 200 guests, and of one who answers late. */
export function benchSeats(): void {
  const parties = guests()
  const fresh = () => seatGuests({ parties, tableSize: 8, apart: [['p1', 'p2']] })
  const seating = fresh()
  const before: Placement[] = seating.tables.flatMap(({ number, parties: seats }) =>
    seats.map((seat) => ({ table: number, ...seat })),
  )
  const late: Party = { id: 'late', kind: 'employer', size: 2, clusters: ['cluster 1'] }
  const again = () => seatGuests({ parties: [...parties, late], tableSize: 8, apart: [['p1', 'p2']], before })
  say(`seats, ${GUESTS} guests: ${median(fresh).toFixed(0)} ms (goal: under ${GOAL_MS})`)
  say(`seats, ${GUESTS} guests and one late answer: ${median(again).toFixed(0)} ms, ${again().moved} moved`)
}

function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
}
