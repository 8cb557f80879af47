import { describe, expect, it } from 'vitest'
import type { Card } from '../../../data/card.ts'
import type { Address, Delivery, MessageRef } from '../../../data/delivery.ts'
import { TEAM } from '../../fakes/slack-payloads.ts'
import { unhurried } from '../unhurried.ts'
import { direct, MARIA, partners, START, startSlack } from './slack-run.ts'

const card: Card = { summary: 'Reminder', parts: [{ kind: 'text', text: 'Con Edison is due.' }] }
const place = (name: string): Address => ({ channel: 'slack', team: TEAM, place: name, isDirect: false })
let count = 0
const delivery = (to: Address, changes: Partial<Delivery> = {}): Delivery => {
  count += 1
  return {
    id: `d${count}`,
    turn: 't1',
    to,
    isPrivate: false,
    content: { kind: 'post', card },
    orderKey: 'k',
    isUrgent: false,
    due: START,
    state: 'due',
    attempts: 1,
    ...changes,
  }
}
const replacing = (message: MessageRef): Partial<Delivery> => ({
  content: { kind: 'replace', card, target: { message } },
})
const deleting = (message: MessageRef): Partial<Delivery> => ({ content: { kind: 'delete', target: { message } } })
const platform = (error: string) => ({ body: { ok: false, error } })

