import type { OfferKind } from '../frame.ts'
import type { Reach, View } from '../text/view.ts'
import { NUMBER } from '../words/numbers.ts'
import type { Mood } from './offer-mood-words.ts'

const NOT_AFTER =
  /^(?:fairs?|program(?:s)? coordinator|coordinators?|paperwork|forms?|applications?|application|agreements?|testing|handbook|hours|office|season|deadline|requirements?|director|manager|breakfast|meetings?|calendar|dates?|model|week|fund(?! )|class|stuff|info|packet|flyer|website|expectations|logs?|insurance|policy|ended|starts|started|went|going|sites?|paycheck|is going|tomorrow at|list|programs?|openings? at)$/
const AT_EVENT =
  /\b(?:at|during|after|before|from|coming to|come to|came to|attend|attending|to|see (?:you|them|her|him) at)(?: (?:the|our|last|this|a|their|your))(?: [a-zA-Z]+){0,2}$/

/** "a site visit in Portland is too expensive". */
const TOO_MUCH = /^(?:(?![.;\n])\S+ ){0,3}(?:is|are|would be|was) (?:just |way |a bit |a little )?too (?!good)\w+/

/** Whom a mention is for, before what is said of it: "mentoring one student she's fine with". */
const FOR_WHOM = `(?:(?:for |of )?(?:(?:our|my|the|your|some|${NUMBER}) )*(?:students?|kids|seniors|juniors|class|grads|teachers|staff|counselors|faculty) )?`
const OF_THEIRS = '(?:he|she|they|PERSON|PARTNER|it) '
/** What somebody says of a thing behind its name. */
const SAID_GIVEN = new RegExp(
  `^${FOR_WHOM}(?:, )?${OF_THEIRS}(?:is|are) (?:fine|ok|good|cool|happy|down|on board|game) with(?= [.,;!]|$)|^${FOR_WHOM}(?:[:,-]|, and|is|are)? ?(?:(?:the )?answer (?:was|is) )?(?:still )?(?:(?:a )?(?:yes|sure|absolutely|of course|no problem|definitely|done deal|gladly|happy to))(?= (?:[.,;!)\\n]|but|just|and)|$)|^\\? ${OF_THEIRS}(?:is|are) (?:in|down|game|up for it|on board|happy to)(?= [.,;!]|$)|^${FOR_WHOM}${OF_THEIRS}(?:can|could|will|would|is able to|are able to) (?:do|swing|manage|handle|arrange)(?= [.,;!]|$)|^(?:of \\$ [\\d.]+k? )?(?:is|are) (?:still |back |definitely )?on(?= [.,;!]|$)|^(?:(?:is|are) )?(?:still |back )on(?= (?:[.,;!)\\n]|for|though|and|but)|$)`,
)
const SAID_REFUSED = new RegExp(
  `^${FOR_WHOM}(?:, )?${OF_THEIRS}(?:ruled out|nixed|shot down|turned down|vetoed|took off the table|would rather not|rather not|said no to|can not (?:do|offer|swing|manage)|will not (?:do|offer))(?= [.,;!]|$)|^${FOR_WHOM}[:,-] (?:(?:i|we|he|she|they|PERSON|PARTNER) )?(?:(?:am|are|is) )?(?:afraid|sorry|would rather not|rather not|stretched|swamped|short staffed|maxed out|full up|fully booked|booked up)\\b|^${FOR_WHOM}[:,-] (?:(?:the )?answer (?:was|is) (?:a )?(?:no|nope)|(?:he|she|they) laughed|no way|not a chance|forget it|no chance|fat chance)\\b|^(?:,? )?(?:so|but) (?:no|nope) (?:on|to|for) (?:those|that|them|it)\\b|^(?:, )?(?:(?:is|are|was|were) )?(?:respectfully |politely |flatly )?(?:denied|rejected|vetoed|turned down|ruled out|nixed|a non starter|a no go|dead|dead in the water|dead on arrival|doa|a bust|kaput|a non ?starter|a nonstarter|stuck with (?:legal|hr|corporate|insurance)|exhausted|cancel?led|went over like a lead balloon|not (?:on|in) the cards|out of (?:the question|reach)|off limits|not allowed|(?:fell|fallen) (?:through|apart)|went nowhere|dried up)(?= (?:[.,;!?)\\n]|by|this|for|until|and|but|right|so)|$)`,
)
const SAID_PERHAPS =
  /^(?:for \S+ )?(?:only if|contingent|subject to|provided (?:the|his|her|their) (?:board|budget|grant|state)|(?:is|are|was|were) (?:still )?(?:under consideration|being (?:weighed|considered|discussed)|on the fence|on the back burner|an open question|up in the air|undecided|a maybe|with (?:their|his|her|the) (?:\S+ )?(?:insurer|insurance|lawyers?|board|legal|hr|boss)))\b|^[?,-]? ?(?:remains|remain|sits|still) with (?:their|his|her|the)\b|^(?:that |which )?(?:i|we) (?:had )?(?:asked|wanted|requested|hoped|were hoping|pitched)\b|^[,:]? ?ask (?:me|us|again|him|her) (?:in|after|next|again|on|DAY|DAYS)\b|^[,:] (?:ask|talk to|check with|try) (?:PERSON|him|her|them|hr|\S+)(?= [.,;!]|$)|^\? (?:(?:he|she|they|PERSON|PARTNER) (?:is|are|said|says|goes|went|was) )?(?:let (?:me|us) think|never say never|(?:a )?maybe|we will see|on the fence|will see|thinking|asked|no answer|waiting|crickets)\b/

