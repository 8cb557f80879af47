import { cardText } from '../../../data/card.ts'
import type { Instant } from '../../../data/time.ts'
import { StoryWorld } from './story-world.ts'

const DAY_MS = 24 * 60 * 60 * 1000
export const WRITER = 'Mei Tanaka'
export const APPROVER = 'Leon Whitaker'
export const JALEN = 'Jalen Whitfield'

export const text = (cards: readonly Parameters<typeof cardText>[0][]): string => cards.map(cardText).join('\n')

/** A world of one organization, and what its writer and its approver do with stories about one student. */
export async function openGate() {
  const world = await StoryWorld.open()
  const places = (): string[] => [...world.up.values()].map(({ place }) => place).sort()
  const waitUntil = async (day: number): Promise<void> => {
    world.now = (world.now + day * DAY_MS) as Instant
    await world.drain()
  }

  async function drafted(
    said = `spotlight ${JALEN} hired at great performances as a cook, post it in #one`,
  ): Promise<string> {
    await world.say(WRITER, said)
    const story = await world.story(JALEN)
    if (!story) throw new Error('Nothing was drafted.')
    return story.id
  }

  async function approve(story: string): Promise<string> {
    const { revision = '' } = (await world.store.get('story', story)) ?? {}
    return text(await world.press(APPROVER, 'approval.approve', { story, revision }))
  }

  async function sent(said?: string): Promise<string> {
    const id = await drafted(said)
    await world.press(WRITER, 'spotlight.send', { story: id })
    return id
  }

  const sign = (terms: string): ReturnType<StoryWorld['say']> =>
    world.say(APPROVER, `${JALEN}'s media release is signed 9/14, ${terms}`)
  return { world, places, waitUntil, drafted, approve, sent, sign }
}

export type Gate = Awaited<ReturnType<typeof openGate>>
