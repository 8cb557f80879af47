import { readFileSync } from 'node:fs'
import { readDirectory } from '../../../data/directory.ts'
import { writesOfDirectory } from '../../../data/directory-records.ts'
import { openMemoryStore } from '../../../data/lowdb/store.ts'
import { type Instant, instantOf, parseLocalMoment, parseZone, type Zone } from '../../../data/time.ts'
import { assembleLiaison } from '../../../src/liaison.ts'
import type { TeamsPerson } from '../../fakes/teams.ts'
import {
  cardOf,
  deliver,
  mentionActivity,
  messageActivity,
  pressActivity,
  type Scene,
} from '../../fakes/teams-activities.ts'
import { actionsOf, isObject, readCard } from '../../fakes/teams-screen.ts'
import type { Seen, Stage } from '../../transcripts/transcript.ts'
import { runTeams } from './run-teams.ts'

const SAMPLE = new URL('../../../data/sample.json', import.meta.url)
const TEAM = '19:team@thread.tacv2'

/** A stage in Teams: the whole of Liaison behind its real endpoint, over HTTP, with tokens and the sample directory. */
export async function openTeamsStage(start: string): Promise<Stage> {
  const { directory, zone } = readSample()
  let now = instantAt(start, zone)
  const store = openMemoryStore()
  const seed = { id: 'seed', inbound: 'seed', conversation: 'seed', at: now, what: 'import' }
  const nothing = { reliesOn: [], touches: [], deliveries: [] }
  const seeded = await store.commit({ ...seed, ...nothing, writes: writesOfDirectory(directory, now) })
  if (!seeded.ok) throw new Error('The sample directory was refused.')
  const faults: unknown[] = []
  const failed = (error: unknown): void => {
    faults.push(error)
  }
  const senders: Parameters<typeof assembleLiaison>[0]['senders'] & Map<string, unknown> = new Map()
  const liaison = await assembleLiaison({
    store,
    senders,
    clock: () => now,
    zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'teams',
    owner: 'test',
    log: { turn: () => {}, broken: ({ error }) => failed(error), delivery: () => {}, failed },
    random: () => 0,
  })
  const { fake, adapter, url, setNow, close } = await runTeams(liaison.intake)
  senders.set('teams', adapter.sender)
  fake.people = directory.staff.map(({ name, email }): TeamsPerson => {
    const id = name.toLowerCase().replaceAll(' ', '-')
    return { id: `29:${id}`, aadObjectId: `aad-${id}`, name, email: email ?? '', hasInstalled: true }
  })
  setNow(now)
  let count = 0
  let read = 0
  const shown: string[] = []

  const person = (name: string): TeamsPerson => {
    const found = fake.people.find((each) => each.name === name)
    if (!found) throw new Error(`${name} is no staff member of the sample directory.`)
    return found
  }
  const sceneAt = (from: TeamsPerson, conversation: string): Scene => {
    if (conversation.startsWith('chat-')) return { from }
    return { from, conversation: { id: conversation, type: 'channel', team: TEAM } }
  }
  const nameOf = (conversation: string): string => {
    const owner = fake.people.find(({ aadObjectId }) => conversation === `chat-${aadObjectId}`)
    return owner?.name ?? `#${/^19:(.+)@/.exec(conversation)?.[1]}`
  }
  const seenIn = (to: string, card: unknown, isPrivate: boolean): Seen => {
    const buttons = actionsOf(card).map(({ title }) => `${title}`)
    return { to, isPrivate, text: readCard(card), buttons }
  }

  /** What was posted and changed since the last gesture. */
  const take = async (): Promise<Seen[]> => {
    await adapter.settled()
    await liaison.tick()
    if (faults.length > 0) throw faults[0]
    const requests = fake.requests.slice(read)
    read = fake.requests.length
    const posted = requests.flatMap(({ method, path, body }): { conversation: string; body: unknown }[] => {
      const [, conversation = ''] = /\/conversations\/([^/]+)\/activities/.exec(path) ?? []
      return conversation && (method === 'POST' || method === 'PUT') ? [{ conversation, body }] : []
    })
    for (const { body } of posted) {
      const held = fake.messages.find(({ activity }) => activity === body)
      if (held) shown.push(held.id)
    }
    return posted.map(({ conversation, body }) =>
      seenIn(nameOf(conversation), cardOf(isObject(body) ? body : {}), false),
    )
  }

  const give = async (activity: Record<string, unknown>): Promise<unknown> => {
    const { status, body } = await deliver(fake, url, activity)
    if (faults.length > 0) throw faults[0]
    if (status !== 200) throw new Error(`Liaison answered ${status}.`)
    return body
  }

  return {
    async at(moment) {
      await liaison.advance(instantAt(moment, zone), (instant) => {
        now = instant
        setNow(instant)
      })
      return take()
    },
    async say(who, place, text) {
      count += 1
      const from = person(who)
      const id = `${1_764_600_000_000 + count}`
      if (!place) await give(messageActivity(fake, id, text, { from }))
      else {
        const channel = `19:${place.slice(1)}@thread.tacv2`
        const others = (fake.teams[TEAM] ?? []).filter((each) => each.id !== channel)
        fake.teams = { ...fake.teams, [TEAM]: [...others, { id: channel, name: place.slice(1) }] }
        const scene = sceneAt(from, `${channel};messageid=${id}`)
        await give(mentionActivity(fake, id, text, scene))
      }
      return take()
    },
    async press(who, label) {
      count += 1
      const messages = [...shown].reverse().map((id) => fake.messages.find((message) => message.id === id))
      const button = (activity: Record<string, unknown>) =>
        actionsOf(cardOf(activity)).find(({ title }) => title === label)
      const held = messages.find((message) => message && button(message.activity))
      const data = held && button(held.activity)?.data
      if (!held || !isObject(data)) throw new Error(`There is no button ${label}.`)
      const scene = sceneAt(person(who), held.conversation)
      const body = await give(pressActivity(fake, `f:${count}`, held.id, `${data.press}`, {}, scene))
      const seen = await take()
      return isObject(body) && isObject(body.value) ? [...seen, seenIn(who, body.value, true)] : seen
    },
    async close() {
      await liaison.stop()
      await close()
    },
  }
}

function readSample(): { directory: Extract<ReturnType<typeof readDirectory>, { ok: true }>['directory']; zone: Zone } {
  const read = readDirectory(JSON.parse(readFileSync(SAMPLE, 'utf8')))
  const zone = read.ok && parseZone(read.directory.timezone)
  if (!read.ok || !zone) throw new Error('The sample directory is not one.')
  return { directory: read.directory, zone }
}

function instantAt(moment: string, zone: Zone): Instant {
  const local = parseLocalMoment(moment)
  const found = local && instantOf(local, zone)
  if (!found || !('instant' in found)) throw new Error(`${moment} is no moment.`)
  return found.instant
}
