import { describe, expect, it } from 'vitest'
import { postCard, whyNoPhoto } from '../../../conversations/spotlights/post-card.ts'
import type { PublicStory } from '../../../conversations/spotlights/public-story.ts'
import type { ChannelName } from '../../../data/delivery.ts'
import type { Destination } from '../../../data/story.ts'
import type { Instant } from '../../../data/time.ts'

const STORY: PublicStory = {
  id: 's1',
  name: 'Jaylen M.',
  headline: 'Jaylen M. is hired',
  sentences: ['Jaylen M. has been hired.'],
  photo: { file: 'p1', alt: 'Jaylen at the stove', width: 960, height: 640, by: 'staff-1', at: 0 as Instant },
  publishedAt: 0 as Instant,
}
const at = (publicUrl: string | undefined, channel: ChannelName, reaches: Destination[]) => ({
  publicUrl,
  channel,
  reaches,
})
const both: Destination[] = ['internal', 'web']

describe('what a post links', () => {
  const cases: [string, ReturnType<typeof at>, string[], string | undefined][] = [
    ['the page and its photo', at('https://cte.example', 'slack', both), ['image', 'actions'], undefined],
    [
      'nothing of an address that Slack cannot reach',
      at('http://127.0.0.1:3000', 'slack', both),
      [],
      'Liaison has no public https address (PUBLIC_URL)',
    ],
    ['nor Teams', at(undefined, 'teams', both), [], 'Liaison has no public https address (PUBLIC_URL)'],
    ['on the own machine', at('http://127.0.0.1:3000', 'web', both), ['image', 'actions'], undefined],
    [
      'nothing of a page that may not show it',
      at('https://cte.example', 'slack', ['internal']),
      [],
      'channels fetch it from the web page, which may not show it',
    ],
  ]
  for (const [what, shown, linked, why] of cases) {
    it(what, () => {
      const { parts } = postCard(STORY, shown)
      expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'text', ...linked])
      expect(whyNoPhoto(shown)).toBe(why)
    })
  }
})
