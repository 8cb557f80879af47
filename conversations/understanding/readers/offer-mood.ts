import type { View } from '../text/view.ts'

/** What a passage says of the things named in it: given, refused, asked for, perhaps, or nothing. */
export type Mood = 'given' | 'refused' | 'asked' | 'perhaps' | 'open'

type Signal = { at: number; to: number; mood: Mood; isWeak: boolean }

const THEY = '(?:he|she|they|who|it|PERSON|PARTNER|PERSON and PERSON|both|somebody|someone|(?:his|her|their|the) \\w+)'
const WE = '(?:i|we|us|me|my|our|(?<!of )ours|we all|STAFF)'
const SOFT =
  '(?:(?:also|even|really|definitely|totally|just|still|maybe|gladly|kindly|actually|now|all|then|possibly|only) )*'

const signal = (source: string): RegExp => new RegExp(`\\b${source}(?= |$)`, 'g')

/** Moods and what sets them. Later words overrule earlier ones of the same clause, unless `isWeak`: these only open a clause. */
const SIGNALS: readonly { mood: Mood; pattern: RegExp; isWeak?: boolean }[] = [
  {
    mood: 'given',
    isWeak: true,
    pattern: signal(
      '(?:host|hosts|hosting|hosted|take|takes|taking|took|give|gives|giving|gave|bring|brings|bringing|send|sends|sending|donate|donates|donating|donated|lend|lends|lending|loan|loaning|fund|funds|funding|sponsor|sponsors|sponsoring|join|joins|joining|provide|provides|providing|place|places|serve|serving|hire|hiring|hires|posted|posting|has|have|had|got|gets|get|set aside|reserved|holding|put up|there is|there are|there will be|is|are|be|being|lined up|help|helping|willing to|adding|open|opened|available|contribute|contributing|judge|judging|review|mentor|mentoring|make|makes|making|supply|supplying|hand over|cut|cuts|cutting|write us|writing us|wrote us|chipping in|kicking in|throwing in|pitching in|spotting us|drop off|dropping off|for us|are ours)',
    ),
  },
  {
    mood: 'given',
    pattern: signal(
      `(?:will|would|can|happy|glad|gladly|willing|able to|delighted|pleased|thrilled|excited|eager|ready to|offer|offers|offered|offering|yes|ok|agreed|agrees|commit|commits|committed|committing|promised|promises|promising|pledged|pledges|volunteered|open to|(?:is |are |s )?in for|down (?:to|for)|up for|game (?:to|for)|signed up|signing up|put (?:him|her|them|me|us|PERSON|PARTNER) down (?:as|for)|sign (?:him|her|them|PERSON) up (?:as|for)|on board|count (?:her|him|them) in|said sure|sure|said ok|said yes|approved|confirmed|confirmed for|good (?:for|with)|love to|like to|(?<!who )wants(?: to)?|interested in (?:hosting|taking|being|becoming|having|offering|doing|mentoring|speaking|helping|joining|sponsoring|judging|hiring|donating|bringing|coming)|${THEY} ${SOFT}(?:want|wants|wanted|needs|need|looking for|is looking for|are looking for|hoping to|is hoping to|are hoping to|hopes to|would love|would like)(?: to)?|looking to (?:hire|take|host|bring|fill|give|offer)|all in (?:for|on))`,
    ),
  },
  {
    mood: 'asked',
    pattern: signal(
      `(?:beg|begged|begging|brought up|bringing up|(?:PROGRAM|CLUSTER|SCHOOL) (?:wants?|needs?)|ask(?!ed (?:to|for \\w+ to) (?:speak|mentor|judge|join|host))|asked|asks|asking|request|requested|requesting|requests|inquire|inquired|inquiring|pitched|pitch|pitching|propose|proposed|proposing|about|re|regarding|concerning|discuss|discussed|discussing|see if|to see|whether|question|questions|our ask|my ask|info on|information on|information about|details on|invite|invited|inviting|update on|status of|paperwork|interest in|interested in|(?:want|wants|wanted|would like|likes|hoping|hopes|looking) to (?:talk|hear|learn|know|chat)(?! (?:to|with|at|in|for))|told (?:him|her|them) (?:about|we)|explained|mentioned our|follow up (?:on|about|re)|set up|schedule|scheduling|waiting on|waiting for|waiting to hear|get back to (?:me|us) (?:on|about)|hope|hoping|wish|wishes|wished|wishing|if only|i wish|we wish|looking for|looking into|(?<!\\b(?:said|says|told us|told me|saying|offered|agreed) (?:that )?)${WE} ${SOFT}(?:want|wanted|need|needed|were hoping|are hoping|would love|would like|could use|will|should|have to|are going to|am going to|can|have|wish|plan|planned|sent|send)|let us|thanked|thank|thanks for|recap of|applied for|applications? for|trying to (?:get|find|set|line))`,
    ),
  },
  {
    mood: 'perhaps',
    pattern: signal(
      `(?:may|might|maybe|perhaps|possibly|potentially|could ${SOFT}maybe|could possibly|consider|considering|considers|think about|thinking about|thinking of|thinks about|thinks (?=an? |the )|think it over|think on it|(?:will|has to|have to|needs to|need to|got to|wants to|must|going to|is going to|gonna) ${SOFT}(?:ask|check|see|look into|run it by|think|get back|confirm|find out|talk to)|not sure|unsure|not certain|tentative|tentatively|depends|depending|checking (?:with|on|into|if|whether)|exploring|toying with|on the fence|no promises|not yet|no decision|undecided|hopes to|would consider|pending|trying to|noncommittal (?:on|about)|lukewarm (?:on|about)|iffy (?:on|about)|hesitant (?:on|about|to)|reluctant to|leery of|wary of|mulling|mulled|weighing|kicking around|floated|floating|toyed with|vague (?:on|about)|hedged (?:on|about)|cagey (?:on|about))`,
    ),
  },
  {
    mood: 'refused',
    pattern: signal(
      `(?:(?:is |are |am |was |were )?not (?:\\S+ )?(?:in a position|ready|set up|equipped|prepared|allowed|looking|planning|going|able|willing) to (?:offer|give|host|take|provide|do|be|have|sponsor|hire|make|bring|commit to)|(?:can not|will not|would not|could not|did not|not) (?:\\S+ )?(?:commit|promise|guarantee)|can not|will not|do not|does not|did not|could not|would not|should not|is not|are not|was not|were not|am not|has not|have not|unable to|unable|not able|never|decline|declined|declines|declining|refused|refuses|refuse|turned down|turned us down|turning down|pass on|passed on|passing on|no longer|said no(?: to)?|says no(?: to)?|no to|no go on|ruled out|rules out|out of|ran out|instead of|rather than|not|nothing|none|(?:stopped|stopping|paused|pausing) (?:doing|taking|offering|hosting|hiring)|had to pull|withdrew|backed out(?: of)?|too busy (?:for|to)|not hiring|without|skip|skipping|filled|tapped out(?: on)?|booked up(?: on)?|swamped|(?:is|are|was|were|s) out (?:for|on)|maxed out(?: on)?|full up on|at capacity for|already have enough|have enough|did not (?:want|wish|agree|offer) to(?: be| do| host| take| give)?|demurred (?:on|at|about)|balked (?:at|on)|begged off(?: of| on)?|(?:held|holding|hold) off on|shot down|nixed|ruling out|steer(?:ed|ing|s)? clear of|sh(?:ied|ying) away from|drew the line at|stopp?(?:ed|ing)? short of|wo(?:uld)? not hear of|hard pass on|took a pass on|thumbs down (?:to|on|for)|nada on|backing off (?:of|on)?|backed off (?:of|on)?|closed the door on|shut the door on)`,
    ),
  },
]

