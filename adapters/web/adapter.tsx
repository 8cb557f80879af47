import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import type { Inbound } from '../../conversations/inbound.ts'
import type { Intake } from '../../conversations/intake.ts'
import { decodePress } from '../../data/card.ts'
import type { Address, Sender } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { createBoard } from './board.ts'
import { FIELD_PREFIX, LIST_PREFIX } from './field.tsx'
import { onlyThisMachine, securityHeaders } from './guard.ts'
import { type Chat, ChatPage, MessageLog } from './page.tsx'
import { styleSheet } from './style-sheet.ts'

/** Bytes of a form; a sentence is a few hundred. */
const MOST_BODY_BYTES = 1_000_000
const SPEAKER_COOKIE = 'liaison_speaker'

export type WebOptions = {
  intake: Intake
  clock: () => Instant
  /** Never the same twice. */
  newId: () => string
  organization: () => Promise<string>
  note?: string
  /** Everyone who may speak here; the first speaks until another is chosen. */
  staff: () => Promise<readonly { id: string; name: string }[]>
  /** Origin of the pictures in cards, where it is not the page's own. */
  imageOrigin?: string
  /** How many messages a place shows at most. */
  mostMessages?: number
}

export type WebAdapter = { routes: Hono; sender: Sender }

/** The chat in the browser: pages under `/` and `/chat/`, for people on this machine, who say themselves who they are. */
export function createWebAdapter(options: WebOptions): WebAdapter {
  const { intake, clock, newId } = options
  const board = createBoard(options.mostMessages)
  const routes = new Hono()
  /** Those whose arrival Liaison has been told of, in this process. */
  const arrived = new Set<string>()

  routes.use('/', onlyThisMachine, securityHeaders(options.imageOrigin))
  routes.use('/chat/*', onlyThisMachine, securityHeaders(options.imageOrigin))
  routes.use('/chat/*', bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (c) => c.text('That is too long.', 413) }))

  async function chatOf(context: Context, place: string): Promise<Chat | undefined> {
    const staff = await options.staff()
    const speaker = staff.find(({ id }) => id === getCookie(context, SPEAKER_COOKIE)) ?? staff[0]
    if (!speaker) return undefined
    const names = new Map(staff.map(({ id, name }) => [id, name]))
    const channels = new Set([...board.channels(), ...(place === '' ? [] : [place])])
    return {
      organization: await options.organization(),
      ...(options.note && { note: options.note }),
      staff,
      speaker,
      place,
      channels: [...channels].sort(),
      messages: board.messages(addressOf(place, speaker.id), speaker.id),
      nameOf: (id) => names.get(id) ?? 'Someone',
      newId,
    }
  }

  async function take(what: Inbound['what'], speaker: Chat['speaker'], place: Address, id: string, on?: string) {
    const ref = on ? board.refOf(place, speaker.id, on) : undefined
    const handled = await intake.handle({
      id: `web:${id}`,
      author: { channel: 'web', user: speaker.id, name: speaker.name },
      at: clock(),
      place,
      isPrivate: false,
      what,
      ...(ref && { on: ref }),
    })
    if (handled.kind === 'kept') await intake.deliver(handled.replies)
    else board.showDirectly(place, `web:${id}:refused`, handled.card)
    return handled.kind === 'kept' || handled.why === 'not-admitted' ? 200 : 503
  }

  /** A person who opens an empty chat is greeted, as on other channels when Liaison is installed. */
  async function greet(chat: Chat): Promise<Chat> {
    if (chat.place !== '' || chat.messages.length > 0 || arrived.has(chat.speaker.id)) return chat
    arrived.add(chat.speaker.id)
    const address = addressOf('', chat.speaker.id)
    await take({ kind: 'arrived' }, chat.speaker, address, newId())
    return { ...chat, messages: board.messages(address, chat.speaker.id) }
  }

  /** With the page's script: the conversation alone; without: the page again, at the message field. */
  async function answer(context: Context, place: string, status: 200 | 503 = 200): Promise<Response> {
    if (context.req.header('x-fragment') === undefined) {
      return context.redirect(place === '' ? '/#say' : `/?in=${encodeURIComponent(place)}#say`, 303)
    }
    const chat = await chatOf(context, place)
    return chat ? context.html(<MessageLog chat={chat} />, status) : context.text('There is no staff yet.', 404)
  }

  routes.get('/', async (context) => {
    const chat = await chatOf(context, placeIn(context.req.query('in')))
    if (!chat) return context.text('There is no staff yet: import it first (npm run import -- staff.csv).', 404)
    context.header('Cache-Control', 'no-store')
    const page = <ChatPage chat={await greet(chat)} />
    return context.html(`<!doctype html>${await page.toString()}`)
  })

  routes.get('/chat/log', async (context) => {
    const chat = await chatOf(context, placeIn(context.req.query('in')))
    context.header('Cache-Control', 'no-store')
    return chat ? context.html(<MessageLog chat={chat} />) : context.text('There is no staff yet.', 404)
  })

  routes.post('/chat/as', async (context) => {
    const form = await formOf(context)
    const chosen = (await options.staff()).find(({ id }) => id === form.get('as')?.at(-1))
    if (!chosen) return context.text('There is no such staff member.', 400)
    setCookie(context, SPEAKER_COOKIE, chosen.id, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return answer(context, placeIn(form.get('in')?.[0]))
  })

  routes.post('/chat/say', async (context) => {
    const form = await formOf(context)
    const text = form.get('text')?.[0]
    const id = form.get('id')?.[0]
    const place = placeIn(form.get('in')?.[0])
    const chat = await chatOf(context, place)
    if (text === undefined || !id || !chat) return context.text('A message needs a text and an id.', 400)
    const address = addressOf(place, chat.speaker.id)
    board.say(address, `${id}-said`, text)
    const status = await take({ kind: 'said', text }, chat.speaker, address, id)
    return answer(context, place, status)
  })

  routes.post('/chat/act', async (context) => {
    const form = await formOf(context)
    const value = form.get('press')?.[0] ?? form.get('form')?.[0] ?? ''
    const press = decodePress(value)
    const id = form.get('id')?.[0]
    const place = placeIn(form.get('in')?.[0])
    const chat = await chatOf(context, place)
    if (!press || !id || !chat) return context.text('That is no button of Liaison’s.', 400)
    const what: Inbound['what'] =
      form.get('form')?.[0] === value
        ? { kind: 'submitted', press, values: valuesOf(form) }
        : { kind: 'pressed', press }
    const address = addressOf(place, chat.speaker.id)
    const status = await take(what, chat.speaker, address, id, form.get('message')?.[0])
    return answer(context, place, status)
  })

  serveAssets(routes)
  return { routes, sender: board.sender }
}

