import { describe, expect, it } from 'vitest'
import { factsOf } from '../lakeshore.ts'

describe('methods', () => {
  it.each([
    ['met her for coffee', 'meeting'],
    ['Frank stopped by our school', 'meeting'],
    ['Hal dropped in today', 'meeting'],
    ['had tacos with Nia', 'meeting'],
    ['toured the plant', 'visit'],
    ['met Elias at his yard', 'visit'],
    ['met Elias at their mill', 'visit'],
    ['cafecito with Nia', 'meeting'],
    ['Hal gave me a tour', 'visit'],
    ['spent the morning at Generac', 'visit'],
    ['left a voicemail for Hal', 'call'],
    ['he rang this morning', 'call'],
    ['got Nia on the horn', 'call'],
    ['got Nia on the line', 'call'],
    ['played phone tag with Hal', 'call'],
    ['a nice chat with Nia over chowder', 'meeting'],
    ['talked with Chef Nia outside church', 'meeting'],
    ['hallway chat with Hal', 'meeting'],
    ['she received us at the station', 'visit'],
    ['popped in to Generac for screws', 'visit'],
    ['met Elias at his trailer', 'visit'],
    ['at the hospital’s offices', 'visit'],
    ['Elias, on site', 'visit'],
    ['we met at the clinic', 'visit'],
    ['dropped off flyers at Generac', 'visit'],
    ['Nia stopped me in the lobby', 'meeting'],
    ['Hal over beers', 'meeting'],
    ['saw her at Generac', 'visit'],
    ['met Nia on the shop floor at Generac', 'visit'],
    ['dropped in at the kitchen', 'visit'],
    ['had pie with Nia', 'meeting'],
    ['Teams call with Sunil', 'video'],
    ['had a call on zoom', 'video'],
    ['Hal Jensen, 9:00, over google meet', 'video'],
    ['Fwd from Claudia, email sent Oct 5', 'email'],
    ['she wrote back', 'email'],
    ['From: Hal Jensen\nSent: Mon 9/21\nhappy to help', 'email'],
    ['messaged her on Teams chat', 'text'],
    ["DM'd Paige on LinkedIn", 'text'],
    ['pinged Hal on slack', 'text'],
    ['ran into Quentin at the chamber conference', 'event'],
    ['chatted with Helen at the breakfast', 'event'],
    ['met Nia at the boat show', 'event'],
    ['at the breakfast i got chatting with Nia', 'event'],
    ['2 scholarships, Nia told me at the chamber breakfast', 'event'],
  ])('%s: %s', (text, method) => {
    expect(factsOf(text).methods[0]?.value).toBe(method)
  })

  it.each([
    'spoke with Hal',
    'talked to Nia',
    'I will call him back',
    'it was not a call',
    'call off the breakfast',
    'she is new in her job',
    'he called in sick',
    'asked for a table at the job fair',
    'lunch with Nia fell through',
    'let me email her',
    'we need to visit',
    'talked to Nia over there',
    'Nia came back to us',
    'they will spring for lunch',
  ])('none in: %s', (text) => {
    expect(factsOf(text).methods).toEqual([])
  })
})
