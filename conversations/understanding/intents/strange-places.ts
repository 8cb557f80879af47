import type { EventKind } from '../frame.ts'
import { isShouted } from '../names/surroundings.ts'
import { COMPANY_NOUN, companyRunAt, nameCase, TITLE } from '../names/unknown.ts'
import type { Reading, Ref } from '../reading.ts'

const SCHOOL_ENDING =
  /\b(?:high school|high|hs|middle school|elementary|academy|prep|school|campus|career center|tech|technical|magnet|charter|ms|institute|cte|vo ?tech|learning center|early college)$/i
/** Kinds that take place at a school; the others are at a company's. */
const AT_SCHOOL: ReadonlySet<EventKind> = new Set<EventKind>([
  'breakfast',
  'speaker',
  'career_day',
  'advisory_meeting',
  'mock_interview',
  'competition',
])
const LEADS = /\b(?:at|from|with|by|of|over at|for)(?= )/g
const ROOM =
  /^(?:library|cafeteria|auditorium|gym|gymnasium|media center|commons|the |our |my |room|rm|period|noon|lunch|school|least|all|once|\d)/i

/** Schools and companies of a plan that the directory does not have: "breakfast at Oak Creek Tech", "speaker from Nopal Labs". */
export function readStrangePlaces(reading: Reading, kind: EventKind | undefined): { school?: Ref; partners: Ref[] } {
  const { view, message, refs } = reading
  const partners: Ref[] = []
  let school: Ref | undefined
  if (isShouted(message)) return { partners }
  for (const { from, to, match } of view.matches(LEADS)) {
    const run = companyRunAt(message, view, to)
    if (
      !run ||
      ROOM.test(run.typed) ||
      TITLE.test(run.typed.toLowerCase()) ||
      [...refs.partners, ...refs.people].some((ref) => ref.from < run.to && run.from < ref.to)
    )
      continue
    const isWritten = run.typed !== run.typed.toLowerCase()
    const ref: Ref = {
      from: run.from,
      to: run.to,
      typed: run.typed,
      entries: [],
      text: nameCase(run.typed),
      isOwner: false,
    }
    const isPlace = match[0].endsWith('at')
    if (
      isPlace &&
      (SCHOOL_ENDING.test(run.typed) || (kind && AT_SCHOOL.has(kind) && isWritten && refs.schools.length === 0))
    ) {
      school ??= ref
    } else if (
      match[0] === 'from' ||
      (isPlace && kind !== undefined && !AT_SCHOOL.has(kind)) ||
      (isWritten && /^(?:with|by|of)$/.test(match[0]) && from > 0) ||
      (match[0] === 'with' &&
        refs.partners.length === 0 &&
        run.to - run.from >= 2 &&
        COMPANY_NOUN.test(run.typed.split(' ').at(-1) ?? ''))
    ) {
      if (isWritten || refs.partners.length === 0) partners.push(ref)
    }
  }
  return { partners, ...(school && { school }) }
}
