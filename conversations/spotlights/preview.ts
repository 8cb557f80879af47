import type { Part } from '../../data/card.ts'
import { dateOf, localMomentAt } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import type { Showing } from './consent-rules.ts'
import { capitalized } from './grammar.ts'
import { handleOf } from './handles.ts'
import { storyUrl } from './links.ts'
import { NETWORK_RULES, NETWORKS, type Network, socialText } from './networks.ts'
import { whyNoPhoto } from './post-card.ts'
import { pressRelease, pressText } from './press-release.ts'
import { type PublicStory, previewOf } from './public-story.ts'
import { destinationName, gapWords, reachOf, type StoryView } from './story-view.ts'

/**
 * Exactly what each destination will show; those that show the same stand together. Last, which are held back and why.
 * Where none may show anything yet: the words alone.
 */
export async function previewParts(view: StoryView, moment: Moment): Promise<Part[]> {
  const groups = new Map<string, { labels: string[]; parts: Part[] }>()
  const held = new Map<string, string[]>()
  for (const { showing, cover } of reachOf(view, moment)) {
    if (!cover.isCovered) {
      const why = gapWords(cover.why)
      held.set(why, [...(held.get(why) ?? []), heldName(showing, view)])
      continue
    }
    const story = previewOf(view.story, view.subject, showing.destination, moment, showing.thirdParty)
    const parts = await shownIn(showing, story, view, moment)
    const key = JSON.stringify(parts)
    const labels = [...(groups.get(key)?.labels ?? []), labelOf(showing, view)]
    groups.set(key, { labels, parts })
  }
  const shown = [...groups.values()].flatMap(({ labels, parts }): Part[] => [
    { kind: 'context', text: `${capitalized(labels.join('; '))}:` },
    ...parts,
  ])
  const words = shown.length > 0 ? [] : wordParts(previewOf(view.story, view.subject, 'internal', moment))
  const gaps = [...held].map(
    ([why, names]): Part => ({ kind: 'context', text: `Held back, ${why}: ${names.join(', ')}.` }),
  )
  return [...shown, ...words, ...gaps]
}

function labelOf({ destination, thirdParty }: Showing, view: StoryView): string {
  const places = placesOf(thirdParty, view).join(', ')
  switch (destination) {
    case 'internal':
      return places === '' ? 'in Slack and Teams, where no channel is named yet' : `in ${places}`
    case 'third_party':
      return `in ${places} of ${partyOf(thirdParty, view)}`
    case 'web':
      return 'on the web page and in its feeds'
    case 'social':
    case 'press':
      return `for ${destinationName(destination)}, to be sent by a person`
    default:
      return destination satisfies never
  }
}

function heldName({ destination, thirdParty }: Showing, view: StoryView): string {
  const places = placesOf(thirdParty, view).join(', ')
  if (destination === 'third_party') return `${places} of ${partyOf(thirdParty, view)}`
  return destination === 'internal' && places !== '' ? places : destinationName(destination)
}

const placesOf = (thirdParty: string | undefined, { story }: StoryView): string[] =>
  story.places.filter((place) => place.thirdParty === thirdParty).map(({ label }) => label)

const partyOf = (thirdParty: string | undefined, { thirdParties }: StoryView): string =>
  thirdParties.get(thirdParty ?? '') ?? thirdParty ?? 'a third party'

function wordParts(story: PublicStory, whyNot?: string): Part[] {
  const photo = story.photo && (whyNot ? `Without the photo: ${whyNot}.` : `Photo: ${story.photo.alt}`)
  return [
    { kind: 'heading', text: story.headline },
    { kind: 'text', text: story.sentences.join(' ') },
    ...(photo ? [{ kind: 'context' as const, text: photo }] : []),
  ]
}

/** Of several channels: the first reason that one of them has. */
function whyNoPhotoIn(thirdParty: string | undefined, view: StoryView, moment: Moment): string | undefined {
  const reaches = reachOf(view, moment).flatMap(({ showing, cover }) => (cover.isCovered ? [showing.destination] : []))
  const { publicUrl } = moment
  return view.story.places
    .filter((place) => place.thirdParty === thirdParty)
    .map(({ address }) => whyNoPhoto({ reaches, channel: address.channel, publicUrl }))
    .find((why) => why !== undefined)
}

async function shownIn(showing: Showing, story: PublicStory, view: StoryView, moment: Moment): Promise<Part[]> {
  const { destination, thirdParty } = showing
  switch (destination) {
    case 'internal':
    case 'third_party':
      return wordParts(story, whyNoPhotoIn(thirdParty, view, moment))
    case 'web':
      return wordParts(story)
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
