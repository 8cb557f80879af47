import { encodePress, type Field } from '../../data/card.ts'
import { DESTINATIONS, type Destination, PRONOUNS, type StoryRecord } from '../../data/story.ts'
import {
  dateOf,
  type Instant,
  localMomentAt,
  momentAt,
  parseLocalDate,
  parseLocalTime,
  timeOf,
} from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { type Args, choicesOf, gone, say, show, storyOf, textOf, type Values } from './answers.ts'
import { cut, sentencesOf } from './limits.ts'
import { ownedPlaces } from './partner-channels.ts'
import { mayApprove } from './people.ts'
import { shortName } from './public-name.ts'
import { nameIn, previewOf } from './public-story.ts'
import { recordChange } from './reopening.ts'
import { readSaidStory } from './said-story.ts'
import { instantAt, joinPlaces, placeNamed } from './story-building.ts'
import { recomposed, takeWords } from './story-changes.ts'
import { destinationName, type StoryView, storyTitle } from './story-view.ts'

const PRONOUN_NAMES = { she: 'she', he: 'he', they: 'they' } as const

/** Its writer may change a story, and whoever may approve it. */
export async function mayChange({ story }: StoryView, { speaker, reads }: Situation): Promise<boolean> {
  return speaker.id === story.writer || (await mayApprove(speaker, story, reads))
}

/** [Change]: the story as a form. */
export async function changeForm(args: Args, situation: Situation): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  if (!(await mayChange(view, situation))) return say('Only its writer and approvers change a story.')
  if (view.story.state === 'taken_down') return say('That story was taken down. Draft it anew.')
  const { story } = view
  const shown = previewOf(story, view.subject, 'internal', situation)
  const at = story.postAt && story.postAt > situation.now ? localMomentAt(story.postAt, situation.zone) : undefined
  const fields: Field[] = [
    { name: 'headline', label: 'Headline', type: 'text', value: shown.headline, maxChars: 150 },
    { name: 'text', label: 'Text', type: 'text', isMultiline: true, value: shown.sentences.join(' '), maxChars: 3000 },
    {
      name: 'pronoun',
      label: 'Pronoun',
      type: 'choice',
      isOptional: true,
      hint: 'As the student chose; without one the name is said again.',
      options: PRONOUNS.map((value) => ({ label: PRONOUN_NAMES[value], value })),
      ...(story.pronoun ? { value: story.pronoun } : {}),
    },
    {
      name: 'role',
      label: 'Job title',
      type: 'text',
      isOptional: true,
      value: story.steps.at(-1)?.role ?? '',
      maxChars: 80,
    },
    {
      name: 'name',
      label: 'Name',
      type: 'choice',
      value: story.isNameless ? 'without' : 'with',
      options: [
        { label: 'With the name, as consent allows', value: 'with' },
        { label: 'Without a name', value: 'without' },
      ],
    },
    {
      name: 'destinations',
      label: 'Where',
      type: 'choices',
      values: story.destinations.filter((each) => each !== 'third_party'),
      options: DESTINATIONS.filter((each) => each !== 'third_party').map((value) => ({
        label: destinationName(value),
        value,
      })),
    },
    {
      name: 'channels',
      label: 'Channels',
      type: 'text',
      isOptional: true,
      value: story.places.map(({ label }) => label).join(', '),
      hint: 'Such as "#cte-wins, teams #wins"',
    },
    {
      name: 'date',
      label: 'Post on',
      type: 'date',
      isOptional: true,
      hint: 'Empty: as soon as it is approved',
      ...(at ? { value: dateOf(at) } : {}),
    },
    { name: 'time', label: 'Post at', type: 'time', isOptional: true, ...(at ? { value: timeOf(at) } : {}) },
  ]
  const title = storyTitle(view)
  return show({
    summary: `Change: ${title}`,
    parts: [
      { kind: 'heading', text: `Change: ${title}` },
      {
        kind: 'fields',
        fields,
        submit: { label: 'Save', style: 'primary', press: encodePress('spotlight.save', { story: story.id }) },
        cancel: { label: 'Back', press: encodePress('spotlight.open', { story: story.id }) },
      },
    ],
  })
}

