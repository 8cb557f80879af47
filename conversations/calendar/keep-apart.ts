import type { Outcome, Request, Situation } from '../conversation.ts'
import { partnerNamed } from '../names-to-records.ts'
import { withUndo } from '../notices.ts'
import { askBefore } from '../question.ts'
import { say } from '../say.ts'
import type { Frame } from '../understanding/frame.ts'
import { MOST_HEARD_CHARS } from './heard.ts'
import { readAmong } from './it.ts'

const APART =
  /^\W*(?:please\s+)?(?:keep|seat|sit|put)\s+(?<one>.+?)\s+(?:and|&|\+|from|away from)\s+(?<other>.+?)\s+apart\W*$/i
const NEVER =
  /^\W*(?:please\s+)?(?:do(?:n['’]?t| not)|never)\s+(?:seat|sit|put)\s+(?<one>.+?)\s+(?:with|next to|near|and|&|\+)\s+(?<other>.+?)(?:\s+together)?(?:\s+at (?:one|the same|a) table)?\W*$/i
const TOGETHER =
  /^\W*(?:please\s+)?(?:seat|put|sit|keep|(?:i|we)(?:'d like| want| would like))\s+(?<one>.+?)\s+(?:with|and|&|\+)\s+(?<other>.+?)\s+(?:together|at (?:one|the same|a) table)\W*$/i

/** "keep jetblue and delta apart", "don't seat them together", "i want jetblue + mta at one table". */
export function hearSeats(text: string, _: readonly Frame[], situation: Situation): Frame | undefined {
  if (text.length > MOST_HEARD_CHARS) return undefined
  const apart = (APART.exec(text) ?? NEVER.exec(text))?.groups
  const names = apart ?? TOGETHER.exec(text)?.groups
  if (!names) return undefined
  const read = readAmong(`seat ${names.one} with ${names.other}`, [], situation)
  if (read.intent !== 'pin_seats') return undefined
  return apart ? { ...read, intent: 'keep_apart' } : read
}

/** Two companies that are not to sit at one table: at every event from now on. */
export async function keepApart(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const { reads, turn } = situation
  const found = await Promise.all((request.frame.slots.partners ?? []).map((name) => partnerNamed(name, reads)))
  const [one, other] = found.flatMap((partner) => (partner ? [partner] : []))
  if (!one || !other) return say('Which two partners? Say for example "keep JetBlue and Delta apart".')
  if (one.apart.includes(other.name) || other.apart.includes(one.name)) return say('They are kept apart already.')
  const text = `${one.name} and ${other.name} are not seated at one table from now on.`
  return {
    what: 'keep_apart',
    title: `${one.name} and ${other.name} kept apart`,
    replies: [{ card: withUndo(text, turn) }],
    writes: [{ kind: 'partner', id: one.id, before: one, after: { ...one, apart: [...one.apart, other.name] } }],
    pending: 'keep',
  }
}
