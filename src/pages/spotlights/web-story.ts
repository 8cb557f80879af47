import { literal, nameParts } from '../../../conversations/spotlights/public-name.ts'
import {
  type At,
  nameIn,
  type PublicStory,
  publicStory,
  type Subject,
} from '../../../conversations/spotlights/public-story.ts'
import type { StoryRecord } from '../../../data/story.ts'
import {
  addDays,
  dateOf,
  type Instant,
  instantOf,
  type LocalTime,
  localMomentAt,
  momentAt,
} from '../../../data/time.ts'

/** What stories are sorted by on the web, each with a page of its own where a story of it is shown. */
export const FACETS = ['cluster', 'school', 'program', 'partner'] as const
export type FacetKind = (typeof FACETS)[number]
export type Facet = { kind: FacetKind; id: string; name: string }

/** What apps show where somebody shares the address: this is social media, whoever shares it. */
export type LinkPreview = { title: string; description: string; isNamed: boolean }

/** A story as the web shows it: consented and approved, names for ids, nothing of the student but what may be told. */
export type WebStory = PublicStory & {
  facets: Facet[]
  /** When what is shown was approved, or went out where that is later. */
  changedAt: Instant
  preview: LinkPreview
  /** As social media and the press may show it, where they may. */
  social?: PublicStory
  press?: PublicStory
}

/** `gone`: it was shown once, and may be no longer. `hidden`: it never was, or not yet; nothing of it is told. */
export type Standing = { kind: 'shown'; story: WebStory } | { kind: 'gone' } | { kind: 'hidden' }

/** A story with what is known of its student's consent: what the decision to show it rests on. */
export type Kept = { story: StoryRecord; subject: Subject }

export type NameOf = (kind: FacetKind, id: string) => string | undefined

/** Whether the web may show a story at a moment, and what of it. */
export function standingOf({ story, subject }: Kept, at: At, nameOf: NameOf): Standing {
  const web = publicStory(story, subject, 'web', at)
  if (!web) return wasShown(story, at) ? { kind: 'gone' } : { kind: 'hidden' }
  const social = publicStory(story, subject, 'social', at)
  const press = publicStory(story, subject, 'press', at)
  const facets = FACETS.flatMap((kind): Facet[] => {
    const id = web[kind]
    const name = id ? nameOf(kind, id) : undefined
    return id && name ? [{ kind, id, name }] : []
  })
  return {
    kind: 'shown',
    story: {
      ...web,
      facets,
      changedAt: Math.max(story.approval?.at ?? 0, web.publishedAt) as Instant,
      preview: linkPreview(story, subject, web, social),
      ...(social ? { social } : {}),
      ...(press ? { press } : {}),
    },
  }
}

/** When what `standingOf` says may change by the clock alone; undefined: never. */
export function nextChangeOf({ story, subject }: Kept, { now, zone }: At): Instant | undefined {
  if (!story.isLive || story.publishedAt === undefined) return undefined
  const today = dateOf(localMomentAt(now, zone))
  const ends = subject.consents.flatMap(({ state, removeAtEnd, end }): Instant[] => {
    if (state !== 'granted' || !removeAtEnd || !end || end < today) return []
    const after = instantOf(momentAt(addDays(end, 1), '00:00' as LocalTime), zone)
    return ['instant' in after ? after.instant : after.earlier]
  })
  const changes = [story.publishedAt, ...ends].filter((change) => change > now)
  return changes.length > 0 ? (Math.min(...changes) as Instant) : undefined
}

function wasShown({ approval, publishedAt, takenDown }: StoryRecord, { now }: At): boolean {
  if (publishedAt === undefined || publishedAt > (takenDown?.at ?? now)) return false
  return approval === undefined || approval.destinations.includes('web')
}

/** Characters of a description; apps show about so many. */
const DESCRIPTION_MAX_CHARS = 200

/** Without a consent for social media the preview tells the news without the name. */
function linkPreview(
  story: StoryRecord,
  subject: Subject,
  web: PublicStory,
  social: PublicStory | undefined,
): LinkPreview {
  const shown = social ?? (web.name === undefined ? web : undefined)
  if (shown) {
    return {
      title: shown.headline,
      description: shorten(shown.sentences.join(' '), DESCRIPTION_MAX_CHARS),
      isNamed: shown.name !== undefined,
    }
  }
  const told = nameIn(story.approval?.text.headline ?? '', 'a student')
  const isSafe = told !== '' && !holdsNameOf(subject.student.name, told)
  const title = isSafe ? `${told.slice(0, 1).toUpperCase()}${told.slice(1)}` : 'A student’s story'
  return { title, description: 'The story of a student in career and technical education.', isNamed: false }
}

/** Whether any part of a person's name stands in a text. */
function holdsNameOf(name: string, text: string): boolean {
  const { first, last } = nameParts(name)
  return [first, last ?? ''].some(
    (part) => part.length > 1 && new RegExp(`(?<![\\p{L}\\p{N}])${literal(part)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  )
}

function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  return `${text
    .slice(0, maxChars - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/\s+\S*$/, '')}…`
}
