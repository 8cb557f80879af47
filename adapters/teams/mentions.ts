import { mentionsOf, type TeamsActivity } from './activity.ts'

/**
 * What a person typed, without the mention of Liaison and with other mentions as plain names. Text in which nobody is
 * mentioned stays as it was typed, whatever looks like mark-up in it.
 */
export function readText(activity: TeamsActivity): { text: string; isMentioned: boolean } {
  const typed = activity.text ?? ''
  const mentions = mentionsOf(activity)
  if (mentions.length === 0) return { text: typed.trim(), isMentioned: false }
  // Some clients encode the whole text: where the mark-up of a mention is encoded, the rest is too.
  const isEncoded = !/<at[\s>]/i.test(typed) && /&lt;at(?:\s|&gt;)/i.test(typed)
  let text = isEncoded ? decodeEntities(typed) : typed.replace(/&nbsp;/g, ' ')
  let isMentioned = false
  for (const { mentioned, text: written } of mentions) {
    const isLiaison = mentioned.id === activity.recipient.id
    isMentioned ||= isLiaison
    const name = mentioned.name ?? innerText(written ?? '')
    text = withoutMention(text, [written ?? '', `<at>${name}</at>`], isLiaison ? '' : name)
  }
  return { text: text.replaceAll('\u00a0', ' ').trim(), isMentioned }
}

const MARK_UP = /<at(?:\s[^<>]*)?>([^<>]*)<\/at>/i

const innerText = (markUp: string): string => MARK_UP.exec(decodeEntities(markUp))?.[1] ?? ''

/** Puts `name` in the place of one mention, however its mark-up was written (`<at id="0">`, encoded). */
function withoutMention(text: string, forms: readonly string[], name: string): string {
  for (const form of forms) {
    const written = text.includes(form) ? form : decodeEntities(form)
    const at = written === '' ? -1 : text.indexOf(written)
    if (at >= 0) return `${text.slice(0, at)}${name}${text.slice(at + written.length)}`
  }
  const inner = forms.map(innerText).find((form) => form !== '')
  return text.replace(new RegExp(MARK_UP, 'gi'), (whole, found: string) => (found === inner ? name : whole))
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(
    /&(lt|gt|amp|quot|apos|nbsp|#39|#x27);/gi,
    (_, name: string) => ENTITIES[name.toLowerCase()] ?? "'",
  )
}
