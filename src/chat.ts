import { assembleChat } from './chat-assembly.ts'
import { chatInLines } from './chat-lines.ts'
import { chatWithPerson } from './chat-person.ts'
import { readInstant, runningClock, standingClock } from './clock.ts'
import { readArguments } from './command.ts'
import { type Config, readConfig } from './config.ts'
import { environment } from './environment.ts'
import { zoneOf } from './filling.ts'
import type { LiaisonOptions } from './liaison.ts'
import { linkSecretFor } from './link-secret.ts'
import { createLog, liaisonLog } from './log.ts'
import { linkMaker } from './pages/signed-links.ts'
import { chooseStore, fileOf, openStore, type StoreChoice } from './store-opening.ts'

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
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const { config } = read
  const real = runningClock().now()
  const choice = chooseStore(config, values.directory)
  const opened = await openStore(choice, real, values.directory)
  if (!opened.ok) return refuse(opened.error)
  const store = opened.value
  try {
    const start = values.now === undefined ? real : readInstant(values.now, await zoneOf(store))
    if (start === undefined) return refuse('--now must be an ISO time such as 2026-11-20T10:15:00-05:00.')
    const clock = values.json || values.now !== undefined ? standingClock(start) : runningClock()
    const log = liaisonLog(createLog(values.json ? 'silent' : 'error', 2))
    const linkTo = await linksOf(config, choice)
    const chat = await assembleChat({ store, clock, config, log, ...(linkTo && { linkTo }) })
    if (!chat.ok) return refuse(chat.error)
    if (values.json) await chatInLines(chat.value, process.stdin, (line) => process.stdout.write(`${line}\n`))
    else await chatWithPerson(chat.value)
    await chat.value.liaison.stop()
    return 0
  } finally {
    await store.close()
  }
}

/** Pages are a server's: there are links where one is said to be, and a store that it can share. */
async function linksOf(config: Config, choice: StoreChoice): Promise<LiaisonOptions['linkTo']> {
  if (!config.publicUrl || choice.kind === 'memory') return undefined
  return linkMaker(config.publicUrl, await linkSecretFor(config.linkSecret, fileOf(choice)))
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

process.exitCode = await main()
