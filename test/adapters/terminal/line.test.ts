import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLine } from '../../../adapters/terminal/line.ts'
import { anyCharacter } from '../../any-text.ts'

const line = (raw: string) => {
  const read = readLine(raw)
  return read.ok ? read.line : read.error
}

describe('a line of the fixed interface', () => {
  test.each([
    ['had coffee w/ maria', { kind: 'say', text: 'had coffee w/ maria' }],
    ['', { kind: 'say', text: '' }],
    ['[not json]', { kind: 'say', text: '[not json]' }],
    ['done\r', { kind: 'say', text: 'done' }],
    ['{"say":"hi","as":"Ana Lee","in":"#partners"}', { kind: 'say', text: 'hi', as: 'Ana Lee', place: '#partners' }],
    ['{"say":"hi","in":"partners"}', { kind: 'say', text: 'hi', place: '#partners' }],
    [
      '{"press":"contact.undo?turn=t1"}',
      { kind: 'press', value: 'contact.undo?turn=t1', press: { action: 'contact.undo', args: { turn: 't1' } } },
    ],
    [
      '{"submit":"contact.save","values":{"count":3,"kinds":["a","b"]},"as":"Ana"}',
      {
        kind: 'submit',
        value: 'contact.save',
        press: { action: 'contact.save', args: {} },
        values: { count: '3', kinds: ['a', 'b'] },
        as: 'Ana',
      },
    ],
    ['{"now":"2026-12-04T08:00:00-05:00"}', { kind: 'now', iso: '2026-12-04T08:00:00-05:00' }],
  ])('%s', (raw, expected) => {
    expect(line(raw)).toEqual(expected)
  })

  test.each([
    ['{"say":', 'The line starts like JSON and is none.'],
    ['{"foo":1}', 'The line must have exactly one of say, press, submit and now.'],
    ['{"say":"a","press":"b.c"}', 'The line must have exactly one of say, press, submit and now.'],
    ['{"press":"nonsense"}', '"nonsense" is no button\'s press value.'],
    [
      '{"say":1}',
      'The line has a value of the wrong kind: say, press, submit, now, as and in are texts, values an object.',
    ],
  ])('%s is refused', (raw, error) => {
    expect(line(raw)).toBe(error)
  })

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.json()), (raw) => {
        expect(typeof readLine(raw).ok).toBe('boolean')
      }),
    )
  })
})
