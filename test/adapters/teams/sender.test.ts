import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isServiceAllowed } from '../../../adapters/teams/service-url.ts'
import type { Deadline } from '../../../data/deadline.ts'
import type { Address, Delivery } from '../../../data/delivery.ts'
import { MARIA, startTeamsFake } from '../../fakes/teams.ts'
import { cardOf, deliver, mentionActivity } from '../../fakes/teams-activities.ts'
import { readCard } from '../../fakes/teams-screen.ts'
import { unhurried } from '../unhurried.ts'
import { NOW, runWithIntake } from './run-teams.ts'

const CHANNEL = '19:wins@thread.tacv2'
const TEAM = '19:team@thread.tacv2'
const SECRET = { summary: 'Jaylen M.', parts: [{ kind: 'text' as const, text: 'Jaylen M., culinary' }] }

describe('sending to Teams', () => {
  let run: Awaited<ReturnType<typeof runWithIntake>>
  beforeEach(async () => {
    run = await runWithIntake()
  })
  afterEach(async () => {
    await run.close()
  })

  const chat = (changes: Partial<Address> = {}): Address => ({
    channel: 'teams',
    team: run.fake.tenant,
    place: 'chat-aad-maria',
    isDirect: true,
    person: 'aad-maria',
    route: { serviceUrl: run.fake.serviceUrl, user: '29:maria', person: 'aad-maria' },
    ...changes,
  })
  const channel = (changes: Partial<Address> = {}): Address => chat({ place: CHANNEL, isDirect: false, ...changes })
  const delivery = (to: Address, changes: Partial<Delivery> = {}): Delivery => ({
    id: 'd1',
    turn: 't1',
    to,
    isPrivate: false,
    content: { kind: 'post', card: SECRET },
    orderKey: 'place',
    isUrgent: false,
    due: NOW,
    state: 'due',
    attempts: 1,
    ...changes,
  })
  const send = (to: Address, changes: Partial<Delivery> = {}) =>
    unhurried(run.adapter.sender).send(delivery(to, changes))
  const shown = () => run.fake.messages.map(({ conversation, activity }) => [conversation, readCard(cardOf(activity))])
  const posts = () => run.fake.requests.filter(({ method }) => method === 'POST').length

  it('posts with the bot’s own token, asked for once', async () => {
    const sent = await send(chat())
    await send(chat())
    expect(sent).toEqual({ kind: 'sent', ref: { address: chat(), message: 'm-1' } })
    expect(run.fake.requests.map(({ authorization }) => authorization)).toEqual([
      'Bearer bot-token-1',
      'Bearer bot-token-1',
    ])
    expect(run.fake.messages[0]?.activity).toMatchObject({ type: 'message', summary: 'Jaylen M.' })
  })

  it('answers under a message of a channel, with an address that opens it', async () => {
    const sent = await send(channel({ thread: '1764600000001' }))
    expect(run.fake.messages[0]?.conversation).toBe(`${CHANNEL};messageid=1764600000001`)
    expect(sent.kind === 'sent' && sent.ref.url).toBe(
      `https://teams.microsoft.com/l/message/19%3Awins%40thread.tacv2/m-1?tenantId=${run.fake.tenant}&parentMessageId=1764600000001`,
    )
  })

  it.each([
    ['429 with seconds', { status: 429, retryAfter: '7', code: 'TooManyRequests' }, { kind: 'retry', afterMs: 7000 }],
    ['429 with a date', { status: 429, retryAfter: 'Tue, 01 Dec 2026 16:52:09 GMT' }, { kind: 'retry', afterMs: 9000 }],
    ['412', { status: 412 }, { kind: 'retry' }],
    ['503', { status: 503 }, { kind: 'retry' }],
    ['401', { status: 401 }, { kind: 'retry' }],
    ['500', { status: 500 }, { kind: 'unknown' }],
    ['502', { status: 502, isDone: true }, { kind: 'unknown' }],
    ['504', { status: 504 }, { kind: 'unknown' }],
    ['no answer', { isDropped: true, isDone: true }, { kind: 'unknown' }],
    [
      '400',
      { status: 400, code: 'BadArgument' },
      { kind: 'refused', reason: 'Teams refused the message (400 BadArgument).' },
    ],
    ['403', { status: 403, code: 'BotNotInConversationRoster' }, { kind: 'refused' }],
    ['404', { status: 404 }, { kind: 'refused' }],
    ['413', { status: 413, code: 'MessageSizeTooBig' }, { kind: 'refused' }],
  ] as const)('tells what came of a post after %s, and posts once', async (_, fault, expected) => {
    run.fake.fail({ method: 'POST', ...fault })
    expect(await send(chat())).toMatchObject(expected)
    expect(posts()).toBe(1)
  })

  it('tries a replacement and a deletion again after any fault, and takes a message that is gone as deleted', async () => {
    const message = { address: chat(), message: 'm-1' }
    const replace = { content: { kind: 'replace', card: SECRET, target: { message } } } as const
    const remove = { content: { kind: 'delete', target: { message } } } as const
    run.fake.fail({ method: 'PUT', status: 502 }, { method: 'DELETE', isDropped: true })
    expect(await send(chat(), replace)).toMatchObject({ kind: 'retry' })
    expect(await send(chat(), remove)).toMatchObject({ kind: 'retry' })
    expect(await send(chat(), replace)).toMatchObject({ kind: 'refused' })
    expect(await send(chat(), remove)).toMatchObject({ kind: 'sent' })
  })

  it('retries where nothing can have left: no connection, no token', async () => {
    const closed = await startTeamsFake()
    await closed.close()
    const nowhere = chat({ route: { serviceUrl: closed.serviceUrl, user: '29:maria' } })
    const open = await runWithIntake({ serviceHosts: ['127.0.0.1'] })
    expect(await unhurried(open.adapter.sender).send(delivery(nowhere))).toMatchObject({ kind: 'retry' })
    await open.close()
    const denied = await runWithIntake({ appPassword: 'wrong' })
    const to = chat({ route: { serviceUrl: denied.fake.serviceUrl } })
    expect(await unhurried(denied.adapter.sender).send(delivery(to))).toEqual({
      kind: 'retry',
      reason:
        'Microsoft does not accept MicrosoftAppPassword: it must be the secret’s value, not its id (AADSTS7000215).',
    })
    expect(denied.fake.requests).toEqual([])
    await denied.close()
  })

  it('shows its token to Microsoft’s hosts alone', async () => {
    const to = chat({ route: { serviceUrl: 'https://evil.example/' } })
    expect(await send(to)).toMatchObject({ kind: 'refused' })
    expect(run.fake.tokensGiven).toBe(0)
  })

  it('writes what is private into the person’s own chat, which it opens', async () => {
    expect((await send(channel(), { isPrivate: true })).kind).toBe('sent')
    expect(shown()).toEqual([['chat-aad-maria', 'Jaylen M., culinary']])
  })

  it('opens the chat of the person it is for, not of the one who spoke', async () => {
    run.fake.people.push({ ...MARIA, id: '29:samuel', aadObjectId: 'aad-samuel', name: 'Samuel Osei' })
    expect((await send(channel({ person: 'aad-samuel' }), { isPrivate: true })).kind).toBe('sent')
    expect(shown()).toEqual([['chat-aad-samuel', 'Jaylen M., culinary']])
  })

  it('says no more than how to go on, where the person cannot be written to in private', async () => {
    run.fake.people = [{ ...MARIA, hasInstalled: false }]
    expect(await send(channel({ thread: '17' }), { isPrivate: true })).toEqual({
      kind: 'refused',
      reason: 'That person has no chat with Liaison in Teams.',
    })
    expect(shown()).toEqual([[`${CHANNEL};messageid=17`, 'Open a chat with Liaison to continue']])
    expect(JSON.stringify(run.fake.messages)).not.toContain('Jaylen')
    expect(await send(chat({ place: '' }))).toMatchObject({ kind: 'refused' })
    expect(run.fake.messages).toHaveLength(1)
  })

  it('never puts what is private in the place of what others see', async () => {
    const target = { message: { address: channel(), message: 'm-9' } }
    const replace = { content: { kind: 'replace', card: SECRET, target } } as const
    expect((await send(channel(), { isPrivate: true, ...replace })).kind).toBe('sent')
    expect(shown()).toEqual([['chat-aad-maria', 'Jaylen M., culinary']])
    expect(run.fake.requests.some(({ method }) => method === 'PUT')).toBe(false)
  })

  it('finds a channel by its name in the teams it has heard from', async () => {
    run.fake.teams[TEAM] = [{ id: TEAM }, { id: CHANNEL, name: 'CTE Wins' }]
    expect(await send(channel({ place: '#cte-wins' }))).toMatchObject({ kind: 'refused' })
    const conversation = { id: `${TEAM};messageid=1`, type: 'channel' as const, team: TEAM, channel: TEAM }
    await deliver(run.fake, run.url, mentionActivity(run.fake, '1', 'hi', { conversation }))
    await run.adapter.settled()
    expect((await send(channel({ place: '#cte-wins' }))).kind).toBe('sent')
    expect((await send(channel({ place: '#general' }))).kind).toBe('sent')
    expect(
      shown()
        .slice(1)
        .map(([place]) => place),
    ).toEqual([CHANNEL, TEAM])
    expect(await send(channel({ place: '#nowhere' }))).toEqual({
      kind: 'refused',
      reason: 'Liaison knows no Teams channel named #nowhere: mention it there once.',
    })
  })

  it('knows the teams of earlier conversations, and asks where two channels have one name', async () => {
    const place = channel({ route: { serviceUrl: 'x', groupId: TEAM } })
    const other = channel({ route: { serviceUrl: 'x', groupId: 'team-2' } })
    const known = { knownPlaces: async () => [place, other].map(atFake) }
    const again = await runWithIntake(known)
    function atFake(address: Address): Address {
      return { ...address, team: again.fake.tenant, route: { ...address.route, serviceUrl: again.fake.serviceUrl } }
    }
    again.fake.teams = {
      [TEAM]: [{ id: CHANNEL, name: 'Wins' }],
      'team-2': [
        { id: 'w2', name: 'wins' },
        { id: 'p', name: 'Partners' },
      ],
    }
    const sendTo = (name: string) => unhurried(again.adapter.sender).send(delivery(atFake(channel({ place: name }))))
    expect((await sendTo('#partners')).kind).toBe('sent')
    expect(await sendTo('#wins')).toEqual({ kind: 'refused', reason: 'More than one Teams channel is named #wins.' })
    await again.close()
  })

  /** Time that is up as soon as the connector has the request. */
  const untilAsked = (method: string, path = /./): Deadline => {
    const controller = new AbortController()
    run.fake.fail({ method, path, isHeld: true })
    run.fake.onRequest = (asked) => {
      if (asked.method === method && path.test(asked.path)) controller.abort()
    }
    return { signal: controller.signal, leftMs: () => (controller.signal.aborted ? 0 : 1) }
  }

  it('gives up a post that is under way when time is up, and one before which time was up is tried again', async () => {
    expect(await run.adapter.sender.send(delivery(chat()), untilAsked('POST'))).toEqual({
      kind: 'unknown',
      reason: 'Teams did not answer (timeout).',
    })
    const signal = AbortSignal.abort()
    expect(await run.adapter.sender.send(delivery(chat()), { signal, leftMs: () => 0 })).toEqual({
      kind: 'retry',
      reason: 'There was no time left for it.',
    })
    expect(posts()).toBe(1)
  })

  it('begins no post once the search for its channel has used up the time', async () => {
    const wins = channel({ place: '#wins' })
    run.fake.teams[TEAM] = [{ id: CHANNEL, name: 'Wins' }]
    const conversation = { id: `${TEAM};messageid=1`, type: 'channel' as const, team: TEAM, channel: TEAM }
    await deliver(run.fake, run.url, mentionActivity(run.fake, '1', 'hi', { conversation }))
    await run.adapter.settled()
    const before = posts()
    expect((await run.adapter.sender.send(delivery(wins), untilAsked('GET', /teams/))).kind).toBe('retry')
    expect(posts()).toBe(before)
    expect((await send(wins)).kind).toBe('sent')
  })

  it('cannot look for what it posted', async () => {
    expect(await unhurried(run.adapter.sender).find(delivery(chat()))).toBe('unknown')
  })
})

describe('an address of a connector', () => {
  const hosts = { serviceHosts: ['bots.example:8443'], isUnauthenticated: false }
  it.each([
    ['https://smba.trafficmanager.net/amer/7e0a/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
    ['https://bots.example:8443/', true],
    ['http://smba.trafficmanager.net/amer/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://x:y@smba.trafficmanager.net/', false],
    ['https://evil.trafficmanager.net/', false],
    ['https://bots.example/', false],
    ['file:///etc/passwd', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ])('%s: %s', (url, isAllowed) => {
    expect(isServiceAllowed(url, hosts)).toBe(isAllowed)
  })
})
