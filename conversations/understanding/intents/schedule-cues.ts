import type { Cue } from './intent.ts'

const ASK_TO =
  '(?:(?:please|pls|hey|hi|hello|ok|okay|so|MENTION|liaison|bot|just|also|and|then|yo|team|good morning|morning|porfa|kindly|can you|could you|can we|could we|would you|i need to|we need to|need to|want to|i want to|we want to|i would like to|we would like to|would like to|let us|lets|i am trying to|trying to|help me|go ahead and|we should|should) (?:, )?)*'
/** A request that begins with what is to be done: "can you put …", "book …". */
export const IMPERATIVE = new RegExp(
  `^${ASK_TO}(?:(?:i|we) (?:need|want|would like|would love|could use) (?:a|an|some|two|another|our|the)|schedule|place|book(?! (?:fair|fairs|club|report|room|bags?|orders?|drive|swap))|set up|setup|set|put|add|plan|create|arrange|organize|line up|reserve|pencil in|pencil|hold|host|do|get|have(?! to)|need|want|calendar|make|start|plan on|slot|throw on|new event|new)\\b(?! (?:a )?(?:spotlight|reminder|follow up))`,
)
/** "can Apple come speak …": a request that begins with who is to come. */
export const ASKS_SOMEBODY =
  /^(?:(?:hi|hey|ok|so|MENTION|quick question) (?:, )?)*(?:can|could|would) (?:PARTNER|PERSON|(?:someone|somebody|anyone|a rep|a speaker) (?:from|at) PARTNER)(?: (?:from|at|and) (?:PARTNER|PERSON))? (?:\S+ ){0,2}?(?:come|speak|talk|visit|present|host|do|give|judge|join)\b/

/** What speaks for and against the planning of a new event, over the view of a message. */
export const SCHEDULE_CUES: readonly Cue[] = [
  [ASKS_SOMEBODY, 2.5],
  [IMPERATIVE, 2.5],
  [/\b(?:schedule|book|set up|put .* on the (?:calendar|books)|add|plan|arrange|organize|line up|reserve|pencil)\b/, 1],
  [/(?:^|\n ?)(?:event|what|title|type) : /, 2.5],
  [/(?:^|\n ?|\| )(?:when|date|time|where|location|school|room|students|headcount|partners?|speaker) : /, 1],
  [/ \| /, 1],
  [/\b(?:as|be|is|being) (?:a |an |the |our |my )?(?:guest )?speaker\b/, 1.5],
  [
    /\b(?:can we (?:get|have|do)|we need|would like to (?:hold|have|host|schedule)|looking for|can i get|need an?)\b/,
    1.5,
  ],
  [/\b(?:standing|weekly|monthly|biweekly|recurring|regular)\b/, 1],
  [/\b(?:is|are) (?:judging|hosting|coming)\b/, 0.5],
  [/\b(?:lets|let us) do (?:it|that|this|another|one)(?: \S+)? again\b/, 4],
  [
    /\b(?:is|are) (?:doing|hosting|having|giving|running|holding) (?:a|an|our|the) (?:\S+ ){0,2}?(?:breakfast|talk|career day|job shadow|site visit|tour|mock interviews?|competition) for (?:us|our|my|the|PROGRAM|CLUSTER)\b/,
    2,
  ],
  [
    /\b(?:can|could) (?:someone|somebody|anyone|you)(?: please)? (?:get|find|book|line up|bring|schedule|set up|arrange)\b/,
    2.5,
  ],
  [/\b(?:PROGRAM|CLUSTER|SCHOOL|class|kids|students) (?:wants?|needs?|would like) (?:a|an|another)\b/, 2.5],
  [/\b(?:hoping|trying|looking|want|wanting) to (?:get|have|book|line up|bring|host|hold|do) (?:a|an|another)\b/, 2.5],
  [/\bany chance (?:we|you|i|they|PERSON|PARTNER)(?: (?:can|could|might))?\b/, 2.5],
  [/^do (?:i|we|you) (?!need a|want a)/, -4],
  [/^(?:is|are|was|were|does|did|why|has) (?!there)/, -3],
  [/^(?:what|how) about (?:a|an|another|our|the)\b/, 1.5],
  [/^(?:who|what(?! about)|whats|which|when|how many|show|list|any|have we|did we|do we|is there|are there|whos) /, -3],
  [/\b(?:cancel|cancelling|call off|scrap|nix)\b(?! (?:on|policy))/, -3],
  [/^(?:cancel|move|push|reschedule|undo|remind|follow up|log|spotlight|rsvp)\b/, -3],
  [/\b(?:spotlight|shout out)\b/, -3],
  [/\binstead\b(?! of)/, -4],
  [/(?<!\b(?:down|pick|decide|set|find|choose) )\bSHIFT\b/, -4],
  [/^(?:nope|no) on\b/, -4],
  [/\b(?:put|mark|count|sign|note) (?:the )?(?:PARTNER|PERSON)(?: \S+){0,4} (?:down|in|as|up|out|for)\b/, -4],
  [
    /\b(?:i|we) (?:would|will|could|really) (?:\S+ )?(?:like|love|need|want|use) (?:a|an|to have|to get|some|another|two|one)\b/,
    1.5,
  ],
  [/\b(?:put|get|have) (?:that|it|this) (?:down|on)\b|\b(?:on the calendar|on the books|pencil|save the date)\b/, 1.5],
  [/\b(?:was|were|went)\b(?! (?:supposed|thinking|hoping|wondering|planning|going to|gonna))/, -2.5],
  [
    /\b(?:thinking|was hoping|were hoping|wondering about|planning) (?:of |about |on |for |to (?:do|have|host|hold|book) )?(?:a|an|another|our)\b/,
    1.5,
  ],
  [/\b(?:loved|enjoyed|liked|appreciated|(?:great|nice|good|awesome) job|well done|kudos)\b/, -3],
  [/\b(?:forms?|slips?|waivers?|paperwork|money|permission slips?) (?:are |is )?due\b/, -3],
  [/\bon the (?:guest |invite |invitation )?list for (?:the|our|DAY|SCHOOL)\b/, -8],
  [/^(?:fwd|fw|re|from) :|\bforwarded message\b/, -2],
  [/\b(?:remind me|do not let me forget)\b/, -2.5],
]
