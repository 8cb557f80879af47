import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countChars, cutTo, NETWORK_RULES, NETWORKS, socialText } from '../../../conversations/spotlights/networks.ts'
import { pressRelease, pressText } from '../../../conversations/spotlights/press-release.ts'
import type { PublicStory } from '../../../conversations/spotlights/public-story.ts'
import type { Instant, LocalDate } from '../../../data/time.ts'

const story = (headline: string, sentences: string[]): PublicStory => ({
  id: 's1',
  headline,
  sentences,
  publishedAt: 0 as Instant,
})
const jaylen = story('Jaylen M. is hired at Great Performances as a line cook', [
  'Jaylen M., a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances as a line cook.',
  'He took CTE classes in Culinary Arts, interned at Great Performances, and now has a job there.',
])

describe('social texts', () => {
  it('hold whole sentences as far as they fit', () => {
    expect(socialText(jaylen, 'x', { link: 'https://cte.example/spotlights/s1', handle: '@GPcatering' })).toBe(
      'Jaylen M. is hired at Great Performances as a line cook. Jaylen M., a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances as a line cook.\n@GPcatering\nhttps://cte.example/spotlights/s1',
    )
  })
  it('hold everything where there is room', () => {
    expect(socialText(jaylen, 'linkedin')).toBe(
      'Jaylen M. is hired at Great Performances as a line cook. Jaylen M., a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances as a line cook. He took CTE classes in Culinary Arts, interned at Great Performances, and now has a job there.',
    )
  })
  it('add no second full stop', () => {
    expect(socialText(story('A job for Jaylen M.', []), 'x')).toBe('A job for Jaylen M.')
  })
  it('count what X counts twice', () => {
    expect(countChars('日本', 'x')).toBe(4)
    expect(countChars('👩‍🍳', 'bluesky')).toBe(1)
  })
  it('cut at a word, visibly', () => {
    expect(cutTo(`${'word '.repeat(70)}end`, 280, 'x')).toBe(`${'word '.repeat(54)}word…`)
  })
  it('never exceed a limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 600 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 4 }),
        fc.constantFrom(...NETWORKS),
        (headline, sentences, network) => {
          const text = socialText(story(headline, sentences), network, { handle: '@partner' })
          return countChars(text, network) <= NETWORK_RULES[network].maxChars
        },
      ),
    )
  })
})

describe('a press release', () => {
  it('says who, what and when', () => {
    expect(pressText(pressRelease(jaylen, 'New York City CTE', '2026-12-04' as LocalDate))).toBe(
      [
        'FOR IMMEDIATE RELEASE',
        'December 4, 2026',
        'Jaylen M. is hired at Great Performances as a line cook',
        'Jaylen M., a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances as a line cook. He took CTE classes in Culinary Arts, interned at Great Performances, and now has a job there.',
        'Released by New York City CTE, which links career and technical education with employers.',
        '###',
      ].join('\n\n'),
    )
  })
})