describe('posting', () => {
  it('marks the message with the delivery, links and unfolds nothing, and gives its address', async () => {
    const run = startSlack()
    const result = await unhurried(run.adapter.sender).send(delivery(place('C0WINS'), { id: 'd-42' }))
    expect(result).toEqual({
      kind: 'sent',
      ref: {
        address: { channel: 'slack', team: TEAM, place: 'C0WINS', isDirect: false },
        message: '1796140320.000201',
        url: 'https://district.slack.com/archives/C0WINS/p1796140320000201',
      },
    })
    const [posted] = run.slack.calls
    expect(posted?.args).toMatchObject({
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
    })
    expect(JSON.parse(posted?.args.metadata ?? '')).toEqual({
      event_type: 'liaison_delivery',
      event_payload: { delivery: 'd-42' },
    })
  })

  it('finds a channel by its name, in any case and on any page, and asks once', async () => {
    const run = startSlack()
    const first = await unhurried(run.adapter.sender).send(delivery(place('#cte-wins')))
    await unhurried(run.adapter.sender).send(delivery(place('#CTE-Wins')))
    expect(first).toMatchObject({ kind: 'sent', ref: { address: { place: 'C0WINS' } } })
    expect(run.slack.calls.filter(({ method }) => method === 'conversations.list')).toHaveLength(2)
  })

  it.each([
    ['#nowhere', 'Liaison cannot see #nowhere. If it is private, invite Liaison there: /invite @Liaison.'],
    ['#principals', 'Liaison cannot see #principals. If it is private, invite Liaison there: /invite @Liaison.'],
    ['#lunch', 'Liaison is not in #lunch. Invite it there: /invite @Liaison.'],
    ['#old-news', '#old-news is archived in Slack. Restore it there, or name another channel.'],
  ])('says what to do about %s', async (name, reason) => {
    const run = startSlack()
    expect(await unhurried(run.adapter.sender).send(delivery(place(name)))).toEqual({ kind: 'refused', reason })
  })

  it('sees a channel that was made a minute ago', async () => {
    const run = startSlack()
    await unhurried(run.adapter.sender).send(delivery(place('#new')))
    run.slack.channels.push({ id: 'C0NEW', name: 'new', hasLiaison: true })
    run.time.now = (START + 31_000) as typeof START
    expect((await unhurried(run.adapter.sender).send(delivery(place('#new')))).kind).toBe('sent')
  })

  it.each([
    [
      'a scope is missing',
      platform('missing_scope'),
      'The Slack app lacks a scope. Install it again from the manifest.',
    ],
    ['the token is dead', platform('token_revoked'), 'Slack does not take the bot token. Set SLACK_BOT_TOKEN anew.'],
    ['of a reason we do not know', platform('odd_<x>_error'), 'Slack refused to post in #cte-wins: odd_x_error.'],
  ])('is refused for good when %s', async (_, answer, reason) => {
    const run = startSlack()
    run.slack.failNext('chat.postMessage', answer)
    expect(await unhurried(run.adapter.sender).send(delivery(place('#cte-wins')))).toEqual({ kind: 'refused', reason })
  })

  it.each([
    [
      '429 with a time',
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'retry', afterMs: 30_000, reason: 'ratelimited' },
    ],
    ['429 without one', { status: 429 }, { kind: 'retry', afterMs: 1000, reason: 'http 429' }],
    ['ratelimited', platform('ratelimited'), { kind: 'retry', afterMs: 1000, reason: 'ratelimited' }],
    [
      'service_unavailable',
      platform('service_unavailable'),
      { kind: 'retry', afterMs: 1000, reason: 'service_unavailable' },
    ],
    ['a connection that was never made', 'refused' as const, { kind: 'retry', reason: 'ECONNREFUSED' }],
    ['internal_error', platform('internal_error'), { kind: 'unknown', reason: 'internal_error' }],
    ['fatal_error', platform('fatal_error'), { kind: 'unknown', reason: 'fatal_error' }],
    ['500', { status: 500 }, { kind: 'unknown', reason: 'http 500' }],
    ['503', { status: 503 }, { kind: 'unknown', reason: 'http 503' }],
    ['a time-out', 'timeout' as const, { kind: 'unknown', reason: 'TimeoutError' }],
    ['a connection that broke', 'reset' as const, { kind: 'unknown', reason: 'ECONNRESET' }],
  ])('comes to %s, tried once', async (_, answer, expected) => {
    const run = startSlack()
    run.slack.failNext('chat.postMessage', answer)
    expect(await unhurried(run.adapter.sender).send(delivery(place('C0WINS')))).toEqual(expected)
    expect(run.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
    expect(run.slack.messages).toEqual([])
  })

  it('goes out as text when Slack does not take the blocks', async () => {
    const run = startSlack()
    run.slack.failNext('chat.postMessage', platform('invalid_blocks'))
    const picture: Card = {
      summary: 'Spotlight',
      parts: [{ kind: 'image', url: 'http://127.0.0.1:3000/s/1.png', alt: 'A <b> & c' }],
    }
    expect(
      (
        await unhurried(run.adapter.sender).send(
          delivery(place('C0WINS'), { content: { kind: 'post', card: picture } }),
        )
      ).kind,
    ).toBe('sent')
    expect(run.slack.messages).toMatchObject([{ text: 'Picture: A &lt;b&gt; &amp; c', blocks: [] }])
  })

  it('is sent all the same where Slack gives no address for it', async () => {
    const run = startSlack()
    run.slack.failNext('chat.getPermalink', { status: 500 })
    const result = await unhurried(run.adapter.sender).send(delivery(place('C0WINS')))
    expect(result.kind === 'sent' && result.ref.url).toBeUndefined()
  })

  it('reaches a person whose direct chat is not known yet', async () => {
    const run = startSlack()
    const person: Address = { channel: 'slack', team: TEAM, isDirect: true, person: 'U0TYRELL' }
    const result = await unhurried(run.adapter.sender).send(delivery(person))
    expect(result).toMatchObject({ kind: 'sent', ref: { address: { person: 'U0TYRELL', route: { dm: 'D0TYRELL' } } } })
    expect(run.slack.messages).toMatchObject([{ channel: 'D0TYRELL' }])
  })

  it('reaches a staff member who never wrote in Slack by e-mail address', async () => {
    const run = startSlack()
    const staff = (email: string): Address => ({ channel: 'slack', isDirect: true, person: 's-12', route: { email } })
    const result = await unhurried(run.adapter.sender).send(delivery(staff('tyrell.brooks@schools.example')))
    expect(result).toMatchObject({ kind: 'sent', ref: { address: { route: { dm: 'D0TYRELL' } } } })
    expect(await unhurried(run.adapter.sender).send(delivery(staff('nobody@schools.example')))).toEqual({
      kind: 'refused',
      reason: 'Nobody in the Slack workspace has the e-mail address of that staff member.',
    })
  })

  it('that is private and no answer goes to the direct chat, where it is still there tomorrow', async () => {
    const run = startSlack()
    const responseUrl = run.slack.responseUrl(MARIA, 'C0PARTNERS')
    const to = { ...partners, route: { saidAt: `${START}`, responseUrl, urlFrom: `${START}` } }
    const later = { isPrivate: true, due: (START + 60_000) as typeof START }
    await unhurried(run.adapter.sender).send(delivery(to, later))
    expect(run.slack.messages.map(({ channel, onlyFor }) => [channel, onlyFor])).toEqual([['D0MARIA', undefined]])
  })

  it('never answers through an address that is not Slack\u2019s', async () => {
    const run = startSlack()
    for (const responseUrl of [
      'https://evil.example/x',
      'http://hooks.slack.com/x',
      'https://evilslack.com/x',
      'nonsense',
    ]) {
      const to = { ...partners, route: { saidAt: `${START}`, responseUrl, urlFrom: `${START}` } }
      await unhurried(run.adapter.sender).send(delivery(to, { isPrivate: true }))
    }
    expect(run.slack.calls.filter(({ method }) => method === 'response')).toEqual([])
    expect(run.slack.messages.map(({ channel }) => channel)).toEqual(['D0MARIA', 'D0MARIA', 'D0MARIA', 'D0MARIA'])
  })

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '2' } }, { kind: 'retry', afterMs: 2000, reason: 'ratelimited' }],
    ['500', { status: 500 }, { kind: 'unknown', reason: 'http 500' }],
    ['a time-out', 'timeout' as const, { kind: 'unknown', reason: 'TimeoutError' }],
    ['a connection that was never made', 'refused' as const, { kind: 'retry', reason: 'ECONNREFUSED' }],
  ])('through a response URL comes to %s', async (_, answer, expected) => {
    const run = startSlack()
    const responseUrl = run.slack.responseUrl(MARIA, 'C0PARTNERS')
    const to = { ...partners, route: { saidAt: `${START}`, responseUrl, urlFrom: `${START}` } }
    run.slack.failNext('response', answer)
    expect(await unhurried(run.adapter.sender).send(delivery(to, { isPrivate: true }))).toEqual(expected)
  })

  it('to nobody and nowhere is refused', async () => {
    const run = startSlack()
    const nowhere: Address = { channel: 'slack', isDirect: true }
    expect((await unhurried(run.adapter.sender).send(delivery(nowhere))).kind).toBe('refused')
  })
})

