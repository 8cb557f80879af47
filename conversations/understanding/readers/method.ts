import type { Method } from '../frame.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

const GATHERING =
  '(?:(?:stock|air|boat|trade|job|art|fashion|bridal|dog|horse|flower|garden|gun|home|farm|food|tech|county|state|science|safety|book|craft) (?:show|fair)|auto show|car show|home show|trade fair|job fair|career fair|hiring fair|health fair|fair|conference|expo|convention|trade show|summit|symposium|mixer|luncheon|gala|open house|career day|networking event|networking night|reception|forum|banquet|ceremony|ribbon cutting|breakfast|competition|event|meetup|social|workshop|seminar|advisory meeting|advisory|board meeting|chamber meeting|fundraiser|golf outing|job shadow|site visit|mock interviews?|showcase|picnic|dinner|rodeo|festival|exhibition|panel|industry night|kickoff|awards night)'
const THEIR_PLACE =
  '(?:office|offices|shop|plant|site|job site|jobsite|facility|factory|warehouse|headquarters|hq|store|lab|labs|clinic|hospital|kitchen|studio|studios|branch|garage|yard|farm|hotel|restaurant|campus|showroom|dealership|building|location|place|training center|salon|bakery|hangar|depot|station|firehouse|workshop|cafe|greenhouse|dock|docks|terminal|mill|mine|quarry|pit|barn|ranch|dairy|orchard|vineyard|brewery|winery|boatyard|shipyard|pier|elevator|foundry|refinery|port|sawmill|newsroom|museum|zoo|resort|inn|lodge|trailer|hall|marina|airfield|airport|base|substation|nursery|feedlot|gin|cannery|distillery|bottling plant|distribution center|dispatch center|command center|ops center|call center)'
const OUR_PLACE =
  '(?:us|our \\w+|my \\w+|the school|school|the building|the office|campus|SCHOOL|(?:to |by |in )?(?:my|our) (?:class|room|classroom|shop|lab|school))'
const VIDEO = '(?:zoom|webex|facetime|skype|google meet|gmeet|hangouts?|video|teams|video call|video chat|a video call)'

