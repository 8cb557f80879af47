import type { Exporter } from './export.ts'
import { type ExportNames, entryOf } from './export-names.ts'
import type { Reads } from './store.ts'
import { localMomentAt, type Zone } from './time.ts'

/** What spotlights add to an export: consents, placements, and stories with their state. */
export const SPOTLIGHT_EXPORTERS: readonly Exporter[] = [
  { list: 'consents', read: exportConsents },
  { list: 'placements', read: exportPlacements },
  { list: 'stories', read: exportStories },
]

/** `granted`: it counts; a report that nobody has confirmed does not, and says `state: "reported"`. */
async function exportConsents(reads: Reads, names: ExportNames, zone: Zone): Promise<object[]> {
  const consents = await reads.find('consent')
  return consents.map((consent) =>
    entryOf({
      student: names.one(consent.student),
      granted: consent.state === 'granted',
      state: consent.state,
      destinations: consent.destinations,
      thirdParty: consent.thirdParty && (names.one(consent.thirdParty) ?? consent.thirdParty),
      form: consent.form,
      date: consent.date,
      end: consent.end,
      fullName: consent.fullName,
      removeAtEnd: consent.removeAtEnd,
      by: names.one(consent.recordedBy),
      confirmedBy: names.one(consent.confirmedBy),
      at: localMomentAt(consent.at, zone),
    }),
  )
}

async function exportPlacements(reads: Reads, names: ExportNames): Promise<object[]> {
  const placements = await reads.find('placement')
  return placements.map((placement) =>
    entryOf({
      student: names.one(placement.student),
      school: names.one(placement.school),
      program: names.one(placement.program),
      partner: names.one(placement.partner),
      kind: placement.kind,
      role: placement.role,
      from: placement.from,
      to: placement.to,
      paid: placement.isPaid,
      hours: placement.hours,
    }),
  )
}

async function exportStories(reads: Reads, names: ExportNames, zone: Zone): Promise<object[]> {
  const stories = await reads.find('story')
  return stories.map((story) =>
    entryOf({
      id: story.id,
      student: names.one(story.student),
      school: names.one(story.school),
      program: names.one(story.program),
      partner: names.one(story.partner),
      state: story.state,
      headline: story.text.headline,
      sentences: story.text.sentences,
      destinations: story.destinations,
      channels: story.places.map(({ label }) => label),
      postAt: story.postAt === undefined ? undefined : localMomentAt(story.postAt, zone),
      publishedAt: story.publishedAt === undefined ? undefined : localMomentAt(story.publishedAt, zone),
      writer: names.one(story.writer),
    }),
  )
}