/** The mood of a mention: by the words before it, unless what stands right behind it says otherwise ("internships yes"). */
export function moodOf(view: View, moods: readonly Mood[], { from, to }: Reach): Mood {
  const after = view.slice(to, to + 9)
  const behind = view.slice(to, to + 14)
  if (SAID_GIVEN.test(behind)) return 'given'
  if (SAID_REFUSED.test(behind)) return 'refused'
  if (SAID_PERHAPS.test(behind)) return 'perhaps'
  const verdict =
    /^(?:(?:in|at|with|on|for) (?:the |their |her |his )?[a-zA-Z]+ (?=(?:is|are|was|were) ))?(?:(?:question|idea|thing|piece|part|side|ask|request) )?(?:(?:[:=?,-]|is|are|would be|will be|was|were|still|regrettably|sadly|alas|unfortunately|sorry|probably|definitely|currently) )*(?:a )?(?:(👍|✅|✔|☑|yes|ours|posted|ok|okay|good|fine|possible for sure|a go|a yes|works|work|si)|(👎|❌|no|nope|not (?:interested|possible|happening|doable|an option|in the cards|on the table|for (?:them|her|him|us|now)|something (?:he|she|they|we) (?:can|could|will)(?: not)?(?: do)?|going to happen)|absolutely not|(?:a )?hard (?:no|pass)|(?:a )?pass|no dice|off the table|declined|demurred|(?:[,?] ?)?(?:he|she|they|PERSON) (?:politely |flatly |kindly )?(?:demurred|declined|passed|balked|begged off|refused|said no|said nope|is not interested|was not interested|are not interested)|not(?! only| \d| \$)|none|nil|nada|zero|0|off|out|dead|full|closed|unlikely|gone|on hold|declined|no go|can not|will have to wait|will not)|(came up|(?:was|were) (?:mentioned|discussed|brought up)|got (?:mentioned|brought up)|maybe|tbd|possibly|perhaps|may be|might|pending|unclear|up in the air|not sure))(?= |$)(?! (?:\d|PARTNER|PERSON))/.exec(
      after,
    )
  if (verdict) {
    const next = after.slice(verdict[0].length).replace(/^ /, '').split(' ')[0] ?? ''
    const isEnd =
      next === '' ||
      /^[.,;!?()/\n|:-]$/.test(next) ||
      /^(?:and|but|for|this|the|until|right|at|as|DAY|DAYS|table|in|though|now|yet|she|he|they|PERSON)$/.test(next)
    if (verdict[3] && isEnd) return 'perhaps'
    const isSaid =
      /\b(?:is|are|will be|can not|will have|will not)\b/.test(verdict[0]) && !/^, (?:can|will) not/.test(verdict[0])
    if (verdict[2] && (isEnd || isSaid)) return 'refused'
    // "so no internships okay thanks": a word that is only a breath takes nothing back.
    const isBreath =
      /^(?:ok|okay|good|fine)$/.test(verdict[0]) && /\bno(?: \S+)?$/.test(view.slice(Math.max(0, from - 2), from))
    if (verdict[1] && isEnd && !isBreath) return 'given'
  }
  if (TOO_MUCH.test(after)) return 'refused'
  return moods[to - 1] ?? 'open'
}

