import type { WebClient } from '@slack/web-api'
import type { Instant } from '../../data/time.ts'

/** The event type of our message metadata; its payload holds the delivery's id. https://docs.slack.dev/messaging/message-metadata */
const METADATA_TYPE = 'liaison_delivery'
/** Milliseconds before a delivery is due in which to start looking: clocks differ. */
const EARLIER_MS = 120_000
const PAGE = 200
const MOST_PAGES = 5

/** The mark of a delivery on its message, by which it is found again. */
export const deliveryMetadata = (delivery: string) => ({
  event_type: METADATA_TYPE,
  event_payload: { delivery },
})

/** The timestamp of the message that carries a delivery's mark, posted since it was due; `unknown` where there is too much to read. */
export async function findMarked(
  web: WebClient,
  place: { channel: string; thread?: string },
  delivery: string,
  due: Instant,
): Promise<string | 'missing' | 'unknown'> {
  const oldest = ((due - EARLIER_MS) / 1000).toFixed(6)
  let cursor = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      channel: place.channel,
      oldest,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    }
    const answer =
      place.thread === undefined
        ? await web.conversations.history(query)
        : await web.conversations.replies({ ...query, ts: place.thread })
    for (const { metadata, ts } of answer.messages ?? []) {
      const payload: unknown = metadata?.event_payload
      const isOurs = metadata?.event_type === METADATA_TYPE && typeof payload === 'object' && payload !== null
      if (isOurs && ts && 'delivery' in payload && payload.delivery === delivery) return ts
    }
    cursor = answer.response_metadata?.next_cursor ?? ''
    if (!answer.has_more || cursor === '') return 'missing'
  }
  return 'unknown'
}
