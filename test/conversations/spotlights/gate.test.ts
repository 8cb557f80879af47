import { beforeEach, describe, expect, it } from 'vitest'
import { cardText } from '../../../data/card.ts'
import type { Instant } from '../../../data/time.ts'
import { StoryWorld } from './story-world.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const WRITER = 'Mei Tanaka'
const APPROVER = 'Leon Whitaker'
const JALEN = 'Jalen Whitfield'

let world: StoryWorld
const text = (cards: readonly Parameters<typeof cardText>[0][]): string => cards.map(cardText).join('\n')
const places = (): string[] => [...world.up.values()].map(({ place }) => place).sort()
const waitUntil = async (day: number): Promise<void> => {
  world.now = (world.now + day * DAY_MS) as Instant
  await world.drain()
}

async function drafted(
  said = `spotlight ${JALEN} hired at great performances as a cook, post it in #one`,
): Promise<string> {
  await world.say(WRITER, said)
  const story = await world.story(JALEN)
  if (!story) throw new Error('Nothing was drafted.')
  return story.id
}

async function approve(story: string): Promise<string> {
  const { revision = '' } = (await world.store.get('story', story)) ?? {}
  return text(await world.press(APPROVER, 'approval.approve', { story, revision }))
}

async function sent(said?: string): Promise<string> {
  const id = await drafted(said)
  await world.press(WRITER, 'spotlight.send', { story: id })
  return id
}

const sign = (terms: string): ReturnType<StoryWorld['say']> =>
  world.say(APPROVER, `${JALEN}'s media release is signed 9/14, ${terms}`)

beforeEach(async () => {
  world = await StoryWorld.open()
})

