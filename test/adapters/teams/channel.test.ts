import { vi } from 'vitest'
import type { Address } from '../../../data/delivery.ts'
import { MARIA } from '../../fakes/teams.ts'
import { cardOf, deliver, messageActivity, pressActivity } from '../../fakes/teams-activities.ts'
import { problemsOf, readCard } from '../../fakes/teams-screen.ts'
import { describeChannel } from '../channel-contract.ts'
import { runTeams } from './run-teams.ts'

const CHAT = `chat-${MARIA.aadObjectId}`

// The library writes to the console why it refused a token.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

describeChannel({
  name: 'teams',
  async start(intake, ready) {
    const { fake, adapter, url, close } = await runTeams(intake)
    ready(adapter.sender)
    const at = (place: string, isDirect: boolean): Address => ({
      channel: 'teams',
      team: fake.tenant,
      place,
      isDirect,
      person: MARIA.aadObjectId,
      route: { serviceUrl: fake.serviceUrl, user: MARIA.id, person: MARIA.aadObjectId },
    })
    const newest = (): string => {
      const message = fake.messages.filter(({ conversation, isDeleted }) => conversation === CHAT && !isDeleted).at(-1)
      if (!message) throw new Error('nothing was posted in the chat')
      return message.id
    }
    return {
      sender: adapter.sender,
      say: (text, id) => deliver(fake, url, messageActivity(fake, id, text)),
      sayForged: (text, id) => deliver(fake, url, messageActivity(fake, id, text), { isForged: true }),
      sayAsLiaison: (text, id) =>
        deliver(fake, url, { ...messageActivity(fake, id, text), from: { id: '28:liaison', name: 'Liaison' } }),
      press: (press, id) => deliver(fake, url, pressActivity(fake, id, newest(), press)),
      submit: (press, values, id) => deliver(fake, url, pressActivity(fake, id, newest(), press, values)),
      direct: at(CHAT, true),
      shared: at('19:partners@thread.tacv2', false),
      shown: () =>
        fake.messages.map(({ conversation, activity, isDeleted }) => ({
          place: conversation,
          text: readCard(cardOf(activity)),
          isDeleted,
        })),
      problems: () => fake.messages.flatMap(({ activity }) => problemsOf(cardOf(activity))),
      settled: adapter.settled,
      close,
    }
  },
})
