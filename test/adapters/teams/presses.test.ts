import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../../data/card.ts'
import { MARIA } from '../../fakes/teams.ts'
import {
  cardOf,
  deliver,
  mentionActivity,
  messageActivity,
  pressActivity,
  type Scene,
} from '../../fakes/teams-activities.ts'
import { readCard } from '../../fakes/teams-screen.ts'
import { replyTo } from '../recording-intake.ts'
import { runWithIntake } from './run-teams.ts'

const UNDO: Card = {
  summary: 'Logged',
  parts: [{ kind: 'actions', actions: [{ label: 'Undo', press: 'contact.undo?turn=t1' }] }],
}
const say = (text: string): Card => ({ summary: text, parts: [{ kind: 'text', text }] })
const IN_CHANNEL: Scene = {
  conversation: { id: '19:p@thread.tacv2;messageid=1', type: 'channel', team: '19:t@thread.tacv2' },
}

type Body = { statusCode: number; type: string; value: unknown }

describe('a pressed button', () => {
  let run: Awaited<ReturnType<typeof runWithIntake>>
  beforeEach(async () => {
    run = await runWithIntake()
    run.intake.answerWith((inbound) => [replyTo(inbound, inbound.on ? say('Undone.') : UNDO)])
  })
  afterEach(async () => {
    await run.close()
  })
  const post = async (scene?: Scene): Promise<void> => {
    const activity = scene ? mentionActivity(run.fake, 'm1', 'log', scene) : messageActivity(run.fake, 'm1', 'log')
    await deliver(run.fake, run.url, activity)
    await run.adapter.settled()
  }
  const press = async (id = 'f:1', scene: Scene = {}): Promise<Body> => {
    const activity = pressActivity(run.fake, id, 'm-1', 'contact.undo?turn=t1', {}, scene)
    const { status, body } = await deliver(run.fake, run.url, activity)
    expect(status).toBe(200)
    await run.adapter.settled()
    return body as Body
  }
  const shown = () => run.fake.messages.map(({ activity }) => readCard(cardOf(activity)))

  it('is answered with the new card in the response, and the message is changed for good', async () => {
    await post()
    const body = await press()
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(readCard(body.value)).toBe('Undone.')
    expect(shown()).toEqual(['Undone.'])
    expect(run.intake.kept[1]).toMatchObject({
      id: 'teams:chat-aad-maria:m-1:f:1',
      what: { kind: 'pressed', press: { action: 'contact.undo', args: { turn: 't1' } } },
      on: { message: 'm-1', address: { place: 'chat-aad-maria' } },
    })
  })

  it('that Teams delivers again is answered again and does nothing again', async () => {
    await post()
    const activity = pressActivity(run.fake, 'f:1', 'm-1', 'contact.undo?turn=t1')
    await deliver(run.fake, run.url, activity)
    await run.adapter.settled()
    const before = run.fake.requests.length
    const { body } = await deliver(run.fake, run.url, activity)
    await run.adapter.settled()
    expect(readCard((body as Body).value)).toBe('Undone.')
    expect(run.intake.kept).toHaveLength(2)
    expect(run.fake.requests).toHaveLength(before)
  })

  it('shows in a channel what is private to the presser alone, in the response', async () => {
    await post(IN_CHANNEL)
    run.intake.answerWith((inbound) => [replyTo(inbound, say('Jaylen M.'), { isPrivate: true })])
    expect(readCard((await press('f:1', IN_CHANNEL)).value)).toBe('Jaylen M.')
    expect(JSON.stringify(run.fake.messages)).not.toContain('Jaylen')
    expect(run.intake.answeredIds).toHaveLength(1)
  })

  it('does not show its presser what is private to someone else', async () => {
    run.fake.people.push({ ...MARIA, id: '29:samuel', aadObjectId: 'aad-samuel' })
    await post(IN_CHANNEL)
    run.intake.answerWith((inbound) => {
      const reply = replyTo(inbound, say('Jaylen M.'), { isPrivate: true })
      return [{ ...reply, to: { ...reply.to, person: 'aad-samuel' } }]
    })
    expect(await press('f:1', IN_CHANNEL)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Answered below.',
    })
    expect(run.fake.messages.at(-1)?.conversation).toBe('chat-aad-samuel')
  })

  it('is answered by a sentence where its reply is a new message', async () => {
    await post()
    run.intake.answerWith((inbound) => [
      replyTo(inbound, say('More.'), { content: { kind: 'post', card: say('More.') } }),
    ])
    expect(await press()).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: 'Answered below.',
    })
    expect(shown()).toEqual(['[Undo]', 'More.'])
  })

  it('keeps its card where nothing could be kept, and says why', async () => {
    await post()
    run.intake.answerWith(() => ({ card: say('The disk is full.'), why: 'cannot-store' }))
    expect(await press()).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'NotKept', message: 'The disk is full.' },
    })
    expect(shown()).toEqual(['[Undo]'])
  })

  it.each([
    ['none of ours', { press: 'no press' }],
    ['no text', { press: 7 }],
    ['nothing', undefined],
  ])('whose value is %s is refused', async (_, data) => {
    await post()
    const activity = pressActivity(run.fake, 'f:1', 'm-1', 'contact.undo?turn=t1')
    const value = { action: { type: 'Action.Execute', verb: 'contact.undo', data } }
    const { status, body } = await deliver(run.fake, run.url, { ...activity, value })
    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' })
    expect(run.intake.kept).toHaveLength(1)
  })

  it('of a kind that Liaison does not offer gets 501', async () => {
    const activity = {
      ...messageActivity(run.fake, 'f:1', ''),
      type: 'invoke',
      name: 'composeExtension/query',
      value: {},
    }
    expect((await deliver(run.fake, run.url, activity)).status).toBe(501)
  })
})
