import { createInterface } from 'node:readline/promises'
import { readLine } from '../adapters/terminal/line.ts'
import { plain, printDelivery } from '../adapters/terminal/print.ts'
import { buttonsOf, nameOfPlace } from '../adapters/terminal/reply.ts'
import type { Card } from '../data/card.ts'
import type { Reads } from '../data/store.ts'
import type { Chat } from './chat-assembly.ts'
import { fillForm, formOf } from './chat-form.ts'
import { staffNames } from './staff-names.ts'

const HELP =
  'Type to Liaison. /1 presses the first button, /as Name speaks as someone else, /in #channel, /quit leaves.'

/** A conversation with a person at the keyboard, with completion of known names by Tab. */
export async function chatWithPerson(chat: Chat): Promise<void> {
  const { session, liaison, clock } = chat
  const known = await knownNames(chat.store)
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: (line: string) => complete(line, known),
  })
  terminal.on('SIGINT', () => terminal.close())
  let buttons: { label: string; press: string }[] = []
  let holder: Card | undefined
  let place: string | undefined

  const show = async (): Promise<void> => {
    const nameOf = await staffNames(chat.store)
    for (const { delivery } of chat.screen.take()) {
      const to =
        delivery.to.isDirect && delivery.to.person === session.speaker().id ? '' : nameOfPlace(delivery.to, nameOf)
      if (to && to !== place) process.stdout.write(`(to ${plain(to)})\n`)
      process.stdout.write(`${printDelivery(delivery).join('\n')}\n`)
      if (delivery.content.kind === 'delete') continue
      const own = buttonsOf(delivery.content.card)
      if (own.length > 0) {
        buttons = own
        holder = delivery.content.card
      }
    }
  }
  const say = async (raw: object): Promise<void> => {
    const read = readLine(JSON.stringify(raw))
    if (!read.ok || read.line.kind === 'now') return
    const taken = await session.take(read.line, clock.now())
    if (!taken.ok) process.stdout.write(`${taken.error}\n`)
    await liaison.tick()
    await show()
  }

  process.stdout.write(`You are ${session.speaker().name}. ${HELP}\n`)
  await liaison.tick()
  await show()
  const prompt = (): string => `${session.speaker().name.split(' ')[0]?.toLowerCase()}${place ? ` in ${place}` : ''}> `
  terminal.setPrompt(prompt())
  terminal.prompt()
  for await (const line of terminal) {
    const [, command, rest = ''] = /^\/(\S+)\s*(.*)$/.exec(line) ?? []
    if (command === 'quit') break
    const button = command && /^\d+$/.test(command) ? buttons[Number(command) - 1] : undefined
    const form = button && holder && formOf(holder, button.press)
    if (form)
      await say({
        submit: button.press,
        values: await fillForm(form, (question) => terminal.question(plain(question))),
      })
    else if (button) await say({ press: button.press })
    else if (command === 'as') await becomeSpeaker(rest)
    else if (command === 'in') place = rest === '' ? undefined : `#${rest.replace(/^#/, '')}`
    else if (command) process.stdout.write(`${HELP}\n`)
    else await say({ say: line, ...(place && { in: place }) })
    terminal.setPrompt(prompt())
    terminal.prompt()
  }
  terminal.close()

  async function becomeSpeaker(name: string): Promise<void> {
    const problem = await session.become(name)
    if (problem) process.stdout.write(`${problem}\n`)
  }
}

/** Names as they are completed: partners, people, schools, programs, staff. */
async function knownNames(reads: Reads): Promise<string[]> {
  const kinds = ['partner', 'person', 'school', 'program', 'staff'] as const
  const records = await Promise.all(kinds.map((kind) => reads.find(kind, { where: { isActive: true } })))
  return [...new Set(records.flat().map(({ name }) => name))].sort()
}

/** Names that go on with the last word or words of the line. */
export function complete(line: string, names: readonly string[]): [string[], string] {
  const starts = [0, ...[...line.matchAll(/\s+/g)].map((space) => space.index + space[0].length)]
  for (const start of starts) {
    const typed = line.slice(start)
    const hits = typed === '' ? [] : names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()))
    if (hits.length > 0) return [hits, typed]
  }
  return [[], line]
}
