import { parseArgs } from 'node:util'
import { createScreen } from '../adapters/terminal/screen.ts'
import { createSession } from '../adapters/terminal/session.ts'
import type { ChannelName, Sender } from '../data/delivery.ts'
import { chatInLines } from './chat-lines.ts'
import { chatWithPerson } from './chat-person.ts'
import { readInstant, runningClock, standingClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { firstAdministrator, zoneOf } from './filling.ts'
import { assembleLiaison } from './liaison.ts'
import { createLog, liaisonLog } from './log.ts'
import { peopleOf } from './staff-names.ts'
import { chooseStore, openStore } from './store-opening.ts'

/**
 * `npm run chat`: Liaison at the terminal. With `--json`, the fixed interface for scripts: one line in, one JSON line
 * out, under a clock that `--now` sets and that stands still between lines.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, now: { type: 'string' }, directory: { type: 'string' } },
  })
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.problems.join('\n'))
  const { config } = read
  const real = runningClock().now()
  const choice = chooseStore(config, values.directory)
  const opened = await openStore(choice, real, values.directory)
  if (!opened.ok) return refuse(opened.error)
  const store = opened.value
  try {
    const zone = await zoneOf(store)
    const start = values.now === undefined ? real : readInstant(values.now, zone)
    if (start === undefined) return refuse(`--now must be an ISO time such as 2026-11-20T10:15:00-05:00.`)
    const clock = values.json || values.now !== undefined ? standingClock(start) : runningClock()
    const speaker = await firstAdministrator(store, config.adminEmails, clock.now())
    if (!speaker.ok) return refuse(speaker.error)
    const screen = createScreen()
    const liaison = await assembleLiaison({
      store,
      senders: everywhere(screen.sender),
      clock: clock.now,
      zone,
      admission: admissionOf(config),
      home: 'terminal',
      owner: `chat-${process.pid}`,
      ...(config.publicUrl && { publicUrl: config.publicUrl }),
      log: liaisonLog(createLog(values.json ? 'silent' : 'error', 2)),
    })
    const session = createSession({
      intake: liaison.intake,
      screen,
      people: peopleOf(store),
      speaker: { id: speaker.value.id, name: speaker.value.name },
      newId: () => `terminal:${crypto.randomUUID()}`,
    })
    const chat = { liaison, session, screen, store, clock, readInstant: (text: string) => readInstant(text, zone) }
    if (values.json) await chatInLines(chat, process.stdin, (line) => process.stdout.write(`${line}\n`))
    else await chatWithPerson(chat)
    await liaison.stop()
    return 0
  } finally {
    await store.close()
  }
}

/** At a terminal, what is meant for any channel is shown here. */
function everywhere(sender: Sender): ReadonlyMap<ChannelName, Sender> {
  return new Map((['terminal', 'web', 'slack', 'teams'] as const).map((channel) => [channel, sender]))
}

function admissionOf(config: Config) {
  return { emailDomains: config.staffDomains, adminEmails: config.adminEmails, trustedChannels: ['terminal'] }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

process.exitCode = await main()
