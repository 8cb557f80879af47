import { beforeEach, describe, expect, it } from 'vitest'
import { APPROVER, type Gate, JALEN, openGate, text, WRITER } from './gate-stage.ts'

let gate: Gate

beforeEach(async () => {
  gate = await openGate()
})

describe('the consent gate', () => {
  it('lets nothing through before a form is confirmed, whoever presses', async () => {
    const id = await gate.sent()
    await gate.world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social`)
    expect(await gate.approve(id)).toContain(
      'Not approved: nothing can be posted before a signed form on file covers it.',
    )
    const { revision = '' } = (await gate.world.store.get('story', id)) ?? {}
    expect(text(await gate.world.press('Nadia Ferris', 'approval.approve', { story: id, revision }))).toContain(
      'Not approved',
    )
    await gate.world.drain()
    expect(gate.places()).toEqual([])
  })

  it('is the approver’s to open: the form as they fill it in', async () => {
    await gate.sent()
    await gate.world.say(WRITER, `${JALEN}'s mom signed the media release`)
    const [report] = await gate.world.store.find('consent', { where: { state: 'reported' } })
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
      text(await gate.world.press(who, 'consent.confirm', { consent }, { ...terms, ...values }))
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
    const kept = await gate.world.store.get('consent', consent)
    expect([kept?.state, kept?.end, kept?.destinations]).toEqual(['granted', '2027-06-30', ['internal']])
  })

  it('does not take for an approver’s word what someone else has reported', async () => {
    await gate.world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social`)
    const asked = text(await gate.world.say(APPROVER, `${JALEN}'s media release is signed 9/14`))
    expect(asked).toContain('Look whether all of it stands in the form.')
    expect((await gate.world.store.find('consent')).map(({ state }) => state)).toEqual(['reported'])
    await gate.world.say(WRITER, `${JALEN}'s media release is signed 9/14, internal web and social, full name ok`)
    expect(text(await gate.sign('internal'))).toContain(
      'It covers inside the organization, signed Mon, Sep 14, to Wed, Jun 30, 2027, first name and initial.',
    )
  })

  it('does not approve what would go out after the consent has ended', async () => {
    await gate.sign('internal, until 12/3')
    const id = await gate.sent(
      `spotlight ${JALEN} hired at great performances, post it in #one, publish it next monday at 9am`,
    )
    expect(await gate.approve(id)).toContain('Held back, its consent has ended: #one.')
    await gate.waitUntil(8)
    expect(gate.places()).toEqual([])
  })

  it('holds back what could not be sent until its consent had ended', async () => {
    await gate.sign('internal, until 12/3')
    const id = await gate.sent()
    gate.world.weather = ['busy']
    await gate.approve(id)
    await gate.world.tick()
    await gate.waitUntil(8)
    expect(gate.places()).toEqual([])
    expect(gate.world.violations).toEqual([])
    const held = 'held back: No consent covers this destination now.'
    expect(gate.world.told.some(({ card }) => card.summary.includes(held))).toBe(true)
  })

  it('leaves what is published after the end, and takes it down where the form says so', async () => {
    await gate.sign('internal, web, until 12/3')
    await gate.approve(await gate.sent())
    await gate.world.drain()
    await gate.waitUntil(10)
    expect(gate.places()).toEqual(['#one'])
    gate = await openGate()
    await gate.sign('internal, web, until 12/3, take it down at its end')
    await gate.approve(await gate.sent())
    await gate.world.drain()
    expect(gate.places()).toEqual(['#one'])
    await gate.waitUntil(10)
    expect(gate.places()).toEqual([])
    expect((await gate.world.story(JALEN))?.state).toBe('taken_down')
  })

  it('shows the full name only where the form says so', async () => {
    await gate.sign('internal, full name ok')
    await gate.approve(await gate.sent())
    await gate.world.drain()
    expect([...gate.world.up.values()].map(({ card }) => card.summary)).toEqual([
      'Jalen Whitfield is hired at Great Performances as a cook',
    ])
  })

  it('keeps a form that is said twice once', async () => {
    await gate.sign('internal and web')
    await gate.sign('web and internal, full name ok')
    const kept = await gate.world.store.find('consent')
    expect(kept.map(({ state, fullName }) => [state, fullName])).toEqual([['granted', true]])
  })

  it('holds in a race between an approval and a withdrawal, whichever is first', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    await Promise.all([
      gate.approve(id),
      gate.world.say('Victor Lindgren', `${JALEN}'s family does not consent to any photos or posts`),
      gate.world.tick(0),
    ])
    await gate.world.drain()
    expect(gate.places()).toEqual([])
    expect(gate.world.violations).toEqual([])
    expect((await gate.world.story(JALEN))?.state).toBe('taken_down')
  })

  it('drops what is on its way when the family withdraws before it leaves', async () => {
    await gate.sign('internal')
    const id = await gate.sent()
    gate.world.weather = ['busy']
    await gate.approve(id)
    await gate.world.tick()
    expect(gate.places()).toEqual([])
    await gate.world.say('Victor Lindgren', `${JALEN}'s family does not consent to any photos or posts`)
    await gate.world.drain()
    expect(gate.places()).toEqual([])
    expect(gate.world.violations).toEqual([])
  })
})