describe('the consent gate', () => {
  it('lets nothing through before a form is confirmed, whoever presses', async () => {
    const id = await sent()
    await world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social`)
    expect(await approve(id)).toContain('Not approved: nothing can be posted before a signed form on file covers it.')
    const { revision = '' } = (await world.store.get('story', id)) ?? {}
    expect(text(await world.press('Nadia Ferris', 'approval.approve', { story: id, revision }))).toContain(
      'Not approved',
    )
    await world.drain()
    expect(places()).toEqual([])
  })

  it('is the approver’s to open: the form as they fill it in', async () => {
    await sent()
    await world.say(WRITER, `${JALEN}'s mom signed the media release`)
    const [report] = await world.store.find('consent', { where: { state: 'reported' } })
    const consent = report?.id ?? ''
    const terms = {
      destinations: ['internal'],
      thirdParty: '',
      date: '2026-09-14',
      end: '',
      fullName: 'short',
      removeAtEnd: 'stay',
    }
    const confirm = async (values: Record<string, string | string[]>, who = APPROVER): Promise<string> =>
      text(await world.press(who, 'consent.confirm', { consent }, { ...terms, ...values }))
    expect(await confirm({}, WRITER)).toBe('Only approvers and admins confirm that a form is on file.')
    expect(await confirm({ destinations: [] })).toBe('Which destinations does the form name? Tick them, then confirm.')
    expect(await confirm({ date: '' })).toBe('On which day was it signed? Fill it in, then confirm.')
    expect(await confirm({ date: '2026-12-24' })).toBe(
      'The day of the signature lies ahead. On which day was it signed?',
    )
    expect(await confirm({ end: '2026-09-01' })).toBe('It ends before it was signed.')
    expect(await confirm({ destinations: ['third_party'] })).toBe('Which third party does the form name?')
    expect(await confirm({ destinations: ['third_party'], thirdParty: 'Zorblax' })).toBe(
      '"Zorblax" is not a partner I know. How is it spelled?',
    )
    expect(await confirm({})).toContain('It covers inside the organization, signed Mon, Sep 14, to Wed, Jun 30, 2027')
    expect(await confirm({})).toBe('Form of Jalen W.: confirmed already.')
    const kept = await world.store.get('consent', consent)
    expect([kept?.state, kept?.end, kept?.destinations]).toEqual(['granted', '2027-06-30', ['internal']])
  })

  it('does not take for an approver’s word what someone else has reported', async () => {
    await world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social`)
    const asked = text(await world.say(APPROVER, `${JALEN}'s media release is signed 9/14`))
    expect(asked).toContain('Look whether all of it stands in the form.')
    expect((await world.store.find('consent')).map(({ state }) => state)).toEqual(['reported'])
    await world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social, full name ok`)
    expect(text(await sign('internal'))).toContain(
      'It covers inside the organization, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial.',
    )
  })

  it('does not approve what would go out after the consent has ended', async () => {
    await sign('internal, until 12/3')
    const id = await sent(
      `spotlight ${JALEN} hired at great performances, post it in #one, publish it next monday at 9am`,
    )
    expect(await approve(id)).toContain('Held back, its consent has ended: #one.')
    await waitUntil(8)
    expect(places()).toEqual([])
  })

  it('holds back what could not be sent until its consent had ended', async () => {
    await sign('internal, until 12/3')
    const id = await sent()
    world.weather = ['busy']
    await approve(id)
    await world.tick()
    await waitUntil(8)
    expect(places()).toEqual([])
    expect(world.violations).toEqual([])
    const held = 'held back: No consent covers this destination now.'
    expect(world.told.some(({ card }) => card.summary.includes(held))).toBe(true)
  })

  it('leaves what is published after the end, and takes it down where the form says so', async () => {
    await sign('internal, web, until 12/3')
    await approve(await sent())
    await world.drain()
    await waitUntil(10)
    expect(places()).toEqual(['#one'])
    world = await StoryWorld.open()
    await sign('internal, web, until 12/3, take it down at its end')
    await approve(await sent())
    await world.drain()
    expect(places()).toEqual(['#one'])
    await waitUntil(10)
    expect(places()).toEqual([])
    expect((await world.story(JALEN))?.state).toBe('taken_down')
  })

  it('shows the full name only where the form says so', async () => {
    await sign('internal, full name ok')
    await approve(await sent())
    await world.drain()
    expect([...world.up.values()].map(({ card }) => card.summary)).toEqual([
      'Jalen Whitfield is hired at Great Performances as a cook',
    ])
  })

  it('keeps a form that is said twice once', async () => {
    await sign('internal and web')
    await sign('web and internal, full name ok')
    const kept = await world.store.find('consent')
    expect(kept.map(({ state, fullName }) => [state, fullName])).toEqual([['granted', true]])
  })

  it('holds in a race between an approval and a withdrawal, whichever is first', async () => {
    await sign('internal')
    const id = await sent()
    await Promise.all([
      approve(id),
      world.say('Victor Lindgren', `${JALEN}'s family does not consent to any photos or posts`),
      world.tick(0),
    ])
    await world.drain()
    expect(places()).toEqual([])
    expect(world.violations).toEqual([])
    expect((await world.story(JALEN))?.state).toBe('taken_down')
  })

  it('drops what is on its way when the family withdraws before it leaves', async () => {
    await sign('internal')
    const id = await sent()
    world.weather = ['busy']
    await approve(id)
    await world.tick()
    expect(places()).toEqual([])
    await world.say('Victor Lindgren', `${JALEN}'s family does not consent to any photos or posts`)
    await world.drain()
    expect(places()).toEqual([])
    expect(world.violations).toEqual([])
  })
})

