import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'
import type { Delivery } from '../../data/delivery.ts'
import { formatSpan, localMomentAt } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { storyUrl } from './links.ts'
import type { PlaceDeliveries } from './posting.ts'
import { publicStory } from './public-story.ts'
import { destinationName, type StoryView, showingOf, storyTitle } from './story-view.ts'

/** How each place of an approved story stands, with a link to the post and what can be done where it is not there. */
export function statusCard(view: StoryView, deliveries: PlaceDeliveries, moment: Moment, lead?: string): Card {
  const { story } = view
  const headline = lead ?? `${storyTitle(view)}: ${stateWords(view, moment)}`
  const rows = story.places.map((place, n) =>
    placeRow(view, n, place.delivery ? deliveries.get(place.delivery) : undefined, moment),
  )
  const actions = [...rows.flatMap((row) => row.actions), ...generalActions(view, moment)]
  const parts: Part[] = [
    { kind: 'heading', text: headline },
    ...(rows.length > 0 ? [{ kind: 'list' as const, items: rows.map(({ text }) => text) }] : []),
    ...otherParts(view, moment),
    ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
  ]
  return { summary: [headline, ...rows.map(({ text }) => text)].join('. '), parts }
}

export function stateWords(
  { story }: Pick<StoryView, 'story'>,
  { local, zone }: Pick<Moment, 'local' | 'zone'>,
): string {
  switch (story.state) {
    case 'scheduled':
      return `approved, goes out ${formatSpan(localMomentAt(story.publishedAt ?? story.at, zone), undefined, local)}`
    case 'taken_down':
      return 'taken down'
    case 'waiting':
      return 'waiting for approval'
    case 'draft':
    case 'approved':
    case 'posted':
    case 'declined':
      return story.state
    default:
      return story.state satisfies never
  }
}

function placeRow(
  view: StoryView,
  n: number,
  delivery: Delivery | undefined,
  { local, zone, now }: Moment,
): { text: string; actions: Action[] } {
  const { story } = view
  const place = story.places[n]
  if (!place) throw new Error(`The story has no place ${n}.`)
  const press = (action: string): string => encodePress(`posting.${action}`, { story: story.id, place: `${n}` })
  const say = (what: string, actions: Action[] = []) => ({ text: `${place.label}: ${what}`, actions })
  if (!delivery && place.delivery) {
    const at = story.publishedAt
    return say(at && at > now ? `goes out ${formatSpan(localMomentAt(at, zone), undefined, local)}` : 'being posted')
  }
  if (!delivery) {
    const isApproved = story.approval?.destinations.includes(showingOf(place).destination)
    return say(isApproved ? 'not posted' : 'held back, no consent covers it')
  }
  switch (delivery.state) {
    case 'sent': {
      const url = delivery.sent?.url
      return say('posted', url ? [{ label: `Open ${place.label}`, url }] : [])
    }
    case 'due':
      return delivery.due > now && delivery.attempts === 0
        ? say(`goes out ${formatSpan(localMomentAt(delivery.due, zone), undefined, local)}`)
        : say(delivery.reason ? `being posted (${delivery.reason})` : 'being posted')
    case 'failed':
      return say(`failed: ${delivery.reason ?? 'no reason given'}`, [
        { label: `Retry ${place.label}`, press: press('retry') },
      ])
    case 'uncertain':
      if (place.isSeen) return say('posted, as a person has seen')
      return say('uncertain: look whether it is there', [
        { label: 'It is there', press: press('there') },
        { label: 'Post again', press: press('again') },
      ])
    case 'dropped':
      return story.isLive
        ? say(`held back: ${delivery.reason ?? ''}`, [{ label: `Retry ${place.label}`, press: press('retry') }])
        : say('not posted')
    default:
      return delivery.state satisfies never
  }
}

function otherParts(view: StoryView, moment: Moment): Part[] {
  const { story, subject } = view
  const parts: Part[] = []
  const others = (['web', 'social', 'press'] as const).filter((each) => story.approval?.destinations.includes(each))
  if (!story.isLive || others.length === 0) return parts
  const isOnWeb = publicStory(story, subject, 'web', moment) !== undefined
  if (others.includes('web'))
    parts.push({
      kind: 'context',
      text: isOnWeb ? 'On the web page and in its feeds.' : 'On the web page when it goes out.',
    })
  const byHand = others.filter((each) => each !== 'web').map(destinationName)
  if (byHand.length > 0)
    parts.push({
      kind: 'context',
      text: `Texts for ${byHand.join(' and ')} are with the writer, to be sent by a person.`,
    })
  return parts
}

function generalActions(view: StoryView, moment: Moment): Action[] {
  const { story, subject } = view
  const { publicUrl } = moment
  if (!story.isLive) return []
  const isOnWeb = publicUrl !== undefined && publicStory(story, subject, 'web', moment) !== undefined
  return [
    ...(story.state === 'approved' || story.state === 'scheduled'
      ? [{ label: 'Post now', press: encodePress('posting.now', { story: story.id }) }]
      : []),
    ...(isOnWeb ? [{ label: 'Open the page', url: storyUrl(publicUrl, story.id) }] : []),
    { label: 'Refresh', press: encodePress('posting.refresh', { story: story.id }) },
    { label: 'Take down', style: 'danger', press: encodePress('take-down.story', { story: story.id }) },
  ]
}

/** Every place's delivery has come to an end, good or bad. */
export const areSettled = ({ story }: Pick<StoryView, 'story'>, deliveries: PlaceDeliveries): boolean =>
  story.places.every(({ delivery }) => !delivery || deliveries.get(delivery)?.state !== 'due')
