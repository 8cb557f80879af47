import type { Outcome } from '../frame.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

const REACHED: readonly { outcome: Outcome; pattern: RegExp }[] = [
  {
    outcome: 'apprenticeship',
    pattern: /\b(?:(?:pre |youth |registered )?apprenticeships?|apprentice|apprenticing|apprenticed)\b/g,
  },
  { outcome: 'internship', pattern: /\b(?:internships?|intern|interning|interned|externship|co ?op)\b/g },
  {
    outcome: 'credential',
    pattern:
      /\b(?:(?:passed|passing|cleared|aced|completed|finished) (?:(?:his|her|their|the|a|an) )?(?:\S+ ){0,4}?(?:exam|test|boards|board exam|certification|cert|nclex|nocti|servsafe|osha|cna|training)|certified|certifications?|certificates?|certificate of \w+|licensed?|licensure|credentials?|credentialed|osha(?: \d+)?(?: card)?|(?:servsafe|nocti|comptia|nccer|ase|aws|cpr|epa|cna|emt|phlebotomy|forklift|faa|cdl|bls|real estate)(?: \S+){0,3}? (?:cert|certification|card|license|exam|badge|credential|certified)|(?:earned|got|received|has|have) (?:(?:his|her|their|a|an|the) )?(?:\S+ ){0,3}?(?:card|badge|license|permit|cert|ticket)|servsafe|commercial drivers license|cdl)\b/g,
  },
  {
    outcome: 'credential',
    pattern:
      /\bpassed (?!away|out|on|by|down|along|up|the torch|his class|her class|around)(?:(?:his|her|their|the) )?(?:\S+ ){0,2}?\S+/g,
  },
  {
    outcome: 'award',
    pattern:
      /\b(?:awards?|awarded|won(?! (?:an?|the|a paid|his|her|their) (?:\S+ )?(?:internship|apprenticeship|job))|wins|winning|winner|(?:first|second|third|1st|2nd|3rd|top) place|placed (?:first|second|third|1st|2nd|3rd|in the top)|took (?:first|second|third|1st|2nd|3rd|gold|silver|bronze|home|top)|came in (?:first|second|third)|gold|silver|bronze|medal|medals|medaled|trophy|champion|champions|championship|prize|honored|finalist|scholarship|student of the (?:week|month|quarter|semester|year)|best in show|hall of fame|recognized)\b/g,
  },
  {
    outcome: 'college',
    pattern:
      /\b(?:college|university|community college|univ|(?:accepted|admitted|admission|acceptance|got in|getting in|gets in)(?: (?:early|in|letter))? (?:to|at|into|by)(?! (?:the |a |an )?(?:\S+ ){0,2}(?:internship|apprenticeship|job|program at PARTNER))|(?:accepted|admitted) into|enrolled (?:at|in)|starting (?:at|college)|(?:full|free) ride|committed to|heading to|headed to|going to (?:\S+ ){1,3}(?:state|tech|university|college|in the fall)|will attend|will be attending|got into|nursing school|trade school|cosmetology school|bachelors|associates degree)\b/g,
  },
  {
    outcome: 'job',
    pattern:
      /\b(?:hired|hires|hire|hiring|(?:full time|part time|permanent|paid|new|first|entry level) (?:job|position|role|work|gig|offer|employee|at|with)|full time|part time|job(?! (?:shadow|shadowing|fair))|jobs|employed|employment|employee|job offer|offered (?:him|her|them) (?:a|an|the) (?:\S+ )?(?:position|role|spot|job)|position|on staff|works (?:at|for|as)|working (?:at|for|as|full)|started (?:at|as|working|work)|starts (?:at|as|working|work)|starting (?:as|work)|joined|joining|joins|signed on (?:with|at|as)|brought (?:him|her|them) on|on the payroll|promoted|promotion|career at|gig|landed at|landed with|got on (?:at|with)|picked up by|brought on (?:at|by))\b/g,
  },
]

/** An earlier step, not the one reached: "after his internship", "started as an intern". */
const EARLIER =
  /\b(?:after|following|from|since|finished|completed|completing|finishing|during|through|first|was|were|started(?: out)? (?:as|with|in)|began (?:as|with)|starting as|began|former|not|once|did|interned|thanks to|(?:turned|turning|converted)(?! (?:into|to)\b)|parlayed|his old|her old|previous|began her|began his|instead of|turned (?:his|her|their|a|an|that|the)|no longer)(?: (?:an?|his|her|their|the|our|summer|paid|as|with|that|this|year|long|unpaid|great|successful|\w+))?(?: (?:summer|paid|\w+))?$/

/** "outcome: apprenticeship" says it, whatever else is listed. */
const LABELLED =
  /(?:^|[\n|;] ?)(?:outcome|result|reached|step) : (?:an? )?(?=(?:apprentice|intern|job|hired|full time|college|cert|credential|licen|award|won)[a-z]*)/

/** What a student has reached: of several steps the last, of steps taken back the ones that stand. */
export function readOutcome(view: View): Find<Outcome> | undefined {
  const labelled = view.match(LABELLED)
  const finds: (Find<Outcome> & { isEarlier: boolean })[] = []
  for (const { outcome, pattern } of REACHED) {
    for (const { from, to, match } of view.matches(pattern)) {
      if (finds.some((other) => other.from < to && from < other.to)) continue
      const before = view.slice(Math.max(0, from - 5), from)
      const after = view.slice(to, to + 4)
      const isEarlier =
        (EARLIER.test(before) && !/[.!;,]\s*(?:\w+ )?$/.test(before)) ||
        /^(?:(?:at|with) PARTNER )?(?:has |have )?(?:(?:is|was|are) (?:over|done|finished|up|behind (?:him|her|them))|is all done|ended|wrapped up|turned into|led to|became|turned to|lead to|turning into|rolled into|ended|and then|then)\b/.test(
          after,
        )
      const isNoun =
        outcome === 'job' &&
        /\b(?:in|on|at|great|good|nice|amazing|awesome|fantastic|do a|did a|doing a|hell of a|of the) (?:the |a )?$/.test(
          `${before} `,
        )
      if (isNoun) continue
      if (labelled && view.placeOf(from) !== labelled.index + labelled[0].length) continue
      const isThere = outcome === 'job' && /PARTNER|\bas an? /.test(view.slice(to, to + 4))
      finds.push({ from, to, value: outcome, why: `"${match[0]}"${isThere ? ' there' : ''}`, isEarlier })
    }
  }
  finds.sort((a, b) => a.from - b.from)
  const reached = finds.filter(({ isEarlier }) => !isEarlier)
  return pick(reached) ?? pick(finds)
}

/** Words of different weight: a named step tells more than "won" or "started at". */
function pick(finds: readonly Find<Outcome>[]): Find<Outcome> | undefined {
  const steps = finds.filter(({ value }) => value === 'internship' || value === 'apprenticeship')
  const firm = finds.filter(
    ({ why }) =>
      why.endsWith(' there') ||
      !/^"(?:accepted|admitted|admission|starts?|started|starting|full time|part time|recognized|awarded|position|promoted|landed|committed|heading|headed|enrolled|will|got)/.test(
        why,
      ),
  )
  const last = steps.at(-1)
  const lastFirm = firm.at(-1)
  if (last && lastFirm && lastFirm.from < last.from && !['college', 'award', 'credential'].includes(lastFirm.value))
    return last
  if (last && finds.every(({ value, why }) => value === last.value || !firm.some((f) => f.why === why))) return last
  return lastFirm ?? finds.at(-1)
}