/** True where a kind of offer that is named is one: not an event's name, a form, or what is only spoken of. */
export function isGiven(view: View, kind: OfferKind, mood: Mood, { from, to }: Reach, isCounted: boolean): boolean {
  const before = view.slice(Math.max(0, from - 5), from)
  const after = view.items[to]?.word ?? ''
  const isToClass = kind === 'speaker' && /\b(?:PROGRAM|CLUSTER)$/.test(view.slice(from, to))
  if (NOT_AFTER.test(after) && kind !== 'mentor' && !isToClass) return false
  if (
    /^(?:mock_interview|competition|job_shadow|speaker|advisory|site_visit)$/.test(kind) &&
    AT_EVENT.test(before) &&
    !/\b(?:help|judge|sponsor|host|yes|no|support)\b/.test(before)
  )
    return false
  if (
    kind === 'job' &&
    /\b(?:her|his|my|new|good|great|nice|the|their|a|day|full time) (?:new |day )?$/.test(`${before} `) &&
    mood !== 'given'
  )
    return false
  if (kind === 'job' && /\b(?:in|at|on|of|for) (?:her|his|my|their|the|a new|this|that)(?: \S+)?$/.test(before))
    return false
  if (
    kind === 'site_visit' &&
    mood !== 'given' &&
    /^(?:at|to|of|with|in) (?:the )?PARTNER\b/.test(view.slice(to, to + 3))
  )
    return false
  if (kind === 'site_visit' && /\bgave (?:\S+ and )?(?:us|me) (?:a|the)(?: \S+)?$/.test(before)) return false
  if (mood === 'given') return true
  if (mood !== 'open') return false
  const own = view.slice(from, to)
  if (/^(?:mentors|judges)\b/.test(own) && /\b(?:he|she|who|PERSON|PARTNER)$/.test(before)) return true
  if (/^(?:willing|happy|glad|able|agreed|love|down|free|available|ready|offered|offering|volunteered)\b/.test(own))
    return true
  const isListed =
    from === 0 ||
    isBareList(before) ||
    /(?:^|[:;,.+|/\n(-] |DAYS? |MOMENT |\band |\bplus |\boffers? |\byes to |\ban? |\bsome |\bpaid |\bfew |\bsummer |\bfor )$/.test(
      `${before} `,
    )
  const isEnd =
    after === '' || /^(?:[.,;!()\n|/+-]|and|for|this|in|next|plus|too|at|to|with|starting|ok|yes)$/.test(after)
  return isCounted || (isListed && isEnd && !/\b(?:the|our|my|your|last|this) $/.test(`${before} `))
}

/** A thing named at the head of a clause, with its adjectives: "…, new vet tech internship (paid)". */
const isBareList = (before: string): boolean =>
  /(?:^|[:;,.+|/\n(-] |\band |\bplus )(?:(?!is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|do|does|did|not|no|about|for|with|at|in|on|to|of|from|re|the|our|my|your|their|his|her|that|this|if|when|asked|discussed|applied|called|emailed|met|talked|great|good|current|last|old|previous)[a-z]+ ){1,3}$/.test(
    `${before} `,
  )
