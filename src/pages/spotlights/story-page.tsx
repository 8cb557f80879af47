import type { FC } from 'hono/jsx'
import { PHOTO_WIDTHS } from '../../../data/photo-shelf.ts'
import type { Zone } from '../../../data/time.ts'
import { facetPath, LIST_PATH, storyPath } from './addresses.ts'
import { FeedLinks, Layout } from './layout.tsx'
import { Day } from './list-page.tsx'
import { type Site, StoryData, StoryOpenGraph } from './open-graph.tsx'
import type { ShareText } from './share-links.ts'
import type { FacetKind, WebStory } from './web-story.ts'

export type StoryPageView = { site: Site; zone: Zone; story: WebStory; shares: readonly ShareText[] }

const FACET_LABELS: Readonly<Record<FacetKind, string>> = {
  cluster: 'Career cluster',
  school: 'School',
  program: 'Program',
  partner: 'Partner',
}

/** One story: nothing on it that is not consented to, at an address that holds no name. */
export const StoryPage: FC<{ view: StoryPageView }> = ({ view }) => {
  const { site, zone, story, shares } = view
  return (
    <Layout
      frame={{
        title: site.organization === '' ? story.headline : `${story.headline} · ${site.organization}`,
        organization: site.organization,
        head: (
          <>
            <StoryOpenGraph site={site} story={story} />
            <StoryData site={site} story={story} />
            <FeedLinks path={LIST_PATH} title="Spotlights" />
          </>
        ),
      }}
    >
      <article class="story">
        <h1>{story.headline}</h1>
        <p class="meta">
          <Day at={story.publishedAt} zone={zone} />
        </p>
        {story.photo && <Photo story={story} photo={story.photo} />}
        <div class="words">
          <p class="lead">{story.sentences[0]}</p>
          {story.sentences.length > 1 && <p>{story.sentences.slice(1).join(' ')}</p>}
        </div>
        {story.facets.length > 0 && (
          <dl>
            {story.facets.map((facet) => (
              <div>
                <dt>{FACET_LABELS[facet.kind]}</dt>
                <dd>
                  <a href={facetPath(facet)}>{facet.name}</a>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </article>
      {shares.length > 0 && <Shares shares={shares} />}
      {story.press && (
        <section class="press" aria-labelledby="press">
          <h2 id="press">For the press</h2>
          <p>
            <a href={`${storyPath(story.id)}/press`}>Press release</a>,{' '}
            <a href={`${storyPath(story.id)}/press.txt`}>as text</a>,{' '}
            <a href={`${storyPath(story.id)}/press.docx`}>as a Word document</a>
          </p>
        </section>
      )}
    </Layout>
  )
}

const Photo: FC<{ story: WebStory; photo: NonNullable<WebStory['photo']> }> = ({ story, photo }) => (
  <img
    class="photo"
    src={`${storyPath(story.id)}/photo`}
    srcset={PHOTO_WIDTHS.map(
      (width) => `${storyPath(story.id)}/photo?w=${width} ${Math.min(width, photo.width)}w`,
    ).join(', ')}
    sizes="(max-width: 830px) 100vw, 792px"
    alt={photo.alt}
    width={photo.width}
    height={photo.height}
  />
)

const Shares: FC<{ shares: readonly ShareText[] }> = ({ shares }) => (
  <section class="share" aria-labelledby="share">
    <h2 id="share">Share this story</h2>
    {shares.map(({ names, text, links }) => (
      <details>
        <summary>{names.join(', ')}</summary>
        <p class="as-written">{text}</p>
        {links.length > 0 && (
          <p class="actions">
            {links.map(({ name, url }) => (
              <a href={url} rel="noopener noreferrer">
                Share on {name}
              </a>
            ))}
          </p>
        )}
      </details>
    ))}
  </section>
)
