import { expect, test } from 'vitest'
import type { Inbound } from '../../conversations/inbound.ts'
import { conversationKey } from '../../conversations/turns.ts'
import type { Address } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'

const CHAT: Address = { channel: 'slack', team: 'T1', isDirect: true, person: 'U1' }
const ROOM: Address = { channel: 'slack', team: 'T1', place: 'C1', isDirect: false, person: 'U1' }

const keyAt = (place: Address, user = 'U1'): string => {
  const inbound: Inbound = {
    id: 'e1',
    author: { channel: 'slack', team: 'T1', user },
    at: 0 as Instant,
    place,
    isPrivate: false,
    what: { kind: 'said', text: 'undo' },
  }
  return conversationKey(inbound)
}

test('a thread of one’s own chat is that chat', () => {
  expect(keyAt({ ...CHAT, thread: '1796140000.000001' })).toBe(keyAt(CHAT))
})

test('a thread in a room is a conversation of its own, and so is each person’s', () => {
  const keys = [keyAt(ROOM), keyAt({ ...ROOM, thread: '1.1' }), keyAt({ ...ROOM, thread: '2.2' }), keyAt(ROOM, 'U2')]
  expect(new Set([...keys, keyAt(CHAT)]).size).toBe(5)
})
