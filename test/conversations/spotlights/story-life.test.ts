import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicStory } from '../../../conversations/spotlights/public-story.ts'
import { DESTINATIONS } from '../../../data/story.ts'
import { StoryWorld, type Weather } from './story-world.ts'

const STUDENTS = ['Jalen Whitfield', 'Sofia Marchetti'] as const
const PARTNERS = ['great performances', 'marriott', 'ushg']
const WRITER = 'Mei Tanaka'
const APPROVER = 'Leon Whitaker'
const OTHER = 'Grace Okafor'

type Step =
  | { do: 'draft'; student: number; partner: number; places: string; when: string }
  | { do: 'sign' | 'withdraw' | 'send' | 'approve' | 'post' | 'take-down' | 'nameless' | 'undo'; student: number }
  | { do: 'change'; student: number; words: string }
  | { do: 'repair' | 'advance'; student: number }
  | { do: 'decline'; student: number }
  | { do: 'time'; ms: number; weather: Weather[] }
  | { do: 'behind' }

const student = fc.nat({ max: STUDENTS.length - 1 })
const weather = fc.constantFrom<Weather>(
  'fine',
  'fine',
  'busy',
  'refuses',
  'lost',
  'unheard',
  'dies-before',
  'dies-after',
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('draft' as const),
      student,
      partner: fc.nat({ max: PARTNERS.length - 1 }),
      places: fc.constantFrom('#one', '#one and #two', '#one, #two and #dark'),
      when: fc.constantFrom('', '', ', publish it tomorrow at 9am'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sign' as const), student }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), student }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), student }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), student }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('post' as const), student }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take-down' as const), student }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nameless' as const), student }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), student }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      student,
      words: fc.constantFrom('It went well', 'We are proud', 'More to come'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline' as const), student }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repair' as const), student }) },
  // The courier is a moment ahead of the clock that says what is out.
  { weight: 8, arbitrary: fc.record({ do: fc.constant('behind' as const) }) },
  { weight: 24, arbitrary: fc.record({ do: fc.constant('advance' as const), student }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      ms: fc.constantFrom(1_000, 10_000, 24 * 60 * 60 * 1000),
      weather: fc.array(weather, { maxLength: 4 }),
    }),
  },
)

/** Rare among random lives. */
const CHANGED_AS_ITS_TIME_COMES: Step[] = [
  { do: 'draft', student: 0, partner: 0, places: '#one', when: ', publish it tomorrow at 9am' },
  { do: 'sign', student: 0 },
  { do: 'send', student: 0 },
  { do: 'approve', student: 0 },
  { do: 'behind' },
  { do: 'change', student: 0, words: 'It went well' },
]

async function take(world: StoryWorld, one: Step): Promise<void> {
  if (one.do === 'time') {
    world.weather = one.weather
    return world.tick(one.ms)
  }
  if (one.do === 'behind') {
    await world.sendDue(0)
    const due = (await world.store.nextDue()) ?? world.now
    return world.sendDue(Math.max(0, due - world.now))
  }
  const name = STUDENTS[one.student] ?? STUDENTS[0]
  const story = await world.story(name)
  const id = story?.id ?? 'none'
  switch (one.do) {
    case 'draft':
      await world.say(
        WRITER,
        `spotlight ${name} hired at ${PARTNERS[one.partner]}, post it in ${one.places}${one.when}`,
      )
      return
    case 'sign':
      await world.say(APPROVER, `${name}'s media release is signed 9/14, internal, web and social`)
      return
    case 'withdraw':
      await world.say(OTHER, `family pulled permission for ${name}, no more photos`, '#general')
      return
    case 'send':
      await world.press(WRITER, 'spotlight.send', { story: id })
      return
    case 'approve':
      await world.press(APPROVER, 'approval.approve', { story: id, revision: story?.revision ?? '' })
      return
    case 'decline':
      await world.press(
        APPROVER,
        'approval.declined',
        { story: id, revision: story?.revision ?? '' },
        { reason: 'Not yet' },
      )
      return
    case 'post':
      await world.press(APPROVER, 'posting.now', { story: id })
      return
    case 'take-down':
      await world.press(OTHER, 'take-down.story', { story: id })
      return
    case 'nameless':
      await world.press(WRITER, 'spotlight.nameless', { story: id })
      return
    case 'undo':
      await world.say(WRITER, 'undo')
      await world.say(APPROVER, 'undo')
      return
    case 'change':
      await world.say(WRITER, `add a sentence: ${one.words}`)
      return
    case 'repair':
      await repair(world, id)
      return
    case 'advance':
      return take(world, await nextOf(world, one.student))
    default:
      one satisfies never
  }
}

