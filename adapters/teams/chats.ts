import type { Address } from '../../data/delivery.ts'
import type { Bot } from './bot.ts'
import { DEFAULT_SERVICE_URL } from './service-url.ts'

/** The personal chats between Liaison and people, by what has come in since the start. */
export type Chats = {
  learn(address: Address): void
  serviceUrlFor(address: Address): string
  /** The chat of `to.person`, opened where there is none yet. Rejects with a `ConnectorError`. */
  open(to: Address): Promise<Address>
}

/** People; the oldest go first. */
const MOST_KEPT = 20_000

export function createChats(bot: Pick<Bot, 'openChat'>): Chats {
  const chats = new Map<string, string>()
  const users = new Map<string, string>()
  const serviceUrls = new Map<string, string>()
  let lastServiceUrl: string | undefined

  const keyOf = (address: Address): string => `${address.team} ${address.person}`
  const keep = (map: Map<string, string>, key: string, value: string): void => {
    map.delete(key)
    map.set(key, value)
    const [oldest] = map.keys()
    if (map.size > MOST_KEPT && oldest !== undefined) map.delete(oldest)
  }
  const serviceUrlFor = (address: Address): string =>
    address.route?.serviceUrl || serviceUrls.get(address.team ?? '') || lastServiceUrl || DEFAULT_SERVICE_URL

  return {
    serviceUrlFor,
    learn(address) {
      const { serviceUrl, user } = address.route ?? {}
      if (serviceUrl) {
        lastServiceUrl = serviceUrl
        serviceUrls.set(address.team ?? '', serviceUrl)
      }
      if (user) keep(users, keyOf(address), user)
      if (address.isDirect && address.place) keep(chats, keyOf(address), address.place)
    },
    async open(to) {
      const person = to.person ?? ''
      const serviceUrl = serviceUrlFor(to)
      // The route may tell of somebody else: it is where the answer goes, not always whom it is for.
      const routed = to.route?.person === person ? to.route.user : undefined
      const user = routed ?? users.get(keyOf(to)) ?? person
      const place = chats.get(keyOf(to)) ?? (await bot.openChat(serviceUrl, to.team ?? '', user))
      keep(chats, keyOf(to), place)
      return {
        channel: 'teams',
        ...(to.team && { team: to.team }),
        place,
        isDirect: true,
        person,
        route: { serviceUrl, user, person },
      }
    },
  }
}
