import type { Outcome, Situation } from '../conversation.ts'
import { type Args, gone, say, storyOf } from './answers.ts'
import { mayChange } from './change-form.ts'
import type { StoryView } from './story-view.ts'

/** Its writer and whoever may approve it work on a story; others are told who they are. */
export async function withOwn(
  args: Args,
  situation: Situation,
  work: (view: StoryView, situation: Situation) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  if (!(await mayChange(view, situation))) return say('Only its writer and approvers work on that story.')
  return work(view, situation)
}
