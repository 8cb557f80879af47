import { NUMBER } from '../words/numbers.ts'
import type { Cue } from './intent.ts'

const START =
  '^(?:(?:oh|no|nope|oops|wait|hey|hmm|um|uh|ugh|ok|sorry|ah|whoops|hold on|MENTION|my bad|my mistake|yikes|and|so|well|please|pls|i) (?:[,.!:-] )?)*'
/** What speaks for a correction of what was recorded just before. */
export const CORRECTION_CUES: readonly Cue[] = [
  [
    new RegExp(
      `${START}(?:no(?! (?:need|answer|luck|reply|response|one|word|show|news|go|school|class|kids|interns|internships|more|longer|photos?|pics?|media|consent|permission))|nope|not|sorry|actually|correction|scratch that|scratch|i meant|meant|i mean|wrong|typo|fix|change (?:that|it|the|partner|company|school|date|time|room|person|student|name|method|event|role|outcome|title|number|count)|make (?:it|that)|that should|that was|it was|it is|should be|should have|edit|update|i said|i wrote|i put|oops|wait|rather|it should|forgot to (?:say|mention|add)|forgot)\\b`,
    ),
    3,
  ],
  [
    /\b(?:it|that|this|the \S+|the follow up|follow up|date|day|time|partner|company|method|count|number|title|role|room|outcome|school|program|name|he|she|they) (?:was|is|should be|should have been|should say|were|needs to be)(?: \S+){0,5}? (?:[,.;-] )?(?:not|instead of)\b/,
    2.5,
  ],
  [
    new RegExp(
      `\\b(?:PARTNER|PERSON|DAY|MOMENT|TIME|SCHOOL|STUDENT|PROGRAM|${NUMBER})(?: \\S+){0,2}? (?:, |[.;-] )?not (?:the |on |at |a )?(?:PARTNER|PERSON|DAY|MOMENT|TIME|SCHOOL|STUDENT|PROGRAM|${NUMBER})`,
    ),
    2.5,
  ],
  [
    /\b(?:texted|called|emailed|zoomed|met|visited) (?:, )?(?:did not|not) (?:call|text|email|zoom|meet|visit|called|texted|emailed)\b/,
    5,
  ],
  [
    /\bi (?:flipped|mixed up|swapped|transposed|fat fingered|messed up|mistyped|typoed|(?:typed|wrote|put|entered|had) (?:it|that|them) (?:backwards|wrong|in wrong))\b/,
    3,
  ],
  [
    /\b(?:speaker|mentor|interns?|internships?|jobs?|apprentices?|apprenticeships?|job shadows?|site visit|scholarship|equipment|credential|award|college) (?:, )?not (?:an? )?(?:guest )?(?:speaker|mentor|interns?|internships?|jobs?|apprentices?|apprenticeships?|job shadows?|site visit|scholarship|equipment|credential|award|college)\b/,
    3,
  ],
  [/\b(?:yes|no|maybe) (?:, )?not (?:a )?(?:yes|no|maybe)\b/, 3],
  [
    /^(?:headcount|head count|count|room|date|time|number|title|role)(?: number)? (?:should|needs to|has to|was|is) (?:be )?/,
    3,
  ],
  [
    /\b(?:PERSON|PARTNER|SCHOOL|DAY|MOMENT|TIME|STUDENT|ROOM|room \S+) i meant?\b|\bi meant? (?:PERSON|PARTNER|SCHOOL|DAY|MOMENT|TIME|STUDENT|room)/,
    3,
  ],
  [
    /^(?:\S+ ){0,2}?not (?:on |the |at |a )?(?:PARTNER|PERSON|DAY|TIME|MOMENT|SCHOOL|\d+)(?: \S+)? [,.;-] (?:it was |on |the |its |it is |but )?(?:PARTNER|PERSON|DAY|TIME|MOMENT|SCHOOL|\d+)/,
    3,
  ],
  [
    new RegExp(
      `${START}make (?:it|that|those|them)(?: \\S+)? (?:an? |the |${NUMBER} |DAY|MOMENT|TIME|PARTNER|PERSON|SCHOOL|HOURS)`,
    ),
    2,
  ],
  [
    /\b(?:should (?:be|say|have been|read)|i meant|meant to (?:say|put|type|write)|change (?:that|it|the \S+) to|correction)\b/,
    2,
  ],
  [
    /\bwrong (?:partner|company|date|day|person|name|one|school|student|time|number|PARTNER|PERSON|room|month|week)\b/,
    2,
  ],
  [
    /\bit was (?:an? |the |on |at |with |by |over )?(?:call|email|text|zoom|visit|meeting|PARTNER|PERSON|DAY|in person|phone|voicemail|video|teams)\b/,
    2,
  ],
  [
    /^(?:(?:hmm|oh|actually|sorry|please|pls|ok|can we (?:do|make it)|could we do|how about|lets do|let us do) (?:, )?)*(?:DAY|MOMENT|TIME|HOURS|PARTNER|PERSON|SCHOOL|ROOM) instead\b/,
    3,
  ],
  [/\b(?:undo|delete|remove)\b/, -2],
]
