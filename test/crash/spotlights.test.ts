import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { createFakeSlack, type FakeSlack } from '../fakes/slack.ts'
import { buttonsIn } from '../fakes/slack-blocks.ts'
import { type Body, directMessage, eventBody, pressBody, signedRequest } from '../fakes/slack-payloads.ts'
import { inFolder, run, start } from '../src/program.ts'

const SECRET = 'a-signing-secret-of-this-test'
/** One for each store: both are tried at a time, since most of it is waiting for leases to run out. */
const PORTS = { file: 39_472, postgres: 39_473 }
const WRITER = 'U0MARIA'
const APPROVER = 'U0TYRELL'
/** Each is in another state when the process dies: there and unmarked, or not there; readable afterwards, or not. */
const ARRIVED = { id: 'C0WINS', name: 'cte-wins' }
const ON_ITS_WAY = { id: 'C0ALUMNI', name: 'alumni' }
const ARRIVED_UNSEEN = { id: 'C0DARK', name: 'dark', isUnreadable: true }
const LOST_UNSEEN = { id: 'C0DIM', name: 'dim', isUnreadable: true }
const PLACES = [ARRIVED, ON_ITS_WAY, ARRIVED_UNSEEN, LOST_UNSEEN]
const ARRIVES_FIRST = new Set([ARRIVED.id, ARRIVED_UNSEEN.id])
const HOLDS_OPEN = new Promise<void>(() => {})

const STUDENTS = ['Ada Brook', 'Ben Carver']
const DIRECTORY = {
  organization: 'Crash test',
  timezone: 'America/New_York',
  schools: [{ name: 'Harbor High School' }],
  programs: [{ name: 'Welding', school: 'Harbor High School' }],
  partners: [{ name: 'Harbor Steel', aliases: ['harbor steel'] }],
  students: STUDENTS.map((name) => ({ name, school: 'Harbor High School', program: 'Welding' })),
  staff: [
    { name: 'Maria Delgado', email: 'maria.delgado@schools.example', school: 'Harbor High School' },
    { name: 'Tyrell Brooks', email: 'tyrell.brooks@schools.example', role: 'approver' },
  ],
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 120): Promise<void> {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    if (await holds()) return
    await pause(100)
  }
  throw new Error(`Not within ${seconds} seconds: ${what}.`)
}

/** The program over a store, and the people who speak to it through Slack. */
class Office {
  readonly slack: FakeSlack
  readonly #env: Record<string, string>
  #server: ChildProcess | undefined
  readonly #address: string
  #count = 0

  constructor(slack: FakeSlack, env: Record<string, string>) {
    this.slack = slack
    this.#env = env
    this.#address = `http://127.0.0.1:${env.PORT}`
  }

  async open(): Promise<void> {
    this.#server = start('main', [], this.#env)
    await until(
      'the server is up',
      async () => (await fetch(`${this.#address}/readyz`).catch(() => undefined))?.ok ?? false,
    )
  }

  async kill(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (!server) return
    const exit = once(server, 'exit')
    server.kill('SIGKILL')
    await exit
  }

  /** Someone writes to Liaison in their own chat, and reads the answer. */
  async say(user: string, text: string, answer: string): Promise<void> {
    this.#count += 1
    const ts = `${Math.floor(Date.now() / 1000)}.${900_000 + this.#count}`
    await this.#send(
      eventBody(directMessage({ user, text, channel: this.slack.directChannel(user), ts }), `Ev${this.#count}`),
    )
    await until(`${user} reads "${answer}"`, () => this.reads(user, answer))
  }

  async press(user: string, label: string): Promise<void> {
    this.#count += 1
    const channel = this.slack.directChannel(user)
    const holder = this.slack.messages.findLast(
      (message) => message.channel === channel && !message.isDeleted && this.#button(message.blocks, label),
    )
    const action = holder && this.#button(holder.blocks, label)
    if (!holder || !action) throw new Error(`${user} sees no button ${label}.`)
    const responseUrl = this.slack.responseUrl(user, channel, holder)
    const trigger = `press-${this.#count}`
    await this.#send(pressBody({ user, channel, message: { ts: holder.ts }, action, trigger, responseUrl, values: {} }))
  }

  /** One message to them holds all of this. */
  reads(user: string, ...texts: string[]): boolean {
    const channel = this.slack.directChannel(user)
    const seen = this.slack.messages.filter((message) => message.channel === channel && !message.isDeleted)
    return seen.some((message) => texts.every((text) => this.slack.readable(message).includes(text)))
  }

  /** How often a student's story stands in each place. */
  shown(student: string): Record<string, number> {
    const [first] = student.split(' ')
    return Object.fromEntries(
      PLACES.map(({ id, name }) => [
        name,
        this.slack.messages.filter(
          (message) =>
            message.channel === id && !message.isDeleted && this.slack.readable(message).includes(first ?? ''),
        ).length,
      ]),
    )
  }

  #button(blocks: unknown[], label: string) {
    return buttonsIn(blocks).find((button) => button.label === label)
  }

  async #send(body: Body): Promise<void> {
    const request = signedRequest(SECRET, body, Math.floor(Date.now() / 1000), `${this.#address}/slack/events`)
    const { status } = await fetch(request)
    if (status !== 200) throw new Error(`Liaison answered ${status}.`)
  }
}