function addressOf(place: string, person: string): Address {
  return place === '' ? { channel: 'web', isDirect: true, person } : { channel: 'web', place, isDirect: false, person }
}

/** `#channel`, or nothing for the direct chat. */
function placeIn(text: string | undefined): string {
  const name = (text ?? '').trim().replace(/^#/, '')
  return name === '' ? '' : `#${name.slice(0, 80)}`
}

/** A form's values, each a list. */
async function formOf(context: Context): Promise<Map<string, string[]>> {
  const body = new URLSearchParams(await context.req.text())
  const values = new Map<string, string[]>()
  for (const [name, value] of body) values.set(name, [...(values.get(name) ?? []), value.replaceAll('\r\n', '\n')])
  return values
}

/** What the card's fields hold, by field: a list where several may be chosen. */
function valuesOf(form: ReadonlyMap<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    [...form].flatMap(([name, values]): [string, string | string[]][] => {
      if (name.startsWith(FIELD_PREFIX)) return [[name.slice(FIELD_PREFIX.length), values[0] ?? '']]
      if (name.startsWith(LIST_PREFIX))
        return [[name.slice(LIST_PREFIX.length), values.filter((value) => value !== '')]]
      return []
    }),
  )
}

/** The page's own style, script and icon. */
function serveAssets(routes: Hono): void {
  const types = { 'chat.css': 'text/css', 'chat.js': 'text/javascript', 'icon.svg': 'image/svg+xml' }
  for (const [name, type] of Object.entries(types)) {
    const file = new URL(`./assets/${name}`, import.meta.url)
    const content = name.endsWith('.css') ? styleSheet(file) : readFileSync(file, 'utf8')
    routes.get(`/chat/${name}`, (context) => {
      context.header('Content-Type', `${type}; charset=utf-8`)
      context.header('Cache-Control', 'no-cache')
      return context.body(content)
    })
  }
}
