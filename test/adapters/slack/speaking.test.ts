import { describe, expect, it } from 'vitest'
import type { Card } from '../../../data/card.ts'
import { BOT_USER, directMessage, escaped, TEAM } from '../../fakes/slack-payloads.ts'
import { replyTo } from '../recording-intake.ts'
import { unhurried } from '../unhurried.ts'
import { eventBody, MARIA, ownMessage, type SlackRun, START, startSlack } from './slack-run.ts'

const notice: Card = { summary: 'Not you.', parts: [{ kind: 'text', text: 'Not you.' }] }

describe('a slash command', () => {
  it('is answered in its own response, for the writer alone', async () => {
    const run = startSlack()
    const response = await run.command('called marcus at coned & co', 'trigger-1')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      text: 'Kept.',
      blocks: [
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Kept.' }] }] },
      ],
    })
    await run.adapter.settled()
    expect(run.intake.kept).toEqual([
      {
        id: 'slack:trigger-1',
        at: START,
        author: {
          channel: 'slack',
          team: TEAM,
          user: MARIA,
          name: 'Maria Delgado',
          email: 'maria.delgado@schools.example',
          isGuest: false,
        },
        place: {
          channel: 'slack',
          team: TEAM,
          place: 'C0PARTNERS',
          isDirect: false,
          person: MARIA,
          route: { saidAt: `${START}`, responseUrl: 'http://slack.test/response/r1', urlFrom: `${START}` },
        },
        isPrivate: true,
        what: { kind: 'said', text: 'called marcus at coned & co' },
      },
    ])
    expect(run.intake.answeredIds).toEqual(['d-slack:trigger-1'])
    expect(run.slack.messages).toEqual([])
  })

  it('/partner is about a contact', async () => {
    const run = startSlack()
    await run.command('coned, marcus, call', 'trigger-1', { command: '/partner' })
    expect(run.intake.kept[0]?.what).toEqual({ kind: 'said', text: 'coned, marcus, call', hint: 'contact' })
  })

  it('may be empty', async () => {
    const run = startSlack()
    await run.command('', 'trigger-1')
    expect(run.intake.kept[0]?.what).toEqual({ kind: 'said', text: '' })
  })

  it('in a direct message counts as the person\u2019s own chat, whoever that message is with', async () => {
    const run = startSlack()
    await run.command('my follow-ups', 'trigger-1', { channel: 'D0COLLEAGUE', channelName: 'directmessage' })
    const place = run.intake.kept[0]?.place
    expect(place?.isDirect).toBe(true)
    expect(place?.place).toBeUndefined()
    expect(place?.route?.dm).toBeUndefined()
  })

  it('is answered through its response URL where the answer took too long, and by direct message once that is gone', async () => {
    const run = startSlack()
    const release = run.intake.hold()
    const late = run.command('log it', 'trigger-1')
    while (run.intake.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
    run.time.now = (START + 2_600) as typeof START
    release()
    expect(await (await late).text()).toBe('')
    await run.adapter.settled()
    expect(run.slack.messages).toMatchObject([{ channel: 'C0PARTNERS', onlyFor: MARIA, text: 'Kept.' }])
    expect(run.intake.sent[0]?.result).toMatchObject({ kind: 'sent', ref: { address: { route: { ephemeral: '1' } } } })

    const [first] = run.intake.kept
    if (!first) throw new Error('nothing kept')
    run.slack.expireUrls()
    const reply = replyTo(first, notice, { id: 'd2', content: { kind: 'post', card: notice } })
    const result = await unhurried(run.adapter.sender).send(reply)
    expect(result).toMatchObject({ kind: 'sent', ref: { address: { isDirect: true, route: { dm: 'D0MARIA' } } } })
    expect(run.slack.messages.at(-1)).toMatchObject({ channel: 'D0MARIA', text: 'Not you.' })
  })

  it('sends several answers in their order, none of them in the response', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, notice, { id: 'a' }), replyTo(inbound, notice, { id: 'b' })])
    expect(await (await run.command('log it', 'trigger-1')).text()).toBe('')
    await run.adapter.settled()
    expect(run.intake.sent.map(({ delivery }) => delivery.id)).toEqual(['a', 'b'])
    expect(run.intake.answeredIds).toEqual([])
  })

  it('of somebody who is not admitted gets the one sentence', async () => {
    const run = startSlack()
    run.intake.answerWith(() => ({ card: notice, why: 'not-admitted' }))
    const response = await run.command('log it', 'trigger-1')
    expect(await response.json()).toMatchObject({ response_type: 'ephemeral', text: 'Not you.' })
  })

  it('of somebody whom Slack does not name keeps nothing and says so', async () => {
    const run = startSlack()
    run.slack.failNext('users.info', 'timeout')
    const response = await run.command('log it', 'trigger-1')
    expect(await response.json()).toMatchObject({
      text: 'Nothing was recorded: Slack did not say who you are. Try again in a minute.',
    })
    expect(run.intake.calls).toEqual([])
  })
})

