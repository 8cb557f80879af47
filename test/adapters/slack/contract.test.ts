import { directMessage } from '../../fakes/slack-payloads.ts'
import { type ChannelDriver, describeChannel } from '../channel-contract.ts'
import { direct, eventBody, MARIA, ownMessage, partners, startSlack, stateOf } from './slack-run.ts'

const slackDriver: ChannelDriver = {
  name: 'slack',
  async start(intake, ready) {
    const run = startSlack({}, intake)
    const { slack, adapter } = run
    ready(adapter.sender)
    const newest = () => {
      const message = slack.messages.findLast(({ isDeleted }) => !isDeleted)
      if (!message) throw new Error('there is no message')
      return message
    }
    return {
      sender: adapter.sender,
      say: (text, id) => run.dm(text, id),
      sayForged(text, id) {
        const said = directMessage({ user: MARIA, text, channel: slack.directChannel(MARIA) })
        return run.post(eventBody(said, id), { secret: 'not the secret' })
      },
      sayAsLiaison: (text, id) => run.post(eventBody(ownMessage(slack, text), id)),
      press: (press, id) => run.press(newest(), press, id),
      submit: (press, values, id) => run.press(newest(), press, id, stateOf(values)),
      direct: direct(slack),
      shared: partners,
      shown: () =>
        slack.messages.map((message) => ({
          place: message.channel,
          ...(message.onlyFor ? { onlyFor: message.onlyFor } : {}),
          text: slack.readable(message),
          isDeleted: message.isDeleted,
        })),
      problems: () => slack.problems,
      settled: () => adapter.settled(),
      close: () => adapter.close(),
    }
  },
}

describeChannel(slackDriver)
