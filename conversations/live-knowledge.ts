import { occurrencesOf } from '../data/occurrences.ts'
import type { RecordKind, RecordOf, RecordRef } from '../data/records.ts'
import type { Store } from '../data/store.ts'
import type { DayCalendar } from './understanding/dates/reading.ts'
import type { Knowledge, Periods, ScheduledEvent } from './understanding/knowledge.ts'
import type { NameEntry } from './understanding/names/entry.ts'
import { NameIndex } from './understanding/names/name-index.ts'

const NAMED = ['partner', 'person', 'school', 'program', 'cluster', 'student', 'staff'] as const
type Named = (typeof NAMED)[number]
const WATCHED: readonly RecordKind[] = [...NAMED, 'alias', 'calendarDay', 'event']

const isNamed = (kind: RecordKind): kind is Named => NAMED.some((named) => named === kind)

/** What understanding looks up, kept in step with a store: what is added anywhere is known here as soon as it is told. */
export class LiveKnowledge implements Knowledge {
  readonly names = new NameIndex([])
  calendar: DayCalendar = { pdDays: [], holidays: [], examDays: [], daysOff: [] }
  events: readonly ScheduledEvent[] = []
  readonly #store: Store
  readonly #periods = new Map<string, Periods>()
  readonly #scheduled = new Map<string, ScheduledEvent>()
  #learned = new Map<string, string[]>()
  /** Updates under way, so that they are taken one after another. */
  #updating: Promise<void> = Promise.resolve()
  #stopWatching: () => void = () => {}

  private constructor(store: Store) {
    this.#store = store
  }

  /** Reads the whole directory, then follows its changes until `close`. `failed` hears of a change that could not be read. */
  static async open(store: Store, failed: (error: unknown) => void): Promise<LiveKnowledge> {
    const knowledge = new LiveKnowledge(store)
    await knowledge.#readAliases()
    for (const kind of NAMED) {
      for (const record of await store.find(kind)) await knowledge.#take(kind, record)
    }
    await knowledge.#readCalendar()
    for (const event of await store.find('event', { where: { isCancelled: false } })) await knowledge.#takeEvent(event)
    knowledge.events = [...knowledge.#scheduled.values()]
    knowledge.#stopWatching = store.watch(WATCHED, (refs) => {
      knowledge.#updating = knowledge.#updating.then(() => knowledge.#update(refs)).catch(failed)
    })
    return knowledge
  }

  periodsOf = (schoolId: string): Periods | undefined => this.#periods.get(schoolId)

  /** Resolves once every change told so far is known. */
  settled(): Promise<void> {
    return this.#updating
  }

  close(): void {
    this.#stopWatching()
  }

  async #update(refs: readonly RecordRef[]): Promise<void> {
    if (refs.some(({ kind }) => kind === 'calendarDay')) await this.#readCalendar()
    if (refs.some(({ kind }) => kind === 'alias')) await this.#relearn()
    const events = refs.filter(({ kind }) => kind === 'event')
    for (const { id } of events) {
      const event = await this.#store.get('event', id)
      if (event && !event.isCancelled) await this.#takeEvent(event)
      else this.#scheduled.delete(id)
    }
    if (events.length > 0) this.events = [...this.#scheduled.values()]
    for (const { kind, id } of refs) {
      if (!isNamed(kind)) continue
      const record = await this.#store.get(kind, id)
      if (record) await this.#take(kind, record)
      else this.names.remove(kind, id)
    }
  }

  async #take<K extends Named>(kind: K, record: RecordOf<K>): Promise<void> {
    if (kind === 'school') {
      const { periods } = record as RecordOf<'school'>
      if (periods) this.#periods.set(record.id, periods)
      else this.#periods.delete(record.id)
    }
    if ('isActive' in record && !record.isActive) this.names.remove(kind, record.id)
    else this.names.upsert(this.#entryOf(kind, record))
  }

  #entryOf<K extends Named>(kind: K, record: RecordOf<K>): NameEntry {
    const { id, version, name } = record
    const fields: Partial<RecordOf<'partner' | 'person' | 'program' | 'student'>> & { aliases?: string[] } = record
    const pick = <F extends string>(field: F): { [P in F]?: string } => {
      const value: unknown = Reflect.get(fields, field)
      return typeof value === 'string' ? ({ [field]: value } as { [P in F]?: string }) : {}
    }
    const aliases = [...(fields.aliases ?? []), ...(kind === 'partner' ? (this.#learned.get(id) ?? []) : [])]
    return {
      kind,
      id,
      version,
      name,
      aliases,
      ...pick('partner'),
      ...pick('school'),
      ...pick('program'),
      ...pick('cluster'),
    }
  }

  async #readAliases(): Promise<void> {
    const learned = new Map<string, string[]>()
    for (const { typed, partner } of await this.#store.find('alias')) {
      learned.set(partner, [...(learned.get(partner) ?? []), typed])
    }
    this.#learned = learned
  }

  /** Partners whose learned aliases have changed are entered anew. */
  async #relearn(): Promise<void> {
    const before = this.#learned
    await this.#readAliases()
    for (const id of new Set([...before.keys(), ...this.#learned.keys()])) {
      const partner = await this.#store.get('partner', id)
      if (partner) await this.#take('partner', partner)
    }
  }

  async #readCalendar(): Promise<void> {
    const days = await this.#store.find('calendarDay')
    const ofType = (type: string) => days.filter((day) => day.type === type)
    this.calendar = {
      pdDays: ofType('pd').map(({ from }) => from),
      holidays: ofType('holiday').map(({ from, name }) => ({ date: from, name })),
      examDays: ofType('exam').map(({ from }) => from),
      daysOff: ofType('off')
        .filter(({ schools }) => !schools)
        .map(({ from, to, name }) => ({ from, to, name })),
    }
  }

  async #takeEvent(event: RecordOf<'event'>): Promise<void> {
    const names = async (kind: 'partner' | 'person', ids: readonly string[]): Promise<string[]> => {
      const records = await Promise.all(ids.map((id) => this.#store.get(kind, id)))
      return records.flatMap((record) => (record ? [record.name] : []))
    }
    const school = event.school ? await this.#store.get('school', event.school) : undefined
    const { id, start, end, programs, clusters, room } = event
    this.#scheduled.set(id, {
      id,
      event: event.event,
      start,
      ...(end ? { end } : {}),
      ...(event.repeats
        ? { times: occurrencesOf(event).map((one) => ({ start: one.start, ...(one.end ? { end: one.end } : {}) })) }
        : {}),
      ...(school ? { school: school.name } : {}),
      partners: await names('partner', event.partners),
      people: await names('person', event.people),
      programs,
      clusters,
      ...(room ? { room } : {}),
    })
  }
}
