/** What a passage says of the things named in it: given, refused, asked for, perhaps, or nothing. */
export type Mood = 'given' | 'refused' | 'asked' | 'perhaps' | 'open'

const THEY = '(?:he|she|they|who|it|PERSON|PARTNER|PERSON and PERSON|both|somebody|someone|(?:his|her|their|the) \\w+)'
const WE = '(?:i|we|us|me|my|our|(?<!of )ours|we all|STAFF)'
const SOFT =
  '(?:(?:also|even|really|definitely|totally|just|still|maybe|gladly|kindly|actually|now|all|then|possibly|only) )*'

const signal = (source: string): RegExp => new RegExp(`\\b${source}(?= |$)`, 'g')

/** Moods and what sets them. Later words overrule earlier ones of the same clause, unless `isWeak`: these only open a clause. */
export const SIGNALS: readonly { mood: Mood; pattern: RegExp; isWeak?: boolean }[] = [
  {
    mood: 'given',
    isWeak: true,
    pattern: signal(
      '(?:host|hosts|hosting|hosted|take|takes|taking|took|give|gives|giving|gave|bring|brings|bringing|send|sends|sending|donate|donates|donating|donated|lend|lends|lending|loan|loaning|fund|funds|funding|sponsor|sponsors|sponsoring|join|joins|joining|provide|provides|providing|place|places|serve|serving|hire|hiring|hires|posted|posting|has|have|had|got|gets|get|set aside|reserved|holding|put up|there is|there are|there will be|is|are|be|being|lined up|help|helping|willing to|adding|open|opened|available|contribute|contributing|judge|judging|review|mentor|mentoring|make|makes|making|supply|supplying|hand over|cut|cuts|cutting|write us|writing us|wrote us|chipping in|kicking in|throwing in|pitching in|spotting us|drop off|dropping off|for us|are ours|its(?= (?:\\$ )?\\d)|room for|space for|absorb|squeeze|squeezed|earmark|earmarked|foot the bill|footing the bill|footed the bill|pick up the tab|picking up the tab|picks up the tab|bankroll|bankrolling|underwrite|underwriting|cover|covering|matching|part with|parting with|throw in|toss in|tossing in|tossed in|hand down|handing down|handed down|hand us|employ|employing|welcome|welcoming|accommodate|free up|freed up|carve out|carved out)',
    ),
  },
  {
    mood: 'given',
    pattern: signal(
      `(?:will|would|can|happy|glad|gladly|willing|able to|delighted|pleased|thrilled|excited|eager|ready to|offer|offers|offered|offering|yes|ok|agreed|agrees|commit|commits|committed|committing|promised|promises|promising|pledged|pledges|volunteered|open to|(?:is |are |s )?in for|down (?:to|for)|up for|game (?:to|for)|signed up|signing up|put (?:him|her|them|me|us|PERSON|PARTNER) down (?:as|for)|sign (?:him|her|them|PERSON) up (?:as|for)|on board|count (?:her|him|them|PERSON|PARTNER) in(?: (?:for|on|as))?|bit on|jumped at|went for|took us up on|takes us up on|sign(?:ed|s|ing)? off on|green ?lit|okayed|consent|consented|consents|undertaken|undertakes|came back with|countered with|came through with|lend a hand with|on the hook for|no (?:objections?|problem|qualms|issue) (?:to|with|about)|(?:be |is |are )?into (?=hosting|having|doing|taking|speaking|mentoring|judging|sponsoring|an?\b)|all for|game for|(?:still|definitely|totally) (?:going|planning|plans|wants|on board|hoping) to|still (?:on|in|down|up|game|good) for|said sure|sure|said ok|said yes|approved|confirmed|confirmed for|good (?:for|with)|love to|like to|(?<!who )wants(?: to)?|interested in (?:hosting|taking|being|becoming|having|offering|doing|mentoring|speaking|helping|joining|sponsoring|judging|hiring|donating|bringing|coming)|${THEY} ${SOFT}(?:want|wants|wanted|needs|need|looking for|is looking for|are looking for|hoping to|is hoping to|are hoping to|hopes to|would love|would like)(?: to)?|looking to (?:hire|take|host|bring|fill|give|offer)|all in (?:for|on))`,
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
      `(?:may|might|maybe|perhaps|possibly|potentially|could ${SOFT}maybe|could possibly|consider|considering|considers|think about|thinking about|thinking of|thinks about|thinks (?=an? |the )|think it over|think on it|(?:will|has to|have to|needs to|need to|got to|wants to|must|going to|is going to|gonna) ${SOFT}(?:ask|check|see|look into|run it by|think|get back|confirm|find out|talk to(?! (?:my|our|the|your) (?:\\S+ )?(?:class|classes|kids|students|seniors|juniors|group|club|assembly|program)| PROGRAM| SCHOOL))|not sure|unsure|not certain|tentative|tentatively|depends|depending|checking (?:with|on|into|if|whether)|exploring|toying with|on the fence|no promises|not yet|no decision|undecided|hopes to|would consider|pending|trying to|noncommittal (?:on|about)|lukewarm (?:on|about)|iffy (?:on|about)|hesitant (?:on|about|to)|reluctant to|leery of|wary of|mulling|mulled|weighing|kicking around|floated|floating|toyed with|vague (?:on|about)|hedged (?:on|about)|cagey (?:on|about)|warming (?:up )?to|dangled|dangling|dangles|sleeping on|sitting on the|chewing on|noodling on|under consideration|in talks (?:about|on|over)|only if|contingent (?:on|upon)|subject to|leaning toward|entertaining|batting around|kicking (?:S+ ){1,4}around)`,
    ),
  },
  {
    mood: 'refused',
    pattern: signal(
      `(?:(?:is |are |am |was |were )?not (?:\\S+ )?(?:in a position|ready|set up|equipped|prepared|allowed|looking|planning|going|able|willing) to (?:offer|give|host|take|provide|do|be|have|sponsor|hire|make|bring|commit to)|(?:can not|will not|would not|could not|did not|not) (?:\\S+ )?(?:commit|promise|guarantee)|can not|will not|do not|does not|did not|could not|would not|should not|is not|are not|was not|were not|am not|has not|have not|unable to|unable|not able|never|decline|declined|declines|declining|refused|refuses|refuse|turned down|turned us down|turning down|pass on|passed on|passing on|no longer|said no(?: to)?|says no(?: to)?|no to|no go on|ruled out|rules out|out of|ran out|instead of|rather than|not|nothing|none|(?:stopped|stopping|paused|pausing) (?:doing|taking|offering|hosting|hiring)|had to pull|withdrew|backed out(?: of)?|too busy (?:for|to)|not hiring|without|skip|skipping|filled|tapped out(?: on)?|booked up(?: on)?|swamped|(?:is|are|was|were|s) out (?:for|on)|maxed out(?: on)?|full up on|at capacity for|already have enough|have enough|did not (?:want|wish|agree|offer) to(?: be| do| host| take| give)?|demurred (?:on|at|about)|balked (?:at|on)|begged off(?: of| on)?|(?:held|holding|hold) off on|shot down|nixed|ruling out|steer(?:ed|ing|s)? clear of|sh(?:ied|ying) away from|drew the line at|stopp?(?:ed|ing)? short of|wo(?:uld)? not hear of|hard pass on|took a pass on|thumbs down (?:to|on|for)|nada on|backing off (?:of|on)?|backed off (?:of|on)?|closed the door on|shut the door on|(?:take|took|taking) a rain ?check on|drew a blank on|(?:did|does|could|can) not see (?:his|her|their|its) way (?:clear )?to|(?:he|she|they|PERSON|PARTNER) would rather not|would prefer not(?: to)?|let (?:me|us|them) down (?:easy|easily|gently)(?: on)?|sit(?:ting)? (?:this|that) one out(?: on)?|sitting out|(?:is|are|was|were) full (?:up )?(?:for|on)|full up(?: on| for)?|passing (?:this (?:round|time|year)|for now) on|pass(?:ed)? (?:this (?:round|time|year)|for now) on|out of the running(?: for)?|neither|nobody|no one|too (?:short|stretched|thin|busy|slammed)|forget (?:it|about it)(?: on)?|(?:drag|dragging) (?:his|her|their) feet on|sour(?:ed)? on|cooled on|gone cold on|bowed out(?: of)?|bowing out(?: of)?|opted out(?: of)?|opting out(?: of)?|took (?:his|her|their|its) name out of|(?:will|would|can) not touch|(?:has|have) no (?:appetite|interest|bandwidth|capacity|plans) (?:for|in|to))`,
    ),
  },
]

/** "no internships": refuses what follows, as far as the next comma. */
export const NO =
  /\b(?:no|zero|0|nor|sin)(?= |$)(?! (?:problem|objections?|qualms|issues?|longer|wait|sorry|reply|answer|idea|word|response|doubt|charge|cost|strings|later|earlier|more than|less than|fewer than|[.,;:!]))/g
