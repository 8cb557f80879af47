import type { Conversation } from '../conversation.ts'
import { waitingFor } from '../find/spotlights.ts'
import { quietly, say } from './answers.ts'
import { editBySentence, storyAtHand } from './editing.ts'
import { listDrafts, openAtHand, openOf } from './own-stories.ts'
import { readSaidEdit } from './said-edit.ts'
import { postBySentence } from './said-posting.ts'
import { ALWAYS_HEARD, readSpotlightRequest } from './said-request.ts'
import { discard, sendForApproval } from './spotlights.ts'

/** What is said of a story that is there: change the words, send it on, ask what waits. */
export const storyRequests: Conversation = {
  name: 'story-request',
  hears: readSpotlightRequest,
  interrupts: ALWAYS_HEARD,
  intents: {
    list_drafts: (_, situation) => listDrafts(situation),
    open_spotlight: (request, situation) =>
      request.frame.slots.student || request.frame.ambiguous.length > 0
        ? openOf(request, situation)
        : openAtHand(situation),
    discard_spotlight: async (_, situation) => {
      const view = await storyAtHand(situation)
      return view ? quietly(discard(view), situation) : say('There is no draft of yours here to discard.')
    },
    edit_spotlight: async (request, situation) => {
      const edit = readSaidEdit(request.said)
      return edit
        ? quietly(await editBySentence(edit, situation), situation)
        : say('Say it as: change the second sentence to …')
    },
    send_spotlight: async (_, situation) => {
      const view = await storyAtHand(situation)
      return view
        ? quietly(await sendForApproval(view, situation), situation)
        : say('There is no story of yours here to send.')
    },
    post_spotlight: async (request, situation) => quietly(await postBySentence(request.said, situation), situation),
    ask_approvals: async (_, situation) =>
      quietly({ what: 'ask', replies: [{ card: await waitingFor({}, 0, situation) }], pending: 'keep' }, situation),
  },
}
