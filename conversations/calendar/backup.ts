import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatDay } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { partnerInvitee } from './invitees.ts'

const MOST_BACKUPS = 3
/** Partners named with whom nobody is in touch, where there are no others. */
const MOST_COLD = 2

type Backup = { partner: RecordOf<'partner'>; person?: string; lastContact: string; hasOffered: boolean }

/**
 * Partners of the same cluster who could speak instead, those who offered to speak first, each group by the newest contact:
 * the warmest first. Where nobody is in touch with any of them, the first two.
 */
async function backupsFor(event: RecordOf<'event'>, declined: string, { reads }: Moment): Promise<Backup[]> {
  const gone = await reads.get('partner', declined)
  const clusters = event.clusters.length > 0 ? event.clusters : gone?.cluster ? [gone.cluster] : []
  const partners = (
    await Promise.all(clusters.map((cluster) => reads.find('partner', { where: { cluster, isActive: true } })))
  ).flat()
  const refused = new Set(
    (await reads.find('rsvp', { where: { event: event.id } }))
      .filter(({ answer }) => answer === 'no')
      .map(({ partner }) => partner),
  )
  const found = await Promise.all(
    partners
      .filter(({ id }) => id !== declined && !refused.has(id) && !event.partners.includes(id))
      .map(async (partner): Promise<Backup> => {
        const contacts = await reads.find('contact', {
          where: { partner: partner.id },
          order: { by: 'date', direction: 'descending' },
          limit: 20,
        })
        const offer = contacts.find(({ offers }) => offers.some(({ kind }) => kind === 'speaker'))
        const invitee = await partnerInvitee(partner, reads)
        const person = offer?.people[0] ?? invitee.person
        return {
          partner,
          ...(person ? { person } : {}),
          lastContact: contacts[0]?.date ?? '',
          hasOffered: offer !== undefined,
        }
      }),
  )
  const sorted = found.sort(
    (a, b) =>
      Number(b.hasOffered) - Number(a.hasOffered) ||
      (a.lastContact < b.lastContact ? 1 : a.lastContact > b.lastContact ? -1 : 0) ||
      (a.partner.name < b.partner.name ? -1 : 1),
  )
  const warm = sorted.filter(isWarm)
  return warm.length > 0 ? warm.slice(0, MOST_BACKUPS) : sorted.slice(0, MOST_COLD)
}

const isWarm = ({ hasOffered, lastContact }: Backup): boolean => hasOffered || lastContact !== ''

/** Who could speak instead, with a button for each. */
export async function backupParts(event: RecordOf<'event'>, declined: string, moment: Moment): Promise<Part[]> {
  const backups = await backupsFor(event, declined, moment)
  const none = 'Nobody else of that cluster has offered to speak yet.'
  if (backups.length === 0) return [{ kind: 'text', text: none }]
  const { reads, local } = moment
  const lines = await Promise.all(
    backups.map(async ({ partner, person, lastContact, hasOffered }) => {
      const who = person ? (await reads.get('person', person))?.name : undefined
      const why = hasOffered ? 'offered to speak' : lastContact ? 'in touch' : 'not in touch yet'
      const last = lastContact ? `, last ${formatDay(lastContact as Parameters<typeof formatDay>[0], local)}` : ''
      return `${[partner.name, who].filter(Boolean).join(', ')}: ${why}${last}`
    }),
  )
  const actions: Action[] = backups.map(({ partner, person }) => ({
    label: `Ask ${partner.name}`,
    press: encodePress('calendar.backup', {
      id: event.id,
      from: declined,
      to: partner.id,
      ...(person ? { person } : {}),
    }),
  }))
  return [
    { kind: 'text', text: backups.some(isWarm) ? 'Could speak instead:' : `${none} Of that cluster:` },
    { kind: 'list', items: lines },
    { kind: 'actions', actions },
  ]
}
