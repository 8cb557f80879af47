import type { Facts } from './facts.ts'
import type { Frame, Slots } from './frame.ts'
import type { NameEntry, NameKind } from './names/entry.ts'
import { joinWords, nameWords } from './names/key.ts'
import type { Ref } from './reading.ts'
import type { Pending } from './understand.ts'

/** Words before the name that answers: "it was", "the one at". */
const LEAD =
  /^(?:(?:it was|its|it is|that was|i meant|i mean|with|at|from|the one (?:at|from|with)|for|to|oh|um|uh|sorry|no|yes|yeah|ok|that would be|thats|school is|partner is|actually|probably|he is|she is|they are|hes|shes|meant|was)[,:]? )+/i
/** Words of an answer that is a name and nothing else. */
const MOST_NAME_WORDS = 6

/** A text that is a name and nothing else, without the words that lead up to it. */
export const bareName = ({ reading }: Facts): string | undefined => {
  const typed = reading.message.typed
    .replace(/[.!?]+\s*$/, '')
    .replace(LEAD, '')
    .trim()
  const words = typed.split(/\s+/)
  return typed !== '' && words.length <= MOST_NAME_WORDS && /\p{L}/u.test(typed) && reading.dates.length === 0
    ? typed
    : undefined
}

/** A name in answer to a question for one: of the candidates first, then of the whole directory. */
export function findNamed(
  facts: Facts,
  { frame, slot, candidates = [] }: Pending,
  kind: NameKind,
): NameEntry | undefined {
  const { names } = facts.reading.knowledge
  const linked = linkedAmong(facts, frame, slot, kind)
  if (linked) return linked
  const typed = bareName(facts)
  if (typed === undefined) return undefined
  const words = nameWords(typed)
  const offered = [
    ...candidates,
    ...frame.ambiguous.filter((doubt) => doubt.slot === slot).flatMap((doubt) => doubt.candidates),
  ]
  const found = names
    .find(joinWords(words))
    .map(({ entry }) => entry)
    .filter((entry) => entry.kind === kind)
  const among = found.filter(({ name }) => offered.includes(name))
  const [exact] = among.length > 0 ? among : found
  if (exact && (among.length === 1 || found.length === 1)) return exact
  const hinted = [...new Set(offered)].filter((name) =>
    words.some((word) => word.length > 2 && nameWords(name).includes(word)),
  )
  const [only] = hinted
  return only !== undefined && hinted.length === 1
    ? names.find(joinWords(nameWords(only))).find(({ entry }) => entry.name === only)?.entry
    : undefined
}

const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  '1': 0,
  second: 1,
  '2nd': 1,
  '2': 1,
  third: 2,
  '3rd': 2,
  '3': 2,
  last: -1,
}

/** "the one at DuSable", "second one": one of the candidates by its school, its company, its program or its place. */
function linkedAmong({ reading }: Facts, frame: Frame, slot: keyof Slots, kind: NameKind): NameEntry | undefined {
  const { refs, knowledge, view } = reading
  const candidates = frame.ambiguous.filter((doubt) => doubt.slot === slot).flatMap((doubt) => doubt.candidates)
  const entries = candidates.flatMap((name) =>
    knowledge.names
      .find(joinWords(nameWords(name)))
      .flatMap(({ entry }) => (entry.kind === kind && entry.name === name ? [entry] : [])),
  )
  const place = /^(?:the )?(\w+)(?: one)?$/.exec(view.text)?.[1]
  if (place !== undefined && place in PLACES) return entries.at(PLACES[place] ?? 0)
  const ids = (list: readonly Ref[]): Set<string> =>
    new Set(list.flatMap((ref) => ref.entries.flatMap(({ id, name }) => [id, name])))
  const [schools, partners, programs] = [ids(refs.schools), ids(refs.partners), ids(refs.programs)]
  const fits = entries.filter(
    ({ school, partner, program }) =>
      (school !== undefined && schools.has(school)) ||
      (partner !== undefined && partners.has(partner)) ||
      (program !== undefined && programs.has(program)),
  )
  return fits.length === 1 ? fits[0] : undefined
}
