import { readLine } from '../../../adapters/terminal/line.ts'
import { printDelivery } from '../../../adapters/terminal/print.ts'
import { replyJson } from '../../../adapters/terminal/reply.ts'
import { createScreen, type Shown } from '../../../adapters/terminal/screen.ts'
import { createSession } from '../../../adapters/terminal/session.ts'
import type { Instant } from '../../../data/time.ts'
import { type ChannelDriver, describeChannel } from '../channel-contract.ts'

const DIRECT = { channel: 'terminal', isDirect: true, person: 's1' } as const
const SHARED = { channel: 'terminal', isDirect: false, place: '#wins', person: 's1' } as const

/** Anything that is no character to read, but a break or a tab. */
const DRIVES_THE_TERMINAL = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const driver: ChannelDriver = {
  name: 'terminal',
  async start(intake, ready) {
    const screen = createScreen()
    ready(screen.sender)
    let id = ''
    const session = createSession({
      intake,
      screen,
      people: { find: async () => 'unknown' },
      speaker: { id: 's1', name: 'Ana Lee' },
      newId: () => id,
    })
    const messages = new Map<string, { shown: Shown; isDeleted: boolean }>()
    const look = (): void => {
      for (const shown of screen.take()) {
        const before = shown.replaces && messages.get(shown.replaces)
        if (shown.deleted && before) before.isDeleted = true
        else if (shown.replaces && before) messages.delete(shown.replaces)
        if (!shown.deleted) messages.set(shown.id, { shown, isDeleted: false })
      }
    }
    const take = async (line: object, as: string) => {
      id = as
      const read = readLine(JSON.stringify(line))
      if (!read.ok || read.line.kind === 'now') return { status: 400 }
      await session.take(read.line, 0 as Instant)
      return { status: 200 }
    }
    return {
      sender: screen.sender,
      say: (say, as) => take({ say }, as),
      press: (press, as) => take({ press }, as),
      submit: (submit, values, as) => take({ submit, values }, as),
      direct: DIRECT,
      shared: SHARED,
      shown: () => {
        look()
        return [...messages.values()].map(({ shown, isDeleted }) => {
          const { to, isPrivate } = shown.delivery
          const { text } = replyJson(shown, DIRECT, (staff) => staff)
          const place = to.isDirect ? 's1' : '#wins'
          return { place, text, isDeleted, ...(isPrivate && !to.isDirect && { onlyFor: 's1' }) }
        })
      },
      problems: () => {
        look()
        const newest = [...messages.values()].at(-1)
        const printed = newest ? printDelivery(newest.shown.delivery).join('\n') : ''
        return DRIVES_THE_TERMINAL.test(printed) ? [`${newest?.shown.id} prints a control character`] : []
      },
      settled: async () => undefined,
      close: async () => undefined,
    }
  },
}

describeChannel(driver)
