import { describe, expect, test } from 'vitest'
import { joinNeighbours } from '../../../../conversations/understanding/dates/combine.ts'
import { correctPieces } from '../../../../conversations/understanding/dates/corrections.ts'
import { fenceNumbers } from '../../../../conversations/understanding/dates/fences.ts'
import { gatherRecurrence } from '../../../../conversations/understanding/dates/gather.ts'
import { makeScan, readPieces } from '../../../../conversations/understanding/dates/grammar.ts'
import { readTokens, type Token } from '../../../../conversations/understanding/dates/tokens.ts'

/** Looks at tokens while a text is read: the steps of the grammar, counted instead of timed. */
function stepsOf(text: string): number {
  let steps = 0
  const tokens = new Proxy(readTokens(text), {
    get(target: Token[], key, receiver) {
      steps += 1
      return Reflect.get(target, key, receiver)
    },
  })
  fenceNumbers(tokens)
  const scan = makeScan(text, tokens, undefined)
  gatherRecurrence(scan, correctPieces(scan, joinNeighbours(scan, readPieces(scan))))
  return steps
}

const HOSTILE = [
  'Dec 3 at 2, ',
  '((((((((',
  'aaaaaaaa',
  '11111111',
  '1-1-1-1-',
  '2 ',
  '2 days after ',
  'every tuesday and ',
  'the first monday of ',
  'the ',
  'on ',
  'next ',
  'at ',
  'mon ',
  'week of ',
  '12/3/',
  'seven thirty ',
  'from 2 to ',
  'half past ',
  '1,',
  'not friday no wait ',
  'last day of ',
  'of the ',
  'a m ',
  '1st ',
  'push it a week ',
  'several days ago ',
  'the closest monday to ',
  'after the winter break ',
  'may ',
  'until through starting ',
]

describe('the work is linear in the text', () => {
  test.each(HOSTILE)('twice the text, at most about twice the steps: %s', (part) => {
    const times = Math.ceil(1000 / part.length)
    const once = stepsOf(part.repeat(times))
    const twice = stepsOf(part.repeat(times * 2))
    expect(twice).toBeLessThan(once * 2.2 + 100)
  })

  test.each(HOSTILE)('a bounded number of steps a character: %s', (part) => {
    const text = part.repeat(Math.ceil(2500 / part.length))
    expect(stepsOf(text) / text.length).toBeLessThan(250)
  })

  test('a token is never more than the text has characters', () => {
    for (const part of HOSTILE) expect(readTokens(part.repeat(100)).length).toBeLessThanOrEqual(part.length * 100)
  })
})
