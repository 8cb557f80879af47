import type { Facet, FacetKind } from './web-story.ts'

/** Addresses of the public pages, from the root. They hold ids alone, and ids hold no name. */
export const LIST_PATH = '/spotlights'

export const FACET_PATHS: Readonly<Record<FacetKind, string>> = {
  cluster: 'clusters',
  school: 'schools',
  program: 'programs',
  partner: 'partners',
}

export const facetPath = ({ kind, id }: Pick<Facet, 'kind' | 'id'>): string =>
  `${LIST_PATH}/${FACET_PATHS[kind]}/${encodeURIComponent(id)}`

export const storyPath = (id: string): string => `${LIST_PATH}/${encodeURIComponent(id)}`

/** A list's page by its number, from 1. */
export const pagePath = (list: string, page: number): string => (page === 1 ? list : `${list}?page=${page}`)

export const ASSETS_PATH = `${LIST_PATH}/assets`