/** What brings a story nearer to being out. */
async function nextOf(world: StoryWorld, at: number): Promise<Step> {
  const name = STUDENTS[at] ?? STUDENTS[0]
  const story = await world.story(name)
  const { id } = await world.student(name)
  const signed = await world.store.count('consent', { where: { student: id, state: 'granted' } })
  if (signed === 0) return { do: 'sign', student: at }
  const state = story?.state ?? 'taken_down'
  switch (state) {
    case 'draft':
    case 'declined':
      return { do: 'send', student: at }
    case 'waiting':
      return { do: 'approve', student: at }
    case 'approved':
    case 'scheduled':
      return { do: 'time', ms: 10_000, weather: ['dies-after', 'fine', 'lost'] }
    case 'posted':
      return { do: 'time', ms: 1_000, weather: ['unheard', 'dies-after', 'busy', 'dies-before'] }
    case 'taken_down':
      return { do: 'draft', student: at, partner: 0, places: '#one, #two and #dark', when: '' }
    default:
      return state satisfies never
  }
}

/** Whoever approved looks where nobody could tell, says what they see, and tries again what failed. */
async function repair(world: StoryWorld, id: string): Promise<void> {
  const story = await world.store.get('story', id)
  for (const [n, place] of (story?.places ?? []).entries()) {
    const delivery = place.delivery ? await world.store.delivery(place.delivery) : undefined
    const args = { story: id, place: `${n}` }
    const isThere = [...world.up.values()].some((shown) => shown.place === place.label && shown.story === id)
    if (delivery?.state === 'failed' || delivery?.state === 'dropped')
      await world.press(APPROVER, 'posting.retry', args)
    if (delivery?.state === 'uncertain') await world.press(APPROVER, isThere ? 'posting.there' : 'posting.again', args)
  }
}

async function expectNothingTwice(world: StoryWorld): Promise<void> {
  const seen = [...world.up.values()].map(({ place, story }) => `${place} ${story}`)
  expect(seen.length).toBe(new Set(seen).size)
}

/** Whatever shows a story belongs to it, so that a take-down finds it. */
async function expectAllKnown(world: StoryWorld): Promise<void> {
  for (const { story, delivery } of world.up.values()) {
    const kept = await world.store.get('story', story)
    const known = kept?.places.flatMap((place) => [place.delivery, ...(place.earlier ?? [])]) ?? []
    expect(known).toContain(delivery)
    expect(kept?.state === 'taken_down' || kept?.isLive).toBe(true)
  }
}

/** What is still up in the one place that cannot be looked into has been said to a person. */
async function isTold(world: StoryWorld, delivery: string): Promise<boolean> {
  const kept = await world.store.delivery(delivery)
  const removals = await world.store.deliveries({ state: 'failed', limit: 1000 })
  const isNamed = removals.some(
    ({ content }) => content.kind === 'delete' && 'delivery' in content.target && content.target.delivery === delivery,
  )
  return kept?.state === 'uncertain' && (isNamed || world.told.some(({ card }) => card.summary.includes('#dark')))
}

describe('the life of stories', () => {
  it('keeps consent at every moment, each place once, and nothing after a withdrawal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        const world = await StoryWorld.open()
        for (const one of steps) {
          await take(world, one)
          await expectNothingTwice(world)
          await expectAllKnown(world)
        }
        // Whatever happened: one family withdraws, and the outbox drains.
        await world.say(OTHER, `family pulled permission for ${STUDENTS[0]}`)
        await world.drain()
        expect(world.violations).toEqual([])
        await expectNothingTwice(world)
        const { id } = await world.student(STUDENTS[0])
        const stories = await world.store.find('story', { where: { student: id } })
        const consents = await world.store.find('consent', { where: { student: id } })
        for (const story of stories) {
          expect(story.state).toBe('taken_down')
          for (const destination of DESTINATIONS) {
            expect(publicStory(story, { student: { name: STUDENTS[0] }, consents }, destination, world)).toBeUndefined()
          }
        }
        const left = [...world.up.values()].filter(({ story }) => stories.some((each) => each.id === story))
        for (const shown of left) {
          expect(shown.place).toBe('#dark')
          expect(await isTold(world, shown.delivery)).toBe(true)
        }
      }),
      { numRuns: 40, examples: [[CHANGED_AS_ITS_TIME_COMES]] },
    )
  }, 60_000)
})
