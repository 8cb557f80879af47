import { expect, test } from 'vitest'
import { cut, isBlank, visible } from '../../data/shown-text.ts'

test.each([
  ['a\u0000b\u0007c\u001b[31m', 'a␀b␇c␛[31m'],
  ['del\u007f and next line\u0085', 'del␡ and next line\ufffd'],
  ['\u202egnp.exe\u202c \u2066x\u2069', '\ufffdgnp.exe\ufffd \ufffdx\ufffd'],
  ['one\r\ntwo\rthree\u2028four\ttab', 'one\ntwo\nthree\nfour\ttab'],
  ['half \ud800 a pair, a whole 🎉', 'half \ufffd a pair, a whole 🎉'],
  ['right\u200f and left\u200e marks stay', 'right\u200f and left\u200e marks stay'],
])('%j is shown as %j', (typed, shown) => {
  expect(visible(typed)).toBe(shown)
})

test.each([
  ['short', 5, 'short'],
  ['longer', 5, 'long…'],
  ['ab🎉', 3, 'ab…'],
  ['abc👩‍🍳d', 6, 'abc…'],
  ['abe\u0301f', 4, 'ab…'],
  ['x', 1, 'x'],
])('%j in %i is %j', (text, max, shown) => {
  expect(cut(text, max)).toBe(shown)
})

test('what has nothing to see is blank', () => {
  expect(['', ' \n\t', '\u200b\ufeff\u2060'].map(isBlank)).toEqual([true, true, true])
  expect(['.', ' a ', '🎉'].map(isBlank)).toEqual([false, false, false])
})