/** What the form holds, as changes of the story. Facts that change compose the words anew unless a person wrote them. */
export async function saveForm(args: Args, situation: Situation, values: Values): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  if (!(await mayChange(view, situation))) return say('Only its writer and approvers change a story.')
  const { story } = view
  if (story.state === 'taken_down') return say('That story was taken down. Draft it anew.')
  const time = timeIn(values, situation)
  if (typeof time === 'string') return say(time)
  const facts = withFacts(story, values)
  const placed = await withPlaces(withTime(facts, time.postAt), values, situation)
  const shown = previewOf(story, view.subject, 'internal', situation)
  const isRewritten =
    textOf(values, 'headline') !== shown.headline ||
    textOf(values, 'text').replace(/\s+/g, ' ') !== shown.sentences.join(' ')
  const becomesNameless = facts.isNameless !== story.isNameless
  if (!isRewritten || becomesNameless) {
    const isEdited = becomesNameless ? false : story.isEdited
    return recordChange(view, await recomposed({ ...placed, isEdited }, situation.reads), situation)
  }
  const words = { headline: textOf(values, 'headline'), sentences: sentencesOf(textOf(values, 'text')) }
  const taken = takeWords(words, { ...view, story: placed })
  if (typeof taken === 'string') return say(`${taken} Nothing was changed.`)
  const asSaid = nameIn([words.headline, ...words.sentences].join(' '), shortName(view.student.name)).length
  const kept = nameIn([taken.headline, ...taken.sentences].join(' '), shortName(view.student.name)).length
  const after = await recomposed({ ...placed, text: taken, isEdited: true }, situation.reads)
  return recordChange(view, after, situation, kept < asSaid / 2 ? ['The text was cut to what a post can hold.'] : [])
}

function withTime({ postAt: _, ...story }: StoryRecord, postAt: Instant | undefined): StoryRecord {
  return { ...story, ...(postAt ? { postAt } : {}) }
}

function withFacts(story: StoryRecord, values: Values): StoryRecord {
  const { pronoun: _, ...rest } = story
  const pronoun = PRONOUNS.find((known) => known === textOf(values, 'pronoun'))
  const role = cut(textOf(values, 'role').toLowerCase(), 80)
  const [last] = story.steps.slice(-1)
  const { role: __, ...bare } = last ?? { kind: 'job' as const }
  return {
    ...rest,
    ...(pronoun ? { pronoun } : {}),
    steps: [...story.steps.slice(0, -1), { ...bare, ...(role ? { role } : {}) }],
    isNameless: textOf(values, 'name') === 'without',
  }
}

async function withPlaces(story: StoryRecord, values: Values, situation: Situation): Promise<StoryRecord> {
  const typed = textOf(values, 'channels')
    .split(/[,;\s]+/)
    .filter((word) => word !== '')
  const text = typed.map((word) => (/^(?:#.*|slack|teams)$/i.test(word) ? word : `#${word}`)).join(' ')
  const named = readSaidStory(text, situation).channels.map(({ label, channel }) => {
    const known = story.places.find((place) => place.label === label && (!channel || place.address.channel === channel))
    return known ?? placeNamed(label, channel, situation.inbound.place)
  })
  const places = joinPlaces(named)
  // What is up, or may be, cannot be forgotten by leaving it out of a form.
  const kept = story.places.filter(({ delivery, label }) => delivery && !places.some((place) => place.label === label))
  const all = await ownedPlaces([...places, ...kept], situation.reads)
  const chosen = choicesOf(values, 'destinations')
  const plain = DESTINATIONS.filter((each): each is Destination => each !== 'third_party' && chosen.includes(each))
  const third: Destination[] = all.some(({ thirdParty }) => thirdParty) ? ['third_party'] : []
  return { ...story, places: all, destinations: [...plain, ...third] }
}

/** The time of posting in the form; a sentence where it is none or past. */
function timeIn(values: Values, { local, zone }: Situation): { postAt?: Instant } | string {
  const typed = textOf(values, 'date')
  if (typed === '') return {}
  const date = parseLocalDate(typed)
  const time = parseLocalTime(textOf(values, 'time') || '09:00')
  if (!date || !time) return 'That day or hour does not exist. Nothing was changed.'
  const at = momentAt(date, time)
  return at > local ? { postAt: instantAt(at, zone) } : 'That time is past. Nothing was changed.'
}
