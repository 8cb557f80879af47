import { describe, expect, it } from 'vitest'
import { KeyFilter, NO_WORDS, type Run } from '../../../../conversations/understanding/names/key-filter.ts'

const filter = new KeyFilter()
for (const key of ['stjudehospital', 'jetblue', 'coned', 'maria~l']) filter.add(key)
const runOf = (...words: string[]): Run | undefined =>
  words.reduce<Run | undefined>((run, word) => run && filter.extended(run, word), NO_WORDS)

describe('a filter of keys', () => {
  it.each([[['st', 'jude', 'hospital']], [['jetblue']], [['jet', 'blue']], [['con', 'ed']], [['maria', '~l']]])(
    'lets by what words run together are a key: %s',
    (words) => {
      const run = runOf(...words)
      expect(run?.key).toBe(words.join(''))
      expect(run && filter.mayBeKey(run)).toBe(true)
    },
  )

  it('ends where no key goes on so', () => {
    expect(runOf('called')).toBeUndefined()
    expect(runOf('st', 'jude', 'clinic')).toBeUndefined()
  })

  it('tells a beginning from a key', () => {
    const run = runOf('jet')
    expect(run && filter.mayBeKey(run)).toBe(false)
  })
})
