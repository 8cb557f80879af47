import type { ChannelName } from '../../data/delivery.ts'
import type { Pronoun } from '../../data/story.ts'
import type { LocalMoment } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { cut } from './limits.ts'
import { postTimeIn } from './said-dates.ts'

/** What a sentence says of a story beyond the frame's slots. */
export type SaidStory = {
  hadInternship: boolean
  grade?: number
  pronoun?: Pronoun
  credential?: string
  award?: string
  college?: string
  /** Channels by name with their `#`, and the platform where one was said. */
  channels: { label: string; channel?: ChannelName }[]
  /** When to post it. */
  postAt?: LocalMoment
  hasPhoto: boolean
}

const NAME_MAX_CHARS = 80

export function readSaidStory(text: string, moment: Pick<Moment, 'local' | 'zone' | 'knowledge'>): SaidStory {
  const said = text.slice(0, 4000)
  const grade = gradeIn(said)
  const pronoun = pronounIn(said)
  const credential = credentialIn(said)
  const award = awardIn(said)
  const college = collegeIn(said)
  const postAt = postTimeIn(said, moment)
  return {
    hadInternship: /\bintern(?:ship|ed|ing|s)?\b|\bintership\b/i.test(said),
    ...(grade ? { grade } : {}),
    ...(pronoun ? { pronoun } : {}),
    ...(credential ? { credential } : {}),
    ...(award ? { award } : {}),
    ...(college ? { college } : {}),
    channels: channelsIn(said),
    ...(postAt ? { postAt } : {}),
    hasPhoto:
      /\b(?:pic|pics|picture|photo|image)s?\b[^.]{0,20}\b(?:attached|here|included)\b|\battached (?:pic|photo|picture)\b/i.test(
        said,
      ),
  }
}

const GRADE_NAMES: Readonly<Record<string, number>> = { freshman: 9, sophomore: 10, junior: 11, senior: 12 }

function gradeIn(said: string): number | undefined {
  const number =
    /\b(9|10|11|12)(?:th)?[- ]grade(?:r)?\b/i.exec(said) ??
    /\bgrade (9|10|11|12)\b/i.exec(said) ??
    /\([^()\d]{0,60}\b(9|10|11|12)\)/.exec(said)
  if (number) return Number(number[1])
  // "a junior developer" is a job, "a junior at McKee" a grade.
  const name =
    /\b(freshman|sophomore|junior|senior)\b(?=\s*(?:$|[,.;:!?)(]|at\b|in\b|from\b|and\b|who\b|year\b|student\b))/i.exec(
      said,
    )
  return name?.[1] ? GRADE_NAMES[name[1].toLowerCase()] : undefined
}

/** Only where it is stated as theirs ("she/her", "pronouns: they"); a passing "his" is the writer's. */
function pronounIn(said: string): Pronoun | undefined {
  const stated =
    /\b(she|he|they)\s*\/\s*(?:hers?|him|his|them|theirs?)\b|\bpronouns?:?\s+(?:is |are )?(she|he|they)\b/i.exec(said)
  const word = (stated?.[1] ?? stated?.[2])?.toLowerCase()
  return word === 'she' || word === 'he' || word === 'they' ? word : undefined
}

function credentialIn(said: string): string | undefined {
  const found =
    /\b(?:earned|got|gets|passed|received|has|completed)\s+(?:(?:his|her|their|the|a|an|my)\s+)?((?:[\p{L}\p{N}&+/.-]+\s){0,5}?(?:cards?|licen[cs]e|certificat(?:e|ion)|credential|endorsement|permit)s?)\b/iu.exec(
      said,
    )
  const name = found?.[1]?.trim()
  return name && !/^(?:cards?|licen[cs]e|certificat(?:e|ion)|credential|endorsement|permit)s?$/i.test(name)
    ? cut(name, NAME_MAX_CHARS)
    : undefined
}

function awardIn(said: string): string | undefined {
  const found =
    /\b(?:won|wins|took home|takes|received|got|earned)\s+(?:(?:the|an?)\s+)?((?:1st|2nd|3rd|first|second|third|gold|silver|bronze)\s+(?:place|prize|medal)(?:\s+(?:at|in)\s+(?:the\s+)?[\p{L}\p{N} ’'-]{3,50})?)/iu.exec(
      said,
    ) ??
    /\b(?:won|wins|took home|received|got|earned)\s+the\s+([“"']?[\p{L}\p{N}][\p{L}\p{N} ’'-]{1,50}[”"']?\s+(?:award|prize|medal|scholarship))\b/iu.exec(
      said,
    )
  return found?.[1] ? cut(found[1], NAME_MAX_CHARS) : undefined
}

function collegeIn(said: string): string | undefined {
  const found =
    /\b(?:accepted (?:to|at|into|by)|got into|going to|admitted to|headed to|enrolling (?:at|in))\s+(?:the\s+)?((?:[\p{Lu}][\p{L}.'’&-]*|of|the|at)(?:\s+(?:[\p{Lu}][\p{L}.'’&-]*|of|the|at|and))*)/u.exec(
      said,
    )
  const name = found?.[1]?.replace(/\s+(?:of|the|at|and)$|[.’'-]+$/, '').trim()
  return name && /^\p{Lu}/u.test(name) ? cut(name, NAME_MAX_CHARS) : undefined
}

/** The channels that a text names, in lower case, with the platform where it is said. */
export function channelsIn(said: string): SaidStory['channels'] {
  const found = [
    ...said.matchAll(
      /(?:\b(slack|teams)(?:['’]s)?\s+(?:channel\s+)?)?(?<![\p{L}\p{N}&])#([\p{L}\p{N}][\p{L}\p{N}_-]{0,79})/giu,
    ),
  ]
  return found
    .filter(([, , name]) => name && !/^\d{1,2}$/.test(name))
    .map(([, platform, name = '']) => {
      const channel = platform?.toLowerCase()
      return { label: `#${name.toLowerCase()}`, ...(channel === 'slack' || channel === 'teams' ? { channel } : {}) }
    })
}
