import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { ConsentRecord } from '../../data/story.ts'
import { dateOf, formatDay, localMomentAt } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { isRefused } from './consent-rules.ts'
import { termsWords } from './granting.ts'
import { inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { askedStudent, seenBy } from './which-student.ts'

const OF_CONSENT =
  /\b(?:consents?|releases?|permission|forms?|paperwork|waivers?|sign(?:ed|s)?(?! (?:up|in|out|off|on)\b)|on file)\b/i
const MAY_WE =
  /\b(?:can|may|could|should|are) (?:we|i)\b[^.!?\n]{0,20}\b(?:post|use|share|publish|show|name|tell|allowed)\b/i
const ASKS = /^\W*(?:is|are|was|were|has|have|had|did|do|does|what|whats|what['’]s|when|who|which|where|how|any)\b/i
const TELLS_TO = /^\W*(?:can|could|would|will) you\b/i

/** "is jordan's release on file?", "can we post jordan": asked, so nothing is recorded, whatever the words. */
export function isConsentQuestion(text: string): boolean {
  const said = text.slice(0, 500)
  if (TELLS_TO.test(said)) return false
  if (MAY_WE.test(said)) return true
  return OF_CONSENT.test(said) && (ASKS.test(said) || /\?\s*$/.test(said))
}

/** How a student's consent stands, told in private to those who may see it. */
export async function tellConsent(asked: Request, situation: Situation): Promise<Outcome> {
  const isSeen = seenBy(situation)
  const one = await askedStudent({ ...asked, overrules: [...asked.overrules, 'doubt'] }, situation, isSeen)
  if ('outcome' in one) return one.outcome
  const { student } = one
  const consents = await situation.reads.find('consent', { where: { student: student.id } })
  const lines = await standing(student, consents, situation)
  const reported = consents.find(({ state }) => state === 'reported')
  const mayConfirm = reported !== undefined && situation.speaker.role !== 'staff'
  const card = {
    summary: lines.join(' '),
    parts: [
      ...lines.map((text) => ({ kind: 'text' as const, text })),
      ...(mayConfirm
        ? [
            {
              kind: 'actions' as const,
              actions: [{ label: 'Open the form', press: encodePress('consent.open', { consent: reported.id }) }],
            },
          ]
        : []),
    ],
  }
  return inPrivate({ what: 'ask', replies: [{ card, replaces: false }], pending: 'keep' }, situation)
}

async function standing(
  { name }: RecordOf<'student'>,
  consents: readonly ConsentRecord[],
  situation: Situation,
): Promise<string[]> {
  const { local, zone, reads } = situation
  const who = shortName(name)
  if (isRefused(consents)) return [`${who}: the family has said no.`]
  const lines: string[] = []
  for (const consent of consents) {
    const { state, date, end, at, recordedBy } = consent
    if (state === 'granted' && date && end) {
      const isOver = end < dateOf(local)
      const words = await termsWords({ ...consent, date, end }, situation)
      lines.push(
        isOver
          ? `${who}: the form on file ended ${formatDay(end, local)}.`
          : `${who}: the signed form is on file. It covers ${words}.`,
      )
    }
    if (state === 'reported') {
      const by = (await reads.get('staff', recordedBy))?.name ?? 'someone who has left'
      lines.push(
        `${who}: a signed form is reported by ${by}, ${formatDay(localMomentAt(at, zone), local)}, and no approver has confirmed it yet.`,
      )
    }
  }
  return lines.length > 0 ? lines : [`${who}: no signed form is on file.`]
}
