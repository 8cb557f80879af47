import type { RecordOf } from '../../data/records.ts'
import {
  DESTINATIONS,
  type Destination,
  PRONOUNS,
  type Pronoun,
  type StoryPlace,
  type StoryRecord,
  type StoryStep,
} from '../../data/story.ts'
import { type Instant, instantOf, type LocalMoment, type Zone } from '../../data/time.ts'
import type { Request, Situation } from '../conversation.ts'
import { cut } from './limits.ts'
import { findPartner, idOf } from './named.ts'
import { ownedPlaces } from './partner-channels.ts'
import { publishingOf } from './people.ts'
import { readSaidStory, type SaidStory } from './said-story.ts'

/** Characters of a job title. */
const ROLE_MAX_CHARS = 80
const DEFAULT_DESTINATIONS: readonly Destination[] = DESTINATIONS.filter((each) => each !== 'third_party')

/** When a local moment is; of a doubled or skipped one the later. */
export function instantAt(moment: LocalMoment, zone: Zone): Instant {
  const found = instantOf(moment, zone)
  return 'instant' in found ? found.instant : found.later
}

/** The draft that a request makes of a student, its words not yet composed. */
export async function buildStory(
  request: Request,
  student: RecordOf<'student'>,
  partner: RecordOf<'partner'> | undefined,
  situation: Situation,
): Promise<StoryRecord> {
  const { slots } = request.frame
  const { turn, now, reads, speaker } = situation
  const said = readSaidStory(request.said, situation)
  const programId = await programOf(request, student, situation)
  const program = programId ? await reads.get('program', programId) : undefined
  const [school] =
    slots.school && !student.school ? await reads.find('school', { where: { name: slots.school }, limit: 1 }) : []
  const steps = stepsOf(request, said, partner, programId !== undefined)
  const cluster = program?.cluster ?? partner?.cluster
  const places = await placesOf(request, said, programId, situation)
  const grade = said.grade ?? gradeOf(student)
  const pronoun = said.pronoun ?? pronounOf(student)
  const schoolId = student.school ?? school?.id
  return {
    id: `${turn}-s`,
    version: 0,
    student: student.id,
    ...(schoolId ? { school: schoolId } : {}),
    ...(programId ? { program: programId } : {}),
    ...(cluster ? { cluster } : {}),
    ...(partner ? { partner: partner.id } : {}),
    steps,
    ...(pronoun ? { pronoun } : {}),
    ...(grade ? { grade } : {}),
    isNameless: /\b(?:without (?:a|the|his|her|their|any) names?|no names?|nameless|anonymous(?:ly)?)\b/i.test(
      request.said,
    ),
    text: { headline: '', sentences: [] },
    isEdited: false,
    destinations: [
      ...DEFAULT_DESTINATIONS,
      ...(places.some(({ thirdParty }) => thirdParty) ? (['third_party'] as const) : []),
    ],
    places,
    ...(said.postAt ? { postAt: instantAt(said.postAt, situation.zone) } : {}),
    revision: '',
    state: 'draft',
    writer: speaker.id,
    asked: [],
    cards: {},
    isLive: false,
    isTelling: false,
    at: now,
  }
}

async function programOf(
  { frame }: Request,
  student: RecordOf<'student'>,
  { reads }: Situation,
): Promise<string | undefined> {
  const named = idOf(frame, 'program')
  if (named && (await reads.get('program', named))) return named
  const { program } = frame.slots
  if (!program) return student.program
  const found = await reads.find('program', { where: { name: program, isActive: true } })
  return (found.find(({ school }) => school === student.school) ?? found[0])?.id ?? student.program
}

