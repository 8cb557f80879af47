import { beforeEach, describe, expect, it } from 'vitest'
import { cardText } from '../../../data/card.ts'
import type { Instant } from '../../../data/time.ts'
import { APPROVER, type Gate, JALEN, openGate, text, WRITER } from './gate-stage.ts'

let gate: Gate

beforeEach(async () => {
  gate = await openGate()
})

describe('what is on its way', () => {
  const takingBack: [string, (id: string) => Promise<unknown>][] = [
    [
      'the family withdraws',
      () => gate.world.say('Victor Lindgren', `${JALEN}'s family withdrew the consent`, '#general'),
    ],
    ['it is taken down', () => gate.world.say('Grace Okafor', `take down ${JALEN}'s post NOW`, '#general')],
    ['it is taken down by its button', (id) => gate.world.press('Grace Okafor', 'take-down.story', { story: id })],
  ]
  for (const [what, takeBack] of takingBack) {
    it(`is gone once it has arrived, where ${what} while the channel still takes it`, async () => {
      await gate.sign('internal')
      const id = await gate.sent()
      gate.world.weather = ['slow']
      await gate.approve(id)
      const sending = gate.world.tick()
      await expect.poll(() => gate.world.weather.length).toBe(0)
      await takeBack(id)
      gate.world.arrive()
      await sending
      await gate.world.drain()
      expect(gate.places()).toEqual([])
      expect((await gate.world.story(JALEN))?.state).toBe('taken_down')
      expect(gate.world.told.some(({ card }) => cardText(card).includes('removed from #one'))).toBe(true)
    })
  }

  it('stays the story’s own when it is changed at the moment its time has come', async () => {
    await gate.sign('internal')
    const id = await gate.sent(`spotlight ${JALEN} hired at great performances, post it in #one tomorrow at 9am`)
    await gate.approve(id)
    const { publishedAt = 0 } = (await gate.world.store.get('story', id)) ?? {}
    gate.world.now = (publishedAt - 500) as Instant
    // The post leaves before the clock has said that the story is out.
    await gate.world.sendDue(600)
    expect(gate.places()).toEqual(['#one'])
    await gate.world.say(WRITER, 'add a sentence: We are proud')
    await gate.world.drain()
    const changed = await gate.world.store.get('story', id)
    expect([changed?.state, changed?.isLive, changed?.approval === undefined]).toEqual(['draft', true, false])
    await gate.world.say('Grace Okafor', `take down ${JALEN}'s post NOW`)
    await gate.world.drain()
    expect(gate.places()).toEqual([])
  })

  it('says nothing of channels that it never reached', async () => {
    await gate.sign('internal')
    const id = await gate.sent(`spotlight ${JALEN} hired at great performances, post it in #one tomorrow at 9am`)
    await gate.approve(id)
    const answer = text(await gate.world.press(WRITER, 'take-down.story', { story: id }))
    expect(answer).toContain('Nothing of it was out yet, and nothing will go out.')
    await gate.waitUntil(2)
    expect(gate.places()).toEqual([])
    expect(gate.world.told.some(({ card }) => cardText(card).includes('removed from'))).toBe(false)
  })
})

describe('a place', () => {
  it('that refuses is named, with a retry', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    gate.world.weather = ['refuses']
    await gate.approve(id)
    await gate.world.tick()
    await gate.world.tick()
    expect(text(await gate.world.press(APPROVER, 'posting.refresh', { story: id }))).toContain(
      '#one: failed: not_in_channel',
    )
    await gate.world.press(APPROVER, 'posting.retry', { story: id, place: '0' })
    await gate.world.press(APPROVER, 'posting.retry', { story: id, place: '0' })
    await gate.world.drain()
    expect(gate.places()).toEqual(['#one'])
  })

  it('that nobody can look into is uncertain until a person says', async () => {
    await gate.sign('internal')
    const id = await gate.sent(`spotlight ${JALEN} hired at great performances, post it in #dark`)
    gate.world.weather = ['unheard']
    await gate.approve(id)
    await gate.world.tick()
    const status = text(await gate.world.press(APPROVER, 'posting.refresh', { story: id }))
    expect(status).toContain('#dark: uncertain: look whether it is there')
    expect(status).toContain('[It is there] [Post again]')
    expect(text(await gate.world.press(APPROVER, 'posting.there', { story: id, place: '0' }))).toContain(
      'posted, as a person has seen',
    )
    await gate.world.drain()
    expect(gate.places()).toEqual(['#dark'])
  })
})
