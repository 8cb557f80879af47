import type { Instant } from '../../../data/time.ts'
import { FACETS, type Facet, type FacetKind, type Standing, type WebStory } from './web-story.ts'

export type FacetStories = { facet: Facet; stories: readonly WebStory[] }

/** All that the web shows at one moment. */
export type ShownStories = {
  organization: string
  /** Newest first. */
  stories: readonly WebStory[]
  byId: ReadonlyMap<string, WebStory>
  /** Were shown once, and are no longer. */
  gone: ReadonlySet<string>
  /** Those that a shown story has, by name; a cluster, school, program or partner without one is not told of. */
  facets: Readonly<Record<FacetKind, ReadonlyMap<string, FacetStories>>>
  /** When the newest change of what is shown was. */
  changedAt: Instant
}

export function arrangeStories(standings: ReadonlyMap<string, Standing>, organization: string): ShownStories {
  const stories: WebStory[] = []
  const gone = new Set<string>()
  for (const [id, standing] of standings) {
    if (standing.kind === 'shown') stories.push(standing.story)
    else if (standing.kind === 'gone') gone.add(id)
  }
  stories.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1))
  const facets = { cluster: new Map(), school: new Map(), program: new Map(), partner: new Map() }
  for (const story of stories) {
    for (const facet of story.facets) {
      const found: { facet: Facet; stories: WebStory[] } = facets[facet.kind].get(facet.id) ?? { facet, stories: [] }
      found.stories.push(story)
      facets[facet.kind].set(facet.id, found)
    }
  }
  return {
    organization,
    stories,
    byId: new Map(stories.map((story) => [story.id, story])),
    gone,
    facets: Object.fromEntries(FACETS.map((kind) => [kind, inNameOrder(facets[kind])])) as ShownStories['facets'],
    changedAt: stories.reduce((newest, { changedAt }) => Math.max(newest, changedAt), 0) as Instant,
  }
}

function inNameOrder(facets: ReadonlyMap<string, FacetStories>): ReadonlyMap<string, FacetStories> {
  return new Map([...facets].sort(([, a], [, b]) => a.facet.name.localeCompare(b.facet.name, 'en')))
}