/** Drafts, confirms, sends, approves, and dies when all four places are in the state that is meant for them. */
async function dieWhilePosting(office: Office, student: string): Promise<void> {
  const { slack } = office
  const [first = ''] = student.split(' ')
  const places = PLACES.map(({ name }) => `#${name}`).join(', ')
  await office.say(APPROVER, `${student}'s media release is signed yesterday, internal`, `Confirmed: ${first}`)
  const draft = `spotlight ${student} hired at harbor steel as a welder, post it in ${places}`
  await office.say(WRITER, draft, `Draft: ${first}`)
  await office.say(WRITER, 'send it for approval', `${first} ${student.split(' ')[1]?.[0]}.: sent to Tyrell Brooks`)
  await until('the approver is asked', () => office.reads(APPROVER, `For approval: ${first}`))
  const held = new Set<string>()
  slack.hold = ({ method, args: { channel = '' } }, moment) => {
    if (method !== 'chat.postMessage' || !PLACES.some(({ id }) => id === channel)) return undefined
    if (moment !== (ARRIVES_FIRST.has(channel) ? 'after' : 'before')) return undefined
    held.add(channel)
    return HOLDS_OPEN
  }
  await office.press(APPROVER, 'Approve')
  await until('all places are under way', () => held.size === PLACES.length)
  await office.kill()
  delete slack.hold
  expect(office.shown(student)).toEqual({ 'cte-wins': 1, alumni: 0, dark: 1, dim: 0 })
}

async function survive(store: Record<string, string>, port: number, folder: string): Promise<void> {
  const slack = createFakeSlack(() => Date.now())
  slack.channels.splice(0, slack.channels.length, ...PLACES.map((place) => ({ ...place, hasLiaison: true })))
  const { apiUrl, close } = await slack.listen()
  const directory = join(folder, 'directory.json')
  await writeFile(directory, JSON.stringify(DIRECTORY))
  const env = {
    ...store,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_API_URL: apiUrl,
  }
  expect((await run('import', [directory, '--yes'], env)).code).toBe(0)
  const office = new Office(slack, env)
  try {
    for (const student of STUDENTS) {
      await office.open()
      await dieWhilePosting(office, student)
      await office.open()
      // Whoever takes over looks first; where it cannot look it asks.
      const [first = ''] = student.split(' ')
      const card = (text: string): boolean => office.reads(APPROVER, first, text)
      await until('what is uncertain is named', () => card('#dim: uncertain: look whether it is there'))
      expect(card('#dark: uncertain: look whether it is there')).toBe(true)
      expect(card('#cte-wins: posted')).toBe(true)
      expect(card('#alumni: posted')).toBe(true)
      expect(office.shown(student)).toEqual({ 'cte-wins': 1, alumni: 1, dark: 1, dim: 0 })
      // The buttons are those of #dark, then those of #dim.
      await office.press(APPROVER, 'It is there')
      await until('it is taken for there', () => card('#dark: posted, as a person has seen'))
      await office.press(APPROVER, 'Post again')
      await until('it is posted again', () => card('#dim: posted'))
      expect(office.shown(student)).toEqual({ 'cte-wins': 1, alumni: 1, dark: 1, dim: 1 })
      await office.kill()
    }
    expect(slack.problems).toEqual([])
  } finally {
    await office.kill()
    await close()
  }
}

let server: PostgresServer | undefined
afterAll(async () => {
  await server?.stop()
})

describe.concurrent('kill -9 between a story’s post and its mark', () => {
  it('leaves each place at most once, or named, on the file', async () => {
    await inFolder((folder) => survive({ DATA_FILE: join(folder, 'liaison.json') }, PORTS.file, folder))
  })

  it('leaves each place at most once, or named, on PostgreSQL', async () => {
    server = await startPostgres()
    const url = await server.createDatabase()
    await inFolder((folder) =>
      survive({ DATABASE_URL: url, LINK_SECRET: 'a-link-secret-of-this-test-only-32' }, PORTS.postgres, folder),
    )
  })
})
