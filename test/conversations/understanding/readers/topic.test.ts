import { describe, expect, it } from 'vitest'
import { readTopic } from '../../../../conversations/understanding/readers/topic.ts'
import { viewOf } from '../lakeshore.ts'

describe('topics', () => {
  it.each([
    ['whats on the calendar next week', 'agenda'],
    ['when did we last talk to Generac', 'history'],
    ['who do we know at Target', 'contacts'],
    ['which partners have gone quiet', 'stale'],
    ['follow ups due today', 'follow_ups'],
    ['how many students were placed', 'placements'],
    ['what has Metra offered us', 'offers'],
    ['list the spotlights', 'spotlights'],
    ['who took my mug', undefined],
  ])('%s: %s', (text, topic) => {
    expect(readTopic(viewOf(text))?.value).toBe(topic)
  })
})