describe('a mention in a channel', () => {
  it('is answered in its thread, for all', async () => {
    const run = startSlack()
    await run.mention('who owns turner? A & B', 'Ev1')
    await run.adapter.settled()
    expect(run.intake.kept[0]).toMatchObject({
      id: 'slack:Ev1',
      isPrivate: false,
      what: { kind: 'said', text: 'who owns turner? A & B' },
      place: { place: 'C0PARTNERS', isDirect: false, thread: '1796140320.000100' },
    })
    expect(run.slack.messages).toMatchObject([{ channel: 'C0PARTNERS', thread_ts: '1796140320.000100', text: 'Kept.' }])
    expect(run.intake.sent[0]?.result).toMatchObject({
      kind: 'sent',
      ref: { url: 'https://district.slack.com/archives/C0PARTNERS/p1796140320000201' },
    })
  })

  it('in a thread is answered in that thread', async () => {
    const run = startSlack()
    await run.mention('log it', 'Ev1', { thread_ts: '1796140000.000001' })
    expect(run.intake.kept[0]?.place.thread).toBe('1796140000.000001')
  })

  it('of somebody who is not admitted is answered for that person alone', async () => {
    const run = startSlack()
    run.intake.answerWith(() => ({ card: notice, why: 'not-admitted' }))
    expect((await run.mention('log it', 'Ev1')).status).toBe(200)
    await run.adapter.settled()
    expect(run.slack.messages).toMatchObject([{ channel: 'C0PARTNERS', onlyFor: MARIA, text: 'Not you.' }])
  })

  it('with a private answer goes to the writer alone, or to the direct chat where Liaison cannot post', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, notice, { isPrivate: true })])
    await run.mention('jaylen mercer', 'Ev1')
    await run.mention('jaylen mercer', 'Ev2', { channel: 'C0OTHER' })
    await run.adapter.settled()
    expect(run.slack.messages.map(({ channel, onlyFor }) => ({ channel, onlyFor }))).toEqual([
      { channel: 'C0PARTNERS', onlyFor: MARIA },
      { channel: 'D0MARIA', onlyFor: undefined },
    ])
  })

  it('with a private answer says where to continue when the person cannot be reached either', async () => {
    const run = startSlack()
    run.intake.answerWith((inbound) => [replyTo(inbound, notice, { isPrivate: true })])
    run.slack.failNext('chat.postEphemeral', { body: { ok: false, error: 'user_not_in_channel' } })
    run.slack.failNext('conversations.open', { body: { ok: false, error: 'user_disabled' } })
    await run.mention('jaylen mercer', 'Ev1')
    await run.adapter.settled()
    expect(run.slack.messages.map(({ text }) => text)).toEqual(['Open a chat with Liaison to continue.'])
    expect(run.intake.sent[0]?.result).toEqual({
      kind: 'refused',
      reason: 'That person cannot be written to in Slack.',
    })
  })
})