/** Each method with what says it. The earliest match counts; `isStronger` ones overrule others of the message. */
const SAID: { method: Method; pattern: RegExp; isStronger?: boolean }[] = [
  {
    method: 'video',
    isStronger: true,
    pattern: /\b(?:how|method|type|via|mode|contact type) : (?:a )?(?:teams|zoom|video|webex|google meet|virtual)\b/g,
  },
  {
    method: 'event',
    isStronger: true,
    pattern: new RegExp(
      `\\b(?:at|during|from|after|attending|attended) (?:the|a|an|our|last|this|SCHOOL|their|DAY|yesterdays)(?: \\S+){0,4}? ${GATHERING}\\b(?! (?:room|table|menu|office|grounds|committee|planning))`,
      'g',
    ),
  },
  {
    method: 'event',
    isStronger: true,
    pattern: new RegExp(`^(?:partner |the |our )?${GATHERING} (?:DAY|MOMENT)(?= [:,-])`, 'g'),
  },
  {
    method: 'event',
    isStronger: true,
    pattern: new RegExp(`\\bat (?:(?!the|our|a|PARTNER|SCHOOL)\\S+ ){0,2}${GATHERING}\\b`, 'g'),
  },
  {
    method: 'text',
    isStronger: true,
    pattern:
      /\b(?:(?:teams|slack|linkedin|facebook|insta|instagram|signal|whatsapp) (?:message|messages|chat|dm|msg|text)|(?:chatted|messaged|message|wrote|chat|pinged|reached out|connected|heard back|talked|note) (?:\S+ ){0,4}?(?:on|over|via|through|in) (?:linkedin|slack|whatsapp|instagram|facebook|signal|teams chat|messenger|text|sms|teams message))\b/g,
  },
  {
    method: 'video',
    isStronger: true,
    pattern: new RegExp(
      `\\b(?:(?:on|over|via|by|through|in) (?:a |an )?(?:quick )?${VIDEO}|zoom(?:ed)?(?: call| meeting| chat)?|webex|facetimed?|skyped?|google meet|gmeet|teams (?:call|meeting|mtg)|^teams with|video (?:call|chat|conference|meeting)|virtually|virtual (?:meeting|call|coffee))\\b`,
      'g',
    ),
  },
  // A pasted calendar line: "2:00 PM | Teams: Neha Kulkarni".
  {
    method: 'video',
    isStronger: true,
    pattern:
      /(?:^|[|;,-] |\n ?|MOMENTS? |DAY )(?:teams|zoom|webex|google meet) (?:: |- |with )(?=PERSON|PARTNER)|(?:^|[.,;|/(] )(?:teams|zoom|webex)(?= [.,;|/)]|$)/g,
  },
  {
    method: 'text',
    pattern:
      /\b(?:texted|texting|text|texts|sms|whatsapp|whatsapped|whatsappd|dm|dms|messaged|messaging|slacked|imessage|direct message|direct messages|linkedin|im)\b(?! ?book)/g,
  },
  {
    method: 'meeting',
    pattern: new RegExp(
      `\\b(?:(?:stopped|stop|stops|came|come|dropped|drop|swung|popped|visited|walked|was)(?: (?!back)\\S+)? (?:by|in|into|over|to|at|here|through|around|past)?(?: to)? ?${OUR_PLACE}\\b|visited (?:us|our|my)|came (?:by|in|over|out|here)(?! (?:by|via|from|through|as|on|today by|yesterday by|to say))|had (?:the )?(?:PERSON|PARTNER)(?: (?:folks|guys|crew|team|people))?(?: (?:from|of|at) (?:PARTNER|PERSON))? (?:over|in|out|by)|(?:PERSON|PARTNER|he|she|they)(?: and PERSON)?(?: \\))? (?:stopped|dropped|swung|popped) (?:by|in|over|by the \\S+ (?:shop|lab|kitchen|classroom|room|class|studio|gym))(?= [.,;:!-]| DAY| MOMENT|$| today| and| to| with| this| during| for| before| after| at)|here (?:at|in) (?:(?:the|our) )?(?:school|building)|(?:stopped|caught|grabbed|cornered|flagged) (?:me|us)(?: down)? (?:in|at|by|outside|after)|was in (?:the |our )?(?:building|school))`,
      'g',
    ),
  },
  {
    method: 'visit',
    isStronger: true,
    pattern: new RegExp(
      `\\b(?:at|to|by|in|through|around|into) (?:their|her|his|the PARTNER|PARTNER|PERSON|the (?:hospital|company|bank|clinic|union|dealer|firm|resort)s?)(?: \\S+)? ${THEIR_PLACE}\\b|\\b(?:met|meeting|sat down|talked|spoke) (?:(?:with )?(?:him|her|them|PERSON) )?at the (?:clinic|hospital|bank|branch|dealership|plant|mill|store|restaurant|hotel|resort|lodge|farm|dairy|ranch|salon|bakery|brewery|marina|airport|hangar|depot|terminal|nursery)\\b|\\bon the (?:\\S+ )?floor at (?:the )?PARTNER\\b|\\bat the(?: new| main| downtown| local| union| training)* (?:hall|training center|plant|factory|mill|quarry|station|firehouse|shop|yard|trailer|branch|warehouse|job site|jobsite|headquarters|hq|facility|hangar|shipyard|construction site)\\b`,
      'g',
    ),
  },
  {
    method: 'visit',
    isStronger: true,
    pattern: new RegExp(
      `(?:^|[(.,;\\n-] )(?:at )?(?:their|her|his) (?:\\S+ )?${THEIR_PLACE}(?= (?:[).,;\\n]|DAY|MOMENT)|$)`,
      'g',
    ),
  },
  {
    method: 'visit',
    pattern:
      /\b(?:just left (?:the )?PARTNER|showed (?:me|us)(?: \S+)? (?:around|through)|drove (?:me|us)(?: \S+){0,6} around|(?:saw|met) PERSON (?:up|out|over|down) at (?:the )?PARTNER|PARTNER had (?:me|us)(?: \S+)? (?:over|out|in)|walked (?:the|their) (?:job ?site|site|plant|floor|shop|yard)|spent (?:the |a |an )?(?:\S+ )?(?:day|hour|hours|morning|afternoon|hour or two)(?: \S+)? at (?:the )?PARTNER|took (?:me|us|STAFF|\S+ and me) (?:through|around)|(?:us|me|lunch|coffee|dinner|day|hours?) (?:out|over|down|up) at (?:the )?PARTNER|(?:coming|came|way|got|drove) back from (?:the )?PARTNER|gave (?:\S+ and )?(?:me|us) (?:a|the) (?:\S+ ){0,2}tour|(?:went|drove|headed|walked|was) (?:out |up |down |over |back )*there|visited|visiting|toured|touring|a visit (?:to|at|with)|visit (?:to|at|with)|site visit (?:to|at|with)|tour (?:of|at|with)|(?:received|welcomed|hosted) (?:us|me) (?:at|in) (?:the|their|his|her)|(?:was|were|been|am|are|stood|sat) (?:just |over |down |out |up |right )*there with (?:him|her|them|PERSON)|(?:was|were) (?:just )?(?:over |out |down |up |back )*at the \S+ PARTNER|in (?:PERSON|PARTNER) (?:kitchen|barn|truck|office|shop|garage|yard|lobby|break room|conference room)|(?:went|drove|headed|been|gone|ran|got(?! (?:through|back|hold)))(?: \S+)? (?:to|over to|out to|by|down to|up to) (?:see |visit |tour |the )*(?:PARTNER|PERSON|their)|(?:stopped|stop|dropped(?! PERSON)|swung|popped|walked)(?: \S+)? (?:by|in|into|at|over|in at|in on|in to|through|over to|by to see|in to see)(?: to see)? (?:the )?(?:PARTNER|PERSON|their)|walked through|walkthrough|on site (?:at|with)|(?:was|were) (?:just )?(?:over |out |down |up |back )*at (?:the )?PARTNER|(?:saw|met|caught|found|visited|seen) (?:him|her|them)(?: (?:down|over|up|out))? at (?:the )?PARTNER|(?:stopped|dropped|swung|popped) in at (?:the|their|his|her) (?!school|main office|office|library)[a-z]+|onsite|dropped off (?:\S+ ){1,3}at (?:the )?PARTNER|on site(?= (?:[.,;:!)\n]|DAY|MOMENT|$)|$)|(?:swung|stopped|dropped|popped) by (?!DAY|MOMENT|and|to|our|my|today|after|before|this|school|us|around|at|on)(?:the )?[a-z]+)\b/g,
  },
  {
    method: 'email',
    pattern:
      /\b(?:emailed|email|emails|emailing|wrote (?:to|back|me|us)|sent (?:a |an |him |her |them )?(?:note|letter)|replied to my|inbox|fwd from|forwarded message|^(?:fw|fwd)(?= :)|^(?:fw|fwd)(?= from))\b/g,
  },
  // A letter's head, pasted: "From: …, Sent: …".
  { method: 'email', pattern: /(?:^|\n ?)from : [^\n]{1,80}\n ?(?:sent|to|date|subject) :/g },
  {
    method: 'call',
    pattern:
      /\b(?:called(?! off| out| in sick)|calling|call(?! off| out| it| us| me)|calls|(?<!\b(?:my|your) )phone|phoned|phones|rang|ring|rung|voicemail|voicemails|voice mail|left (?:PERSON |PARTNER |him |her |them |me |us )?(?:(?:at|from) PARTNER )?(?:a |another )?(?:\S+ )?(?:message|msg|word)|telephoned?|dialed|hung up|buzzed|off the (?:horn|line|blower)|(?:got|caught|raised|reached) (?:PERSON|PARTNER|him|her|them) on the (?:line|phone|horn)|phone tag|traded (?:calls|voicemails)|on the horn|on (?:his|her|their) (?:cell|mobile|line))\b|[☎📞]/gu,
  },
  {
    method: 'meeting',
    pattern:
      /\b(?:met|meeting|meet|coffee|coffees|lunch|lunched|dinner|breakfast with|breakfasted|tea with|drinks with|drinks|sat down|sit down|in person|face to face|f2f|in the flesh|over (?:a )?(?:beers?|pints?|drinks|wine|tea|cocoa|appetizers|nachos|oysters|chowder|soup|sandwiches|pizza|burgers|tacos|pancakes|bagels|donuts|pie|dessert)|lunching with|dining with|broke bread|hallway (?:chat|talk|conversation)|(?:chat|chatted|talk|talked|talking|chatting|spoke|caught up|conversation|conferred|huddled|a word|words)(?: (?:with|to))?(?: (?:PERSON|PARTNER|of|from|at|him|her|them|captain|chief|chef|coach|dr|mr|mrs|ms|sgt|officer|[.]))* (?:over (?!the phone|phone|zoom|email|e mail|text|teams|video|there|here|at|to|by|in|slack|linkedin|whatsapp|DAY|the weekend|break)[a-z]+|outside|in (?:the )?(?:hallway|hall|parking lot|lobby|line|driveway|bleachers|stands)|on the sidelines|across the (?:fence|table|counter))|drove (?:all the way )?(?:here|over here|to us)|(?:had|grabbed|got|over|for) (?:\S+ )?(?:eggs|sushi|steak|sandwiches|crabs|soup|burritos|wraps|salads?|pie|ramen|pho|noodles|dumplings|nachos|wings|fries|chili|oysters|ribs|pancakes|tacos|pizza|donuts|bagels|burgers|ice cream|barbecue|bbq) (?=with|at|DAY|PERSON|PARTNER)|grabbed a bite|a bite|a beer|ran into|bumped into|saw PERSON|just saw)\b/g,
  },
]

