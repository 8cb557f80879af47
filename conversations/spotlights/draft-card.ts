import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'
import { formatDay, formatSpan, localMomentAt } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { askPart } from './missing-steps.ts'
import { photoLink } from './photo-links.ts'
import { previewOf } from './public-story.ts'
import { withheldWords } from './recognizable.ts'
import { destinationName, gapWords, reachOf, type StoryView, storyTitle } from './story-view.ts'

/** A draft as its writer sees it, in private: the words, where and when, what consent allows, what is missing. */
export async function draftCard(view: StoryView, moment: Moment, notes: readonly string[] = []): Promise<Card> {
  const { story } = view
  const shown = previewOf(story, view.subject, 'internal', moment)
  const question = story.state === 'draft' ? await askPart(story, moment) : []
  const stage = story.state === 'waiting' ? 'Waiting for approval' : story.state === 'declined' ? 'Declined' : 'Draft'
  const parts: Part[] = [
    { kind: 'heading', text: `${stage}: ${storyTitle(view)}` },
    ...(story.state === 'declined' && story.declined ? [{ kind: 'text' as const, text: story.declined.reason }] : []),
    ...notes.map((text): Part => ({ kind: 'text', text })),
    { kind: 'text', text: shown.headline },
    { kind: 'text', text: shown.sentences.join(' ') },
    { kind: 'facts', facts: factsOf(view, moment) },
    ...contextOf(withheldWords(story)),
    ...question,
    { kind: 'actions', actions: actionsOf(view, moment) },
  ]
  return { summary: [`${stage}: ${shown.headline}.`, ...notes].join(' '), parts }
}

const contextOf = (text: string | undefined): Part[] => (text ? [{ kind: 'context', text }] : [])

function factsOf(view: StoryView, moment: Moment): { label: string; value: string }[] {
  const { story } = view
  const labels = story.places.map(({ label }) => label)
  const others = story.destinations.filter((destination) => destination !== 'internal' && destination !== 'third_party')
  return [
    {
      label: 'Where',
      value: [...(labels.length > 0 ? labels : ['no channel yet']), ...others.map(destinationName)].join(', '),
    },
    { label: 'When', value: whenWords(view, moment) },
    { label: 'Consent', value: consentWords(view, moment) },
    ...(story.photo ? [{ label: 'Photo', value: story.photo.alt }] : []),
  ]
}

/** "Fri, Dec 11, 9:00"; of a time that has passed, and of a story that is out, what that comes to. */
export function whenWords({ story }: Pick<StoryView, 'story'>, { now, local, zone }: Moment): string {
  const { postAt, publishedAt, isLive } = story
  const atOnce = 'as soon as it is approved'
  if (isLive && publishedAt !== undefined && publishedAt <= now) return `${atOnce}: an earlier version is out`
  if (postAt === undefined) return atOnce
  const at = formatSpan(localMomentAt(postAt, zone), undefined, local)
  return postAt > now ? at : `${atOnce}: ${at} has passed`
}

/** "covers Slack and Teams, web page to Wed, Jun 30. Held back: press (the form on file does not name it)". */
export function consentWords(view: StoryView, moment: Pick<Moment, 'now' | 'zone' | 'local'>): string {
  if (view.story.isNameless) return 'none needed: no name is told'
  const reach = reachOf(view, moment)
  const ends = new Map<string, string[]>()
  for (const { showing, cover } of reach) {
    if (!cover.isCovered) continue
    const until = cover.end ? ` to ${formatDay(cover.end, moment.local)}` : ''
    ends.set(until, [...(ends.get(until) ?? []), nameOf(showing.destination, showing.thirdParty, view)])
  }
  const open = [...ends].map(([until, names]) => `${names.join(', ')}${until}`)
  const held = new Map<string, string[]>()
  for (const { showing, cover } of reach) {
    if (cover.isCovered) continue
    const why = gapWords(cover.why)
    held.set(why, [...(held.get(why) ?? []), nameOf(showing.destination, showing.thirdParty, view)])
  }
  if (open.length === 0 && held.size === 1) return `none yet: ${[...held.keys()][0]}`
  const gaps = [...held].map(([why, names]) => `${names.join(', ')} (${why})`)
  return [
    ...(open.length > 0 ? [`covers ${open.join(', ')}`] : []),
    ...(gaps.length > 0 ? [`held back: ${gaps.join('; ')}`] : []),
  ].join('; ')
}

const nameOf = (
  destination: Parameters<typeof destinationName>[0],
  thirdParty: string | undefined,
  view: StoryView,
): string => (thirdParty ? (view.thirdParties.get(thirdParty) ?? thirdParty) : destinationName(destination))

function actionsOf(view: StoryView, moment: Moment): Action[] {
  const { story } = view
  const press = (action: string): string => encodePress(`spotlight.${action}`, { story: story.id })
  const isCovered = reachOf(view, moment).some(({ cover }) => cover.isCovered)
  const photo = isCovered && !story.isNameless ? photoLink('photo', story, moment) : undefined
  return [
    ...(story.state === 'waiting'
      ? []
      : [{ label: 'Send for approval', style: 'primary' as const, press: press('send') }]),
    { label: 'Change', press: press('change') },
    ...(story.isNameless
      ? [{ label: 'With the name', press: press('named') }]
      : isCovered
        ? []
        : [
            { label: 'Without a name', press: press('nameless') },
            { label: 'Remind me about the form', press: press('remind') },
          ]),
    ...(photo ? [{ label: story.photo ? 'Change the photo' : 'Add a photo', url: photo }] : []),
    ...(story.state === 'waiting' || story.isLive ? [] : [{ label: 'Discard', press: press('discard') }]),
  ]
}
