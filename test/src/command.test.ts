import { expect, test } from 'vitest'
import { readArguments } from '../../src/command.ts'

const OPTIONS = { options: { yes: { type: 'boolean' }, also: { type: 'string', multiple: true } } } as const

test('what was typed after a command', () => {
  const asked = readArguments({ ...OPTIONS, allowPositionals: true, args: ['Maria', '--also', 'mari', '--yes'] })
  expect({ ...asked?.values }).toEqual({ also: ['mari'], yes: true })
  expect(asked?.positionals).toEqual(['Maria'])
})

test.each([[['--help']], [['-x']], [['--also']], [['--yes=1']], [['a word that is not asked for']]])(
  'what the command does not know is no fault of the program: %j',
  (args) => {
    expect(readArguments({ ...OPTIONS, args })).toBeUndefined()
  },
)
