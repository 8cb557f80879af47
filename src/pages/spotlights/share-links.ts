import { handleOf } from '../../../conversations/spotlights/handles.ts'
import { storyUrl } from '../../../conversations/spotlights/links.ts'
import { NETWORK_RULES, NETWORKS, type Network, socialText } from '../../../conversations/spotlights/networks.ts'
import type { PublicStory } from '../../../conversations/spotlights/public-story.ts'
import type { RecordOf } from '../../../data/records.ts'

/** One text to share; `url` opens the network with it, where the network has such an address. */
export type ShareText = { names: string[]; text: string; links: { name: string; url: string }[] }

/** Texts within each network's length, networks with the same text together, with the partner's account where known. */
export function shareTexts(
  story: PublicStory,
  publicUrl: string,
  partner: Pick<RecordOf<'partner'>, 'extra'> | undefined,
): ShareText[] {
  const link = storyUrl(publicUrl, story.id)
  const texts = new Map<string, ShareText>()
  for (const network of NETWORKS) {
    const handle = partner && handleOf(partner, network)
    const text = socialText(story, network, { link, ...(handle ? { handle } : {}) })
    const known = texts.get(text) ?? { names: [], text, links: [] }
    const { name } = NETWORK_RULES[network]
    const url = shareUrl(network, text, link)
    texts.set(text, {
      names: [...known.names, name],
      text,
      links: [...known.links, ...(url ? [{ name, url }] : [])],
    })
  }
  return [...texts.values()]
}

/** A network's own page for sharing. Instagram has none, and Mastodon's is on each person's own server. */
function shareUrl(network: Network, text: string, link: string): string | undefined {
  switch (network) {
    /** https://developer.x.com/en/docs/x-for-websites/tweet-button/guides/web-intent */
    case 'x':
      return `https://x.com/intent/post?text=${encodeURIComponent(text)}`
    /** https://docs.bsky.app/docs/advanced-guides/intent-links */
    case 'bluesky':
      return `https://bsky.app/intent/compose?text=${encodeURIComponent(text)}`
    /** https://developers.facebook.com/docs/threads/threads-web-intents */
    case 'threads':
      return `https://www.threads.com/intent/post?text=${encodeURIComponent(text)}`
    /** https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/plugins/share-plugin */
    case 'linkedin':
      return `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(link)}`
    /** https://developers.facebook.com/docs/plugins/share-button */
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(link)}`
    case 'mastodon':
    case 'instagram':
      return undefined
    default:
      return network satisfies never
  }
}
