import { expect, test } from 'vitest'
import { complete } from '../../src/chat-person.ts'

const NAMES = ['Maria Chen', 'Marriott Marquis', 'New York Building Congress']

test.each([
  ['met mar', [['Maria Chen', 'Marriott Marquis'], 'mar']],
  ['met Maria C', [['Maria Chen'], 'Maria C']],
  ['called new york b', [['New York Building Congress'], 'new york b']],
  ['nothing of the kind', [[], 'nothing of the kind']],
  ['met ', [[], 'met ']],
])('%s', (line, completion) => {
  expect(complete(line, NAMES)).toEqual(completion)
})
