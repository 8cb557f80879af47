import { PRONOUNS, type Pronoun } from '../../data/story.ts'

/** A change of a story's words, as a sentence says it. Sentences count from 0; `last` is -1. */
export type SaidEdit =
  | { kind: 'replace'; sentence: number | 'headline'; text: string }
  | { kind: 'remove'; sentence: number }
  | { kind: 'add'; text: string }
  | { kind: 'swap'; from: string; to: string }
  | { kind: 'pronoun'; pronoun: Pronoun | undefined }

const ORDINALS: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  one: 0,
  second: 1,
  '2nd': 1,
  two: 1,
  third: 2,
  '3rd': 2,
  three: 2,
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
  sixth: 5,
  '6th': 5,
  last: -1,
}
const WHICH = '(first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th)'
const REPLACE = new RegExp(
  `^\\s*(?:pls |please |can you )?(?:change|make|replace|set|rewrite|edit)\\s+(?:the\\s+)?(?:${WHICH}\\s+(?:sentence|line)|(?:sentence|line)\\s+(\\d|one|two|three)|(headline|title))\\s*(?:to|with|so it (?:says|reads)|:|=|->)\\s*:?\\s*([\\s\\S]+)$`,
  'i',
)
const MAKE = new RegExp(
  `^\\s*(?:pls |please |can you )?(?:make|have)\\s+the\\s+(?:${WHICH}\\s+(?:sentence|line)|(headline|title))\\s+(?:say|read|into)?\\s*:?\\s*([\\s\\S]+)$`,
  'i',
)
const REMOVE = new RegExp(
  `^\\s*(?:pls |please )?(?:remove|delete|drop|cut|take out|lose)\\s+(?:the\\s+)?(?:${WHICH}\\s+(?:sentence|line)|(?:sentence|line)\\s+(\\d|one|two|three))\\s*[.!]?\\s*$`,
  'i',
)
const ADD =
  /^\s*(?:pls |please )?add(?:\s+(?:a|the|another)?\s*(?:sentence|line))\s*(?:that says|saying|at the end)?\s*:?\s+([\s\S]+)$/i
const SWAP =
  /^\s*(?:pls |please )?(?:change|replace)\s+["“]([^"”]{1,200})["”]\s+(?:to|with|by|for)\s+["“]([^"”]{0,500})["”]\s*[.!]?\s*$/i
const PRONOUN =
  /^\s*(?:pls |please )?(?:use|make it|say|(?:the|her|his|their) pronouns? (?:is|are)|pronouns?:?|(?:[\p{L}’'-]+ ){1,3}(?:uses|goes by))\s+["“]?(she|he|they|no pronoun|none)["”]?(?:\s*\/\s*\w+)?(?:\s+(?:pronouns?|for (?:him|her|them)|instead))*\s*[.!]?\s*$/iu

const unquoted = (text: string): string => {
  const trimmed = text.trim()
  return /^["“][^"”]*["”]$/.test(trimmed) ? trimmed.slice(1, -1).trim() : trimmed
}

const numberOf = (ordinal: string | undefined, cardinal: string | undefined): number => {
  if (ordinal) return ORDINALS[ordinal.toLowerCase()] ?? 0
  return ORDINALS[cardinal?.toLowerCase() ?? ''] ?? Number(cardinal) - 1
}

/** "change the second sentence to …"; undefined where a text is no such change. */
export function readSaidEdit(text: string): SaidEdit | undefined {
  const replace = REPLACE.exec(text)
  if (replace) {
    const [, ordinal, cardinal, headline, words = ''] = replace
    return { kind: 'replace', sentence: headline ? 'headline' : numberOf(ordinal, cardinal), text: unquoted(words) }
  }
  const make = MAKE.exec(text)
  if (make) {
    const [, ordinal, headline, words = ''] = make
    return { kind: 'replace', sentence: headline ? 'headline' : numberOf(ordinal, undefined), text: unquoted(words) }
  }
  const remove = REMOVE.exec(text)
  if (remove) return { kind: 'remove', sentence: numberOf(remove[1], remove[2]) }
  const swap = SWAP.exec(text)
  if (swap) return { kind: 'swap', from: swap[1] ?? '', to: swap[2] ?? '' }
  const add = ADD.exec(text)
  if (add) return { kind: 'add', text: unquoted(add[1] ?? '') }
  const said = PRONOUN.exec(text)?.[1]?.toLowerCase()
  return said === undefined ? undefined : { kind: 'pronoun', pronoun: PRONOUNS.find((each) => each === said) }
}
