import { NUMBER, readNumber } from '../words/numbers.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { type Item, View } from './view.ts'

/** Words by which a writer takes back what stands before: "- no sorry,", "wait", "i mean", "make that". */
const PIVOT = new RegExp(
  `(?<=(?:^| )${NUMBER} )(?:no|nope|er|uh|um)(?= ${NUMBER} )|${String.raw`(?:[,;.-] )?(?<![a-z] to )\b(?:(?:oh |oops |um )?(?:no|nope) (?:, )?(?:wait|sorry|actually|scratch that|make (?:that|it)|i mean|i meant|rather)|(?:oh |oops )?wait(?: no)?|sorry|scratch that|i mean|i meant|make that|correction|(?:no )?excuse me|no hang on|hang on|(?<=[,.;-] |\b(?:DAY|PERSON|PARTNER|SCHOOL|\d+) )actually(?: (?:make|its|it is|it was))?(?: (?:that|it))?|or rather|oops)\b(?: (?:,|:|;|-|no|wait|actually|make|that|it|is|its|was|an?|i meant?|sorry))*(?= |$)`}`,
  'g',
)

/** Kinds of things that one word may replace another of. */
function classOf(item: Item): string | undefined {
  if (item.name) return item.name.kind
  if (item.date) return undefined
  if (readNumber(item.word) !== undefined) return 'number'
  if (/^(?:texted|emailed|called|zoomed|phoned|visited|messaged)$/.test(item.word)) return 'method'
  if (/^(?:p|per)\d+$/.test(item.word)) return 'period'
  if (
    /^(?:internship|internships|intern|interns|apprenticeship|apprenticeships|apprentice|job|jobs|college|award|mentor|mentors|speaker)$/.test(
      item.word,
    )
  )
    return 'kind'
  return undefined
}

const isPlural = (word: string): boolean => word.endsWith('s')

/**
 * A view in which what the writer corrected on the way stands corrected: "2 job shadows, no wait, 3" reads "3 job
 * shadows", "called PARTNER - sorry, PARTNER" has the second alone. Dates have been corrected by their own reader.
 */
export function correctView(view: View): View {
  let current = view
  for (let round = 0; round < 4; round++) {
    const next = correctOnce(current)
    if (!next) return current
    current = next
  }
  return current
}

/** Somebody unknown who is taken back for one who is known: "spoke to dave …, no wait, it was beto". */
function strangerBefore(view: View, pivot: number): number {
  for (let at = pivot - 1; at > 0; at--) {
    const isCalled = /^(?:to|with|called|emailed|texted|met|from|and)$/.test(view.items[at - 1]?.word ?? '')
    if (isCalled && /^[a-z]{2,}$/.test(view.items[at]?.word ?? '') && !ORDINARY_WORDS.has(view.items[at]?.word ?? ''))
      return at
  }
  return -1
}

function correctOnce(view: View): View | undefined {
  for (const { from, to } of view.matches(PIVOT)) {
    if (from === 0) continue
    const replacement = view.items.findIndex((item, at) => at >= to && at <= to + 3 && classOf(item) !== undefined)
    const item = view.items[replacement]
    if (!item || view.items.slice(to, replacement).some(({ word }) => /^(?:i|we|he|she|they|will|can|not)$/.test(word)))
      continue
    const kind = classOf(item)
    let target = -1
    for (let at = from - 1; at >= 0 && target < 0; at--) {
      const before = view.items[at]
      if (before && classOf(before) === kind) target = at
    }
    if (target < 0 && kind === 'person') target = strangerBefore(view, from)
    const old = view.items[target]
    if (!old) continue
    const items = [...view.items]
    items[target] = kind === 'kind' && isPlural(old.word) && !isPlural(item.word) ? { ...item, word: item.word } : item
    // "3, no make that 2, interns": what is put right stands between commas.
    const isBetween =
      kind === 'number' && /^[,;.-]$/.test(view.items[from]?.word ?? '') && view.items[replacement + 1]?.word === ','
    // What a person comes with goes too: "Nina from Skanska" replaces "Brian from Turner".
    items.splice(from, replacement - from + (isBetween ? 2 : 1))
    return new View(items)
  }
  return undefined
}