/** What stands before a method that is still to come, or that was not it. */
const NOT_DONE =
  /(?:\b(?:will|to|going to|should|need to|can|please|could|would|by|or|may|might|must|not an?|not|never|want to|let|let me|let us|me|ill|tomorrow)|follow up)$/
/** "will spring for lunch": a meal that is given is none that was had. */
const TREAT =
  /\b(?:spring(?:ing)?|pay(?:ing)?|buy(?:ing)?|bring(?:ing)?|provid(?:e|ing)|cater(?:ing)?|cover(?:ing)?|donat(?:e|ing))(?: for)?(?: (?:us|the|a|our|them|everyone))?$/
/** "lunch with her fell through": it was not held. */
const NOT_HELD =
  /^(?:(?:with|w|DAY|MOMENT|PERSON|PARTNER|today|at|from|of) )*(?:fell through|did not happen|never happened|got cancell?ed|was cancell?ed|got rained out|was supposed to)/
const BY = /\b(?:by|via)$/

/** "at the breakfast i got chatting with …". */
const MEETS_BEHIND =
  /^(?:at|during|after) (?:the|a|our|DAY) (?:\S+ ){1,4}?(?:i|we) (?:got |was |were |just )?(?:to )?(?:met|spoke|talk|talked|talking|chat|chatted|chatting|sat|ran|saw|caught|bumped)\b/

