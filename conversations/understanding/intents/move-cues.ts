import type { Cue } from './intent.ts'

/** What speaks for and against a move of a planned event, over the view of a message. */
export const MOVE_CUES: readonly Cue[] = [
  [/\bnew (?:date|time|day)s? for (?:the|our|SCHOOL|PARTNER|PERSON)\b/, 4],
  [/\bnew (?:date|time|day)s?(?: is| will be)?(?: :)? (?:on |at )?(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/, 4],
  [/\b(?:slid|slipped|slides|kicked|knocked)(?: \S+)? (?:to|by|back) (?:DAY|MOMENT|SHIFT|the|LENGTH)/, 4],
  [
    /\b(?:can not|will not|does not|not|conflict)\b.*\b(?:DAY|MOMENT)\b.*\b(?:can we|could we|how about|what about|lets|let us|try|maybe|would|move|switch|works|make it|make that|go with|do)\b.*\b(?:DAY|MOMENT)\b/,
    4,
  ],
  [
    /\b(?:DAY|MOMENT|MOMENTS)(?: is| s)? (?:out|off|no good|not good|bad|no go|a no go|taken|booked|a conflict|dead|gone|off the table|a problem)\b.*\b(?:lets|let us|can we|could we|how about|what about|try|do|make it|go with|take|use|moving|move|slide|shift|push|bump|switch|bring|book)(?: \S+){0,3}? (?:DAY|MOMENT|MOMENTS)/,
    4,
  ],
  [/\b(?:is|are|will be) now (?:on |at |going to be )?(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/, 4],
  [
    /\b(?:move|moved|moving|moves|reschedule|rescheduled|reschedules|rescheduling|postpone|postponed|postponing|pushed|push|pushing|shift|shifted|shifting|delay|delayed|slide|shove|shoved|scoot|scooted|nudge|bump(?!ed into)|bumped(?! into)|bumping|switch|switched|swap)\b(?! (?:forward with|on to|into|ahead with|through|for|us(?! (?:over |back |up |down |out )?(?:to|until|a|an|one|by))|him|her(?! (?:talk|visit|session|class|tour|interviews?|presentation|meeting|slot|time))))/,
    4,
  ],
  [/\bchange (?:the )?(?:date|time|day|hour|start|DAY|PARTNER|SCHOOL)?.*\bto\b/, 3],
  [/\binstead\b(?! of (?:a|an|the) )/, 4],
  [/\b(?:DAY|MOMENTS?|TIME|HOURS) rather than (?:on |at |the )?(?:DAY|MOMENTS?|TIME|HOURS)/, 4],
  [
    /\b(?:has to|have to|needs to|need to|must|should|can we|could we|will|got to|gotta|want to) (?:now )?(?:be|start|begin|do|make|have|go)(?: (?:it|that|this|the \S+|\S+))?(?: to| on| at| for)? (?:SHIFT|MOMENT|MOMENTS|TIME|HOURS|DAY)/,
    1.5,
  ],
  [/(?<!\b(?:down|pick|decide|set|find|choose) )\bSHIFT\b/, 3],
  [
    /\b(?:can not|does not|will not|cannot|is not going to|not)(?: \S+){0,3} (?:DAY|MOMENT|MOMENTS|\d+(?:st|nd|rd|th))(?: \S+)??(?: [.,;?-])? (?:(?:so|but|lets|let us|can we|please|how) )*(?:DAY|MOMENT|make it|how about|what about|do|try|go with|could we|can we|move|it is|switch|instead|about)/,
    4,
  ],
  [
    /\b(?:get|take) (?:\S+ ){0,7}?off (?:of )?DAY\b.*\b(?:try|do|make it|lets|let us|how about|to)\b.*\b(?:DAY|MOMENT)/,
    4,
  ],
  [/(?:→|->|- >|> )(?: ?)(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/, 4],
  [
    /\b(?:is|are|will|be|will be)(?: \S+){0,2} (?:moved|moving|now)(?: \S+)? (?:on|at|to|from)? ?(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/,
    2,
  ],
  [
    /\bwill (?:now )?(?:start|begin|be|run|go)(?: from| at| on)? (?:TIME|HOURS|MOMENT|DAY|MOMENTS) (?:instead|not|now|rather)/,
    2,
  ],
  [/\b(?:earlier|later)\b/, 0.5],
  [/\bbump(?:ed)? into\b/, -5],
  [/\b(?:moved|moving) (?:forward|on|ahead)\b/, -4],
  [/\b(?:PERSON|he|she|they|who) (?:is|are|has|have) (?:moving|moved)\b/, -4],
  [/\b(?:start|begin|end|be|do)(?: \S+){0,3} rather than\b/, 4],
  [
    /\bpush(?:ed)? (?:them|him|her|for)\b(?! (?:talk|visit|tour|session|slot|meeting|breakfast|event|back|SHIFT|(?:to|by|until) (?:DAY|MOMENT|SHIFT)))/,
    -3,
  ],
]
/** What an event is said to be from now on; a move only where the event is known: "our meeting on the 12th becomes 12:30". */
const KIND =
  '(?:breakfast|speaker|talk|career day|career fair|job shadow|shadow day|site visit|visit|tour|advisory(?: meeting| board)?|mock interviews?|mocks|competition|contest|meeting|event|it)'
const BECOMES =
  '(?:becomes|became|runs|(?:is|are) (?:now )?(?:starting|beginning|moving|going|happening|sliding|shifting|switching|being (?:moved|pushed|bumped))|(?:is |are )?(?:gonna|going to) (?:be|start|happen)|(?:has to|have to|needs to|need to|got to|must|should|will|could|can|would) (?:now )?(?:be|start|begin|go|move|happen|take place|kick off)|kicks off|starts|begins|takes place|goes|moves)'
export const SET_ANEW = new RegExp(
  `(?<!\\b(?:can|could|to|will|might|may|not|able|she|he|they|we|i) )\\b(?:make|do|have) (?:the |our |that )(?:\\S+ ){0,4}${KIND}(?: \\S+)? (?:DAY|MOMENTS?|TIME|HOURS)` +
    `|\\b${KIND}(?: (?!who|which|that)\\S+){0,4}? ${BECOMES}(?: (?!there|here|out|in|able|joining|coming|attending|late|sending|bringing)\\S+){0,2} (?:DAY|MOMENTS?|TIME|HOURS)` +
    `|\\b${KIND}(?: over| back| up)? to (?:DAY|MOMENTS?)` +
    `|\\b${KIND}(?: \\S+){0,3} [,:-] (?:can|could) we (?:do|make it|move|try) (?:DAY|MOMENTS?)` +
    `|\\b(?:does not|will not|do not) work\\b.*\\b(?:make it|try|do) (?:HOURS|TIME|MOMENTS?)` +
    `|\\b(?:earlier|later|sooner)\\b.*\\bmake it (?:TIME|HOURS|MOMENTS?)` +
    `|\\b(?:can|could|should|may) (?:it|that|this) (?:be|start|begin|go|move)(?: (?:on|at|to|from))? (?:DAY|MOMENTS?|TIME|HOURS)|\\b(?:clash|clashes|conflicts?|overlaps?|interferes|collides)\\b.*\\b(?:lets|let us|can we|could we|how about|do|make it|move|try)(?: \\S+){0,2} (?:DAY|MOMENTS?)|\\b(?:can|could) (?:the|our) (?:\\S+ ){0,3}?${KIND}(?: \\S+){0,3}? (?:be|start|begin|go|move|happen)(?: (?:on|at|to|from))? (?:DAY|MOMENTS?|TIME|HOURS)`,
)
/** A plan that is asked for is no change: "please book a meeting which should begin at 2". */
export const PLANS =
  /\b(?:book|schedule|plan|place|add|set up|create|organize|new) (?:a|an|another)\b|\b(?:a|an|another|new|first) (?:\S+ )?(?:breakfast|speaker|talk|career day|job shadow|site visit|advisory|mock interview|competition|meeting)\b/

/** "mock interviews now 2/3", "was 4/14, now Apr 21", "2:30 now, not 3": a move only where the event is known. */
export const NOW =
  /\b(?:TIME|HOURS|MOMENTS?) (?:, )?not (?:at )?(?:TIME|\d)|\bnow (?:on |at |its |it is |runs |starts |begins |goes )?(?:at |from |on )?(?:DAY|MOMENT|MOMENTS|TIME|HOURS)|\b(?:DAY|MOMENT|MOMENTS|TIME|HOURS) now\b|\bwas (?:DAY|MOMENT|MOMENTS|TIME|HOURS) (?:[,;-] )?(?:now|new|is)\b/
