import { describe, expect, test } from 'vitest'
import { printDelivery } from '../../../adapters/terminal/print.ts'
import { replyJson } from '../../../adapters/terminal/reply.ts'
import { createScreen } from '../../../adapters/terminal/screen.ts'
import type { Card } from '../../../data/card.ts'
import type { Address, Delivery } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'
import { unhurried } from '../unhurried.ts'

const at = 0 as Instant
const ana: Address = { channel: 'terminal', isDirect: true, person: 's1' }
const room: Address = { channel: 'terminal', isDirect: false, place: '#wins', person: 's1' }
const card = (text: string, press = 'contact.undo'): Card => ({
  summary: text,
  parts: [
    { kind: 'text', text },
    {
      kind: 'actions',
      actions: [
        { label: 'Undo', press },
        { label: 'Page', url: 'https://x.example/p' },
      ],
    },
  ],
})
const delivery = (id: string, content: Delivery['content'], to = ana, isPrivate = false): Delivery => ({
  id,
  turn: 't',
  to,
  isPrivate,
  content,
  orderKey: 'o',
  isUrgent: false,
  due: at,
  state: 'due',
  attempts: 1,
})
const names = (id: string) => ({ s1: 'Ana Lee', s2: 'Bo Ray' })[id] ?? id

describe('the terminal as a channel', () => {
  test('a reply where the line was said has no addressee; elsewhere it has one', async () => {
    const screen = createScreen()
    await unhurried(screen.sender).send(delivery('d1', { kind: 'post', card: card('Logged.') }))
    await unhurried(screen.sender).send(
      delivery('d2', { kind: 'post', card: card('Hello.') }, { ...ana, person: 's2' }),
    )
    await unhurried(screen.sender).send(delivery('d3', { kind: 'post', card: card('News.') }, room, true))
    expect(screen.take().map((shown) => replyJson(shown, ana, names))).toEqual([
      {
        id: 'd1',
        text: 'Logged.\n[Undo] [Page]',
        card: card('Logged.'),
        buttons: [{ label: 'Undo', press: 'contact.undo' }],
        links: [{ label: 'Page', url: 'https://x.example/p' }],
      },
      expect.objectContaining({ id: 'd2', to: 'Bo Ray' }),
      expect.objectContaining({ id: 'd3', to: '#wins', private: true }),
    ])
    expect(screen.take()).toEqual([])
  })

  test('a replacement names the id under which the message was shown last', async () => {
    const screen = createScreen()
    await unhurried(screen.sender).send(delivery('d1', { kind: 'post', card: card('one') }))
    await unhurried(screen.sender).send(
      delivery('d2', { kind: 'replace', card: card('two'), target: { delivery: 'd1' } }),
    )
    const message = { address: ana, message: 'd1' }
    await unhurried(screen.sender).send(delivery('d3', { kind: 'replace', card: card('three'), target: { message } }))
    await unhurried(screen.sender).send(delivery('d4', { kind: 'delete', target: { delivery: 'd1' } }))
    expect(screen.take().map(({ id, replaces, deleted }) => [id, replaces, deleted])).toEqual([
      ['d1', undefined, undefined],
      ['d2', 'd1', undefined],
      ['d3', 'd2', undefined],
      ['d3', 'd3', 'd3'],
    ])
  })

  test('a button is found on the newest message that is up, one of the person before others', async () => {
    const screen = createScreen()
    await unhurried(screen.sender).send(delivery('d1', { kind: 'post', card: card('a', 'story.approve') }))
    await unhurried(screen.sender).send(
      delivery('d2', { kind: 'post', card: card('b', 'story.approve') }, { ...ana, person: 's2' }),
    )
    expect(screen.holding('story.approve', 's1')?.message).toBe('d1')
    expect(screen.holding('story.approve', 's9')?.message).toBe('d2')
    expect(screen.holding('story.decline', 's1')).toBeUndefined()
    await unhurried(screen.sender).send(delivery('d3', { kind: 'delete', target: { delivery: 'd1' } }))
    expect(screen.holding('story.approve', 's1')?.message).toBe('d2')
  })

  test('looks a delivery up while its message is up', async () => {
    const screen = createScreen()
    const posted = delivery('d1', { kind: 'post', card: card('a') })
    expect(await unhurried(screen.sender).find(posted)).toBe('unknown')
    await unhurried(screen.sender).send(posted)
    expect(await unhurried(screen.sender).find(posted)).toEqual({ address: ana, message: 'd1' })
  })
})

test('a person reads the card, where its links lead, and its buttons by number, and nothing that drives the terminal', () => {
  const typed = card('\u001b[31mred\u001b[0m \u202egnp.exe\nand a second line')
  expect(printDelivery(delivery('m1', { kind: 'post', card: typed }))).toEqual([
    '[31mred[0m gnp.exe\nand a second line\n[Undo] [Page]',
    'Page: https://x.example/p',
    '/1 Undo',
  ])
})
