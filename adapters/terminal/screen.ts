import type { Card } from '../../data/card.ts'
import type { Address, Delivery, MessageRef, Sender, SendResult } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { buttonsOf } from './reply.ts'

/** One thing that appeared. Its id is the delivery's; what it replaces or deletes is the id under which that was shown. */
export type Shown = { id: string; delivery: Delivery; replaces?: string; deleted?: string }

/** What a terminal shows: a sender that collects, and a memory of the messages that are up. */
export type Screen = {
  sender: Sender
  /** Shows what is no delivery: why an inbound was not kept. */
  showDirectly(card: Card, to: Address, id: string, at: Instant): void
  /** What appeared since it was last asked. */
  take(): Shown[]
  /** The newest message that is up and holds a button, one addressed to `person` before others. */
  holding(press: string, person: string): MessageRef | undefined
}

type Message = { id: string; ref: MessageRef; card: Card }

/** A screen with nothing on it. */
export function createScreen(): Screen {
  /** By the id of the delivery that first posted it, in the order of posting. */
  const up = new Map<string, Message>()
  /** The first posting's id, by every id under which the message was shown since. */
  const first = new Map<string, string>()
  let shown: Shown[] = []

  const originOf = (content: Exclude<Delivery['content'], { kind: 'post' }>): string => {
    const id = 'delivery' in content.target ? content.target.delivery : content.target.message.message
    return first.get(id) ?? id
  }

  function show(delivery: Delivery): MessageRef {
    const { content, id } = delivery
    const ref: MessageRef = { address: delivery.to, message: id }
    if (first.has(id)) return ref
    switch (content.kind) {
      case 'post':
        first.set(id, id)
        up.set(id, { id, ref, card: content.card })
        shown.push({ id, delivery })
        return ref
      case 'replace': {
        const origin = originOf(content)
        const replaces = up.get(origin)?.id ?? origin
        first.set(id, origin)
        up.set(origin, { id, ref, card: content.card })
        shown.push({ id, delivery, replaces })
        return ref
      }
      case 'delete': {
        const origin = originOf(content)
        const gone = up.get(origin)?.id ?? origin
        up.delete(origin)
        shown.push({ id: gone, delivery, replaces: gone, deleted: gone })
        return ref
      }
      default:
        return content satisfies never
    }
  }

  return {
    sender: {
      send: async (delivery): Promise<SendResult> => ({ kind: 'sent', ref: show(delivery) }),
      // What a terminal has shown is gone with its process: nothing can be looked up from another one.
      find: async (delivery) => {
        const message = up.get(first.get(delivery.id) ?? delivery.id)
        return message?.id === delivery.id ? message.ref : 'unknown'
      },
    },
    showDirectly(card, to, id, at) {
      const content = { kind: 'post', card } as const
      const delivery: Delivery = {
        id,
        turn: id,
        to,
        isPrivate: false,
        content,
        orderKey: id,
        isUrgent: false,
        due: at,
        state: 'sent',
        attempts: 1,
      }
      shown.push({ id, delivery })
    },
    take() {
      const taken = shown
      shown = []
      return taken
    },
    holding(press, person) {
      const holders = [...up.values()].filter(({ card }) => buttonsOf(card).some((button) => button.press === press))
      const mine = holders.filter(({ ref }) => ref.address.person === person)
      return (mine.at(-1) ?? holders.at(-1))?.ref
    },
  }
}
