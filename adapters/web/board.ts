import type { Card } from '../../data/card.ts'
import type { Address, Delivery, MessageRef, Sender, SendResult } from '../../data/delivery.ts'

/** One message on the page. `revision` grows with each replacement, so that a page knows what it has. */
export type Message = {
  id: string
  revision: number
  /** The only staff member who sees it, in a place that others see too. */
  onlyFor?: string
  from: { kind: 'liaison'; card: Card } | { kind: 'person'; staff: string; text: string }
}

/** What every place shows, for as long as this process lives. */
export type Board = {
  sender: Sender
  /** What a person said, shown before the answer to it. */
  say(to: Address, id: string, text: string): void
  /** Shows what is no delivery: why an inbound was not kept. */
  showDirectly(to: Address, id: string, card: Card): void
  /** What a staff member sees at a place, oldest first. */
  messages(place: Address, staff: string): Message[]
  /** The reference of a message that the staff member sees there. */
  refOf(place: Address, staff: string, id: string): MessageRef | undefined
  /** The channels in which anything was posted, by name. */
  channels(): string[]
}

/** Messages that a place keeps; older ones leave the page, not the store. */
const MOST_MESSAGES = 400

const keyOf = (place: Address): string => (place.isDirect ? `@${place.person ?? ''}` : (place.place ?? ''))

/** A board with nothing on it. `most`: messages that a place keeps. */
export function createBoard(most = MOST_MESSAGES): Board {
  const places = new Map<string, Message[]>()
  /** The message that a delivery posted or replaced. */
  const messageOf = new Map<string, { id: string; address: Address }>()

  function put(address: Address, message: Message): void {
    const key = keyOf(address)
    const there = places.get(key) ?? []
    places.set(key, there)
    const at = there.findIndex(({ id }) => id === message.id)
    if (at < 0) there.push(message)
    else there[at] = { ...message, revision: (there[at]?.revision ?? 0) + 1 }
    if (there.length > most) there.shift()
  }

  function placed(delivery: Delivery, id: string, address: Address): MessageRef {
    messageOf.set(delivery.id, { id, address })
    return { address, message: id }
  }

  function show(delivery: Delivery): MessageRef {
    const { content, to } = delivery
    const onlyFor = delivery.isPrivate && !to.isDirect && to.person ? { onlyFor: to.person } : {}
    if (content.kind === 'post') {
      if (!messageOf.has(delivery.id))
        put(to, { id: delivery.id, revision: 0, ...onlyFor, from: { kind: 'liaison', card: content.card } })
      return placed(delivery, delivery.id, to)
    }
    const { target } = content
    const found =
      'delivery' in target
        ? messageOf.get(target.delivery)
        : { id: target.message.message, address: target.message.address }
    // After a restart the page is empty: what should take an earlier message's place then stands by itself.
    const { id, address } = found ?? { id: delivery.id, address: to }
    switch (content.kind) {
      case 'replace': {
        const before = places.get(keyOf(address))?.find((message) => message.id === id)
        const seenBy = before?.onlyFor ? { onlyFor: before.onlyFor } : before ? {} : onlyFor
        put(address, { id, revision: 0, ...seenBy, from: { kind: 'liaison', card: content.card } })
        break
      }
      case 'delete': {
        const there = places.get(keyOf(address)) ?? []
        places.set(
          keyOf(address),
          there.filter((message) => message.id !== id),
        )
        break
      }
      default:
        content satisfies never
    }
    return placed(delivery, id, address)
  }

  const seen = (place: Address, staff: string): Message[] =>
    (places.get(keyOf(place)) ?? []).filter(({ onlyFor }) => onlyFor === undefined || onlyFor === staff)

  return {
    sender: {
      send: async (delivery): Promise<SendResult> => ({ kind: 'sent', ref: show(delivery) }),
      // The page is this process's memory, so what is not here is nowhere.
      find: async ({ id }) => {
        const found = messageOf.get(id)
        return found ? { address: found.address, message: found.id } : 'missing'
      },
    },
    say(to, id, text) {
      if (seen(to, to.person ?? '').some((message) => message.id === id)) return
      put(to, { id, revision: 0, from: { kind: 'person', staff: to.person ?? '', text } })
    },
    showDirectly(to, id, card) {
      put(to, {
        id,
        revision: 0,
        from: { kind: 'liaison', card },
        ...(!to.isDirect && to.person && { onlyFor: to.person }),
      })
    },
    messages: seen,
    refOf(place, staff, id) {
      return seen(place, staff).some((message) => message.id === id) ? { address: place, message: id } : undefined
    },
    channels: () => [...places.keys()].filter((key) => key.startsWith('#')).sort(),
  }
}
