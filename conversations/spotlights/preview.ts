import type { Part } from '../../data/card.ts'
import { dateOf, localMomentAt } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import type { Showing } from './consent-rules.ts'
import { handleOf } from './handles.ts'
import { storyUrl } from './links.ts'
import { NETWORK_RULES, NETWORKS, type Network, socialText } from './networks.ts'
import { pressRelease, pressText } from './press-release.ts'
import { type PublicStory, previewOf } from './public-story.ts'
import { destinationName, gapWords, reachOf, type StoryView } from './story-view.ts'

/** Exactly what each destination will show, one after another, and which are held back and why. */
export async function previewParts(view: StoryView, moment: Moment): Promise<Part[]> {
  const parts: Part[] = []
  for (const { showing, cover } of reachOf(view, moment)) {
    if (!cover.isCovered) {
      parts.push({ kind: 'context', text: `${labelOf(showing, view)}: held back, ${gapWords(cover.why)}.` })
      continue
    }
    const story = previewOf(view.story, view.subject, showing.destination, moment, showing.thirdParty)
    parts.push(
      { kind: 'context', text: `${labelOf(showing, view)}:` },
      ...(await shownIn(showing, story, view, moment)),
    )
  }
  return parts
}

function labelOf({ destination, thirdParty }: Showing, { story, thirdParties }: StoryView): string {
  const places = story.places.filter((place) => place.thirdParty === thirdParty).map(({ label }) => label)
  const party = thirdParty ? ` of ${thirdParties.get(thirdParty) ?? thirdParty}` : ''
  switch (destination) {
    case 'internal':
      return places.length > 0 ? `In ${places.join(', ')}` : 'In Slack and Teams, where no channel is named yet'
    case 'third_party':
      return `In ${places.join(', ')}${party}`
    case 'web':
      return 'On the web page and in its feeds'
    case 'social':
    case 'press':
      return `For ${destinationName(destination)}, to be sent by a person`
    default:
      return destination satisfies never
  }
}

async function shownIn({ destination }: Showing, story: PublicStory, view: StoryView, moment: Moment): Promise<Part[]> {
  switch (destination) {
    case 'internal':
    case 'third_party':
    case 'web':
      return [
        { kind: 'heading', text: story.headline },
        { kind: 'text', text: story.sentences.join(' ') },
        ...(story.photo ? [{ kind: 'context' as const, text: `Photo: ${story.photo.alt}` }] : []),
      ]
    case 'social':
      return (await socialTexts(story, view, moment)).map(
        ({ networks, text }): Part => ({ kind: 'text', text: `${networks.join(', ')}:\n${text}` }),
      )
    case 'press':
      return [{ kind: 'text', text: pressOf(story, view, moment) }]
    default:
      return destination satisfies never
  }
}

/** The text for each network; networks with the same text together. */
export async function socialTexts(
  story: PublicStory,
  view: Pick<StoryView, 'story'>,
  moment: Pick<Moment, 'reads' | 'publicUrl'>,
): Promise<{ networks: string[]; text: string }[]> {
  const partner = view.story.partner ? await moment.reads.get('partner', view.story.partner) : undefined
  const link = linkOf(view.story, moment.publicUrl)
  const texts = new Map<string, string[]>()
  for (const network of NETWORKS) {
    const handle = partner && handleOf(partner, network)
    const text = socialText(story, network, { ...(link ? { link } : {}), ...(handle ? { handle } : {}) })
    texts.set(text, [...(texts.get(text) ?? []), nameOf(network)])
  }
  return [...texts].map(([text, networks]) => ({ networks, text }))
}

const nameOf = (network: Network): string => NETWORK_RULES[network].name

export function pressOf(story: PublicStory, view: StoryView, moment: Pick<Moment, 'zone' | 'publicUrl'>): string {
  const day = dateOf(localMomentAt(story.publishedAt, moment.zone))
  return pressText(pressRelease(story, view.organization, day, linkOf(view.story, moment.publicUrl)))
}

/** The page's address, where the story will have a page. */
const linkOf = ({ id, destinations }: StoryView['story'], publicUrl: string | undefined): string | undefined =>
  publicUrl && destinations.includes('web') ? storyUrl(publicUrl, id) : undefined
