import { readFileSync } from 'node:fs'
import type { Intake } from '../../../conversations/intake.ts'
import { readDirectory } from '../../../data/directory.ts'
import { writesOfDirectory } from '../../../data/directory-records.ts'
import { openMemoryStore } from '../../../data/lowdb/store.ts'
import { type Instant, instantOf, parseLocalMoment, parseZone } from '../../../data/time.ts'
import { assembleLiaison } from '../../../src/liaison.ts'
import type { FakeMessage } from '../../fakes/slack.ts'
import { buttonsIn, readableText } from '../../fakes/slack-blocks.ts'
import { pressBody } from '../../fakes/slack-payloads.ts'
import type { Seen, Stage } from '../../transcripts/transcript.ts'
import { startSlack } from './slack-run.ts'

const SAMPLE = new URL('../../../data/sample.json', import.meta.url)

/** A stage in Slack: the whole of Liaison behind its receiver, with signed requests and the sample directory. */
export async function openSlackStage(start: string): Promise<Stage> {
  const read = readDirectory(JSON.parse(readFileSync(SAMPLE, 'utf8')))
  const zone = read.ok && parseZone(read.directory.timezone)
  if (!read.ok || !zone) throw new Error('The sample directory is not one.')
  const at = (moment: string): Instant => {
    const local = parseLocalMoment(moment)
    const found = local && instantOf(local, zone)
    if (!found || !('instant' in found)) throw new Error(`${moment} is no moment.`)
    return found.instant
  }
  const parts: { intake?: Intake } = {}
  const ready = (): Intake => parts.intake ?? failed(new Error('Liaison is not assembled yet.'))
  const failed = (error: unknown): never => {
    throw error
  }
  const run = startSlack({
    intake: {
      handle: (inbound) => ready().handle(inbound),
      deliver: (deliveries) => ready().deliver(deliveries),
      answered: (delivery, ref) => ready().answered(delivery, ref),
    },
  })
  const { slack, adapter, time } = run
  time.now = at(start)
  const store = openMemoryStore()
  const seed = { id: 'seed', inbound: 'seed', conversation: 'seed', at: time.now, what: 'import' }
  const writes = writesOfDirectory(read.directory, time.now)
  const seeded = await store.commit({ ...seed, writes, reliesOn: [], touches: [], deliveries: [] })
  if (!seeded.ok) throw new Error('The sample directory was refused.')
  const faults: unknown[] = []
  const liaison = await assembleLiaison({
    store,
    senders: new Map([['slack', adapter.sender]]),
    clock: () => time.now,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'test',
    log: {
      turn: () => {},
      broken: ({ error }) => void faults.push(error),
      delivery: () => {},
      failed: (error) => void faults.push(error),
    },
    random: () => 0,
  })
  parts.intake = liaison.intake
  const idOf = (name: string): string => `U${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`
  slack.users.clear()
  for (const { name, email } of read.directory.staff) {
    slack.users.set(idOf(name), { id: idOf(name), name, email: email ?? '' })
  }
  const channelOf = (place: string): string => {
    const name = place.slice(1)
    const known = slack.channels.find((channel) => channel.name === name)
    if (known) return known.id
    const id = `C${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`
    slack.channels.push({ id, name, hasLiaison: true })
    return id
  }
  const nameOf = (message: FakeMessage): string => {
    const reader = message.onlyFor ?? [...slack.users.keys()].find((id) => slack.directChannel(id) === message.channel)
    const person = reader === undefined ? undefined : slack.users.get(reader)?.name
    return person ?? `#${slack.channels.find(({ id }) => id === message.channel)?.name ?? message.channel}`
  }
  /** What each message last showed, so that what changed since is seen again. */
  const before = new Map<FakeMessage, string>()
  let count = 0
  let views = 0

  /** Forms open in a window of their own, which its opener alone sees. */
  const opened = (who: string): Seen[] => {
    const fresh = slack.views.slice(views)
    views = slack.views.length
    return fresh.map(({ view }) => {
      const title = 'title' in view && typeof view.title === 'object' ? JSON.stringify(view.title) : ''
      return { to: who, isPrivate: true, text: `${title}\n${readableText(view.blocks)}`, buttons: [] }
    })
  }

  const take = async (): Promise<Seen[]> => {
    await adapter.settled()
    await liaison.tick()
    await adapter.settled()
    if (faults.length > 0) throw faults[0]
    if (slack.problems.length > 0) throw new Error(slack.problems.join('\n'))
    return slack.messages.flatMap((message): Seen[] => {
      const text = slack.readable(message)
      const state = `${message.isDeleted} ${JSON.stringify(message.blocks)}`
      if (message.isDeleted || before.get(message) === state) return []
      before.set(message, state)
      return [
        {
          to: nameOf(message),
          isPrivate: message.onlyFor !== undefined,
          text,
          buttons: buttonsIn(message.blocks).map(({ label }) => label),
        },
      ]
    })
  }
  const accepted = async (response: Promise<Response>): Promise<Seen[]> => {
    const { status } = await response
    if (status !== 200) throw new Error(`Liaison answered ${status}.`)
    return take()
  }

  return {
    async at(moment) {
      await liaison.advance(at(moment), (instant) => {
        time.now = instant
      })
      return take()
    },
    say(who, place, text) {
      count += 1
      // Nobody types two messages within a second; a channel takes no more than one a second.
      time.now = (time.now + 1_100) as typeof time.now
      const user = idOf(who)
      const ts = `${Math.floor(time.now / 1000)}.${String(900_000 + count)}`
      if (!place) return accepted(run.dm(text, `Ev${count}`, { user, channel: slack.directChannel(user), ts }))
      return accepted(run.mention(text, `Ev${count}`, { user, channel: channelOf(place), ts }))
    },
    async press(who, label) {
      count += 1
      const holds = (message: FakeMessage) => buttonsIn(message.blocks).find((button) => button.label === label)
      const message = slack.messages.findLast((each) => !each.isDeleted && holds(each))
      const action = message && holds(message)
      if (!message || !action) throw new Error(`There is no button ${label}.`)
      const { channel, ts, thread_ts, onlyFor } = message
      const body = pressBody({
        user: idOf(who),
        channel,
        message: { ts, isEphemeral: onlyFor !== undefined, ...(thread_ts ? { thread_ts } : {}) },
        action,
        trigger: `press-${count}`,
        responseUrl: slack.responseUrl(idOf(who), channel, message),
        values: {},
      })
      const seen = await accepted(run.post(body))
      return [...seen, ...opened(who)]
    },
    async close() {
      await liaison.stop()
      await adapter.close()
    },
  }
}
