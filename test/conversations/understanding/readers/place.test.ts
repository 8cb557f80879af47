import { describe, expect, it } from 'vitest'
import { readChannel } from '../../../../conversations/understanding/readers/place.ts'
import { factsOf } from '../lakeshore.ts'

describe('rooms', () => {
  it.each([
    ['speaker in rm B12', 'B12'],
    ['book room 204 please', '204'],
    ['breakfast in the library at Gary', 'library'],
    ['Room: Media Center', 'media center'],
    ['in our caf', 'cafeteria'],
    ['classroom 3b', '3B'],
    ['move it to the gym', 'gym'],
    ['Dunes auditorium, 9 am', 'auditorium'],
    ['use the wood shop for it', 'wood shop'],
    ['rm # 118', '118'],
  ])('%s: %s', (text, room) => {
    expect(factsOf(text).room?.value).toBe(room)
  })

  it.each([
    'Local 134',
    'grade 11',
    'make room for them',
    'ext. 4411',
    'they run a commercial kitchen',
    'no room for more kids',
    'works at a library',
    'there is room for 6',
  ])('no room in: %s', (text) => {
    expect(factsOf(text).room).toBeUndefined()
  })
})

describe('periods and channels', () => {
  it.each([
    ['3rd period Friday', ['3']],
    ['thurs p2 at Gary', ['2']],
    ['period four', ['4']],
    ['p3 + p4 back to back', ['3', '4']],
    ['during my 5th, please', ['5']],
    ['on the PD day', []],
    ['marking period 2 grades', []],
    ['trial period 1 is over', []],
    ['on the 5th', []],
    ['page 12 of the handbook', []],
  ])('periods of %s', (text, periods) => {
    expect(factsOf(text).periods.map(({ value }) => value)).toEqual(periods)
  })

  it.each([
    ['spotlight in #cte-wins', 'cte-wins'],
    ['goes in #queens_cte, please', 'queens_cte'],
    ['we are #1', '1'],
    ['(#Wins)', 'wins'],
    ['C# class', undefined],
    ['a&#b', undefined],
  ])('channel of %s', (text, channel) => {
    expect(readChannel(text)).toBe(channel)
  })
})
