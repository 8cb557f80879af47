import { photoUrl, storyUrl } from '../../../conversations/spotlights/links.ts'
import { facetPath, LIST_PATH } from './addresses.ts'
import type { Site } from './open-graph.tsx'
import type { Facet, WebStory } from './web-story.ts'

/** Stories in a feed: the newest. */
export const STORIES_A_FEED = 50

export type FeedView = { site: Site; facet?: Facet; stories: readonly WebStory[] }

type Described = { title: string; page: string; self: string; updated: string }

function describe({ site, facet, stories }: FeedView, file: string): Described {
  const path = facet ? facetPath(facet) : LIST_PATH
  const title = facet ? `Spotlights: ${facet.name}` : 'Spotlights'
  const newest = stories.reduce((last, { changedAt }) => Math.max(last, changedAt), 0)
  return {
    title: site.organization === '' ? title : `${title} · ${site.organization}`,
    page: `${site.publicUrl}${path}`,
    self: `${site.publicUrl}${path}/${file}`,
    updated: new Date(newest).toISOString(),
  }
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
export function atomFeed(view: FeedView): string {
  const { title, page, self, updated } = describe(view, 'feed.atom')
  const { publicUrl, organization } = view.site
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escaped(page)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escaped(organization || 'Spotlights')}</name></author>`,
    ...view.stories.map((story) => atomEntry(story, publicUrl)),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

function atomEntry(story: WebStory, publicUrl: string): string {
  const url = storyUrl(publicUrl, story.id)
  const lines = [
    '<entry>',
    `<id>${escaped(url)}</id>`,
    `<title>${escaped(story.headline)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
    `<published>${new Date(story.publishedAt).toISOString()}</published>`,
    `<updated>${new Date(story.changedAt).toISOString()}</updated>`,
    ...story.facets.map(
      ({ kind, name }) => `<category term="${escaped(name)}" scheme="${escaped(kindScheme(kind))}"/>`,
    ),
    `<summary>${escaped(story.sentences[0] ?? '')}</summary>`,
    `<content type="html">${escaped(contentHtml(story, publicUrl))}</content>`,
    '</entry>',
  ]
  return lines.join('\n')
}

const kindScheme = (kind: string): string => `https://schema.org/about#${kind}`

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(view: FeedView): string {
  const { title, page, self } = describe(view, 'feed.json')
  const { publicUrl, organization } = view.site
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    language: 'en',
    authors: [{ name: organization || 'Spotlights' }],
    items: view.stories.map((story) => ({
      id: storyUrl(publicUrl, story.id),
      url: storyUrl(publicUrl, story.id),
      title: story.headline,
      content_text: story.sentences.join(' '),
      content_html: contentHtml(story, publicUrl),
      ...(story.photo ? { image: photoUrl(publicUrl, story.id) } : {}),
      date_published: new Date(story.publishedAt).toISOString(),
      date_modified: new Date(story.changedAt).toISOString(),
      tags: story.facets.map(({ name }) => name),
    })),
  }
  return `${JSON.stringify(feed, null, 1)}\n`
}

function contentHtml(story: WebStory, publicUrl: string): string {
  const photo = story.photo
    ? `<p><img src="${escaped(photoUrl(publicUrl, story.id))}" alt="${escaped(story.photo.alt)}"></p>`
    : ''
  return `${photo}<p>${escaped(story.sentences.join(' '))}</p>`
}

/** What XML 1.0 cannot hold at all, escaped or not. https://www.w3.org/TR/xml/#charsets */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** As text or an attribute's value, in XML and HTML alike. */
export function escaped(text: string): string {
  return text
    .replace(NO_CHARACTER, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
