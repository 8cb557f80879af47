import type { FC } from 'hono/jsx'
import { dateOf, formatDay, type Instant, localMomentAt, yearOf, type Zone } from '../../../data/time.ts'
import { facetPath, LIST_PATH, pagePath, storyPath } from './addresses.ts'
import { FACET_NAMES, FeedLinks, Layout } from './layout.tsx'
import { OpenGraph, type Site } from './open-graph.tsx'
import type { FacetStories } from './shown-stories.ts'
import type { Facet, FacetKind, WebStory } from './web-story.ts'

/** Stories of one page of a list. */
export const STORIES_A_PAGE = 20

export type ListView = {
  site: Site
  zone: Zone
  /** All stories, or those of a cluster, a school, a program or a partner. */
  facet?: Facet
  stories: readonly WebStory[]
  /** From 1. */
  page: number
  pages: number
}

const FACET_LEADS: Readonly<Record<FacetKind, string>> = {
  cluster: 'Career cluster',
  school: 'School',
  program: 'Program',
  partner: 'Partner',
}

/** Newest first, a page at a time. */
export const ListPage: FC<{ view: ListView }> = ({ view }) => {
  const { site, facet, stories, page, pages, zone } = view
  const path = facet ? facetPath(facet) : LIST_PATH
  const heading = facet ? facet.name : 'What our students have reached'
  const title = `${facet ? `Spotlights: ${facet.name}` : 'Spotlights'}${page > 1 ? `, page ${page}` : ''}`
  const whole = site.organization === '' ? title : `${title} · ${site.organization}`
  const description = facet
    ? `Students’ stories from career and technical education: ${facet.name}.`
    : 'From CTE classes to internships, jobs, apprenticeships, college and awards: our students’ stories.'
  return (
    <Layout
      frame={{
        title: whole,
        organization: site.organization,
        ...(facet ? {} : { current: 'newest' }),
        head: (
          <>
            <OpenGraph site={site} path={pagePath(path, page)} title={title} description={description} />
            <FeedLinks path={path} title={whole} />
          </>
        ),
      }}
    >
      {facet && <p class="kicker">{FACET_LEADS[facet.kind]}</p>}
      <h1>{heading}</h1>
      {stories.length === 0 && <p>No story has been published yet.</p>}
      <div class="stories">
        {stories.map((story) => (
          <StoryItem story={story} zone={zone} except={facet?.kind} />
        ))}
      </div>
      {pages > 1 && (
        <nav class="pages" aria-label="Pages">
          {page > 1 && (
            <a href={pagePath(path, page - 1)} rel="prev">
              Newer
            </a>
          )}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && (
            <a href={pagePath(path, page + 1)} rel="next">
              Older
            </a>
          )}
        </nav>
      )}
    </Layout>
  )
}

const StoryItem: FC<{ story: WebStory; zone: Zone; except: FacetKind | undefined }> = ({ story, zone, except }) => {
  const told = story.facets.filter(({ kind }) => kind !== except && (kind === 'school' || kind === 'partner'))
  return (
    <article class={story.photo ? 'with-photo' : undefined}>
      <h2>
        <a href={storyPath(story.id)}>{story.headline}</a>
      </h2>
      <p class="meta">
        <Day at={story.publishedAt} zone={zone} />
        {told.map((facet) => (
          <>
            {' · '}
            <a href={facetPath(facet)}>{facet.name}</a>
          </>
        ))}
      </p>
      {story.photo && (
        <img
          src={`${storyPath(story.id)}/photo?w=480`}
          alt={story.photo.alt}
          width={story.photo.width}
          height={story.photo.height}
          loading="lazy"
        />
      )}
      <p>{story.sentences[0]}</p>
    </article>
  )
}

/** "Thu, Dec 3, 2026". */
export const Day: FC<{ at: Instant; zone: Zone }> = ({ at, zone }) => {
  const date = dateOf(localMomentAt(at, zone))
  return (
    <time datetime={date}>
      {formatDay(date)}, {yearOf(date)}
    </time>
  )
}

/** All clusters, schools, programs or partners with a story, by name. How many each has is not told. */
export const FacetsPage: FC<{ site: Site; kind: FacetKind; facets: readonly FacetStories[] }> = (props) => {
  const { site, kind, facets } = props
  const title = `Spotlights: ${FACET_NAMES[kind].toLowerCase()}`
  return (
    <Layout
      frame={{
        title: site.organization === '' ? title : `${title} · ${site.organization}`,
        organization: site.organization,
        current: kind,
        head: <meta name="description" content={`Students’ stories by ${FACET_LEADS[kind].toLowerCase()}.`} />,
      }}
    >
      <h1>{FACET_NAMES[kind]}</h1>
      {facets.length === 0 && <p>No story has been published yet.</p>}
      <ul class="facets">
        {facets.map(({ facet }) => (
          <li>
            <a href={facetPath(facet)}>{facet.name}</a>
          </li>
        ))}
      </ul>
    </Layout>
  )
}