/** "met her at the expo", not "asked for a slot at career day": somebody was met there. */
function isMeetingPlace(view: View, at: number): boolean {
  let start = at
  while (start > 0 && !/^[.!?;\n]$/.test(view.items[start - 1]?.word ?? '')) start--
  const before = view.slice(start, at)
  return (
    start === at ||
    MEETS_BEHIND.test(view.slice(at, at + 12)) ||
    /^(?:while|when|while i was|when i was)$/.test(before) ||
    /^attend(?:ed|ing)$/.test(view.items[at]?.word ?? '') ||
    /\b(?:met|meet|told|pulled|cornered|grabbed|saw|see|seeing|talk|talked|talking|spoke|spoken|ran|bumped|caught|chatted|connected|introduced|was|were|sat|coffee|lunch|chat|conversation|contact|stopped|hung|had|found|crossed|visited|approached|exchanged|got)\b|^(?:PERSON|PARTNER)\b(?: \S+){0,6}$/.test(
      before,
    )
  )
}

/** Every way of contact that a message names, in its order; what is planned or denied ("will call", "not a call") left out. */
export function readMethods(view: View): Find<Method>[] {
  const finds: (Find<Method> & { isStronger: boolean })[] = []
  for (const { method, pattern, isStronger = false } of SAID) {
    for (const { from, to, match } of view.matches(pattern)) {
      const before = view.slice(Math.max(0, from - 3), from)
      const isVerb = /^(?:call|email|text|phone|visit|meet|ring|message|zoom|facetime|skype)\b/.test(match[0])
      if (!BY.test(before) && NOT_DONE.test(before) && (isVerb || /\bnot(?: an?)?$/.test(before))) continue
      if (method === 'event' && !isMeetingPlace(view, from)) continue
      if (finds.some((other) => other.from < to && from < other.to)) continue
      if (method === 'meeting' && TREAT.test(before)) continue
      if (NOT_HELD.test(view.slice(to, to + 8))) continue
      finds.push({ from, to, value: method, why: `"${match[0]}"`, isStronger })
    }
  }
  // "texted me …, at their branch": where they are is no visit once it was a text.
  const isRemote = finds.some(
    ({ value, from }) =>
      /^(?:text|email|call)$/.test(value) && from < (finds.find((find) => find.value === 'visit')?.from ?? 0),
  )
  if (isRemote) for (const find of finds) if (find.value === 'visit') find.isStronger = false
  return finds.sort((a, b) => Number(b.isStronger) - Number(a.isStronger) || a.from - b.from)
}
