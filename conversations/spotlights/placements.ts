import { encodePress } from '../../data/card.ts'
import type { PlacementRecord } from '../../data/story.ts'
import { dateOf, formatDay, schoolYearOf } from '../../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { aliasWrites, resolvePartner } from '../names-to-records.ts'
import { say } from './answers.ts'
import { cut } from './limits.ts'
import { inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { dayOf, mentionsIn } from './said-dates.ts'
import { partnerInFrame } from './story-building.ts'
import { askedStudent, seenBy } from './which-student.ts'

const KINDS = ['internship', 'apprenticeship', 'job'] as const
type Kind = (typeof KINDS)[number]

/** Placements are records, whether or not a story is told of them. */
export const placements: Conversation = {
  name: 'placement',
  intents: { record_placement: recordPlacement },
}

/** "log a placement: Wei Lin at Google, paid internship, 120 hours". Students are spoken of in private alone. */
async function recordPlacement(asked: Request, situation: Situation): Promise<Outcome> {
  const { turn, now, local, reads, speaker } = situation
  const isSeen = seenBy(situation)
  const one = await askedStudent({ ...asked, overrules: [...asked.overrules, 'doubt'] }, situation, isSeen)
  if ('outcome' in one) return one.outcome
  const { student, request } = one
  const known = await partnerInFrame(request, situation)
  const { slots } = request.frame
  const made = !known && slots.partner ? await resolvePartner(slots.partner, request, turn, reads) : undefined
  const partner = known ?? made?.value
  if (!partner) return say('At which partner? Say the whole of it again, with the company.')
  const program = student.program ? await reads.get('program', student.program) : undefined
  const said = readSaidPlacement(request, situation)
  const year = schoolYearOf(said.from ?? slots.date ?? dateOf(local))
  const where = { student: student.id, partner: partner.id, kind: said.kind, from: year }
  const [before] = await reads.find('placement', { where, limit: 1 })
  const after: PlacementRecord = {
    id: `${turn}-pl`,
    version: 0,
    by: speaker.id,
    at: now,
    from: dateOf(local),
    // The same placement said again is the same record, with what is new in it.
    ...before,
    student: student.id,
    ...(student.school ? { school: student.school } : {}),
    ...(student.program ? { program: student.program } : {}),
    ...(program?.cluster ? { cluster: program.cluster } : {}),
    partner: partner.id,
    ...said,
    ...(slots.role ? { role: cut(slots.role, 80) } : {}),
    ...(slots.date ? { from: slots.date } : {}),
    ...(said.from ? { from: said.from } : {}),
  }
  const details = [
    after.kind,
    after.isPaid === undefined ? '' : after.isPaid ? 'paid' : 'unpaid',
    after.hours === undefined ? '' : `${after.hours} hours`,
    formatDay(after.from, local),
  ]
  const line = [shortName(student.name), partner.name, ...details].filter(Boolean).join(', ')
  const lead = before ? 'Placement changed' : 'Placement'
  const actions = [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }]
  return inPrivate(
    {
      what: 'record_placement',
      title: `placement of ${line}`,
      replies: [
        {
          card: {
            summary: `${lead}: ${line}.`,
            parts: [
              { kind: 'heading', text: `${lead}: ${line}` },
              { kind: 'actions', actions },
            ],
          },
        },
      ],
      writes: [
        ...(made?.writes ?? []),
        ...(await aliasWrites(request, speaker.id, now, turn, reads)),
        { kind: 'placement', id: after.id, ...(before ? { before } : {}), after },
      ],
      request,
    },
    situation,
  )
}

/** Kind, dates, pay and hours, as the frame or the words say them; a placement without a kind is an internship. */
function readSaidPlacement(
  { frame, said }: Request,
  situation: Situation,
): Pick<PlacementRecord, 'kind' | 'isPaid' | 'hours' | 'to'> & Partial<Pick<PlacementRecord, 'from'>> {
  const { extra, slots } = frame
  const words = said.slice(0, 4000)
  const kind: Kind =
    KINDS.find((each) => each === slots.outcome) ??
    KINDS.find((each) => words.toLowerCase().includes(each.slice(0, 6))) ??
    'internship'
  const typed = /\b(\d{1,4})\s*(?:hours?|hrs?)\b(?!\s*(?:a|per|\/)\s*(?:week|wk|day))/i.exec(words)?.[1]
  const hours = typeof extra.hours === 'number' ? extra.hours : typed ? Number(typed) : undefined
  const isPaid =
    typeof extra.isPaid === 'boolean'
      ? extra.isPaid
      : /\bunpaid\b/i.test(words)
        ? false
        : /\bpaid\b/i.test(words)
          ? true
          : undefined
  const days = mentionsIn(words, situation).map(({ mention, before }) => ({
    isEnd: /\b(?:until|till?|through|thru|to|ends?|ending)\s*(?:on\s*)?$/.test(before) || mention.isDeadline,
    mention,
  }))
  const start = days.find(({ isEnd }) => !isEnd)
  const end = days.find(({ isEnd }) => isEnd)
  const isAhead = /\b(?:starts|will start|starting|begins|beginning)\b/i.test(words)
  const from = start && dayOf(start.mention, isAhead ? 'ahead' : 'behind', situation)
  const to = end && dayOf(end.mention, 'ahead', situation)
  return {
    kind,
    ...(isPaid === undefined ? {} : { isPaid }),
    ...(hours === undefined ? {} : { hours }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  }
}
