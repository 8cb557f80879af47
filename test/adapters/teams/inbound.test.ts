import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readActivity } from '../../../adapters/teams/activity.ts'
import { createPeople } from '../../../adapters/teams/people.ts'
import { MARIA } from '../../fakes/teams.ts'
import {
  deliver,
  installActivity,
  joinActivity,
  mentionActivity,
  messageActivity,
  pressActivity,
  type Scene,
} from '../../fakes/teams-activities.ts'
import { replyTo } from '../recording-intake.ts'
import { CARD_OF_EACH_KIND } from '../sample-cards.ts'
import { NOW, runWithIntake } from './run-teams.ts'

const CHANNEL = '19:partners@thread.tacv2'
const IN_CHANNEL: Scene = {
  conversation: {
    id: `${CHANNEL};messageid=1764600000001`,
    type: 'channel',
    team: '19:team@thread.tacv2',
    channel: CHANNEL,
  },
}
const IN_GROUP: Scene = { conversation: { id: '19:group@thread.v2', type: 'groupChat' } }

describe('what Teams delivers', () => {
  let run: Awaited<ReturnType<typeof runWithIntake>>
  beforeEach(async () => {
    run = await runWithIntake()
  })
  afterEach(async () => {
    await run.close()
  })
  const give = (activity: Record<string, unknown>) => deliver(run.fake, run.url, activity)
  const settled = async () => {
    await run.adapter.settled()
    return run.intake.kept
  }

  it('becomes an inbound with everything known about its writer', async () => {
    await give(messageActivity(run.fake, '1764600000000', 'who owns turner?'))
    expect(await settled()).toEqual([
      {
        id: 'teams:chat-aad-maria:1764600000000',
        author: {
          channel: 'teams',
          team: run.fake.tenant,
          user: 'aad-maria',
          name: 'Maria Delgado',
          email: 'mdelgado@schools.example',
        },
        at: NOW,
        place: {
          channel: 'teams',
          team: run.fake.tenant,
          place: 'chat-aad-maria',
          isDirect: true,
          person: 'aad-maria',
          route: { serviceUrl: run.fake.serviceUrl, user: '29:maria', person: 'aad-maria' },
        },
        isPrivate: false,
        what: { kind: 'said', text: 'who owns turner?' },
      },
    ])
  })

  it('is answered in its thread, where it was said in a channel', async () => {
    await give(mentionActivity(run.fake, '1764600000001', 'called turner', IN_CHANNEL))
    const [inbound] = await settled()
    expect(inbound?.what).toEqual({ kind: 'said', text: 'called turner' })
    expect(inbound?.place).toMatchObject({ place: CHANNEL, thread: '1764600000001', isDirect: false })
    expect(run.fake.messages.map(({ conversation }) => conversation)).toEqual([`${CHANNEL};messageid=1764600000001`])
  })

  it('is answered in a group chat', async () => {
    await give(mentionActivity(run.fake, 'm1', 'called turner', IN_GROUP))
    const [inbound] = await settled()
    expect(inbound?.place).toMatchObject({ place: '19:group@thread.v2', isDirect: false })
    expect(inbound?.place.thread).toBeUndefined()
    expect(run.fake.messages.map(({ conversation }) => conversation)).toEqual(['19:group@thread.v2'])
  })

  const bot = { id: '28:liaison', name: 'Liaison' }
  const tyrell = { id: '29:tyrell', name: 'Tyrell Brooks' }
  it.each([
    ['<at>Liaison</at> called turner', '<at>Liaison</at>', 'called turner'],
    ['<at>Liaison</at>&nbsp;called R&D &nbsp;', '<at>Liaison</at>', 'called R&D'],
    ['called turner <at>Liaison</at>', '<at>Liaison</at>', 'called turner'],
    ['&lt;at&gt;Liaison&lt;/at&gt; AT&amp;T &lt;b&gt;', '<at>Liaison</at>', 'AT&T <b>'],
    ['&lt;at&gt;Liaison&lt;/at&gt; called turner', '&lt;at&gt;Liaison&lt;/at&gt;', 'called turner'],
    ['<at id="0">Liaison</at> called turner', '<at>Liaison</at>', 'called turner'],
    ['<at>Liaison</at>', '<at>Liaison</at>', ''],
    ['<AT>Liaison</AT> hi', '<at>Liaison</at>', 'hi'],
  ])('loses the mention of Liaison: %j', async (text, written, expected) => {
    const entities = [{ type: 'mention', mentioned: bot, text: written }]
    await give({ ...mentionActivity(run.fake, 'm1', '', IN_GROUP), text, entities })
    expect((await settled())[0]?.what).toEqual({ kind: 'said', text: expected })
  })

  it('keeps the names of others who are mentioned', async () => {
    const entities = [
      { type: 'mention', mentioned: bot, text: '<at>Liaison</at>' },
      { type: 'mention', mentioned: tyrell, text: '<at>Tyrell Brooks</at>' },
      { type: 'mention', mentioned: bot, text: '<at>Liaison</at>' },
      { type: 'mention' },
      null,
    ]
    const text = '<at>Liaison</at> <at>Tyrell Brooks</at> owns turner, <at>Liaison</at>'
    await give({ ...mentionActivity(run.fake, 'm1', '', IN_GROUP), text, entities })
    expect((await settled())[0]?.what).toEqual({ kind: 'said', text: 'Tyrell Brooks owns turner,' })
  })

  it('is left alone where it is not for Liaison', async () => {
    const said = messageActivity(run.fake, 'm1', 'lunch?', IN_GROUP)
    const others = [{ type: 'mention', mentioned: tyrell, text: '<at>Tyrell Brooks</at>' }]
    const activities = [
      said,
      { ...said, text: '<at>Tyrell Brooks</at> lunch?', entities: others },
      {
        ...messageActivity(run.fake, 'm1', 'changed'),
        type: 'messageUpdate',
        channelData: { eventType: 'editMessage', tenant: { id: run.fake.tenant } },
      },
      { ...messageActivity(run.fake, 'm1', ''), type: 'messageDelete' },
      { ...messageActivity(run.fake, 'm1', ''), type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
      { ...messageActivity(run.fake, 'm1', ''), type: 'typing' },
      { ...messageActivity(run.fake, 'm1', 'Logged.'), from: bot },
      { ...messageActivity(run.fake, 'm1', 'beep'), from: { id: '28:other', name: 'Another bot' } },
      { ...joinActivity(run.fake, 'm1', IN_GROUP), membersAdded: [tyrell] },
      { ...installActivity(run.fake, 'm1'), action: 'remove' },
    ]
    for (const activity of activities) expect((await give(activity)).status).toBe(200)
    await settled()
    expect(run.intake.calls).toEqual([])
    expect(run.fake.messages).toEqual([])
  })

  it('welcomes once where it was installed, though Teams tells it twice', async () => {
    await give(joinActivity(run.fake, 'f:1'))
    await give(installActivity(run.fake, 'f:2'))
    const kept = await settled()
    expect(kept.map(({ what }) => what)).toEqual([{ kind: 'arrived' }])
    expect(run.fake.messages).toHaveLength(1)
  })

  it('marks guests and people of other tenants', async () => {
    const guest = {
      ...MARIA,
      id: '29:guest',
      aadObjectId: 'aad-guest',
      email: '',
      userPrincipalName: 'p_gmail.example#EXT#@s.example',
    }
    const visitor = { ...MARIA, id: '29:visitor', aadObjectId: 'aad-visitor', tenantId: 'another' }
    const role = { ...MARIA, id: '29:role', aadObjectId: 'aad-role', userRole: 'guest' }
    run.fake.people.push(guest, visitor, role)
    for (const from of [guest, visitor, role, MARIA])
      await give(messageActivity(run.fake, `m-${from.id}`, 'hi', { from }))
    const kept = await settled()
    expect(kept.map(({ author }) => author.isGuest)).toEqual([true, true, true, undefined])
    expect(kept[0]?.author.email).toBeUndefined()
  })

  it('asks the roster once an hour for one person, and goes on without it', async () => {
    const members = () => run.fake.requests.filter(({ path }) => path.includes('/members/')).length
    run.fake.fail({ path: /members/, status: 502 })
    await give(messageActivity(run.fake, 'm0', 'hi'))
    expect((await settled())[0]?.author).toEqual({
      channel: 'teams',
      team: run.fake.tenant,
      user: 'aad-maria',
      name: 'Maria Delgado',
    })
    await give(messageActivity(run.fake, 'm1', 'hi'))
    await give(messageActivity(run.fake, 'm2', 'hi'))
    expect(members()).toBe(2)
    run.setNow((NOW + 61 * 60_000) as typeof NOW)
    await give(messageActivity(run.fake, 'm3', 'hi'))
    expect(members()).toBe(3)
  })

  it('tells who is not let in while the roster is away to try again', async () => {
    const card = { summary: 'Ask your CTE office.', parts: [{ kind: 'text' as const, text: 'Ask your CTE office.' }] }
    run.intake.answerWith(() => ({ card, why: 'not-admitted' }))
    run.fake.fail({ path: /members/, status: 502 })
    await give(messageActivity(run.fake, 'm1', 'hi'))
    await give(messageActivity(run.fake, 'm2', 'hi'))
    await settled()
    expect(run.fake.messages.map(({ activity }) => activity.summary)).toEqual([
      'Nothing was recorded: Teams did not say who you are. Try again in a minute.',
      'Ask your CTE office.',
    ])
  })

  it('does not wait for a roster that is silent', async () => {
    const faults: unknown[] = []
    const people = createPeople(
      () => NOW,
      (error) => faults.push(error),
      1,
    )
    const activity = readActivity(JSON.stringify(messageActivity(run.fake, 'm1', 'hi')))
    if (!activity.ok) throw new Error(activity.reason)
    const { author, isNamed } = await people(activity.activity, 't', () => new Promise(() => undefined))
    expect([author.user, author.email, isNamed, faults.length]).toEqual(['aad-maria', undefined, false, 1])
  })

  it('shows why a message was not kept', async () => {
    const card = { summary: 'The disk is full.', parts: [{ kind: 'text' as const, text: 'The disk is full.' }] }
    run.intake.answerWith(() => ({ card, why: 'cannot-store' }))
    expect((await give(messageActivity(run.fake, 'm1', 'hi'))).status).toBe(200)
    await settled()
    expect(run.fake.messages.map(({ activity }) => activity.summary)).toEqual(['The disk is full.'])
  })

  it('takes a button’s fall-back message as the button', async () => {
    run.intake.answerWith((inbound) => [replyTo(inbound, CARD_OF_EACH_KIND.fields.card)])
    await give(messageActivity(run.fake, 'm1', 'change'))
    await settled()
    const isFallback = { isFallback: true }
    await give(
      pressActivity(run.fake, 'm2', 'm-1', 'contact.save?turn=t1', { partner: 'Turner', offers: [] }, isFallback),
    )
    const [, pressed] = await settled()
    expect(pressed?.on).toMatchObject({ message: 'm-1' })
    expect(pressed?.what).toEqual({
      kind: 'submitted',
      press: { action: 'contact.save', args: { turn: 't1' } },
      values: { partner: 'Turner', count: '2', date: '2026-12-01', at: '09:40', method: 'call', offers: [] },
    })
    await give(pressActivity(run.fake, 'm3', 'm-1', 'contact.keep?turn=t1', {}, isFallback))
    expect((await settled())[2]?.what).toEqual({
      kind: 'pressed',
      press: { action: 'contact.keep', args: { turn: 't1' } },
    })
  })
})
