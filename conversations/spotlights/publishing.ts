import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { PublishingRecord } from '../../data/story.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { withUndo } from '../notices.ts'
import { say } from './answers.ts'
import { findPartner, idOf } from './named.ts'
import { readSaidStory } from './said-story.ts'
import { joinPlaces, placeNamed } from './story-building.ts'

const NO_LONGER = /\b(?:no longer|not|never|stop|may not|cannot|can't)\b/i
const SELF = /\bown\b/i
const BELONGS =
  /^\s*(?:the )?(?:slack|teams)?\s*#[\p{L}\p{N}_-]+\s+(?:is|belongs to)\s+(?:the )?(?<partner>[^.\n]{2,80}?)(?:['’]s?)?(?:\s+channel)?\s*[.!]?\s*$/iu

/** Where stories go, whose channels are a partner's, who may approve their own: an administrator's to say. */
export const publishing: Conversation = {
  name: 'publishing',
  intents: { set_publishing: setPublishing },
}

/** "post culinary spotlights in #wins"; "carpentry may approve their own stories"; "#gp is Great Performances' channel". */
async function setPublishing(request: Request, situation: Situation): Promise<Outcome> {
  if (situation.speaker.role !== 'admin')
    return say('Only an administrator says where stories go and who approves them.')
  if (SELF.test(request.said)) return setSelfApproval(request, situation)
  const belongs = BELONGS.exec(request.said)?.groups?.partner
  return belongs === undefined ? setPlaces(request, situation) : setOwner(belongs, request, situation)
}

async function setSelfApproval(request: Request, situation: Situation): Promise<Outcome> {
  const programs = await programsOf(request, situation)
  if (programs.length === 0) return say('For which program? Say "carpentry may approve their own stories".')
  const isSelfApproving = !NO_LONGER.test(request.said)
  const writes = await Promise.all(
    programs.map((program) => change(program, situation, (record) => ({ ...record, isSelfApproving }))),
  )
  const rule = isSelfApproving ? 'the writer may approve, and the card says so' : 'a second person approves'
  return told(`${namesOf(programs)}: ${rule}.`, writes, situation)
}

async function setPlaces(request: Request, situation: Situation): Promise<Outcome> {
  const channels = readSaidStory(request.said, situation).channels
  if (channels.length === 0) return say('In which channel? Say "post culinary spotlights in #cte-wins".')
  const places = joinPlaces(channels.map(({ label, channel }) => placeNamed(label, channel, situation.inbound.place)))
  const programs = await programsOf(request, situation)
  const targets: (RecordOf<'program'> | undefined)[] = programs.length > 0 ? programs : [undefined]
  const writes = await Promise.all(
    targets.map((program) => change(program, situation, (record) => ({ ...record, places }))),
  )
  const labels = places.map(({ label }) => label).join(', ')
  return told(
    `${programs.length > 0 ? namesOf(programs) : 'All programs'}: stories go to ${labels}.`,
    writes,
    situation,
  )
}

async function setOwner(typed: string, request: Request, situation: Situation): Promise<Outcome> {
  const [named] = readSaidStory(request.said, situation).channels
  const id = idOf(request.frame, 'partner')
  const partner = (id ? await situation.reads.get('partner', id) : undefined) ?? (await findPartner(typed, situation))
  if (!named) return say('Which channel is it? Say it with its #.')
  if (!partner) return say(`"${typed}" is not a partner I know. How is it spelled?`)
  const { label, channel } = named
  const write = await change(undefined, situation, (record) => ({
    ...record,
    partnerChannels: [
      ...(record.partnerChannels ?? []).filter((each) => each.label !== label),
      { label, ...(channel ? { channel } : {}), partner: partner.id },
    ],
  }))
  const text = `${label} is a channel of ${partner.name}: a story goes there only with a consent that names ${partner.name}.`
  return told(text, [write], situation)
}

/** The record of a program, or of everyone, changed; a new one where there is none. */
async function change(
  program: RecordOf<'program'> | undefined,
  { reads, turn }: Situation,
  changed: (record: PublishingRecord) => PublishingRecord,
): Promise<Write> {
  const before = (await reads.find('publishing')).find((record) => record.program === program?.id)
  const fresh: PublishingRecord = {
    id: `${turn}-pub-${program?.id ?? 'all'}`,
    version: 0,
    ...(program ? { program: program.id } : {}),
    places: [],
    isSelfApproving: false,
  }
  const after = changed(before ?? fresh)
  return { kind: 'publishing', id: after.id, ...(before ? { before } : {}), after }
}

const namesOf = (programs: readonly RecordOf<'program'>[]): string =>
  [...new Set(programs.map(({ name }) => name))].join(', ')

function told(text: string, writes: Write[], { turn }: Situation): Outcome {
  return {
    what: 'set_publishing',
    title: text.replace(/\.$/, ''),
    replies: [{ card: withUndo(text, turn) }],
    writes,
  }
}

/** The programs of a rule, by the frame or by their names and aliases in the words. */
async function programsOf({ frame, said }: Request, { reads }: Situation): Promise<RecordOf<'program'>[]> {
  const named = frame.slots.program ?? frame.slots.programs?.[0]
  const words = ` ${said.toLowerCase().replace(/[^\p{L}\p{N}&]+/gu, ' ')} `
  const all = await reads.find('program', { where: { isActive: true } })
  return all.filter(({ name, aliases }) => {
    if (named) return name === named
    const forms = [name, ...aliases, name.split(' ')[0] ?? name].map((form) => form.toLowerCase())
    return forms.some((form) => form.length > 3 && words.includes(` ${form} `))
  })
}
