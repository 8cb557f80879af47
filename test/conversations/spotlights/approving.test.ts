import { beforeEach, describe, expect, it } from 'vitest'
import { APPROVER, type Gate, openGate, text, WRITER } from './gate-stage.ts'

let gate: Gate

beforeEach(async () => {
  gate = await openGate()
})

describe('an approval', () => {
  it('is not undone: what it sent is taken down instead', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    await gate.approve(id)
    await gate.world.drain()
    expect(text(await gate.world.say(APPROVER, 'undo'))).toBe(
      'An approval is not undone: take the story down, and change it.',
    )
    expect(
      text(await gate.world.press(APPROVER, 'undo.turn', { turn: (await gate.world.lastTurn(APPROVER))?.id ?? '' })),
    ).toBe('An approval is not undone: take the story down, and change it.')
    expect((await gate.world.store.get('story', id))?.state).toBe('posted')
    expect(gate.places()).toEqual(['#one'])
  })

  it('does not go out with what was changed since, by a button of an earlier card', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    await gate.approve(id)
    await gate.world.drain()
    await gate.world.say(WRITER, 'add a sentence: We are proud')
    expect(text(await gate.world.press(APPROVER, 'posting.now', { story: id }))).toBe(
      'It was changed, so it needs approval again.',
    )
    expect((await gate.world.store.get('story', id))?.state).toBe('draft')
  })

  it('is of what was shown, not of what it became', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    const before = (await gate.world.store.get('story', id))?.revision ?? ''
    await gate.world.say(WRITER, 'change the headline to Jalen cooks')
    const answer = text(await gate.world.press(APPROVER, 'approval.approve', { story: id, revision: before }))
    expect(answer).toContain('It was changed since you saw it. This is how it is now.')
    await gate.world.drain()
    expect(gate.places()).toEqual([])
  })

  it('is given once: the second press finds it decided', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    const { revision = '' } = (await gate.world.store.get('story', id)) ?? {}
    await gate.world.press(APPROVER, 'approval.approve', { story: id, revision })
    expect(text(await gate.world.press('Nadia Ferris', 'approval.approve', { story: id, revision }))).toContain(
      'posted',
    )
    await gate.world.drain()
    expect(gate.places()).toEqual(['#one'])
  })

  it('can be refused with a reason, which the writer reads', async () => {
    const id = await gate.sent()
    const { revision = '' } = (await gate.world.store.get('story', id)) ?? {}
    expect(
      text(await gate.world.press(APPROVER, 'approval.declined', { story: id, revision }, { reason: ' ' })),
    ).toContain('Say why')
    await gate.world.press(APPROVER, 'approval.declined', { story: id, revision }, { reason: 'Too long' })
    await gate.world.drain()
    expect((await gate.world.store.get('story', id))?.state).toBe('declined')
    expect(gate.world.told.some(({ card }) => card.summary === 'Jalen W.: declined by Leon Whitaker. Too long')).toBe(
      true,
    )
  })

  it('is not staff’s to give', async () => {
    const id = await gate.sent()
    const { revision = '' } = (await gate.world.store.get('story', id)) ?? {}
    const answer = await gate.world.press('Grace Okafor', 'approval.approve', { story: id, revision })
    expect(text(answer)).toBe('Only approvers and admins approve stories.')
  })
})

describe('bad input', () => {
  it('cuts 50,000 characters visibly', async () => {
    const id = await gate.drafted()
    const cards = await gate.world.press(
      WRITER,
      'spotlight.save',
      { story: id },
      {
        headline: 'h'.repeat(5_000),
        text: 'word '.repeat(10_000),
        name: 'with',
        destinations: ['internal'],
        channels: '#one',
      },
    )
    const story = await gate.world.store.get('story', id)
    expect(text(cards)).toContain('The text was cut to what a post can hold.')
    expect(story?.text.headline).toBe(`${'h'.repeat(149)}…`)
    expect(story?.text.sentences.join(' ').length).toBeLessThanOrEqual(3_000)
    expect(story?.text.sentences.at(-1)?.endsWith('…')).toBe(true)
  })

  it('takes a time that is past for none', async () => {
    const id = await gate.drafted()
    const values = {
      headline: 'A',
      text: 'B.',
      name: 'with',
      destinations: ['internal'],
      channels: '',
      date: '2026-11-01',
      time: '09:00',
    }
    const cards = await gate.world.press(WRITER, 'spotlight.save', { story: id }, values)
    expect(text(cards)).toBe('That time is past. Nothing was changed.')
  })

  it('answers buttons of stories that are not there', async () => {
    expect(text(await gate.world.press(WRITER, 'spotlight.send', { story: 'nothing' }))).toBe('That story is gone.')
    expect(text(await gate.world.press(WRITER, 'approval.approve', {}))).toBe('That story is gone.')
    expect(text(await gate.world.press(WRITER, 'consent.confirm', {}, {}))).toBe('That report is gone.')
  })

  it('does not let others work on a story', async () => {
    const id = await gate.drafted()
    expect(text(await gate.world.press('Grace Okafor', 'spotlight.change', { story: id }))).toBe(
      'Only its writer and approvers change a story.',
    )
    expect(text(await gate.world.press('Grace Okafor', 'spotlight.open', { story: id }))).toBe(
      'Only its writer and approvers work on that story.',
    )
  })
})
