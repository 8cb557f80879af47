import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import type { CalendarStage } from './calendar-stage.ts'
import { frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const open = () => openCalendarStage('2026-11-20T09:00', { directory })
const OWNER = 'Olga Organizer'

/** A weekly visit at North High from Tue, Dec 1, six times; Dec 29 is a day off. */
const series = async (stage: CalendarStage): Promise<string> => {
  await stage.plan(OWNER, {
    event: 'speaker',
    school: 'North High',
    start: '2026-12-01T09:40',
    end: '2026-12-01T10:25',
    period: '3',
    repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6',
    partners: ['Metro Motors'],
  } as unknown as Slots)
  return (await stage.planned()).id
}

const single = async (stage: CalendarStage): Promise<string> => {
  await stage.plan(OWNER, {
    event: 'speaker',
    school: 'North High',
    start: '2026-12-03T09:40',
    end: '2026-12-03T10:25',
    programs: ['Automotive'],
    partners: ['Metro Motors'],
    people: ['Ana Ruiz'],
    headcount: 25,
  } as unknown as Slots)
  return (await stage.planned()).id
}

const move = (target: string, slots: object) => frameOf('move_event', { slots: { target, ...slots } as Slots })
const cancel = (target: string) => frameOf('cancel_event', { slots: { target } })

describe('moving and cancelling', () => {
  test('a day alone keeps the hours, the length follows a new start, the sequence grows', async () => {
    const stage = await open()
    const id = await single(stage)
    const seen = await stage.frame(OWNER, move(id, { start: '2026-12-04' }))
    expect(textOf(seen)).toContain('Moved: Guest speaker, Metro Motors')
    expect(textOf(seen)).toContain('When: Fri, Dec 4, 9:40 to 10:25')
    await stage.frame(OWNER, move(id, { start: '2026-12-04T10:40' }))
    expect(await stage.planned()).toMatchObject({ start: '2026-12-04T10:40', end: '2026-12-04T11:25', sequence: 2 })
  })

  test('"no, the 8th" after a move moves it there', async () => {
    const stage = await open()
    const id = await single(stage)
    await stage.frame(OWNER, move(id, { start: '2026-12-04' }))
    const seen = await stage.frame(OWNER, frameOf('correct', { slots: { start: '2026-12-08' } as Slots }))
    expect(textOf(seen)).toContain('When: Tue, Dec 8, 9:40 to 10:25')
  })

  test('a move is warned about as a plan is', async () => {
    const stage = await open()
    const id = await single(stage)
    const seen = await stage.frame(OWNER, move(id, { start: '2026-12-24' }))
    expect(textOf(seen)).toContain('Thu, Dec 24 is a holiday')
    const moved = await stage.press(OWNER, 'Move it anyway')
    expect(textOf(moved)).toContain('Moved')
    expect(await stage.planned()).toMatchObject({ start: '2026-12-24T09:40' })
  })

  test('a series is asked about; one time of it moves by a button', async () => {
    const stage = await open()
    const id = await series(stage)
    const asked = await stage.frame(OWNER, move(id, { start: '2026-12-09' }))
    expect(textOf(asked)).toContain('repeats. Just one of them, or all?')
    const seen = await stage.press(OWNER, 'Just Tue, Dec 8')
    expect(textOf(seen)).toContain('Only Tue, Dec 8, 9:40 moves: to Wed, Dec 9, 9:40 to 10:25.')
    expect((await stage.planned()).moved).toEqual([
      { from: '2026-12-08', start: '2026-12-09T09:40', end: '2026-12-09T10:25' },
    ])
  })

  test('all of a series moves to another weekday, with what was called off', async () => {
    const stage = await open()
    const id = await series(stage)
    await stage.frame(OWNER, cancel(id), 'cancel it, just the 15th')
    expect(await stage.planned()).toMatchObject({ calledOff: ['2026-12-15'], skips: ['2026-12-15', '2026-12-29'] })
    await stage.frame(OWNER, move(id, { start: '2026-12-03' }), 'move it to thursday, all of them')
    expect(await stage.planned()).toMatchObject({
      start: '2026-12-03T09:40',
      repeats: 'FREQ=WEEKLY;BYDAY=TH;COUNT=6',
      calledOff: ['2026-12-17'],
      skips: ['2026-12-17', '2026-12-24'],
    })
  })

  test('what is past of a series stays when the rest moves', async () => {
    const stage = await open()
    const id = await series(stage)
    await stage.at('2026-12-09T12:00')
    await stage.frame(OWNER, move(id, { start: '2026-12-16' }), 'move them all to wednesday')
    const event = await stage.planned()
    expect(event.moved).toEqual([
      { from: '2026-12-02', start: '2026-12-01T09:40', end: '2026-12-01T10:25' },
      { from: '2026-12-09', start: '2026-12-08T09:40', end: '2026-12-08T10:25' },
    ])
    expect(event.start).toBe('2026-12-02T09:40')
  })

  test('a single event is cancelled at once, and comes back by undo while nobody was told', async () => {
    const stage = await open()
    const id = await single(stage)
    const seen = await stage.frame(OWNER, cancel(id))
    expect(textOf(seen)).toContain('Cancelled: Guest speaker, Metro Motors')
    expect(await stage.store.get('event', id)).toMatchObject({ isCancelled: true, sequence: 1 })
    await stage.press(OWNER, 'Undo')
    expect(await stage.store.get('event', id)).toMatchObject({ isCancelled: false, sequence: 0 })
  })

  test('invited people are told of a move and of the end, and undo then says why not', async () => {
    const stage = await open()
    const id = await single(stage)
    const invited = await stage.press(OWNER, 'Invite')
    expect(textOf(invited, 'Ned North')).toContain('Invitation: Guest speaker, Metro Motors')
    expect(textOf(invited, OWNER)).toContain('Send this yourself')
    expect(textOf(invited, OWNER)).toContain('Dear Ana, we would like to have you as a guest speaker')
    const moved = await stage.frame(OWNER, move(id, { start: '2026-12-04' }))
    expect(textOf(moved, 'Ned North')).toContain('Changed: Guest speaker, Metro Motors')
    expect(textOf(moved, 'Ned North')).toContain('[Yes] [No] [Maybe]')
    expect(textOf(moved, OWNER)).toContain('Told: Ned North.')
    const undone = await stage.frame(OWNER, frameOf('undo'))
    expect(textOf(undone)).toContain('Others have been told of that already')
    const cancelled = await stage.press(OWNER, 'Cancel')
    expect(textOf(cancelled, 'Ned North')).toContain('Cancelled: Guest speaker, Metro Motors')
  })

  test('an event that is over does not move', async () => {
    const stage = await open()
    const id = await single(stage)
    await stage.at('2026-12-03T12:00')
    expect(textOf(await stage.frame(OWNER, move(id, { start: '2026-12-10' })))).toContain(
      'That event is over, so it cannot be moved.',
    )
  })
})

describe('the change form', () => {
  const values = {
    event: 'speaker',
    day: '2026-12-04',
    from: '10:00',
    to: '10:40',
    room: '114',
    partners: 'Metro Motors, Rail Works',
    people: 'Ana Ruiz',
    headcount: '31',
  }

  test('shows every slot as it stands, and changes what was changed', async () => {
    const stage = await open()
    await single(stage)
    const form = await stage.press(OWNER, 'Change')
    expect(textOf(form)).toContain('Day: 2026-12-03')
    expect(textOf(form)).toContain('From: 09:40')
    expect(textOf(form)).toContain('Partners: Metro Motors')
    const saved = await stage.submit(OWNER, 'Save', values)
    expect(textOf(saved)).toContain('When: Fri, Dec 4, 10:00 to 10:40')
    expect(textOf(saved)).toContain('Partners: Metro Motors, Rail Works')
    expect(textOf(saved)).toContain('room 114')
    expect(await stage.planned()).toMatchObject({ headcount: 31, sequence: 1 })
  })

  test.each([
    [{ day: '2026-02-30' }, 'The day is not one. Nothing was changed.'],
    [{ day: '2026-11-01' }, 'That moment is gone. Nothing was changed.'],
    [{ to: '09:00' }, 'It ends before it begins. Nothing was changed.'],
    [{ partners: 'Nobody Knows Inc' }, '"Nobody Knows Inc" is not a partner I know. Nothing was changed.'],
    [{ day: '2026-12-24' }, 'Thu, Dec 24 is a holiday: Winter Recess.'],
  ])('%j: %s', async (changes, answer) => {
    const stage = await open()
    await single(stage)
    await stage.press(OWNER, 'Change')
    expect(textOf(await stage.submit(OWNER, 'Save', { ...values, ...changes }))).toContain(answer)
    expect(await stage.planned()).toMatchObject({ start: '2026-12-03T09:40', sequence: 0 })
  })

  test('an emptied room is no room', async () => {
    const stage = await open()
    await single(stage)
    await stage.press(OWNER, 'Change')
    await stage.submit(OWNER, 'Save', values)
    await stage.press(OWNER, 'Change')
    await stage.submit(OWNER, 'Save', { ...values, room: '' })
    expect((await stage.planned()).room).toBeUndefined()
  })
})
