import type { FC } from 'hono/jsx'
import { CARD_HEIGHT, CARD_WIDTH } from '../../pictures/share-card.ts'
import { storyPath } from './addresses.ts'
import type { WebStory } from './web-story.ts'

export type Site = {
  /** Without a slash at its end. */
  publicUrl: string
  organization: string
}

/** What apps read of a page. https://ogp.me */
export const OpenGraph: FC<{ site: Site; path: string; title: string; description: string }> = (props) => (
  <>
    <meta name="description" content={props.description} />
    <link rel="canonical" href={`${props.site.publicUrl}${props.path}`} />
    <meta property="og:site_name" content={props.site.organization === '' ? 'Spotlights' : props.site.organization} />
    <meta property="og:type" content="website" />
    <meta property="og:title" content={props.title} />
    <meta property="og:description" content={props.description} />
    <meta property="og:url" content={`${props.site.publicUrl}${props.path}`} />
  </>
)

/** A story's, with its picture; the name is in it only where social media may have it. */
export const StoryOpenGraph: FC<{ site: Site; story: WebStory }> = ({ site, story }) => {
  const url = `${site.publicUrl}${storyPath(story.id)}`
  const { title, description } = story.preview
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      <meta property="og:site_name" content={site.organization === '' ? 'Spotlights' : site.organization} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:image" content={`${url}/card.png`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(CARD_WIDTH)} />
      <meta property="og:image:height" content={String(CARD_HEIGHT)} />
      <meta property="og:image:alt" content={title} />
      <meta property="article:published_time" content={new Date(story.publishedAt).toISOString()} />
      <meta property="article:modified_time" content={new Date(story.changedAt).toISOString()} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/**
 * The story as search engines read it: a block of data, which is not run and which the policy against scripts lets stand.
 * https://schema.org/Article, https://html.spec.whatwg.org/multipage/scripting.html#data-block
 */
export const StoryData: FC<{ site: Site; story: WebStory }> = ({ site, story }) => {
  const url = `${site.publicUrl}${storyPath(story.id)}`
  const partner = story.facets.find(({ kind }) => kind === 'partner')
  const school = story.facets.find(({ kind }) => kind === 'school')
  const publisher = { '@type': 'EducationalOrganization', name: site.organization || 'Career and technical education' }
  const about = [
    ...(school ? [{ '@type': 'School', name: school.name }] : []),
    ...(partner ? [{ '@type': 'Organization', name: partner.name }] : []),
  ]
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: story.headline,
    articleBody: story.sentences.join(' '),
    datePublished: new Date(story.publishedAt).toISOString(),
    dateModified: new Date(story.changedAt).toISOString(),
    url,
    mainEntityOfPage: url,
    inLanguage: 'en',
    isAccessibleForFree: true,
    author: publisher,
    publisher,
    ...(story.photo ? { image: [`${url}/photo`] } : {}),
    ...(about.length > 0 ? { about } : {}),
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(data) }} />
}

/** JSON that ends no script element and opens no comment, whatever stands in it. */
export function jsonForHtml(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
