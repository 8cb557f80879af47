import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodePress } from '../../data/card.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import type { StoryRecord } from '../../data/story.ts'
import { type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { createFakeSlack, type FakeSlack } from '../fakes/slack.ts'
import { type Body, directMessage, eventBody, pressBody, signedRequest } from '../fakes/slack-payloads.ts'
import { inFolder, run } from '../src/program.ts'
import { pause, randomFrom, shuffle, startFleet } from './fleet.ts'
import { configuration, deliveryOf, drained, SECRET } from './load.ts'

const SAMPLE = new URL('../../data/sample.json', import.meta.url)
const REPLICAS = 3
const WRITER = 'Mei Tanaka'
const APPROVER = 'Leon Whitaker'
const OTHER = 'Grace Okafor'
const PLACES = ['#one', '#two', '#three']
const STUDENTS = [
  'Amara Lindqvist',
  'Bruno Castellane',
  'Celia Drummond',
  'Dario Fenwick',
  'Elodie Garnier',
  'Farid Hollis',
  'Greta Ibsen',
  'Hugo Jankowski',
  'Imani Kessler',
  'Jonas Lovell',
  'Keiko Marlowe',
  'Lucian Novak',
]
/** Of these the families withdraw: two thirds. The rest are told of once in each place. */
const WITHDRAWN = STUDENTS.filter((_, n) => n % 3 !== 0)

let server: PostgresServer
let url: string
let store: Store
beforeAll(async () => {
  server = await startPostgres({ isOwn: true })
  url = await server.createDatabase()
})
afterAll(async () => {
  await store?.close()
  await server?.stop()
})

const idOf = (name: string): string => `U${name.toUpperCase().replaceAll(/[^A-Z]/g, '')}`

/** The sample's people and these students, in Slack and in a file to import. */
async function district(file: string): Promise<FakeSlack> {
  const sample: { staff: { name: string; email?: string }[]; students: object[] } = JSON.parse(
    await readFile(SAMPLE, 'utf8'),
  )
  const school = { school: 'Food and Finance High School', program: 'Culinary Arts' }
  await writeFile(file, JSON.stringify({ ...sample, students: STUDENTS.map((name) => ({ name, ...school })) }))
  const slack = createFakeSlack(() => Date.now())
  slack.users.clear()
  for (const { name, email = '' } of sample.staff) slack.users.set(idOf(name), { id: idOf(name), name, email })
  for (const place of PLACES) slack.channels.push({ id: `C${place.slice(1)}`, name: place.slice(1), hasLiaison: true })
  return slack
}

async function storyOf(name: string): Promise<StoryRecord> {
  const [student] = await store.find('student', { where: { name } })
  const [story] = await store.find('story', { where: { student: student?.id ?? '' } })
  if (!story) throw new Error(`There is no story of ${name}.`)
  return story
}

it('a consent that is withdrawn holds at the moment of sending, whichever replicas are killed', async () => {
  await inFolder(async (folder) => {
    const random = randomFrom(20_261_126)
    const directory = join(folder, 'directory.json')
    const slack = await district(directory)
    const { apiUrl, close } = await slack.listen()
    const env = configuration(url, apiUrl)
    expect(await run('import', [directory, '--yes'], env)).toMatchObject({ code: 0 })
    const opened = await openPostgresStore({ url })
    if (!opened.ok) throw new Error(opened.error)
    store = opened.value
    const fleet = await startFleet(REPLICAS, env, random)

    /** Sends it again until it is acknowledged, as Slack does. */
    const deliver = async (body: Body): Promise<void> => {
      for (let tries = 0; tries < 60; tries += 1) {
        const asked = signedRequest(SECRET, body, Math.floor(Date.now() / 1000), `${fleet.address}/slack/events`)
        const answer = await fetch(asked).catch(() => undefined)
        if (answer?.status === 200) return
        await pause(200)
      }
      throw new Error('It was never acknowledged.')
    }
    let count = 0
    const say = async (who: string, text: string): Promise<void> => {
      count += 1
      const user = idOf(who)
      const ts = `${Math.floor(Date.now() / 1000)}.${700_000 + count}`
      await deliver(eventBody(directMessage({ user, text, channel: slack.directChannel(user), ts }), `Ev${count}`))
    }
    const press = async (who: string, action: string, args: Record<string, string>): Promise<void> => {
      count += 1
      const user = idOf(who)
      const channel = slack.directChannel(user)
      await deliver(
        pressBody({
          user,
          channel,
          message: { ts: `${Math.floor(Date.now() / 1000)}.${700_000 + count}` },
          action: { action_id: 'press', value: encodePress(action, args) },
          trigger: `press-${count}`,
          responseUrl: slack.responseUrl(user, channel),
        }),
      )
    }

    const stories = new Map<string, StoryRecord>()
    for (const name of STUDENTS) {
      await say(
        WRITER,
        `spotlight ${name} hired at marriott, post it in ${PLACES.join(', ').replace(/, (?=#three)/, ' and ')}`,
      )
      await say(APPROVER, `${name}'s media release is signed today, internal, web and social`)
      const { id } = await storyOf(name)
      await press(WRITER, 'spotlight.send', { story: id })
      stories.set(name, await storyOf(name))
    }

    let isOver = false
    const killing = (async () => {
      while (!isOver) {
        await pause(300 + random() * 1_500)
        if (!isOver) await fleet.kill()
      }
    })()
    const approving = (async () => {
      for (const { id, revision } of stories.values())
        await press(APPROVER, 'approval.approve', { story: id, revision })
    })()
    const withdraw = async (names: readonly string[]): Promise<void> => {
      for (const name of names) {
        await pause(random() * 2_000)
        await say(OTHER, `family pulled permission for ${name}`)
      }
    }
    const half = WITHDRAWN.length / 2
    const order = shuffle([...WITHDRAWN], random)
    await Promise.all([approving, withdraw(order.slice(0, half))])
    // Whoever had asked for a consent before it was withdrawn is dead: from here on nothing of these may leave.
    await fleet.killAll()
    const mark = slack.messages.length
    await withdraw(order.slice(half))
    isOver = true
    await killing
    await fleet.ready()
    await drained(store)
    expect(fleet.kills()).toBeGreaterThan(REPLICAS)

    const storyOfPost = new Map<string, string>()
    for (const { id, content, guard } of await store.deliveries({ limit: 10_000 }))
      if (content.kind === 'post' && guard) storyOfPost.set(id, guard.args.story ?? '')
    const posts = slack.messages.flatMap((message, at) => {
      const story = storyOfPost.get(deliveryOf(message.metadata) ?? '')
      return story && !message.channel.startsWith('D') ? [{ story, at, message }] : []
    })
    const gone = new Set(order.slice(0, half).map((name) => stories.get(name)?.id))
    expect(posts.filter(({ story, at }) => gone.has(story) && at >= mark)).toEqual([])
    const spots = posts.map(({ story, message }) => `${story} ${message.channel}`)
    expect(spots.length).toBe(new Set(spots).size)

    for (const name of STUDENTS) {
      const story = await storyOf(name)
      const shown = posts.filter((post) => post.story === story.id)
      const first = name.split(' ')[0] ?? ''
      const standing = shown.filter(({ message }) => !message.isDeleted && slack.readable(message).includes(first))
      const places = await Promise.all(story.places.map(({ delivery = '' }) => store.delivery(delivery)))
      const uncertain = places.filter((place) => place?.state === 'uncertain').length
      if (WITHDRAWN.includes(name)) {
        expect(story.state, name).toBe('taken_down')
        expect(standing.length, name).toBeLessThanOrEqual(uncertain)
      } else {
        expect(story.state, name).toBe('posted')
        expect(standing.length + uncertain, name).toBeGreaterThanOrEqual(PLACES.length)
        expect(standing.length, name).toBeLessThanOrEqual(PLACES.length)
      }
    }
    expect(posts.length).toBeGreaterThan(PLACES.length * (STUDENTS.length - WITHDRAWN.length) - 1)
    expect(fleet.log().filter((line) => line.includes('"broken"'))).toEqual([])
    await fleet.stop()
    await close()
  })
})