describe('what is on its way', () => {
  const takingBack: [string, (id: string) => Promise<unknown>][] = [
    ['the family withdraws', () => world.say('Victor Lindgren', `${JALEN}'s family withdrew the consent`, '#general')],
    ['it is taken down', () => world.say('Grace Okafor', `take down ${JALEN}'s post NOW`, '#general')],
    ['it is taken down by its button', (id) => world.press('Grace Okafor', 'take-down.story', { story: id })],
  ]
  for (const [what, takeBack] of takingBack) {
    it(`is gone once it has arrived, where ${what} while the channel still takes it`, async () => {
      await sign('internal')
      const id = await sent()
      world.weather = ['slow']
      await approve(id)
      const sending = world.tick()
      await expect.poll(() => world.weather.length).toBe(0)
      await takeBack(id)
      world.arrive()
      await sending
      await world.drain()
      expect(places()).toEqual([])
      expect((await world.story(JALEN))?.state).toBe('taken_down')
      expect(world.told.some(({ card }) => cardText(card).includes('removed from #one'))).toBe(true)
    })
  }

  it('stays the story’s own when it is changed at the moment its time has come', async () => {
    await sign('internal')
    const id = await sent(`spotlight ${JALEN} hired at great performances, post it in #one tomorrow at 9am`)
    await approve(id)
    const { publishedAt = 0 } = (await world.store.get('story', id)) ?? {}
    world.now = (publishedAt - 500) as Instant
    // The post leaves before the clock has said that the story is out.
    await world.sendDue(600)
    expect(places()).toEqual(['#one'])
    await world.say(WRITER, 'add a sentence: We are proud')
    await world.drain()
    const changed = await world.store.get('story', id)
    expect([changed?.state, changed?.isLive, changed?.approval === undefined]).toEqual(['draft', true, false])
    await world.say('Grace Okafor', `take down ${JALEN}'s post NOW`)
    await world.drain()
    expect(places()).toEqual([])
  })

  it('says nothing of channels that it never reached', async () => {
    await sign('internal')
    const id = await sent(`spotlight ${JALEN} hired at great performances, post it in #one tomorrow at 9am`)
    await approve(id)
    const answer = text(await world.press(WRITER, 'take-down.story', { story: id }))
    expect(answer).toContain('Nothing of it was out yet, and nothing will go out.')
    await waitUntil(2)
    expect(places()).toEqual([])
    expect(world.told.some(({ card }) => cardText(card).includes('removed from'))).toBe(false)
  })
})

describe('an approval', () => {
  it('is not undone: what it sent is taken down instead', async () => {
    await sign('internal')
    const id = await sent()
    await approve(id)
    await world.drain()
    expect(text(await world.say(APPROVER, 'undo'))).toBe(
      'An approval is not undone: take the story down, and change it.',
    )
    expect(text(await world.press(APPROVER, 'undo.turn', { turn: (await world.lastTurn(APPROVER))?.id ?? '' }))).toBe(
      'An approval is not undone: take the story down, and change it.',
    )
    expect((await world.store.get('story', id))?.state).toBe('posted')
    expect(places()).toEqual(['#one'])
  })

  it('does not go out with what was changed since, by a button of an earlier card', async () => {
    await sign('internal')
    const id = await sent()
    await approve(id)
    await world.drain()
    await world.say(WRITER, 'add a sentence: We are proud')
    expect(text(await world.press(APPROVER, 'posting.now', { story: id }))).toBe(
      'It was changed, so it needs approval again.',
    )
    expect((await world.store.get('story', id))?.state).toBe('draft')
  })

  it('is of what was shown, not of what it became', async () => {
    await sign('internal')
    const id = await sent()
    const before = (await world.store.get('story', id))?.revision ?? ''
    await world.say(WRITER, 'change the headline to Jalen cooks')
    const answer = text(await world.press(APPROVER, 'approval.approve', { story: id, revision: before }))
    expect(answer).toContain('It was changed since you saw it. This is how it is now.')
    await world.drain()
    expect(places()).toEqual([])
  })

  it('is given once: the second press finds it decided', async () => {
    await sign('internal')
    const id = await sent()
    const { revision = '' } = (await world.store.get('story', id)) ?? {}
    await world.press(APPROVER, 'approval.approve', { story: id, revision })
    expect(text(await world.press('Nadia Ferris', 'approval.approve', { story: id, revision }))).toContain('posted')
    await world.drain()
    expect(places()).toEqual(['#one'])
  })

  it('can be refused with a reason, which the writer reads', async () => {
    const id = await sent()
    const { revision = '' } = (await world.store.get('story', id)) ?? {}
    expect(text(await world.press(APPROVER, 'approval.declined', { story: id, revision }, { reason: ' ' }))).toContain(
      'Say why',
    )
    await world.press(APPROVER, 'approval.declined', { story: id, revision }, { reason: 'Too long' })
    await world.drain()
    expect((await world.store.get('story', id))?.state).toBe('declined')
    expect(world.told.some(({ card }) => card.summary === 'Jalen W.: declined by Leon Whitaker. Too long')).toBe(true)
  })

  it('is not staff’s to give', async () => {
    const id = await sent()
    const { revision = '' } = (await world.store.get('story', id)) ?? {}
    const answer = await world.press('Grace Okafor', 'approval.approve', { story: id, revision })
    expect(text(answer)).toBe('Only approvers and admins approve stories.')
  })
})

