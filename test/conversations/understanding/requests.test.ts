import { describe, expect, it } from 'vitest'
import { frameOf } from '../../../conversations/understanding/frame.ts'
import { fillPronoun, joinedParties, listedAnswers, pairsOf } from '../../../conversations/understanding/requests.ts'
import { understand } from '../../../conversations/understanding/understand.ts'
import { NOW } from './dates/reading-table.ts'
import { factsOf, town } from './town.ts'

const intents = (text: string): string[] => understand(text, town, { now: NOW }).frames.map(({ intent }) => intent)

describe('two companies in one breath', () => {
  it.each([
    ['called quillon and granby', { first: 'called quillon', second: 'called granby' }],
    ['emailed Art & Mark today', { first: 'emailed Art today', second: 'emailed Mark today' }],
  ])('%s', (text, pair) => {
    expect(joinedParties(factsOf(text))).toEqual(pair)
  })

  it.each([
    'called quillon',
    'called quillon, granby',
    'met Art and Hope',
    'called quillon and ternfield',
    'called quillon and granby and cedarvale',
    'met Rosa and somebody',
  ])('not in: %s', (text) => {
    expect(joinedParties(factsOf(text))).toBeUndefined()
  })
})

describe('several answers in one line', () => {
  it.each([
    ['quillon yes 4, granby no', ['quillon yes 4', 'granby no']],
    ['Quillon: in; Granby: out; Cedarvale maybe', ['Quillon: in', 'Granby: out', 'Cedarvale maybe']],
    ['quillon yes, granby no for the breakfast', ['quillon yes for the breakfast', 'granby no for the breakfast']],
    ['quillon is coming and granby declined', ['quillon is coming', 'granby declined']],
  ])('%s', (text, answers) => {
    expect(listedAnswers(factsOf(text))).toEqual(answers)
  })

  it.each(['quillon yes 4', 'quillon, granby yes', 'quillon yes, granby', 'called quillon, granby no answer'])(
    'not in: %s',
    (text) => {
      expect(listedAnswers(factsOf(text))).toEqual([])
    },
  )
})

describe('an answer of one of several', () => {
  it.each(['Rosa cant make the breakfast but Mark can', 'quillon and granby are sending 4 to the breakfast'])(
    'is asked about: %s',
    (text) => {
      expect(understand(text, town, { now: NOW }).frames).toMatchObject([{ intent: 'record_rsvp', asks: true }])
    },
  )

  it.each(['Rosa from ternfield cant make the breakfast', 'quillon is in for the breakfast'])(
    'is taken where there is one: %s',
    (text) => {
      expect(understand(text, town, { now: NOW }).frames).toMatchObject([{ intent: 'record_rsvp', asks: false }])
    },
  )
})

describe('two requests', () => {
  it.each([
    ['met Rosa today and remind me to call Mark on Friday', ['log_contact', 'set_follow_up']],
    ['called Grace today. book a speaker at Foundry with Quillon jan 12 at 10', ['log_contact', 'schedule_event']],
    ['quillon is out for the breakfast. cancel the talk on the 17th', ['record_rsvp', 'cancel_event']],
    ['Grace can not do the 17th, push her talk a week', ['move_event']],
    ['Grace can not do the 17th. move her talk to the 18th at 1', ['move_event']],
    ['quillon and granby are both in for the breakfast', ['record_rsvp', 'record_rsvp']],
    ['Mark and Art are out for the breakfast', ['record_rsvp', 'record_rsvp']],
    ['quillon and granby are sending 4 to the breakfast', ['record_rsvp']],
    ['met Rosa, remind her about the forms', ['log_contact']],
    ['breakfast at Foundry jan 14 at 8 and book the gym for it', ['schedule_event']],
  ])('%s: %j', (text, expected) => {
    expect(intents(text)).toEqual(expected)
  })

  it('may begin behind "and", "also" or a full stop, with what is to be done', () => {
    expect([...pairsOf(factsOf('met Rosa, also please book a room'))]).toEqual([
      { first: 'met Rosa', second: 'book a room' },
    ])
    expect([...pairsOf(factsOf('met Rosa and Mark, good talk'))]).toEqual([])
  })

  it('name the other’s person for a pronoun', () => {
    const first = frameOf('log_contact', { slots: { partner: 'Quillon Bakery', people: ['Art Delgado'] } })
    expect(fillPronoun('book him for Friday', first)).toBe('book Art Delgado from Quillon Bakery for Friday')
    expect(fillPronoun('book a room', first)).toBe('book a room')
    expect(fillPronoun('book him', frameOf('log_contact'))).toBe('book him')
  })
})