function stepsOf(
  { frame }: Request,
  said: SaidStory,
  partner: RecordOf<'partner'> | undefined,
  hasProgram: boolean,
): StoryStep[] {
  const { outcome = 'job', role } = frame.slots
  const at = partner ? { partner: partner.id } : {}
  const classes: StoryStep[] = hasProgram ? [{ kind: 'classes' }] : []
  const isWork = outcome === 'job' || outcome === 'apprenticeship' || outcome === 'internship'
  const hadInternship = said.hadInternship && outcome !== 'internship'
  // "did an internship at Valleywise and now she got into college": the company is the internship's.
  const internship: StoryStep[] = hadInternship ? [{ kind: 'internship', ...(isWork ? {} : at) }] : []
  const name = nameOfOutcome(outcome, said, hadInternship ? undefined : partner?.name)
  const last: StoryStep = {
    kind: outcome,
    ...(isWork ? at : {}),
    ...(role && isWork ? { role: cut(role, ROLE_MAX_CHARS) } : {}),
    ...(name ? { name } : {}),
  }
  return [...classes, ...internship, last]
}

function nameOfOutcome(outcome: StoryStep['kind'], said: SaidStory, partner: string | undefined): string | undefined {
  if (outcome === 'credential') return said.credential
  if (outcome === 'award') return said.award
  return outcome === 'college' ? (said.college ?? partner) : undefined
}

const gradeOf = ({ extra }: RecordOf<'student'>): number | undefined => {
  const grade = Number(extra.grade)
  return grade >= 9 && grade <= 12 ? grade : undefined
}

/** "she/her" in the directory is what the student chose. */
const pronounOf = ({ extra }: RecordOf<'student'>): Pronoun | undefined => {
  const stated = String(extra.pronoun ?? extra.pronouns ?? '').toLowerCase()
  return PRONOUNS.find((pronoun) => stated === pronoun || stated.startsWith(`${pronoun}/`))
}

/** The channels that the writer names, then those that the program does. */
async function placesOf(
  { frame }: Request,
  said: SaidStory,
  program: string | undefined,
  situation: Situation,
): Promise<StoryPlace[]> {
  const { inbound, reads } = situation
  const slot: SaidStory['channels'] = frame.slots.channel
    ? [{ label: `#${frame.slots.channel.replace(/^#/, '').toLowerCase()}` }]
    : []
  // Said with its platform, it is one channel and no second of the same name.
  const slots = slot.filter(({ label }) => !said.channels.some((channel) => channel.label === label))
  const named = [...said.channels, ...slots].map((each) => placeNamed(each.label, each.channel, inbound.place))
  const standing = (await publishingOf(program, reads)).flatMap(({ places }) => places)
  return ownedPlaces(joinPlaces([...named, ...standing]), reads)
}

/** A channel by its name, on the platform that was said, else where it was said. */
export function placeNamed(
  label: string,
  channel: StoryPlace['address']['channel'] | undefined,
  here: { channel: StoryPlace['address']['channel']; team?: string },
): StoryPlace {
  const isHere = channel === undefined || channel === here.channel
  return {
    label,
    address: {
      channel: channel ?? here.channel,
      ...(isHere && here.team ? { team: here.team } : {}),
      place: label,
      isDirect: false,
    },
  }
}

/** Each channel once; what is said of it first stands. */
export function joinPlaces(places: readonly StoryPlace[]): StoryPlace[] {
  const joined = new Map<string, StoryPlace>()
  for (const place of places) {
    const key = `${place.address.channel} ${place.label.toLowerCase()}`
    const earlier = joined.get(key)
    // A channel that is a partner's stays so, however it was named.
    joined.set(key, { ...place, ...earlier, ...(place.thirdParty ? { thirdParty: place.thirdParty } : {}) })
  }
  return [...joined.values()]
}

/** A company in the frame, by name or as typed. */
export const partnerInFrame = async (
  request: Request,
  situation: Situation,
): Promise<RecordOf<'partner'> | undefined> => {
  const id = idOf(request.frame, 'partner')
  const found = id ? await situation.reads.get('partner', id) : undefined
  return found ?? (request.frame.slots.partner ? findPartner(request.frame.slots.partner, situation) : undefined)
}
