import type { Child, FC } from 'hono/jsx'
import { ASSETS_PATH, FACET_PATHS, LIST_PATH } from './addresses.ts'
import { FACETS, type FacetKind } from './web-story.ts'

export type PageFrame = {
  title: string
  organization: string
  /** Where the whole of it is one of the navigation's own pages. */
  current?: FacetKind | 'newest'
  /** What only this page's head has. */
  head?: Child
}

export const FACET_NAMES: Readonly<Record<FacetKind, string>> = {
  cluster: 'Career clusters',
  school: 'Schools',
  program: 'Programs',
  partner: 'Partners',
}

/** Every public page: it works without a script, and has none. */
export const Layout: FC<{ frame: PageFrame; children: Child }> = ({ frame, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{frame.title}</title>
      <link rel="stylesheet" href={`${ASSETS_PATH}/spotlights.css`} />
      <link rel="icon" href={`${ASSETS_PATH}/icon.svg`} type="image/svg+xml" />
      {frame.head}
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="site">
        <p class="site-name">
          <a href={LIST_PATH}>Spotlights</a>
        </p>
        {frame.organization !== '' && <p class="organization">{frame.organization}</p>}
        <nav aria-label="Stories">
          <a href={LIST_PATH} aria-current={frame.current === 'newest' ? 'page' : undefined}>
            Newest
          </a>
          {FACETS.map((kind) => (
            <a href={`${LIST_PATH}/${FACET_PATHS[kind]}`} aria-current={frame.current === kind ? 'page' : undefined}>
              {FACET_NAMES[kind]}
            </a>
          ))}
        </nav>
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <footer>
        <p>Every story is told with the consent of the student or their family, or without a name.</p>
        <p>
          Follow along: <a href={`${LIST_PATH}/feed.atom`}>Atom feed</a>,{' '}
          <a href={`${LIST_PATH}/feed.json`}>JSON feed</a>
        </p>
      </footer>
    </body>
  </html>
)

/** A page's whole text. */
export async function renderPage(page: Child): Promise<string> {
  return `<!doctype html>${await (page as { toString(): string | Promise<string> }).toString()}`
}

/** The feeds of a list, for readers that look for them. */
export const FeedLinks: FC<{ path: string; title: string }> = ({ path, title }) => (
  <>
    <link rel="alternate" type="application/atom+xml" title={title} href={`${path}/feed.atom`} />
    <link rel="alternate" type="application/feed+json" title={title} href={`${path}/feed.json`} />
  </>
)
