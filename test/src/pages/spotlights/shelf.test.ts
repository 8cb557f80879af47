import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publicStory } from '../../../../conversations/spotlights/public-story.ts'
import type { ConsentState, Destination } from '../../../../data/story.ts'
import { createStoryShelf } from '../../../../src/pages/spotlights/story-shelf.ts'
import { consent, day, type NOW, openStage, published, type Stage, ZONE } from './spotlight-stage.ts'

type Step =
  | {
      kind: 'consent'
      student: string
      state: ConsentState
      web: boolean
      end: string
      removeAtEnd: boolean
      fullName: boolean
    }
  | { kind: 'forget'; student: string }
  | { kind: 'story'; id: string; student: string; in: number; web: boolean; isNameless: boolean }
  | { kind: 'down'; id: string }
  | { kind: 'wait'; hours: number }
  | { kind: 'look' }

const student = fc.constantFrom('student-1', 'student-2')
const id = fc.constantFrom('a', 'b', 'c')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('consent' as const),
    student,
    state: fc.constantFrom<ConsentState>('reported', 'granted', 'granted', 'refused', 'withdrawn', 'rejected'),
    web: fc.boolean(),
    end: fc.constantFrom('2026-12-02', '2026-12-03', '2026-12-04', '2027-06-30'),
    removeAtEnd: fc.boolean(),
    fullName: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('forget' as const), student }),
  fc.record({
    kind: fc.constant('story' as const),
    id,
    student,
    in: fc.constantFrom(-30, 0, 1, 20),
    web: fc.boolean(),
    isNameless: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('down' as const), id }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 5, 24) }),
  fc.constant({ kind: 'look' as const }),
)

async function take(one: Step, stage: Stage): Promise<void> {
  switch (one.kind) {
    case 'consent': {
      const destinations: Destination[] = one.web ? ['web'] : ['internal']
      const { state, fullName, removeAtEnd } = one
      const kept = { id: `of-${one.student}`, student: one.student, state, fullName, removeAtEnd }
      return stage.put('consent', consent({ ...kept, destinations, end: day(one.end) }))
    }
    case 'forget': {
      const kept = await stage.store.get('consent', `of-${one.student}`)
      return kept ? stage.remove('consent', kept.id) : undefined
    }
    case 'story': {
      const publishedAt = (stage.clock.now + one.in * 3_600_000) as typeof NOW
      const told = { id: one.id, student: one.student, isNameless: one.isNameless, publishedAt }
      return stage.put('story', published(told, one.web ? ['web'] : ['internal']))
    }
    case 'down': {
      const story = await stage.store.get('story', one.id)
      const takenDown = { at: stage.clock.now, deliveries: [] }
      return story ? stage.put('story', { ...story, state: 'taken_down', isLive: false, takenDown }) : undefined
    }
    case 'wait':
      stage.clock.now = (stage.clock.now + one.hours * 3_600_000) as typeof NOW
      return
    case 'look':
      return
    default:
      return one satisfies never
  }
}

/** What the gate says of each story, read from the store at this moment. */
async function shownByTheGate({ store, clock }: Stage): Promise<[string, string][]> {
  const shown: [string, string][] = []
  for (const story of await store.find('story')) {
    const known = await store.get('student', story.student)
    const consents = await store.find('consent', { where: { student: story.student } })
    const told = known && publicStory(story, { student: known, consents }, 'web', { now: clock.now, zone: ZONE })
    if (told) shown.push([told.id, told.headline])
  }
  return shown.sort()
}

it('shows at every moment what the gate says at that moment, whatever went before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const stage = await openStage()
      const shelf = createStoryShelf({ store: stage.store, clock: () => stage.clock.now, zone: ZONE })
      for (const one of steps) {
        await take(one, stage)
        const { stories, gone } = await shelf.current()
        expect(stories.map(({ id, headline }) => [id, headline]).sort()).toEqual(await shownByTheGate(stage))
        for (const each of stories) expect(gone.has(each.id)).toBe(false)
      }
      shelf.close()
    }),
    { numRuns: 60 },
  )
})

it('never shows, to a reader who asks after a withdrawal was kept, what it forbids', async () => {
  const stage = await openStage()
  const shelf = createStoryShelf({ store: stage.store, clock: () => stage.clock.now, zone: ZONE })
  await stage.put('consent', consent())
  await stage.put('story', published())
  for (let round = 0; round < 20; round += 1) {
    // Readers are under way while it is kept.
    const readers = Array.from({ length: 5 }, () => shelf.current())
    await stage.put('consent', consent({ state: 'withdrawn' }))
    expect((await shelf.current()).stories).toEqual([])
    await Promise.all(readers)
    expect((await shelf.current()).gone).toEqual(new Set(['story-1']))
    await stage.put('consent', consent())
    expect((await shelf.current()).stories).toHaveLength(1)
  }
})
