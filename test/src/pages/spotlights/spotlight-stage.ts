import type { Hono } from 'hono'
import { revised } from '../../../../conversations/spotlights/revision.ts'
import { openMemoryStore } from '../../../../data/lowdb/store.ts'
import { openPhotosInMemory } from '../../../../data/photo-memory.ts'
import type { RecordKind, RecordOf } from '../../../../data/records.ts'
import type { Store, Write } from '../../../../data/store.ts'
import type { ConsentRecord, Destination, StoryRecord } from '../../../../data/story.ts'
import type { Instant, LocalDate, Zone } from '../../../../data/time.ts'
import { spotlightRoutes } from '../../../../src/pages/spotlights/routes.tsx'
import { createServer } from '../../../../src/server.ts'

/** Spotlight pages over a store in memory: fictional students of one school, a clock that stands. */
export const PUBLIC_URL = 'https://cte.example'
export const ZONE = 'America/New_York' as Zone
export const at = (text: string): Instant => Date.parse(text) as Instant
export const day = (text: string): LocalDate => text as LocalDate
/** Thu, Dec 3, 2026, 9:40 in New York. */
export const NOW = at('2026-12-03T14:40:00Z')
export const HOUR = 3_600_000

const named = { aliases: [], isActive: true, extra: {}, version: 0 }

export const EVERYWHERE: Destination[] = ['internal', 'web', 'social', 'press']

export function consent(given: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    id: 'consent-1',
    version: 0,
    student: 'student-1',
    state: 'granted',
    destinations: EVERYWHERE,
    date: day('2026-09-14'),
    end: day('2027-06-30'),
    fullName: false,
    removeAtEnd: false,
    recordedBy: 'staff-1',
    confirmedBy: 'staff-2',
    cards: {},
    at: NOW,
    ...given,
  }
}

/** A draft about Jaylen Mercer, who is fictional. */
export function draft(given: Partial<StoryRecord> = {}): StoryRecord {
  return revised({
    id: 'story-1',
    version: 0,
    student: 'student-1',
    school: 'school-1',
    program: 'program-1',
    cluster: 'cluster-1',
    partner: 'partner-1',
    steps: [{ kind: 'job', partner: 'partner-1', role: 'line cook' }],
    isNameless: false,
    text: {
      headline: '{name} is hired at Great Performances as a line cook',
      sentences: [
        '{name}, a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances.',
        'After an internship there the kitchen asked {name} to stay.',
      ],
    },
    isEdited: false,
    destinations: EVERYWHERE,
    places: [],
    revision: '',
    state: 'draft',
    writer: 'staff-1',
    asked: [],
    cards: {},
    isLive: false,
    isTelling: false,
    at: NOW,
    ...given,
  })
}

/** The same, approved and out since `publishedAt`. */
export function published(given: Partial<StoryRecord> = {}, destinations: Destination[] = EVERYWHERE): StoryRecord {
  const story = draft(given)
  const { revision, text, isNameless, withheld, photo } = story
  const more = { ...(withheld ? { withheld } : {}), ...(photo ? { photo } : {}) }
  const approval = { by: 'staff-2', at: NOW, revision, destinations, isNameless, text, ...more }
  return { ...story, approval, isLive: true, state: 'posted', publishedAt: given.publishedAt ?? NOW }
}

export type Stage = {
  store: Store
  photos: ReturnType<typeof openPhotosInMemory>
  app: Hono
  clock: { now: Instant }
  get(path: string, headers?: Record<string, string>): Promise<Response>
  text(path: string): Promise<string>
  status(path: string): Promise<number>
  put<K extends RecordKind>(kind: K, ...records: RecordOf<K>[]): Promise<void>
  remove(kind: RecordKind, id: string): Promise<void>
}

export async function openStage(withDirectory = true, store: Store = openMemoryStore()): Promise<Stage> {
  const photos = openPhotosInMemory()
  const clock = { now: NOW }
  const broken = (error: unknown): void => {
    throw error
  }
  const routes = [spotlightRoutes({ store, photos, clock: () => clock.now, zone: ZONE, publicUrl: PUBLIC_URL })]
  const app = createServer({ store, routes, broken })
  let turns = 0

  async function write(writes: Write[]): Promise<void> {
    turns += 1
    const kept = await store.commit({
      id: `turn-${turns}`,
      inbound: `inbound-${turns}`,
      conversation: 'stage',
      at: clock.now,
      what: 'stage',
      writes,
      reliesOn: [],
      touches: [],
      deliveries: [],
    })
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
  }

  const stage: Stage = {
    store,
    photos,
    app,
    clock,
    get: async (path, headers = {}) => app.request(path, { headers }),
    text: async (path) => (await app.request(path)).text(),
    status: async (path) => (await app.request(path)).status,
    async put(kind, ...records) {
      const writes: unknown[] = []
      for (const record of records) {
        const before = await store.get(kind, record.id)
        writes.push({
          kind,
          id: record.id,
          ...(before ? { before } : {}),
          after: { ...record, version: before?.version ?? 0 },
        })
      }
      await write(writes as Write[])
    },
    async remove(kind, id) {
      const before = await store.get(kind, id)
      await write([{ kind, id, before }] as Write[])
    },
  }
  if (withDirectory) await fill(stage)
  return stage
}

async function fill(stage: Stage): Promise<void> {
  await stage.put('settings', { id: 'settings', version: 0, organization: 'Sample CTE', timezone: ZONE, extra: {} })
  await stage.put('cluster', { ...named, id: 'cluster-1', name: 'Hospitality' })
  await stage.put('school', { ...named, id: 'school-1', name: 'Food and Finance High School' })
  await stage.put('program', { ...named, id: 'program-1', name: 'Culinary Arts', school: 'school-1' })
  await stage.put(
    'partner',
    { ...named, id: 'partner-1', name: 'Great Performances', apart: [], extra: { handles: { x: '@gpfood' } } },
    { ...named, id: 'partner-2', name: 'Hotel <Plaza> & Sons', apart: [] },
  )
  const staff = { ...named, emails: [], programs: [], identities: [] }
  await stage.put(
    'staff',
    { ...staff, id: 'staff-1', name: 'Marisol Vega', role: 'staff', school: 'school-1' },
    { ...staff, id: 'staff-2', name: 'Beth Ryan', role: 'approver' },
  )
  const student = { version: 0, school: 'school-1', program: 'program-1', isActive: true, extra: {} }
  await stage.put(
    'student',
    { ...student, id: 'student-1', name: 'Jaylen Mercer' },
    { ...student, id: 'student-2', name: 'Aaliyah Robinson' },
  )
}

/** Every address that belongs to one story. */
export const STORY_PATHS = ['', '/card.png', '/photo', '/press', '/press.txt', '/press.docx'].map(
  (end) => `/spotlights/story-1${end}`,
)
