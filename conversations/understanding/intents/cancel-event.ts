import { FrameBuilder } from '../frame-builder.ts'
import { placedDates } from '../when.ts'
import { describe, nearEvent, setTarget, weighEvent } from './described-event.ts'
import { type Cue, type IntentReader, weighCues } from './intent.ts'

const CUES: readonly Cue[] = [
  [
    /\bno more (?:\S+ )?(?:breakfasts?|speakers?|career day|job shadows?|site visits?|advisory|mock interviews?|competitions?|meetings?)\b/,
    4,
  ],
  [
    /\b(?:take|pull|drop) (?:the |our |that )(?:\S+ ){0,4}?(?:breakfast|speaker|talk|career day|job shadow|site visit|advisory|mock interviews?|competition|meeting) (?:off|down|out)\b/,
    4,
  ],
  [
    /^(?:remove|delete|drop) (?:\S+ ){0,3}?(?:breakfast|speaker|talk|career day|job shadow|site visit|advisory|mock interviews?|competition|meeting)\b/,
    4,
  ],
  [
    /\bpull (?:the|our|that|my|DAY) (?:\S+ ){0,4}?(?:breakfast|speaker|talk|career|job shadow|site visit|visit|tour|advisory|mock|interviews|competition|contest|meeting|event)\b/,
    4,
  ],
  [
    /\b(?:please|pls|so|need to|have to|got to|can you|let us|lets|must) (?:please )?(?:cancel|call off|scrap|drop (?:the|our))\b/,
    2,
  ],
  [
    /(?:^|[.,;] |please |so |and |need to |have to |had to |got to |can you |let us |go ahead and |must |we are |just )(?:cancel|cancelling|scrap|kill|nix|call off|axe|ax|(?:scratch|scrub|bag|pull|ditch|drop) (?:the|our|my|that|PERSON|PARTNER|SCHOOL|DAY))\b/,
    2,
  ],
  [
    /\b(?:cancel|cancelled|canceled|cancelling|canceling|cancels|scrap|scrapped|scrapping|nix|nixed|axe|axed|ax|kill|scratch(?! that)|scrub|abort|call(?:ed|ing)? off|calling it off|pull the plug|ditch)\b/,
    4,
  ],
  [
    /\b(?:drop|delete|remove|lose|forget|never mind|forget about|skip|clear)(?: about)? (?:the |our |that |my |DAY )(?:\S+ ){0,4}(?:breakfast|speaker|talk|career|job shadow|site visit|visit|tour|advisory|mock|interviews|competition|contest|meeting|event|shadow)/,
    3,
  ],
  [
    /(?:PERSON|PARTNER|he|she|they)(?: (?:from|at|of) PARTNER)? (?:can not|will not|is not|are not|does not) (?:do|host|have|hold)/,
    -3,
  ],
  [
    /\b(?:withdraw|strike|clear|drop|take|taking|pull|pulled|took|get|remove|removed|delete) (?:it|that|this|the .*|them|.* )? ?(?:off|from|of) (?:(?:the |our |my )?(?:calendar|schedule|books|cal)|there)\b/,
    4,
  ],
  [
    /\b(?:is|are|was|s) (?:now |officially |totally |unfortunately )?(?:off|cancelled|canceled|scrapped|dead|not on|a no go|no go|not happening)\b/,
    3,
  ],
  [
    /\b(?:not|no longer|will not be|are not|is not) (?:be )?(?:doing|having|happening|holding|hosting|going to happen|going forward|going ahead|taking place|do|have(?! (?:a|an|any|the) (?:time|date|room|hour|day|place))|hold|running)\b/,
    3,
  ],
  [
    /^no (?:more )?(?:breakfast|speaker|career day|job shadow|site visit|advisory|mock interviews?|competition|meeting)\b.*\b(?:after all|anymore|any more|drop it|cancel|off|(?:remove|take|strike|pull|delete) it)\b/,
    5,
  ],
  // "Tortuga site visit, Oct 27: off."
  [
    /\b(?:breakfast|speaker|talk|career day|job shadow|site visit|advisory(?: meeting)?|mock interviews?|competition|meeting)(?: \S+){0,3} [:,-] off(?= [.!]|$)/,
    4,
  ],
  [/\b(?:got|was|is|been|gets) (?:rained|snowed|washed|iced) out\b/, 4],
  [
    /\bso (?:there is )?no (?:(?:PARTNER|PERSON|SCHOOL|DAY|more) )?(?:breakfast|speaker|career day|job shadow|site visit|advisory|mock interviews?|competition|meeting)\b/,
    4,
  ],
  [/\bno go (?:on|for) (?:the|our|PERSON|PARTNER|SCHOOL|DAY)\b/, 4],
  [/\bfell through\b/, 1],
  [/\bnever mind (?:the|about|on the|our|that)\b/, 2],
  [/\b(?:he|she|they|PARTNER|PERSON)(?: has| have| had)?(?: to)? cancel(?:led|ed|s)?\b(?! (?:the|our|it))/, -3.5],
  [
    /^(?:(?:oh|oops|no|wait|please|pls|sorry|actually|ok|MENTION) (?:[,.!] )?)*(?:cancel|delete|scratch|remove|scrap) (?:that|this|it|the last|my last|last)(?: (?:one|entry|thing|log|note|contact))?(?: please)?(?: [.!])?$/,
    -3,
  ],
]

export const cancelEvent: IntentReader = {
  intent: 'cancel_event',
  weigh: (facts) => {
    const found = weighEvent(facts, weighCues(facts.reading.view, CUES))
    if (found.length > 0 && facts.reading.refs.students.length > 0) found.push({ weight: -1, why: 'a student' })
    const target = found.length > 0 && describe(facts, nearEvent(facts, placedDates(facts.reading)))
    if (target && !('problem' in target)) found.push({ weight: 1, why: `it is ${target.event.id}` })
    return found
  },
  fill: (facts) => {
    const frame = new FrameBuilder('cancel_event', facts.reading)
    setTarget(frame, describe(facts, nearEvent(facts, placedDates(facts.reading))))
    return frame.build()
  },
}
