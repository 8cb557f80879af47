import { Facts } from '../../../conversations/understanding/facts.ts'
import { knowledgeFrom } from '../../../conversations/understanding/knowledge.ts'
import { readText } from '../../../conversations/understanding/read.ts'
import type { Reading, Ref } from '../../../conversations/understanding/reading.ts'
import type { UnderstandContext } from '../../../conversations/understanding/understand.ts'
import { directorySchema } from '../../../data/directory.ts'
import { NOW } from './dates/reading-table.ts'

/** A fictional town whose names are words, share words, or are everybody's. NOW is a Tuesday. */
export const town = knowledgeFrom(
  directorySchema.parse({
    clusters: [
      { name: 'Information Technology', aliases: ['IT'] },
      { name: 'Health Sciences', aliases: ['health'] },
      { name: 'Hospitality & Tourism', aliases: ['hospitality'] },
    ],
    schools: [
      { name: 'Foundry High School', aliases: ['Foundry'] },
      { name: 'Millbrook Career Center', aliases: ['Millbrook'] },
    ],
    programs: [
      { name: 'Culinary Arts', aliases: ['culinary'], school: 'Millbrook Career Center' },
      { name: 'Welding', aliases: [], school: 'Foundry High School' },
    ],
    partners: [
      {
        name: 'Brightwater Electric',
        aliases: ['Brightwater'],
        people: [{ name: 'Will Thackeray' }, { name: 'May Okafor' }],
      },
      { name: 'Quillon Bakery', aliases: ['Quillon'], people: [{ name: 'Art Delgado' }, { name: 'Hope Larrabee' }] },
      { name: 'Ternfield Hotel Group', aliases: ['Ternfield'], people: [{ name: 'Rosa Quimby' }] },
      { name: 'Ternfield Dairy', aliases: ['Ternfield'], people: [{ name: 'Mick Farrow' }] },
      { name: 'Cedarvale Clinic', aliases: ['Cedarvale'], people: [{ name: 'Grace Imber' }, { name: 'Dana Voss' }] },
      { name: 'Granby Credit Union', aliases: ['Granby'], people: [{ name: 'Mark Osei' }, { name: 'Dana Pruett' }] },
      { name: 'Starling Fisheries' },
    ],
    students: [
      { name: 'Emma Stroud', school: 'Foundry High School', program: 'Welding' },
      { name: 'Tobias Wren', school: 'Millbrook Career Center', program: 'Culinary Arts' },
    ],
    staff: [{ name: 'Nora Fielding' }],
    events: [
      {
        id: 't-1',
        event: 'breakfast',
        start: '2026-12-10T08:00',
        school: 'Foundry High School',
        partners: ['Quillon Bakery', 'Granby Credit Union'],
      },
      {
        id: 't-2',
        event: 'speaker',
        start: '2026-12-17T13:00',
        school: 'Millbrook Career Center',
        partners: ['Cedarvale Clinic'],
        people: ['Grace Imber'],
      },
    ],
  }),
)

export const readingOf = (text: string, context: Partial<UnderstandContext> = {}): Reading =>
  readText(text, town, { now: NOW, ...context })
export const factsOf = (text: string, context: Partial<UnderstandContext> = {}): Facts =>
  new Facts(readingOf(text, context))

/** What patterns see of a text. */
export const seen = (text: string): string => readingOf(text).view.text

/** A name as the directory spells it, `new:` as typed where it has none, all that are meant with `|` between. */
export const named = ({ entries, text }: Ref): string =>
  entries.length === 0 ? `new: ${text}` : entries.map(({ name }) => name).join(' | ')