describe('replacing and deleting', () => {
  const posted = async (run: ReturnType<typeof startSlack>, to = place('C0WINS')): Promise<MessageRef> => {
    const result = await unhurried(run.adapter.sender).send(delivery(to))
    if (result.kind !== 'sent') throw new Error('not sent')
    return result.ref
  }

  it('is done again where it may not have worked: twice does no harm', async () => {
    const run = startSlack()
    const ref = await posted(run)
    run.slack.failNext('chat.update', 'timeout', { after: true })
    run.slack.failNext('chat.delete', { status: 502 }, { after: true })
    const { sender } = run.adapter
    expect(await unhurried(sender).send(delivery(place('C0WINS'), replacing(ref)))).toEqual({
      kind: 'retry',
      reason: 'TimeoutError',
    })
    expect(await unhurried(sender).send(delivery(place('C0WINS'), replacing(ref)))).toEqual({ kind: 'sent', ref })
    expect(await unhurried(sender).send(delivery(place('C0WINS'), deleting(ref)))).toEqual({
      kind: 'retry',
      reason: 'http 502',
    })
    expect(await unhurried(sender).send(delivery(place('C0WINS'), deleting(ref)))).toEqual({ kind: 'sent', ref })
  })

  it('says so when the message is gone or closed', async () => {
    const run = startSlack()
    const ref = await posted(run)
    const { sender } = run.adapter
    run.slack.failNext('chat.update', platform('cant_update_message'))
    expect(await unhurried(sender).send(delivery(place('C0WINS'), replacing(ref)))).toEqual({
      kind: 'refused',
      reason: 'The message in the channel C0WINS can no longer be changed.',
    })
    await unhurried(sender).send(delivery(place('C0WINS'), deleting(ref)))
    expect(await unhurried(sender).send(delivery(place('C0WINS'), replacing(ref)))).toEqual({
      kind: 'refused',
      reason: 'The message in the channel C0WINS is no longer there.',
    })
  })

  it('waits for a message that is not posted yet', async () => {
    const run = startSlack()
    const content = { kind: 'delete' as const, target: { delivery: 'd1' } }
    expect((await unhurried(run.adapter.sender).send(delivery(place('C0WINS'), { content }))).kind).toBe('retry')
    expect(run.slack.calls).toEqual([])
  })

  it('of a private card goes through the press that asks for it, and only its reader can else remove it', async () => {
    const run = startSlack()
    const url = run.slack.responseUrl(MARIA, 'C0PARTNERS')
    const first = { ...partners, route: { saidAt: `${START}`, responseUrl: url, urlFrom: `${START}` } }
    const result = await unhurried(run.adapter.sender).send(delivery(first, { isPrivate: true }))
    if (result.kind !== 'sent') throw new Error('not sent')
    const [message] = run.slack.messages
    const press = run.slack.responseUrl(MARIA, 'C0PARTNERS', message)
    const to = { ...partners, route: { saidAt: `${START}`, responseUrl: press, urlFrom: `${START}` } }
    expect((await unhurried(run.adapter.sender).send(delivery(to, deleting(result.ref)))).kind).toBe('sent')
    expect(message?.isDeleted).toBe(true)
    expect(await unhurried(run.adapter.sender).send(delivery(partners, deleting(result.ref)))).toEqual({
      kind: 'refused',
      reason: 'Only its reader can dismiss that message.',
    })
  })
})