describe('a place', () => {
  it('that refuses is named, with a retry', async () => {
    await sign('internal')
    const id = await sent()
    world.weather = ['refuses']
    await approve(id)
    await world.tick()
    await world.tick()
    expect(text(await world.press(APPROVER, 'posting.refresh', { story: id }))).toContain(
      '#one: failed: not_in_channel',
    )
    await world.press(APPROVER, 'posting.retry', { story: id, place: '0' })
    await world.press(APPROVER, 'posting.retry', { story: id, place: '0' })
    await world.drain()
    expect(places()).toEqual(['#one'])
  })

  it('that nobody can look into is uncertain until a person says', async () => {
    await sign('internal')
    const id = await sent(`spotlight ${JALEN} hired at great performances, post it in #dark`)
    world.weather = ['unheard']
    await approve(id)
    await world.tick()
    const status = text(await world.press(APPROVER, 'posting.refresh', { story: id }))
    expect(status).toContain('#dark: uncertain: look whether it is there')
    expect(status).toContain('[It is there] [Post again]')
    expect(text(await world.press(APPROVER, 'posting.there', { story: id, place: '0' }))).toContain(
      'posted, as a person has seen',
    )
    await world.drain()
    expect(places()).toEqual(['#dark'])
  })
})

describe('bad input', () => {
  it('cuts 50,000 characters visibly', async () => {
    const id = await drafted()
    const cards = await world.press(
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
    const story = await world.store.get('story', id)
    expect(text(cards)).toContain('The text was cut to what a post can hold.')
    expect(story?.text.headline).toBe(`${'h'.repeat(149)}…`)
    expect(story?.text.sentences.join(' ').length).toBeLessThanOrEqual(3_000)
    expect(story?.text.sentences.at(-1)?.endsWith('…')).toBe(true)
  })

  it('takes a time that is past for none', async () => {
    const id = await drafted()
    const values = {
      headline: 'A',
      text: 'B.',
      name: 'with',
      destinations: ['internal'],
      channels: '',
      date: '2026-11-01',
      time: '09:00',
    }
    const cards = await world.press(WRITER, 'spotlight.save', { story: id }, values)
    expect(text(cards)).toBe('That time is past. Nothing was changed.')
  })

  it('answers buttons of stories that are not there', async () => {
    expect(text(await world.press(WRITER, 'spotlight.send', { story: 'nothing' }))).toBe('That story is gone.')
    expect(text(await world.press(WRITER, 'approval.approve', {}))).toBe('That story is gone.')
    expect(text(await world.press(WRITER, 'consent.confirm', {}, {}))).toBe('That report is gone.')
  })

  it('does not let others work on a story', async () => {
    const id = await drafted()
    expect(text(await world.press('Grace Okafor', 'spotlight.change', { story: id }))).toBe(
      'Only its writer and approvers change a story.',
    )
    expect(text(await world.press('Grace Okafor', 'spotlight.open', { story: id }))).toBe(
      'Only its writer and approvers work on that story.',
    )
  })
})