/** "no internships": refuses what follows, as far as the next comma. */
const NO =
  /\b(?:no|zero|nor|sin)(?= |$)(?! (?:problem|longer|wait|sorry|reply|answer|idea|word|response|doubt|charge|cost|strings|later|earlier|more than|less than|fewer than|[.,;:!]))/g

const BOUNDARY = /^(?:[.;!?\n:|(]|but|however|although|instead|yet|pero|ok|still|otherwise|so|plus|then|though)$/
const SUBJECT = /^(?:he|she|they|i|we|it|PERSON|PARTNER|who)$/
const MODAL =
  /^(?:will|can|would|could|is|are|has|have|wants|offered|offers|said|says|may|might|does|did|will not|can not|agreed|also|just|happy|might)$/

/** The mood at each item of a view: what the words before it in the same clause say of it. */
export function readMoods(view: View): Mood[] {
  const signals: Signal[] = []
  const voice = readVoice(view)
  for (const { mood, pattern, isWeak = false } of SIGNALS) {
    for (const { from, to, match } of view.matches(pattern)) {
      // The partner's own words: "we can host 3 interns" offers, where ours would only wish.
      if (mood === 'asked' && voice[from] && OWN.test(match[0])) continue
      signals.push({ at: from, to, mood, isWeak })
    }
  }
  const nos = new Set([...view.matches(NO)].map(({ from }) => from))
  const byEnd = new Map<number, Signal[]>()
  for (const found of signals) byEnd.set(found.to, [...(byEnd.get(found.to) ?? []), found])
  const word = (at: number): string => view.items[at]?.word ?? ''
  const moods: Mood[] = []
  let mood: Mood = 'open'
  let labelled: Mood = 'open'
  let isNo = false
  let refusedTo = Number.NEGATIVE_INFINITY
  view.items.forEach((item, at) => {
    for (const found of (byEnd.get(at) ?? []).sort((a, b) => b.at - a.at)) {
      // "can not offer", "is not able to give": what is refused is the giving.
      const isRefusedGiving = found.mood === 'given' && mood === 'refused' && found.at - refusedTo <= 2
      if (found.mood === 'refused') refusedTo = found.to
      if (isRefusedGiving) continue
      if (!found.isWeak) mood = changes(mood, found.mood) ? found.mood : mood
      else if (mood === 'open') mood = found.mood
    }
    const isListComma = item.word === ','
    if (/^[.;\n]$/.test(item.word)) labelled = 'open'
    if (item.word === ':' || (/^[-=]$/.test(item.word) && isLabel(word, at)))
      labelled = moodOfLabel(view.slice(Math.max(0, at - 3), at))
    if (startsClause(word, at)) {
      mood = labelled
      isNo = false
    }
    if (isListComma || item.word === 'and' || item.word === '/') isNo = false
    if (nos.has(at)) isNo = true
    moods.push(isNo ? 'refused' : mood)
  })
  return moods
}

/** "Not giving - internships": up to three words at the head of a line. */
const isLabel = (word: (at: number) => string, at: number): boolean =>
  [1, 2, 3].some((words) => /^(?:\n|)$/.test(word(at - words - 1)))

/** "offered: 3 jobs, hard hats", "no: job shadow, liability": what heads a list says it of all of it. */
const moodOfLabel = (label: string): Mood =>
  /(?:^|[.;\n,] )(?:no|not|not interested in|not giving|not offering|not doing|turned down|said no to|no to|no thanks to|cannot do|can not do|will not do|passed on|pass on|declined|refused|nope|without)$/.test(
    label,
  )
    ? 'refused'
    : /(?:^| )(?:offers?|offered|offering|yes|yes to|gives|giving|gave|commits?|committed|pledged|donating)$/.test(
          label,
        )
      ? 'given'
      : /(?:^| )(?:re|about|regarding|subject|topic|asked|ask|wants|wish|wishlist|request)$/.test(label)
        ? 'asked'
        : /(?:^| )(?:no|not|declined|refused|nope|without)$/.test(label)
          ? 'refused'
          : 'open'

const OWN = /^(?:i|we|us|our)\b/

/** "she goes we can do three interns": what somebody said, in their own words. */
const TOLD =
  /\b(?:he|she|they|PERSON|PARTNER) (?:goes|go|(?:is|was|were) (?:all )?like|said|says|told me|answered|replied|tells me)(?: ,)?(?: (?:that|yeah|yes|sure|ok|well|hey|look|oh))*(?: ,)? (?:i|we) (?=(?:can|could|would|will|have|do|got|might|may) )/g

/** True for items that are the partner's own words: inside quotes, after "she goes", or below a forwarded message's head. */
function readVoice(view: View): boolean[] {
  let isQuoted = false
  const told = new Set([...view.matches(TOLD)].map(({ to }) => to - 1))
  let isTold = false
  let isForwarded = false
  const isMail = /\bforwarded message\b|(?:^|\n ?)(?:subject|from) :|\bwrote :/.test(view.text)
  return view.items.map(({ word }, at) => {
    if (word === '"') isQuoted = !isQuoted
    if (told.has(at)) isTold = true
    else if (/^[.!?;\n]$/.test(word)) isTold = false
    if (isMail && (word === 'subject' || word === 'wrote' || (word === '\n' && view.items[at - 1]?.word === '\n')))
      isForwarded = true
    return isQuoted || isForwarded || isTold
  })
}

/** What was asked or is doubtful stays so to the end of its clause: "asked if they can", "might be able to". */
const changes = (from: Mood, to: Mood): boolean =>
  to !== 'given' || from === 'open' || from === 'given' || from === 'refused'

function startsClause(word: (at: number) => string, at: number): boolean {
  const own = word(at)
  const next = word(at + 1)
  if (own === 'so' && /^(?:they|he|she|far)$/.test(next) === false && !SUBJECT.test(next)) return false
  if (BOUNDARY.test(own)) return true
  if (own === '-' || own === '/' || own === '→' || own === '>') return true
  if (own === ',')
    return (
      SUBJECT.test(next) ||
      MODAL.test(next) ||
      /^(?:\d+|one|two|three|four|five|six|yes|plus|and|also|couple|a|an|some|but|so|which|then|offering|giving|not|no|the|her|his|their|up|plans|ready|open|glad|willing|with)$/.test(
        next,
      )
    )
  if (own === 'and' || own === 'also') {
    const after = word(at + 2)
    return (
      (SUBJECT.test(next) && !/^(?:PERSON|PARTNER)$/.test(next)) ||
      MODAL.test(next) ||
      (SUBJECT.test(next) && MODAL.test(after)) ||
      /^(?:yes|not|no)$/.test(next)
    )
  }
  return (
    SUBJECT.test(own) &&
    MODAL.test(next) &&
    !/^(?:if|whether|that|wish|wishes|wished|hopes|hope|hoped|hoping|when|what|how|while|because|until|unless|once|as|i|asked|told|and|with)$/.test(
      word(at - 1),
    )
  )
}