describe('looking for a delivery', () => {
  it('finds what was posted though nobody was told: in a channel, in a thread, in a direct chat', async () => {
    const run = startSlack()
    const { sender } = run.adapter
    const thread: Address = { ...place('C0WINS'), thread: '1796140000.000001' }
    for (const to of [place('#cte-wins'), thread, direct(run.slack)]) {
      const one = delivery(to)
      run.slack.failNext('chat.postMessage', 'reset', { after: true })
      expect((await unhurried(sender).send(one)).kind).toBe('unknown')
      const found = await unhurried(sender).find(one)
      expect(found).toMatchObject({ message: run.slack.messages.at(-1)?.ts })
      if (typeof found === 'string') throw new Error(found)
      expect((await unhurried(sender).send(delivery(to, deleting(found)))).kind).toBe('sent')
    }
  })

  it('finds in the person’s chat what was private and came too late for the thread it is about', async () => {
    const run = startSlack()
    const late = { isPrivate: true, due: (START + 60_000) as typeof START }
    const one = delivery({ ...partners, thread: '1796140000.000001' }, late)
    run.time.now = late.due
    const sent = await unhurried(run.adapter.sender).send(one)
    expect(run.slack.messages[0]).toMatchObject({ channel: run.slack.directChannel(MARIA) })
    expect(await unhurried(run.adapter.sender).find(one)).toEqual(sent.kind === 'sent' && sent.ref)
  })

  it('says that it is missing where it is, and that it cannot tell where it cannot', async () => {
    const run = startSlack()
    const { sender } = run.adapter
    await unhurried(sender).send(delivery(place('C0WINS')))
    expect(await unhurried(sender).find(delivery(place('C0WINS')))).toBe('missing')
    expect(await unhurried(sender).find(delivery(place('#nowhere')))).toBe('missing')
    expect(await unhurried(sender).find(delivery(partners, { isPrivate: true }))).toBe('unknown')
    run.slack.failNext('conversations.history', platform('missing_scope'))
    expect(await unhurried(sender).find(delivery(place('C0WINS')))).toBe('unknown')
    const content = { kind: 'delete' as const, target: { delivery: 'd1' } }
    expect(await unhurried(sender).find(delivery(place('C0WINS'), { content }))).toBe('missing')
  })
})
