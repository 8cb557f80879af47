import { describe, expect, it } from 'vitest'
import type { Card } from '../../../data/card.ts'
import { stateOf, viewBody } from '../../fakes/slack-payloads.ts'
import { replyTo } from '../recording-intake.ts'
import { CARD_OF_EACH_KIND } from '../sample-cards.ts'
import { MARIA, type SlackRun, START, startSlack } from './slack-run.ts'

const buttons = CARD_OF_EACH_KIND.actions.card
const form: Card = {
  summary: 'Change the contact',
  parts: [{ kind: 'heading', text: 'Change the contact' }, ...CARD_OF_EACH_KIND.fields.card.parts],
}
const done: Card = { summary: 'Saved.', parts: [{ kind: 'text', text: 'Saved.' }] }
const values = {
  partner: 'National Grid',
  count: '3',
  date: '2026-12-02',
  at: '',
  method: 'visit',
  offers: ['interns'],
}
const late = (ms: number): typeof START => (START + ms) as typeof START

/** A contact logged in the direct chat, its card with buttons on screen; a press is answered with a form. */
async function withButtons(where: 'direct' | 'command' = 'direct'): Promise<SlackRun> {
  const run = startSlack()
  run.intake.answerWith((inbound) => {
    if (inbound.what.kind === 'said') return [replyTo(inbound, buttons)]
    return [
      replyTo(inbound, inbound.what.kind === 'pressed' && inbound.what.press.action === 'contact.undo' ? form : done),
    ]
  })
  if (where === 'direct') await run.dm('log it', 'Ev1')
  else {
    const release = run.intake.hold()
    const response = run.command('log it', 'trigger-0')
    while (run.intake.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
    run.time.now = late(2_600)
    release()
    await response
  }
  await run.adapter.settled()
  return run
}

const first = (run: SlackRun) => {
  const [message] = run.slack.messages
  if (!message) throw new Error('no message')
  return message
}
const opened = (run: SlackRun) => {
  const [view] = run.slack.views
  if (!view) throw new Error('no modal')
  return view
}
const submission = (run: SlackRun, changes: Record<string, string | string[]> = {}, type?: 'view_closed') =>
  viewBody({
    ...(type ? { type } : {}),
    user: MARIA,
    view: { id: 'V1', callback_id: opened(run).view.callback_id, private_metadata: opened(run).view.private_metadata },
    values: stateOf({ ...values, ...changes }),
  })

describe('a form that answers a press', () => {
  it('opens as a modal within three seconds, and the card with the button stays as it is', async () => {
    const run = await withButtons()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    expect(run.slack.views).toMatchObject([
      {
        trigger: 'trigger-1',
        view: {
          type: 'modal',
          title: { text: 'Change the contact' },
          submit: { text: 'Save' },
          close: { text: 'Cancel' },
          notify_on_close: true,
        },
      },
    ])
    expect(run.slack.problems).toEqual([])
    expect(run.intake.answeredIds).toEqual(['d-slack:trigger-1'])
    expect(run.slack.readable(first(run))).toContain('Undo')
  })

  it('sends its values, and the answer takes the place of that card', async () => {
    const run = await withButtons()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    const response = await run.post(submission(run))
    expect([response.status, await response.text()]).toEqual([200, ''])
    await run.adapter.settled()
    expect(run.intake.kept.at(-1)).toMatchObject({
      what: { kind: 'submitted', press: { action: 'contact.save', args: { turn: 't1' } }, values },
      isPrivate: false,
      place: { isDirect: true, person: MARIA },
      on: { message: first(run).ts },
    })
    expect(run.slack.messages).toHaveLength(1)
    expect(run.slack.readable(first(run))).toBe('Saved.')
  })

  it('sent twice with the same values is one, with others another', async () => {
    const run = await withButtons()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    await Promise.all([run.post(submission(run)), run.post(submission(run))])
    await run.post(submission(run, { partner: 'Con Edison' }))
    expect(run.intake.kept.filter(({ what }) => what.kind === 'submitted')).toHaveLength(2)
  })

  it('tells on closing where the card has a way to cancel', async () => {
    const run = await withButtons()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    await run.post(submission(run, {}, 'view_closed'))
    expect(run.intake.kept.at(-1)?.what).toEqual({
      kind: 'pressed',
      press: { action: 'contact.keep', args: { turn: 't1' } },
    })
  })

  it('keeps what was typed under a notice when it was not kept', async () => {
    const run = await withButtons()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    run.intake.answerWith(() => ({ card: done, why: 'cannot-store' }))
    const response = await run.post(submission(run))
    expect(await response.json()).toMatchObject({
      response_action: 'push',
      view: { type: 'modal', close: { text: 'Back' } },
    })
  })

  it('stands in the message where the trigger is too old or Slack does not open it', async () => {
    const run = await withButtons()
    run.slack.failNext('views.open', { body: { ok: false, error: 'expired_trigger_id' } })
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    expect(run.slack.views).toEqual([])
    expect(run.slack.readable(first(run))).toContain('Partner')
    await run.press(first(run), 'contact.save?turn=t1', 'trigger-2', stateOf(values))
    await run.adapter.settled()
    expect(run.intake.kept.at(-1)?.what).toMatchObject({ kind: 'submitted', values })
    expect(run.slack.readable(first(run))).toBe('Saved.')
  })

  it('from a private card is private, and its answer replaces that card through the press', async () => {
    const run = await withButtons('command')
    expect(first(run).onlyFor).toBe(MARIA)
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    await run.post(submission(run))
    await run.adapter.settled()
    expect(run.intake.kept.at(-1)?.isPrivate).toBe(true)
    expect(run.slack.messages).toHaveLength(1)
    expect(run.slack.readable(first(run))).toBe('Saved.')
  })

  it('from a private card whose address has expired is answered by direct message', async () => {
    const run = await withButtons('command')
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    run.time.now = late(40 * 60_000)
    await run.post(submission(run))
    await run.adapter.settled()
    expect(run.slack.messages.map(({ channel, onlyFor }) => [channel, onlyFor])).toEqual([
      ['C0PARTNERS', MARIA],
      ['D0MARIA', undefined],
    ])
  })

  it('that answers a command opens as a modal too', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, form)])
    const response = await run.command('new contact', 'trigger-1')
    expect(await response.text()).toBe('')
    await run.adapter.settled()
    expect(run.slack.views).toHaveLength(1)
  })
})