describe('a message', () => {
  it('reads as it was typed: mentions by name, channels, links, emoji', async () => {
    const run = startSlack()
    const text =
      '<@U0TYRELL> saw <#C0WINS|cte-wins> &amp; <https://turner.example/a?b=1&amp;c|turner.example> :tada: <!channel>'
    const blocks = [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'tada', unicode: '1f389' }] }],
      },
    ]
    await run.dm('', 'Ev1', { text, blocks })
    expect(run.intake.kept[0]?.what).toEqual({
      kind: 'said',
      text: 'Tyrell Brooks saw #cte-wins & turner.example 🎉 @channel',
    })
  })

  it('typed as mark-up stays text', async () => {
    const run = startSlack()
    await run.dm('<!channel> <@U0MARIA> a&b', 'Ev1')
    expect(run.intake.kept[0]?.what).toEqual({ kind: 'said', text: '<!channel> <@U0MARIA> a&b' })
  })

  it('of a guest or of another workspace is flagged, and its address is not vouched for when unconfirmed', async () => {
    const run = startSlack()
    run.slack.users.set('U0NEW', { id: 'U0NEW', name: 'Noa New', email: 'noa@schools.example', isUnconfirmed: true })
    await run.dm('log it', 'Ev0', { user: 'U0NEW' })
    expect(run.intake.kept.pop()?.author).not.toHaveProperty('email')
    await run.dm('log it', 'Ev1', { user: 'U0GUEST' })
    await run.dm('log it', 'Ev2', { user: 'U0STRANGER' })
    await run.dm('log it', 'Ev3')
    expect(run.intake.kept.map(({ author }) => author.isGuest)).toEqual([true, true, false])
  })

  it('asks who wrote and who is mentioned at the same time: Slack waits three seconds', async () => {
    let asking = 0
    let most = 0
    const run: SlackRun = startSlack({
      async fetch(input, init) {
        asking += 1
        most = Math.max(most, asking)
        await new Promise((resolve) => setImmediate(resolve))
        return run.slack.fetch(input, init).finally(() => {
          asking -= 1
        })
      },
    })
    await run.mention('', 'Ev1', { text: `<@${BOT_USER}> called <@U0TYRELL> at coned` })
    expect(run.intake.kept[0]?.what).toMatchObject({ text: 'called Tyrell Brooks at coned' })
    expect(most).toBe(2)
  })

  it('of another organization’s Enterprise Grid is flagged in a shared channel; of our own it is not', async () => {
    const run = startSlack()
    const person = { id: 'U0OTHER', name: 'Ola Other', email: 'ola@elsewhere.example', team: 'T0ELSEWHERE' }
    run.slack.users.set('U0OTHER', { ...person, gridTeams: ['T0ELSEWHERE', 'T0BRANCH'] })
    run.slack.users.set('U0OURS', { ...person, id: 'U0OURS', gridTeams: ['T0ELSEWHERE', TEAM] })
    await run.mention('log it', 'Ev1', { user: 'U0OTHER' })
    await run.mention('log it', 'Ev2', { user: 'U0OURS' })
    expect(run.intake.kept.map(({ author }) => author.isGuest)).toEqual([true, false])
  })

  it('keeps a profile for ten minutes, and longer only while Slack does not answer', async () => {
    const run = startSlack()
    const asked = () => run.slack.calls.filter(({ method }) => method === 'users.info').length
    await run.dm('one', 'Ev1')
    await run.dm('two', 'Ev2')
    expect(asked()).toBe(1)
    run.time.now = (START + 600_000) as typeof START
    run.slack.failNext('users.info', 'reset')
    expect((await run.dm('three', 'Ev3')).status).toBe(200)
    expect(asked()).toBe(2)
    run.time.now = (START + 1_200_001) as typeof START
    const maria = run.slack.users.get(MARIA)
    if (maria) maria.isGuest = true
    await run.dm('four', 'Ev4')
    expect(run.intake.kept.at(-1)?.author.isGuest).toBe(true)
  })

  it('is asked for again when its writer is not known yet', async () => {
    const run = startSlack()
    run.slack.failNext('users.info', { status: 429, headers: { 'retry-after': '5' } })
    expect((await run.dm('log it', 'Ev1')).status).toBe(503)
    expect((await run.dm('log it', 'Ev1')).status).toBe(200)
    expect(run.intake.kept).toHaveLength(1)
  })

  it.each([
    ['an edit', { subtype: 'message_changed', message: { text: 'x' }, hidden: true }],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: '1.1' }],
    ['a join', { subtype: 'channel_join' }],
    ['another app', { subtype: 'bot_message', bot_id: 'B0OTHER' }],
    ['another app that posts as a user', { bot_id: 'B0OTHER' }],
    ['a channel where nobody was mentioned', { channel_type: 'channel', channel: 'C0PARTNERS' }],
    ['a group of people', { channel_type: 'mpim', channel: 'G0SOME' }],
  ])('is not answered when it is %s', async (_, change) => {
    const run = startSlack()
    expect((await run.dm('hello', 'Ev1', change)).status).toBe(200)
    expect(run.intake.calls).toEqual([])
  })

  it('is not answered when Liaison wrote it, whatever it looks like', async () => {
    const run = startSlack()
    await run.post(eventBody(ownMessage(run.slack, 'Logged.'), 'Ev1'))
    await run.post(eventBody({ ...ownMessage(run.slack, 'Logged.'), bot_id: undefined }, 'Ev2'))
    await run.mention('again', 'Ev3', { user: BOT_USER })
    await run.mention('again', 'Ev4', { edited: { user: MARIA, ts: '1.1' } })
    expect(run.intake.calls).toEqual([])
  })

  it('with a file counts, and so does one in a thread', async () => {
    const run = startSlack()
    await run.dm('spotlight, pic attached', 'Ev1', { subtype: 'file_share', files: [{ id: 'F1' }] })
    await run.dm('no, tuesday', 'Ev2', { thread_ts: '1796140000.000001' })
    expect(run.intake.kept.map(({ place }) => place.thread)).toEqual([undefined, '1796140000.000001'])
  })
})

