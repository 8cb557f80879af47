import { describe, expect, it } from 'vitest'
import { readSurroundings } from '../../../../conversations/understanding/names/surroundings.ts'
import { readMessage } from '../../../../conversations/understanding/text/message.ts'
import { readingOf } from '../town.ts'

const names = (text: string): string[] => readingOf(text).names.map(({ kind, typed }) => `${kind} ${typed}`)

describe('names that are words', () => {
  it.each([
    ['met Will today', ['person Will']],
    ['will from brightwater called', ['person will', 'partner brightwater']],
    ['Will said yes to two interns', ['person Will']],
    ['brightwater was great, will told me they have a spot', ['partner brightwater', 'person will']],
    ['coffee with May', ['person May']],
    ['may at brightwater emailed', ['person may', 'partner brightwater']],
    ['called Hope about the breakfast', ['person Hope']],
    ['Art at Quillon will host', ['person Art', 'partner Quillon']],
    ['met art from quillon', ['person art', 'partner quillon']],
    ['remind me to call hope on friday', ['person hope']],
    ['need to email mark about the forms', ['person mark']],
    ['Mark and Grace are in', ['person Mark', 'person Grace']],
    ['spoke with mark this morning', ['person mark']],
    ['circle back with hope tomorrow', ['person hope']],
    ['IT interns at granby', ['cluster IT', 'partner granby']],
    ['breakfast for culinary and it, 40 people', ['program culinary', 'cluster it']],
    ['career day for IT and health', ['cluster IT', 'cluster health']],
  ])('are names: %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    'she WILL sit on the board',
    'they will take two',
    'will they host a shadow day',
    'we may visit in may',
    'back in May',
    'by may 4 we need a list',
    'hope to see them soon',
    'I hope it works',
    'our art students need a mentor',
    'mark the date please',
    'met Dr. Granby today',
    "it's career day for everyone",
    'it was a good talk',
    'book it for friday',
    'what about it',
    'the call will need a link',
    'have to email art teachers',
    'a grace period',
  ])('are words: %s', (text) => {
    expect(names(text)).toEqual([])
  })
})

describe('what surrounds a name', () => {
  const around = (text: string) => readSurroundings(readMessage(text))

  it.each([
    ['MET ROSA AT TERNFIELD', 'isShouting'],
    ['spotlight on tobias', 'isAboutStudent'],
    ['her mom signed it', 'isAboutStudent'],
    ['site visit at granby', 'isAboutEvent'],
    ['who do we know at granby', 'isQuestion'],
    ['granby still in?', 'isQuestion'],
  ] as const)('%s: %s', (text, told) => {
    expect(around(text)[told]).toBe(true)
  })

  it('is nothing where nothing is told', () => {
    expect(around('Met Rosa, she knows what we need')).toEqual({
      isShouting: false,
      isAboutStudent: false,
      isAboutEvent: false,
      isQuestion: false,
    })
  })
})