describe('a press', () => {
  it('in a channel is for all and changes the card there; its id is the trigger', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, inbound.what.kind === 'said' ? buttons : done)])
    await run.mention('log it', 'Ev1')
    await run.adapter.settled()
    await run.press(first(run), 'contact.undo?turn=t1', 'trigger-1')
    await run.adapter.settled()
    expect(run.intake.kept[1]).toMatchObject({
      id: 'slack:trigger-1',
      isPrivate: false,
      place: { place: 'C0PARTNERS', thread: '1796140320.000100' },
      on: { message: first(run).ts, address: { place: 'C0PARTNERS' } },
    })
    expect(run.slack.readable(first(run))).toBe('Saved.')
  })

  it('that opens a page, or is none of ours, is taken without an answer', async () => {
    const run = await withButtons()
    const message = first(run)
    message.blocks = [
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'open:1.1', value: 'x' },
          { type: 'button', action_id: 'press:1.2', value: 'not a press' },
        ],
      },
    ]
    expect((await run.press(message, 'x', 'trigger-1')).status).toBe(200)
    expect((await run.press(message, 'not a press', 'trigger-2')).status).toBe(200)
    expect(run.intake.kept).toHaveLength(1)
  })

  it('of somebody whom Slack does not name keeps nothing and says so', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, buttons)])
    await run.dm('log it', 'Ev1')
    await run.adapter.settled()
    run.time.now = late(700_000)
    run.slack.users.clear()
    const message = first(run)
    message.channel = 'C0PARTNERS'
    const fresh = startSlack()
    fresh.slack.failNext('users.info', 'timeout')
    expect((await fresh.press(message, 'contact.undo?turn=t1', 'trigger-1')).status).toBe(200)
    await fresh.adapter.settled()
    expect(fresh.intake.calls).toEqual([])
    expect(fresh.slack.messages).toMatchObject([
      { onlyFor: MARIA, text: 'Nothing was recorded: Slack did not say who you are. Try again in a minute.' },
    ])
  })
})
