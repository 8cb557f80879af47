import type { Extra, Frame, Problem, Slots } from './frame.ts'
import type { NameKind } from './names/entry.ts'
import type { Reading, Ref } from './reading.ts'

/** Problems in the order in which the contract lists them. */
const AMBIGUOUS: Partial<Record<NameKind, Problem>> = {
  partner: 'ambiguous_partner',
  person: 'ambiguous_person',
  school: 'ambiguous_school',
  student: 'ambiguous_student',
}
const NEAR_MOST = 3
const CANDIDATES_MOST = 8
/** Names whose absence from the directory the bot asks about; a new person at a known partner is simply added. */
const ASKED_WHERE_UNKNOWN: ReadonlySet<NameKind> = new Set(['partner', 'school', 'student'])

/** Puts a frame together: slots, and beside them what stands in the way of acting at once. */
export class FrameBuilder {
  readonly #reading: Reading
  readonly #frame: Frame
  #isDoubtful = false

  constructor(intent: string, reading: Reading) {
    this.#reading = reading
    this.#frame = {
      intent,
      slots: {},
      extra: {},
      problems: [],
      asks: false,
      missing: [],
      ambiguous: [],
      unknown: [],
      named: [],
    }
  }

  get slots(): Slots {
    return this.#frame.slots
  }

  /** Sets a slot; `undefined` and empty lists leave it out. */
  set<K extends keyof Slots>(slot: K, value: Slots[K] | undefined): this {
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) this.#frame.slots[slot] = value
    return this
  }

  extra(more: Extra): this {
    Object.assign(this.#frame.extra, more)
    return this
  }

  problem(...problems: readonly Problem[]): this {
    for (const problem of problems) if (!this.#frame.problems.includes(problem)) this.#frame.problems.push(problem)
    return this
  }

  /** The bot is not sure enough to act at once. */
  doubt(isDoubtful = true): this {
    this.#isDoubtful ||= isDoubtful
    return this
  }

  missing(...slots: readonly (keyof Slots)[]): this {
    for (const slot of slots) if (!this.#frame.missing.includes(slot)) this.#frame.missing.push(slot)
    return this
  }

  /** A slot that holds one name. */
  name(slot: 'partner' | 'school' | 'student' | 'program' | 'cluster', kind: NameKind, ref: Ref | undefined): this {
    const text = ref && this.#clear(slot, kind, ref)
    return text === undefined ? this : this.set(slot, text)
  }

  /** A slot that holds several names: the clear ones, each once. */
  names(slot: 'partners' | 'people' | 'clusters' | 'programs', kind: NameKind, refs: readonly Ref[]): this {
    const texts = refs.flatMap((ref) => this.#clear(slot, kind, ref) ?? [])
    return this.set(slot, [...new Set(texts)])
  }

  /** What a slot holds of a name; undefined, and the problem noted, where the message does not say which. */
  #clear(slot: keyof Slots, kind: NameKind, ref: Ref): string | undefined {
    const names = [...new Set(ref.entries.map(({ name }) => name))]
    const isOne = names.length === 1 && (ref.entries.length === 1 || kind === 'program' || kind === 'cluster')
    const problem = AMBIGUOUS[kind]
    if (ref.entries.length > 1 && !isOne && problem) {
      const candidates = ref.entries.slice(0, CANDIDATES_MOST).map(({ name }) => name)
      this.#frame.ambiguous.push({ slot, typed: ref.typed, candidates })
      this.problem(problem)
      return undefined
    }
    const [entry] = ref.entries
    if (entry) {
      this.#frame.named.push({ slot, name: entry.name, kind, id: entry.id })
      return entry.name
    }
    if (ASKED_WHERE_UNKNOWN.has(kind)) {
      const near = this.#reading.knowledge.names.nearest(kind, ref.typed, NEAR_MOST).map(({ name }) => name)
      this.#frame.unknown.push({ slot, typed: ref.typed, near })
    }
    return ref.text
  }

  /** The frame; it asks where anything stands in the way of acting. */
  build(): Frame {
    const { problems, missing, unknown } = this.#frame
    this.#frame.asks = this.#isDoubtful || problems.length > 0 || missing.length > 0 || unknown.length > 0
    return this.#frame
  }

  /** A frame that changes nothing: it asks only where a name in it is ambiguous. */
  buildAnswer(): Frame {
    this.#frame.asks = this.#frame.ambiguous.length > 0
    return this.#frame
  }
}
