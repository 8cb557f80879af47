import type { Card } from '../../data/card.ts'
import type { PlacementRecord } from '../../data/story.ts'
import { dateOf, formatDay, schoolYearOf } from '../../data/time.ts'
import type { Situation } from '../conversation.ts'
import { jobTitle } from '../spotlights/grammar.ts'
import { maySee } from '../spotlights/people.ts'
import { isPrivateHere } from '../spotlights/privately.ts'
import { shortName } from '../spotlights/public-name.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { rangeOf, type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** Where others read, a smaller number than this is not broken down: someone could be recognized in it. */
const SMALLEST_TOLD = 5

const KINDS: Readonly<Record<PlacementRecord['kind'], [one: string, many: string]>> = {
  internship: ['internship', 'internships'],
  apprenticeship: ['apprenticeship', 'apprenticeships'],
  job: ['job', 'jobs'],
}

const KIND_ORDER = ['internship', 'apprenticeship', 'job'] as const

/** "how many placements in construction this year": how many, of which kinds; who, only to those who may see them. */
export async function placementsIn(scope: Scope, offset: number, situation: Situation): Promise<Card> {
  const found = await placementsInScope(scope, situation)
  const span = scope.from || scope.to ? scope : { ...scope, ...schoolYearOf(dateOf(situation.local)) }
  const words = await scopeWords(span, situation)
  if (!isPrivateHere(situation)) return countCard(found, scope, words)
  const total = found.length
  const page = found.slice(offset, offset + PAGE_LINES)
  const lines = await Promise.all(page.map((placement) => lineOf(placement, situation)))
  return pageCard({
    title: `${counted(total, 'placement', 'placements')}${words}`,
    lines,
    total,
    offset,
    empty: `No placements${words}.`,
    more: { action: 'find.placements', args: scopeToArgs(scope) },
    ...(kindWords(found, 1) ? { context: kindWords(found, 1) } : {}),
  })
}

/** Placements of a span (this school year where none is given), a partner, a cluster, a school; newest first. */
export async function placementsInScope(
  scope: Scope,
  { reads, local }: Pick<Situation, 'reads' | 'local'>,
): Promise<PlacementRecord[]> {
  const { partner, cluster, school } = scope
  return reads.find('placement', {
    where: {
      ...(partner ? { partner } : {}),
      ...(cluster ? { cluster } : {}),
      ...(school ? { school } : {}),
      from: rangeOf(scope) ?? schoolYearOf(dateOf(local)),
    },
    order: { by: 'from', direction: 'descending' },
  })
}

/** Numbers alone; a small number of one partner or one school is itself a breakdown. */
function countCard(found: readonly PlacementRecord[], scope: Scope, words: string): Card {
  const isNarrow = scope.partner !== undefined || scope.school !== undefined
  const isHidden = isNarrow && found.length > 0 && found.length < SMALLEST_TOLD
  const count = isHidden ? `Fewer than ${SMALLEST_TOLD} placements` : counted(found.length, 'placement', 'placements')
  const kinds = isHidden ? '' : kindWords(found, SMALLEST_TOLD)
  const text = `${count}${words}.${kinds ? ` ${kinds}` : ''}`
  return { summary: text, parts: [{ kind: 'text', text }] }
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'No' : count} ${count === 1 ? one : many}`

/** "4 internships, 6 jobs."; nothing where a part is smaller than what may be told: the rest would give it away. */
function kindWords(found: readonly PlacementRecord[], smallest: number): string {
  const counts = new Map<PlacementRecord['kind'], number>()
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  if (counts.size < 2 || [...counts.values()].some((count) => count < smallest)) return ''
  const told = KIND_ORDER.flatMap((kind) => (counts.has(kind) ? [counted(counts.get(kind) ?? 0, ...KINDS[kind])] : []))
  return `${told.join(', ')}.`
}

async function lineOf(placement: PlacementRecord, { reads, local, speaker }: Situation): Promise<string> {
  const partner = (await reads.get('partner', placement.partner))?.name ?? 'a partner that is gone'
  const student = await reads.get('student', placement.student)
  const who = student && (await maySee(speaker, placement, reads)) ? shortName(student.name) : 'a student'
  return [
    who,
    `${KINDS[placement.kind][0]} at ${partner}`,
    ...(placement.role ? [jobTitle(placement.role)] : []),
    ...(placement.isPaid === undefined ? [] : [placement.isPaid ? 'paid' : 'unpaid']),
    ...(placement.hours === undefined ? [] : [`${placement.hours} hours`]),
    formatDay(placement.from, local),
  ].join(', ')
}
