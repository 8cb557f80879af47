import { describe, expect, it } from 'vitest'
import { understand } from '../../../conversations/understanding/understand.ts'
import { NOW } from './dates/reading-table.ts'
import { town } from './town.ts'

describe('which event is meant', () => {
  it.each([
    ['cancel the breakfast', 't-1', []],
    ['cancel the talk at Millbrook', 't-2', []],
    ['cancel t-2', 't-2', []],
    ['cancel the event on the 10th', 't-1', []],
    ['cancel the december breakfast', 't-1', []],
    ["cancel Grace's talk", 't-2', []],
    ['cancel the breakfast at Millbrook', undefined, ['unknown_event']],
    ['cancel the breakfast on the 11th', undefined, ['unknown_event']],
    ['cancel the career day', undefined, ['unknown_event']],
    ['cancel the december event', undefined, ['ambiguous_event']],
  ])('%s: %s', (text, target, problems) => {
    const frame = understand(text, town, { now: NOW }).frames[0]
    expect(frame.intent).toBe('cancel_event')
    expect(frame.slots.target).toBe(target)
    expect(frame.problems).toEqual(problems)
  })
})
