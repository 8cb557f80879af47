import { type Card, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatSpan } from '../../data/time.ts'
import type { Moment, Outcome, Situation } from '../conversation.ts'
import { eventHeading, eventLine } from './event-card.ts'
import { type EventNames, namesOfEvent } from './event-names.ts'
import { clustersOf, nameOfContact } from './invitees.ts'
import { gone } from './plan.ts'
import { roomName } from './rooms.ts'
import { seldomRoles } from './seldom-roles.ts'
import { teachersOf } from './teachers.ts'

/** [Brief]: what the speaker should know, as a text to send, and a note for the teacher. */
export async function showBrief(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const event = await situation.reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  const names = await namesOfEvent(event, situation.reads)
  return {
    what: 'ask',
    replies: [{ card: await briefCard(event, names, situation), replaces: false }],
    pending: 'keep',
  }
}

/** Speaker's brief and teacher's note in one card. */
async function briefCard(event: RecordOf<'event'>, names: EventNames, moment: Moment): Promise<Card> {
  const parts: Part[] = [
    { kind: 'heading', text: `Brief: ${eventHeading(event, names)}` },
    { kind: 'text', text: await speakerBrief(event, names, moment) },
    { kind: 'heading', text: 'Note for the teacher' },
    { kind: 'text', text: await teacherNote(event, names, moment) },
    ...(await assemblyParts(event, moment)),
  ]
  return { summary: `Brief: ${eventLine(event, names, moment.local)}.`, parts }
}

/** Address, arrival, room, class and the request to show the whole range of roles: plain sentences to send. */
async function speakerBrief(event: RecordOf<'event'>, names: EventNames, moment: Moment): Promise<string> {
  const { school, people, programs, partners } = names
  const clusters = await clusterNames(event, moment)
  const to = people[0]?.name.split(' ')[0] ?? (await nameOfContact(partners[0], moment.reads))
  const classes = programs.map(({ name }) => name).join(' and ')
  const size = event.headcount !== undefined ? `${event.headcount} students` : 'the students'
  const company = partners[0]?.name ?? 'your company'
  const lines = [
    ...(to ? [`Dear ${to},`] : []),
    `${to ? 'thank' : 'Thank'} you for speaking on ${formatSpan(event.start, event.end, moment.local)}.`,
    ...(school
      ? [
          `Where: ${[school.name, school.address].filter(Boolean).join(', ')}${event.room ? `, ${roomName(event.room)}` : ''}.`,
        ]
      : []),
    ...(school?.arrival ? [`Arrival: ${school.arrival}. Please come fifteen minutes before.`] : []),
    `Who: ${size}${classes ? ` of ${classes}` : ''}${event.isAssembly ? ', several classes together' : ''}.`,
    `Please show the full range of roles at ${company}, not your own alone. Students seldom think of: ${seldomRoles(clusters[0]).join(', ')}.`,
    'What each role starts with, what it pays at the entry and how one gets there is what they ask most.',
  ]
  return lines.join(' ')
}

async function teacherNote(event: RecordOf<'event'>, names: EventNames, { reads, local }: Moment): Promise<string> {
  const staff = event.school ? await reads.find('staff', { where: { school: event.school, isActive: true } }) : []
  const teachers = teachersOf(event, staff).map(({ name }) => name)
  const speaker = [
    names.people.map(({ name, title }) => [name, title].filter(Boolean).join(', ')).join('; '),
    names.partners[0]?.name,
  ]
    .filter(Boolean)
    .join(', ')
  return [
    `${teachers.length > 0 ? `${teachers.join(' and ')}: ` : ''}${speaker || 'the speaker'} comes on ${formatSpan(event.start, event.end, local)}${event.room ? `, ${roomName(event.room)}` : ''}.`,
    "Beforehand: each student writes down two questions, one of them about a role other than the speaker's.",
    'On the day: someone meets the speaker at the door; check the projector; leave ten minutes for questions.',
    'Afterwards: say here who came, so that the hours count.',
  ].join(' ')
}

/** Every class of the clusters concerned, for an assembly. */
async function assemblyParts(event: RecordOf<'event'>, { reads }: Moment): Promise<Part[]> {
  const clusters = await clustersOf(event, reads)
  const programs = (
    await Promise.all(clusters.map((cluster) => reads.find('program', { where: { cluster, isActive: true } })))
  ).flat()
  const here = programs.filter(({ school }) => school === event.school)
  if (here.length < 2 && !event.isAssembly) return []
  const staff = event.school ? await reads.find('staff', { where: { school: event.school, isActive: true } }) : []
  const items = here.map(({ id, name }) => {
    const teachers = staff.filter((member) => member.programs.includes(id)).map((member) => member.name)
    return teachers.length > 0 ? `${name} (${teachers.join(', ')})` : name
  })
  return [
    { kind: 'text', text: event.isAssembly ? 'An assembly of:' : 'It could be an assembly of:' },
    { kind: 'list', items },
    ...(event.isAssembly
      ? []
      : [
          {
            kind: 'actions' as const,
            actions: [{ label: 'Make it an assembly', press: encodePress('calendar.assembly', { id: event.id }) }],
          },
        ]),
  ]
}

async function clusterNames(event: RecordOf<'event'>, { reads }: Moment): Promise<string[]> {
  const ids = await clustersOf(event, reads)
  const partner = event.partners[0] ? await reads.get('partner', event.partners[0]) : undefined
  const all = ids.length > 0 ? ids : partner?.cluster ? [partner.cluster] : []
  const clusters = await Promise.all(all.map((id) => reads.get('cluster', id)))
  return clusters.flatMap((cluster) => (cluster ? [cluster.name] : []))
}
