import type { StoryText } from '../../data/story.ts'

/** Characters of a story: what a card, a page and a press release hold without scrolling for long. */
const HEADLINE_MAX_CHARS = 150
const SENTENCE_MAX_CHARS = 1_000
const TEXT_MAX_CHARS = 3_000
const MOST_SENTENCES = 20

/** A text within so many characters, cut at a word and visibly. */
export function cut(text: string, maxChars: number): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  if (clean.length <= maxChars) return clean
  const kept = clean.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '')
  const atWord = kept.replace(/\s+\S*$/, '')
  return `${(atWord.length > maxChars / 2 ? atWord : kept).trimEnd()}…`
}

/** A story's words within their limits. */
export function limited({ headline, sentences }: StoryText): StoryText {
  const kept: string[] = []
  let chars = 0
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    const room = TEXT_MAX_CHARS - chars
    if (room < 20) break
    const short = cut(sentence, Math.min(SENTENCE_MAX_CHARS, room))
    if (short !== '') kept.push(short)
    chars += short.length + 1
  }
  const isWhole = kept.length === sentences.filter((sentence) => sentence.trim() !== '').length
  const last = kept.at(-1)
  if (!isWhole && last && !last.endsWith('…')) kept[kept.length - 1] = `${last} …`
  return { headline: cut(headline, HEADLINE_MAX_CHARS), sentences: kept }
}

/** A text as its sentences: each ends with its mark; abbreviations such as "M." and "St." do not end one. */
export function sentencesOf(text: string): string[] {
  const words = text.replace(/\s+/g, ' ').trim().split(' ')
  const sentences: string[] = []
  let open: string[] = []
  for (const word of words) {
    open.push(word)
    if (!/[.!?…]["”’)]?$/.test(word) || /^(?:[A-Z]\.|(?:Mr|Ms|Mrs|Dr|St|Jr|Sr|No|Inc|Co|Corp|vs)\.)$/.test(word))
      continue
    sentences.push(open.join(' '))
    open = []
  }
  if (open.length > 0 && open.join('') !== '') sentences.push(open.join(' '))
  return sentences
}
