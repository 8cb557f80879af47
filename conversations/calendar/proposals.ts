import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { dateOf, formatDay, type LocalDate, parseLocalDate } from '../../data/time.ts'
import type { Moment, Occasion, Outcome, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { frameOf } from '../understanding/frame.ts'
import { isMorningOver, reminderDay, todayOf, wasTaken } from './due-days.ts'

/** Days before a PD day on which teachers are asked whether they would spend it at a partner's. */
const DAYS_BEFORE = 28
/** Fewer than so many days before, it is too late to arrange. */
const TOO_LATE_DAYS = 7
const MOST_PARTNERS = 3

/** Four weeks before a PD day each teacher is offered a day at a partner of their own cluster, once. */
export async function proposeVisits(moment: Moment): Promise<Occasion[]> {
  if (!isMorningOver(moment)) return []
  const today = todayOf(moment)
  const days = moment.knowledge.calendar.pdDays.filter(
    (day) => reminderDay(day, DAYS_BEFORE, moment) <= today && reminderDay(day, TOO_LATE_DAYS, moment) > today,
  )
  if (days.length === 0) return []
  const occasions: Occasion[] = []
  const teachers = (await moment.reads.find('staff', { where: { isActive: true } })).filter(
    ({ programs }) => programs.length > 0,
  )
  for (const day of days) {
    for (const teacher of teachers) {
      const id = `visit:${day}:${teacher.id}`
      if (await wasTaken(id, moment)) continue
      const partners = await partnersFor(teacher, moment)
      if (partners.length === 0 || (await isBusy(teacher, day, moment))) continue
      occasions.push({ id, outcome: proposal(teacher, day, partners, moment) })
    }
  }
  return occasions
}

function proposal(
  teacher: RecordOf<'staff'>,
  day: LocalDate,
  partners: readonly RecordOf<'partner'>[],
  { local }: Moment,
): Outcome {
  const text = `${formatDay(day, local)} is a PD day. A day at a partner of your own field?`
  const actions = partners.map(({ id, name }) => ({
    label: name,
    press: encodePress('calendar.visit', { day, partner: id }),
  }))
  return {
    what: 'propose',
    replies: [],
    posts: [
      {
        name: `visit-${day}`,
        to: { staff: teacher.id },
        content: {
          kind: 'post',
          card: {
            summary: `${text} ${partners.map(({ name }) => name).join(', ')}.`,
            parts: [
              { kind: 'text', text },
              { kind: 'actions', actions },
              { kind: 'context', text: 'Nothing goes to the partner before you press Invite.' },
            ],
          },
        },
      },
    ],
  }
}

/** Partners of a teacher's clusters: those who offered a visit first, then the ones spoken to last. */
async function partnersFor(teacher: RecordOf<'staff'>, { reads }: Moment): Promise<RecordOf<'partner'>[]> {
  const programs = await Promise.all(teacher.programs.map((id) => reads.get('program', id)))
  const clusters = [...new Set(programs.flatMap((program) => (program?.cluster ? [program.cluster] : [])))]
  const partners = (
    await Promise.all(clusters.map((cluster) => reads.find('partner', { where: { cluster, isActive: true } })))
  ).flat()
  const warmth = await Promise.all(
    partners.map(async (partner) => {
      const where = { partner: partner.id }
      const contacts = await reads.find('contact', { where, order: { by: 'date', direction: 'descending' }, limit: 20 })
      const hasOffered = contacts.some(({ offers }) => offers.some(({ kind }) => kind === 'site_visit'))
      return { partner, key: `${hasOffered ? 1 : 0}${contacts[0]?.date ?? ''}` }
    }),
  )
  return warmth
    .sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : a.partner.name < b.partner.name ? -1 : 1))
    .slice(0, MOST_PARTNERS)
    .map(({ partner }) => partner)
}

/** Who has something that day already, by their school or by their own invitation. */
async function isBusy(teacher: RecordOf<'staff'>, day: LocalDate, { reads }: Moment): Promise<boolean> {
  const events = await reads.find('event', {
    where: { isCancelled: false, owner: teacher.id, start: { from: day, to: `${day}T99` } },
    limit: 1,
  })
  if (events.length > 0) return true
  const invitations = await reads.find('invitation', { where: { staff: teacher.id } })
  const asked = await Promise.all(invitations.map(({ event }) => reads.get('event', event)))
  return asked.some((event) => event && !event.isCancelled && dateOf(event.start) === day)
}

/** A partner was chosen: the visit is planned as if said, and its hours are asked for. */
export async function planVisit(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const day = parseLocalDate(args.day ?? '')
  const partner = await situation.reads.get('partner', args.partner ?? '')
  if (!day || !partner) return say('That partner is gone.')
  const programs = await Promise.all(situation.speaker.programs.map((id) => situation.reads.get('program', id)))
  const names = programs.flatMap((program) => (program ? [program.name] : []))
  const frame = frameOf('schedule_event', {
    slots: {
      event: 'site_visit',
      start: day,
      partners: [partner.name],
      ...(names.length > 0 ? { programs: names } : {}),
    },
    missing: ['start'],
    asks: true,
  })
  return situation.decide({ frame, said: '', accepts: [], aliases: [], overrules: [] })
}