describe('an arrival', () => {
  it('is one however often the chat is opened, and none for a guest', async () => {
    const run = startSlack()
    const opened = (user: string) => ({ type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'messages' })
    await run.post(eventBody(opened(MARIA), 'Ev1'))
    await run.post(eventBody(opened(MARIA), 'Ev2'))
    await run.post(eventBody(opened('U0GUEST'), 'Ev3'))
    await run.adapter.settled()
    expect(run.intake.calls.map(({ id, what }) => [id, what.kind])).toEqual([
      ['slack:arrived:T0DISTRICT:U0MARIA', 'arrived'],
      ['slack:arrived:T0DISTRICT:U0MARIA', 'arrived'],
    ])
    expect(run.slack.messages.map(({ channel, text }) => [channel, text])).toEqual([['D0MARIA', 'Kept.']])
  })

  it('in a channel is by the one who invited Liaison; others who join are no matter', async () => {
    const run = startSlack()
    const joined = { type: 'member_joined_channel', channel: 'C0PARTNERS', inviter: MARIA, team: TEAM }
    await run.post(eventBody({ ...joined, user: BOT_USER }, 'Ev1'))
    await run.post(eventBody({ ...joined, user: 'U0TYRELL' }, 'Ev2'))
    expect(run.intake.kept).toMatchObject([
      { author: { user: MARIA }, what: { kind: 'arrived' }, place: { place: 'C0PARTNERS', isDirect: false } },
    ])
  })

  it('of somebody who is not admitted is passed over in silence', async () => {
    const run = startSlack()
    run.intake.answerWith(() => ({ card: notice, why: 'not-admitted' }))
    await run.post(eventBody({ type: 'app_home_opened', user: MARIA, channel: 'D0MARIA' }, 'Ev1'))
    await run.adapter.settled()
    expect(run.slack.messages).toEqual([])
  })
})

it('builds its payloads as Slack escapes them', () => {
  expect(escaped('a & <b>')).toBe('a &amp; &lt;b&gt;')
  expect(directMessage({ user: MARIA, text: '<!here>', channel: 'D0MARIA' }).text).toBe('&lt;!here&gt;')
})
