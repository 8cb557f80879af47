import type { Moment, Occasion, Outcome } from '../conversation.ts'
import { turnIdOf } from '../turns.ts'

/** The conversation of what the clock does for stories. */
export const STORY_UPKEEP = 'story-upkeep'

/** The turn that takes an occasion of that id. */
export const occasionTurn = (id: string): string => turnIdOf(`due:${STORY_UPKEEP}:${id}`)

/** A turn of the clock, with the id that its posts will have. */
export async function occasion(
  id: string,
  moment: Moment,
  decide: (moment: Moment) => Promise<Outcome>,
): Promise<Occasion> {
  return { id, outcome: await decide({ ...moment, turn: occasionTurn(id) }) }
}
