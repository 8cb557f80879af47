import { dayOf, type LocalDate, monthOf, yearOf } from '../../data/time.ts'
import type { PublicStory } from './public-story.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A press release in its parts, so that text and documents are made of the same. */
export type PressRelease = { kicker: string; headline: string; dateline: string; paragraphs: string[]; end: string }

/** What a newsroom gets: the story, who sends it, and where to read on. */
export function pressRelease(story: PublicStory, organization: string, day: LocalDate, link?: string): PressRelease {
  return {
    kicker: 'FOR IMMEDIATE RELEASE',
    headline: story.headline,
    dateline: `${MONTHS[monthOf(day) - 1]} ${dayOf(day)}, ${yearOf(day)}`,
    paragraphs: [
      story.sentences.join(' '),
      ...(organization
        ? [`Released by ${organization}, which links career and technical education with employers.`]
        : []),
      ...(link ? [`Read more: ${link}`] : []),
    ].filter((paragraph) => paragraph !== ''),
    end: '###',
  }
}

export function pressText({ kicker, headline, dateline, paragraphs, end }: PressRelease): string {
  return [kicker, dateline, headline, ...paragraphs, end].join('\n\n')
}
