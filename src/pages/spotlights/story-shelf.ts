import type { RecordKind, RecordOf, RecordRef } from '../../../data/records.ts'
import type { Store } from '../../../data/store.ts'
import type { Instant, Zone } from '../../../data/time.ts'
import { readKeptStories, readKeptStory } from './kept-stories.ts'
import { arrangeStories, type ShownStories } from './shown-stories.ts'
import { FACETS, type FacetKind, type Kept, nextChangeOf, type Standing, standingOf } from './web-story.ts'

const WATCHED: readonly RecordKind[] = ['story', 'consent', 'student', 'settings', ...FACETS]
/** How long what is shown may go without the store having been heard: what was taken down meanwhile would be shown. */
const SILENCE_MS = 2_000
/** With more changes than this at once (an import), everything is read anew. */
const MOST_CHANGES = 500

export type StoryShelf = {
  /**
   * What the web shows now. What was committed before is in it: consents, take-downs, names. The same object as long as
   * nothing changes. Rejects with CannotStore where the store cannot be read: then nothing is to be shown.
   */
  current(): Promise<ShownStories>
  /** The partner's own record, for its accounts on networks. */
  partner(id: string): RecordOf<'partner'> | undefined
  close(): void
}

export type ShelfOptions = { store: Store; clock: () => Instant; zone: Zone }

/** Decides for each story whether the web may show it, and decides anew for what changes, by the store or the clock. */
export function createStoryShelf({ store, clock, zone }: ShelfOptions): StoryShelf {
  const kept = new Map<string, Kept>()
  const standings = new Map<string, Standing>()
  const changes = new Map<string, Instant>()
  const records = new Map<string, RecordOf<FacetKind>>()
  let changed: RecordRef[] = []
  let shown: ShownStories | undefined
  let nextChange = Number.POSITIVE_INFINITY
  let heardAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | undefined

  const stop = store.watch(WATCHED, (refs) => changed.push(...refs))

  const nameOf = (kind: FacetKind, id: string): string | undefined => records.get(`${kind} ${id}`)?.name

  function decide(id: string): void {
    const one = kept.get(id)
    if (!one) {
      standings.delete(id)
      changes.delete(id)
      return
    }
    const at = { now: clock(), zone }
    standings.set(id, standingOf(one, at, nameOf))
    const next = nextChangeOf(one, at)
    if (next === undefined) changes.delete(id)
    else changes.set(id, next)
  }

  async function readRecord(kind: FacetKind, id: string): Promise<void> {
    const record = await store.get(kind, id)
    if (record) records.set(`${kind} ${id}`, record)
    else records.delete(`${kind} ${id}`)
  }

  async function readNames(stories: Iterable<Kept>): Promise<void> {
    const missing = new Map<string, [FacetKind, string]>()
    for (const { story } of stories) {
      for (const kind of FACETS) {
        const id = story[kind]
        if (id && !records.has(`${kind} ${id}`)) missing.set(`${kind} ${id}`, [kind, id])
      }
    }
    await Promise.all([...missing.values()].map(([kind, id]) => readRecord(kind, id)))
  }

  async function readAll(): Promise<string[]> {
    const all = await readKeptStories(store)
    kept.clear()
    standings.clear()
    changes.clear()
    records.clear()
    for (const one of all) kept.set(one.story.id, one)
    await readNames(all)
    return [...kept.keys()]
  }

  /** Reads what the refs concern, and tells which stories they concern. */
  async function readChanged(refs: readonly RecordRef[]): Promise<ReadonlySet<string>> {
    const stories = new Set<string>()
    const students = new Set<string>()
    for (const { kind, id } of refs) {
      if (kind === 'story') stories.add(id)
      else if (kind === 'student') students.add(id)
      else if (kind === 'consent') for (const student of await studentsOf(id)) students.add(student)
      else for (const story of await readFacet(kind, id)) stories.add(story)
    }
    for (const { story } of kept.values()) if (students.has(story.student)) stories.add(story.id)
    for (const id of stories) {
      const one = await readKeptStory(id, store)
      if (one) kept.set(id, one)
      else kept.delete(id)
    }
    await readNames([...stories].flatMap((id) => kept.get(id) ?? []))
    return stories
  }

  /** Whose consent it is, and whose it was. */
  async function studentsOf(consent: string): Promise<string[]> {
    const now = await store.get('consent', consent)
    const before = [...kept.values()].find(({ subject }) => subject.consents.some(({ id }) => id === consent))
    return [...(now ? [now.student] : []), ...(before ? [before.story.student] : [])]
  }

  async function readFacet(kind: RecordKind, id: string): Promise<string[]> {
    const facet = FACETS.find((known) => known === kind)
    if (!facet || !records.has(`${facet} ${id}`)) return []
    await readRecord(facet, id)
    return [...kept.values()].flatMap(({ story }) => (story[facet] === id ? [story.id] : []))
  }

  async function refresh(): Promise<void> {
    const refs = changed
    changed = []
    try {
      const isFirst = shown === undefined
      if (!isFirst && refs.length === 0) await store.count('settings')
      const concerned = isFirst || refs.length > MOST_CHANGES ? await readAll() : await readChanged(refs)
      for (const id of concerned) decide(id)
      const due = [...changes].filter(([, at]) => at <= clock()).map(([id]) => id)
      for (const id of due) decide(id)
      const isSame = !isFirst && refs.length === 0 && due.length === 0
      const [settings] = isSame ? [] : await store.find('settings', { limit: 1 })
      if (!isSame) shown = arrangeStories(standings, settings?.organization ?? '')
      nextChange = Math.min(Number.POSITIVE_INFINITY, ...changes.values())
      heardAt = clock()
    } catch (error) {
      // Half of it may have been read: all of it is read anew.
      shown = undefined
      throw error
    }
  }

  return {
    async current() {
      for (;;) {
        const now = clock()
        const isFresh = changed.length === 0 && now < nextChange && now - heardAt < SILENCE_MS
        if (shown && isFresh && !refreshing) return shown
        refreshing ??= refresh().finally(() => {
          refreshing = undefined
        })
        await refreshing
      }
    },
    partner(id) {
      const record = records.get(`partner ${id}`)
      return record && 'apart' in record ? record : undefined
    },
    close: stop,
  }
}
