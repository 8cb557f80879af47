import { existsSync } from 'node:fs'
import { assembleChat } from './chat-assembly.ts'
import { chatInLines } from './chat-lines.ts'
import { chatWithPerson } from './chat-person.ts'
import { readInstant, runningClock, standingClock } from './clock.ts'
import { readArguments } from './command.ts'
import { readConfig } from './config.ts'
import { zoneOf } from './filling.ts'
import { createLog, liaisonLog } from './log.ts'
import { chooseStore, openStore } from './store-opening.ts'

const USAGE = 'npm run chat -- [--json] [--now <ISO time>] [--directory <file>]'

/**
 * `npm run chat`: Liaison at the terminal. With `--json`, the fixed interface for scripts: one line in, one JSON line
 * out, under a clock that `--now` sets and that stands still between lines.
 */
async function main(): Promise<number> {
  const asked = readArguments({
    options: { json: { type: 'boolean' }, now: { type: 'string' }, directory: { type: 'string' } },
  })
  if (!asked) return refuse(USAGE)
  const { values } = asked
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.problems.join('\n'))
  const { config } = read
  const real = runningClock().now()
  const opened = await openStore(chooseStore(config, values.directory), real, values.directory)
  if (!opened.ok) return refuse(opened.error)
  const store = opened.value
  try {
    const start = values.now === undefined ? real : readInstant(values.now, await zoneOf(store))
    if (start === undefined) return refuse('--now must be an ISO time such as 2026-11-20T10:15:00-05:00.')
    const clock = values.json || values.now !== undefined ? standingClock(start) : runningClock()
    const log = liaisonLog(createLog(values.json ? 'silent' : 'error', 2))
    const chat = await assembleChat({ store, clock, config, log })
    if (!chat.ok) return refuse(chat.error)
    if (values.json) await chatInLines(chat.value, process.stdin, (line) => process.stdout.write(`${line}\n`))
    else await chatWithPerson(chat.value)
    await chat.value.liaison.stop()
    return 0
  } finally {
    await store.close()
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

process.exitCode = await main()
