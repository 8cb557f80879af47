import { type Card, encodePress } from '../../data/card.ts'
import type { StoryRecord } from '../../data/story.ts'
import {
  addDays,
  dateOf,
  formatDay,
  type Instant,
  type LocalTime,
  localMomentAt,
  momentAt,
  parseLocalDate,
} from '../../data/time.ts'
import type { Situation } from '../conversation.ts'
import { mayApprove, maySee } from '../spotlights/people.ts'
import { isPrivateHere } from '../spotlights/privately.ts'
import { publicStory } from '../spotlights/public-story.ts'
import { stateWords } from '../spotlights/status-card.ts'
import { instantAt } from '../spotlights/story-building.ts'
import { type StoryView, storyTitle, viewStory } from '../spotlights/story-view.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { rangeOf, type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** Stories read at once. */
const BATCH = 50
const MIDNIGHT = '00:00' as LocalTime

/** "list the spotlights from the last 30 days": stories newest first; in a channel those alone that it may read. */
export async function spotlightsIn(scope: Scope, offset: number, situation: Situation): Promise<Card> {
  // A page and the one after it: how many there are beyond that is not told.
  const views = await viewsIn(scope, offset + 2 * PAGE_LINES, situation)
  const lines = views.slice(offset, offset + PAGE_LINES).map((view) => lineOf(view, situation))
  const words = await scopeWords(scope, situation)
  return pageCard({
    title: `Spotlights${words}`,
    lines,
    total: views.length,
    offset,
    empty: `No spotlights${words}.`,
    more: { action: 'find.spotlights', args: scopeToArgs(scope) },
    context: `${await countPosted(scope, situation)} posted${words}.`,
  })
}

/** How many of a scope are out. */
async function countPosted({ partner, cluster, school, ...scope }: Scope, situation: Situation): Promise<number> {
  const { now, zone, reads } = situation
  const range = rangeOf(scope)
  const startOf = (day: string | undefined, later: number): Instant | undefined => {
    const date = parseLocalDate(day ?? '')
    return date && instantAt(momentAt(addDays(date, later), MIDNIGHT), zone)
  }
  const from = startOf(range?.from, 0)
  const after = startOf(range?.to, 1)
  const publishedAt = {
    ...(from === undefined ? {} : { from }),
    to: Math.min(after === undefined ? now : after - 1, now),
  }
  return reads.count('story', {
    where: {
      isLive: true,
      publishedAt,
      ...(partner ? { partner } : {}),
      ...(cluster ? { cluster } : {}),
      ...(school ? { school } : {}),
    },
  })
}

/** The newest of a scope that the reader may see, as many as are wanted. */
async function viewsIn(scope: Scope, wanted: number, situation: Situation): Promise<StoryView[]> {
  const { partner, cluster, school } = scope
  const range = rangeOf(scope)
  const views: StoryView[] = []
  for (let offset = 0; views.length < wanted; offset += BATCH) {
    const stories = await situation.reads.find('story', {
      where: { ...(partner ? { partner } : {}), ...(cluster ? { cluster } : {}), ...(school ? { school } : {}) },
      order: { by: 'at', direction: 'descending' },
      limit: BATCH,
      offset,
    })
    for (const story of stories) {
      const day = dateOf(localMomentAt(story.publishedAt ?? story.at, situation.zone))
      if ((range?.from && day < range.from) || (range?.to && day > range.to)) continue
      const view = await viewStory(story, situation)
      if (view && (await isFor(view, situation))) views.push(view)
      if (views.length === wanted) return views
    }
    if (stories.length < BATCH) return views
  }
  return views
}

/** In a channel: what the organization may read. In private: also what the speaker may see of drafts. */
async function isFor(view: StoryView, situation: Situation): Promise<boolean> {
  if (publicStory(view.story, view.subject, 'internal', situation)) return true
  if (!isPrivateHere(situation)) return false
  const { speaker, reads } = situation
  return view.story.writer === speaker.id || maySee(speaker, view.student, reads)
}

function lineOf(view: StoryView, situation: Situation): string {
  const { story } = view
  const day = formatDay(localMomentAt(story.publishedAt ?? story.at, situation.zone), situation.local)
  const shown = publicStory(story, view.subject, 'internal', situation)
  if (shown) return `${shown.headline}, ${day}${isPrivateHere(situation) ? `, ${stateWords(view, situation)}` : ''}`
  return `${storyTitle(view)}, ${day}, ${stateWords(view, situation)}`
}

/** "what is waiting for my approval": the stories and the reported forms that the speaker may decide on. */
export async function waitingFor(_scope: Scope, _offset: number, situation: Situation): Promise<Card> {
  const { reads, speaker } = situation
  const stories = await reads.find('story', {
    where: { state: 'waiting' },
    order: { by: 'at', direction: 'ascending' },
  })
  const mine: StoryRecord[] = []
  for (const story of stories) if (await mayApprove(speaker, story, reads)) mine.push(story)
  const reports = speaker.role === 'staff' ? [] : await reads.find('consent', { where: { state: 'reported' } })
  const count = mine.length + reports.length
  if (count === 0) {
    const text = 'Nothing is waiting for your approval.'
    return { summary: text, parts: [{ kind: 'text', text }] }
  }
  if (!isPrivateHere(situation)) {
    const text = `${count} waiting for your approval. Ask me in our own chat to see ${count === 1 ? 'it' : 'them'}.`
    return { summary: text, parts: [{ kind: 'text', text }] }
  }
  const parts: Card['parts'] = [{ kind: 'heading', text: `Waiting for your approval: ${count}` }]
  for (const story of mine.slice(0, PAGE_LINES)) {
    const view = await viewStory(story, situation)
    if (!view) continue
    parts.push(
      {
        kind: 'text',
        text: `${storyTitle(view)}, by ${view.writer}, ${formatDay(localMomentAt(story.at, situation.zone), situation.local)}`,
      },
      { kind: 'actions', actions: [{ label: 'Open', press: encodePress('approval.open', { story: story.id }) }] },
    )
  }
  for (const report of reports.slice(0, PAGE_LINES)) {
    const student = await reads.get('student', report.student)
    const reporter = await reads.get('staff', report.recordedBy)
    parts.push(
      {
        kind: 'text',
        text: `Signed form of ${student?.name ?? 'a student who is gone'}, reported by ${reporter?.name ?? 'someone'}`,
      },
      { kind: 'actions', actions: [{ label: 'Open', press: encodePress('consent.open', { consent: report.id }) }] },
    )
  }
  const shown = Math.min(mine.length, PAGE_LINES) + Math.min(reports.length, PAGE_LINES)
  if (count > shown) parts.push({ kind: 'context', text: `${count - shown} more: decide on these first.` })
  return { summary: `Waiting for your approval: ${count}`, parts }
}
