import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { PlacementRecord, PublishingRecord } from '../../data/story.ts'
import { dateOf } from '../../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { waitingFor } from '../find/spotlights.ts'
import { aliasWrites, resolvePartner } from '../names-to-records.ts'
import { askBefore } from '../question.ts'
import { quietly, say } from './answers.ts'
import { editBySentence, storyAtHand } from './editing.ts'
import { studentsOf } from './named.ts'
import { maySee } from './people.ts'
import { inPrivate, isPrivateHere } from './privately.ts'
import { shortName } from './public-name.ts'
import { readSaidEdit } from './said-edit.ts'
import { readSpotlightRequest } from './said-request.ts'
import { sendForApproval } from './spotlights.ts'
import { placeNamed } from './story-building.ts'

const KINDS = ['internship', 'apprenticeship', 'job'] as const
const CHANNEL = /#[\p{L}\p{N}_-]+/gu
const NO_LONGER = /\b(?:no longer|not|never|stop|may not|cannot|can't)\b/i
const SELF = /\bown\b/i

/** What is said of stories and placements beyond drafting: change the words, send, record a placement, say where it goes. */
export const storyRequests: Conversation = {
  name: 'story-request',
  hears: readSpotlightRequest,
  intents: {
    edit_spotlight: async (request, situation) => {
      const edit = readSaidEdit(request.said)
      return edit
        ? quietly(await editBySentence(edit, situation), situation)
        : say('Say it as: change the second sentence to …')
    },
    send_spotlight: async (_, situation) => {
      const view = await storyAtHand(situation)
      return view
        ? quietly(await sendForApproval(view, situation), situation)
        : say('There is no story of yours here to send.')
    },
    ask_approvals: async (_, situation) =>
      quietly({ what: 'ask', replies: [{ card: await waitingFor({}, 0, situation) }], pending: 'keep' }, situation),
    record_placement: recordPlacement,
    set_publishing: setPublishing,
  },
}

/** "log a placement: Wei Lin at Google, paid internship, 120 hours". Students are spoken of in private alone. */
async function recordPlacement(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return await inPrivateHere(question, situation)
  const { turn, now, local, reads, speaker } = situation
  const students = await studentsOf(request.frame, situation)
  const [student] = students
  if (!student || students.length > 1) return say('Which student is it? Say the first and last name.')
  if (!(await maySee(speaker, student, reads))) return say('That student is at another school.')
  const { slots, extra } = request.frame
  const kind =
    KINDS.find((known) => known === slots.outcome) ??
    KINDS.find((known) => request.said.toLowerCase().includes(known.slice(0, 6))) ??
    'internship'
  const partner = slots.partner ? await resolvePartner(slots.partner, request, turn, reads) : undefined
  if (!partner) return say('At which partner is the placement? Say the whole of it again, with the company.')
  const program = student.program ? await reads.get('program', student.program) : undefined
  const hours = typeof extra.hours === 'number' ? extra.hours : readHours(request.said)
  const isPaid = typeof extra.isPaid === 'boolean' ? extra.isPaid : readPay(request.said)
  const after: PlacementRecord = {
    id: `${turn}-pl`,
    version: 0,
    student: student.id,
    ...(student.school ? { school: student.school } : {}),
    ...(student.program ? { program: student.program } : {}),
    ...(program?.cluster ? { cluster: program.cluster } : {}),
    partner: partner.value.id,
    kind,
    ...(slots.role ? { role: slots.role } : {}),
    from: slots.date ?? dateOf(local),
    ...(isPaid === undefined ? {} : { isPaid }),
    ...(hours === undefined ? {} : { hours }),
    by: speaker.id,
    at: now,
  }
  const details = [
    kind,
    isPaid === undefined ? '' : isPaid ? 'paid' : 'unpaid',
    hours === undefined ? '' : `${hours} hours`,
  ]
  const line = [shortName(student.name), partner.value.name, ...details].filter(Boolean).join(', ')
  const card = {
    summary: `Placement: ${line}.`,
    parts: [
      { kind: 'heading' as const, text: `Placement: ${line}` },
      { kind: 'actions' as const, actions: [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] },
    ],
  }
  return inPrivateHere(
    {
      what: 'record_placement',
      title: `placement of ${line}`,
      replies: [{ card }],
      writes: [
        ...partner.writes,
        ...(await aliasWrites(request, speaker.id, now, turn, reads)),
        { kind: 'placement', id: after.id, after },
      ],
    },
    situation,
  )
}

const inPrivateHere = async (outcome: Outcome, situation: Situation): Promise<Outcome> =>
  isPrivateHere(situation) ? outcome : inPrivate(outcome, situation)

function readHours(said: string): number | undefined {
  const hours = /\b(\d{1,4})\s*(?:hours?|hrs?)\b/i.exec(said)?.[1]
  return hours ? Number(hours) : undefined
}

const readPay = (said: string): boolean | undefined =>
  /\bunpaid\b/i.test(said) ? false : /\bpaid\b/i.test(said) ? true : undefined

/** "post culinary spotlights in #wins"; "carpentry may approve their own stories". An administrator's to say. */
async function setPublishing(request: Request, situation: Situation): Promise<Outcome> {
  const { reads, speaker, turn, inbound } = situation
  if (speaker.role !== 'admin') return say('Only an administrator says where stories go and who approves them.')
  const programs = await programsOf(request, situation)
  const labels = request.said.match(CHANNEL) ?? []
  const isSelf = SELF.test(request.said)
  if (isSelf && programs.length === 0) return say('For which program? Say "carpentry may approve their own stories".')
  const targets: (RecordOf<'program'> | undefined)[] = programs.length > 0 ? programs : [undefined]
  const existing = await reads.find('publishing')
  const writes = targets.map((program, n) => {
    const before = existing.find((record) => record.program === program?.id)
    const base: PublishingRecord = before ?? {
      id: `${turn}-pub${n}`,
      version: 0,
      ...(program ? { program: program.id } : {}),
      places: [],
      isSelfApproving: false,
    }
    const after: PublishingRecord = {
      ...base,
      ...(labels.length > 0
        ? { places: labels.map((label) => placeNamed(label.toLowerCase(), undefined, inbound.place)) }
        : {}),
      ...(isSelf ? { isSelfApproving: !NO_LONGER.test(request.said) } : {}),
    }
    return { kind: 'publishing' as const, id: after.id, ...(before ? { before } : {}), after }
  })
  const whose = programs.length > 0 ? [...new Set(programs.map(({ name }) => name))].join(', ') : 'All programs'
  const text = isSelf
    ? `${whose}: ${NO_LONGER.test(request.said) ? 'a second person approves' : 'the writer may approve, and the card says so'}.`
    : `${whose}: stories go to ${labels.join(', ')}.`
  return {
    what: 'set_publishing',
    title: text.replace(/\.$/, ''),
    replies: [
      {
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            { kind: 'actions', actions: [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] },
          ],
        },
      },
    ],
    writes,
  }
}

async function programsOf({ frame, said }: Request, { reads }: Situation): Promise<RecordOf<'program'>[]> {
  const named = frame.slots.program ?? frame.slots.programs?.[0]
  const words = said.toLowerCase()
  const all = await reads.find('program', { where: { isActive: true } })
  return all.filter(({ name, aliases }) =>
    named
      ? name === named
      : [name, ...aliases, name.split(' ')[0] ?? name].some(
          (form) => form.length > 3 && words.includes(form.toLowerCase()),
        ),
  )
}
