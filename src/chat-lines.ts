import { readLine } from '../adapters/terminal/line.ts'
import { type ReplyJson, replyJson } from '../adapters/terminal/reply.ts'
import type { Address } from '../data/delivery.ts'
import { readLines } from '../data/lines.ts'
import type { Chat } from './chat-assembly.ts'
import { staffNames } from './staff-names.ts'

type Answer = { replies: ReplyJson[] } | { error: string }

/** The fixed interface: for each line that comes in, one JSON line goes out, in order. */
export async function chatInLines(
  chat: Chat,
  input: AsyncIterable<Uint8Array | string>,
  print: (line: string) => void,
): Promise<void> {
  // What was missed while nothing ran comes at the start, with the first line's replies.
  await chat.liaison.tick()
  for await (const raw of readLines(input)) {
    const answer = await answerLine(chat, raw).catch((): Answer => ({ error: 'Something in Liaison is broken.' }))
    print(JSON.stringify(answer))
  }
}

/** Everything that is delivered while one line is taken. */
export async function answerLine(chat: Chat, raw: string): Promise<Answer> {
  const read = readLine(raw)
  if (!read.ok) return { error: read.error }
  const { line } = read
  if (line.kind === 'now') return moveClock(chat, line.iso)
  const taken = await chat.session.take(line, chat.clock.now())
  if (!taken.ok) return { error: taken.error }
  await chat.liaison.courier.run()
  return { replies: await repliesOf(chat, taken.here) }
}

async function moveClock(chat: Chat, iso: string): Promise<Answer> {
  const { clock, liaison } = chat
  const to = chat.readInstant(iso)
  if (to === undefined) return { error: `"${iso}" is no ISO time such as 2026-11-20T10:15:00-05:00.` }
  if (!clock.set || to < clock.now()) return { error: 'The clock moves forward only.' }
  await liaison.advance(to, clock.set)
  return { replies: await repliesOf(chat, undefined) }
}

async function repliesOf(chat: Chat, here: Address | undefined): Promise<ReplyJson[]> {
  const shown = chat.screen.take()
  const nameOf = await staffNames(chat.store)
  return shown.map((one) => replyJson(one, here, nameOf))
}
