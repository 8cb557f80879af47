import { describe, expect, it } from 'vitest'
import { readUnread } from '../../../conversations/understanding/unread.ts'
import { factsOf } from './town.ts'

describe('what may be offered and nobody read', () => {
  it.each([
    ['Quillon can do 3 tastings', { words: '3 tastings', count: 3 }],
    ['they will do 4 bakeoffs with us', { words: '4 bakeoffs with', count: 4 }],
    ['called granby, they can spare 2 vaults', { words: '2 vaults', count: 2 }],
    ['lunch with Will, he will host 2', { words: 'host 2', count: 2 }],
    ['Rosa is giving us the works', { words: 'giving us the works' }],
    ['Rosa signed up for the gala', { words: 'signed up for the gala' }],
    ['Rosa will take 2 interns. She is on board for the regatta', { words: 'on board for the regatta' }],
    ['Rosa will take 2 interns. She is giving us the lowboy', { words: 'giving us the lowboy' }],
  ])('%s', (text, expected) => {
    expect(readUnread(factsOf(text))).toEqual(expected)
  })

  it.each([
    'she will take 2 interns',
    'they will be in room 4 upstairs',
    'she can talk for 20 minutes',
    'they have 12 stores',
    'we need 3 tastings',
    'they can not do 3 tastings',
    'she might do 3 tastings',
    'they will come to grade 11 orientation',
    'she will be back in 2 weeks',
    'they will call one person',
    'met Rosa on the 4th',
    'Rosa gave us 6 ovens',
    'Rosa gave us half a dozen ovens',
    'they are short two bakers, will not host',
    'Rosa will take 2 interns. She gave us the tour',
    'Rosa agreed to meet again',
    'Rosa agreed to the gala if her board does',
    'Rosa offered to send a list',
    'nobody under 18 as an intern, 2 who are 18 as apprentices',
    'Rosa has room for 2 more interns than the 3 they have',
    'she will judge, wants us 2 cater it',
  ])('nothing in: %s', (text) => {
    expect(readUnread(factsOf(text))).toBeUndefined()
  })
})
