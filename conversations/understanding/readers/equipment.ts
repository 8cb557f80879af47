import type { Offer } from '../frame.ts'
import type { View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import type { Find } from './find.ts'
import type { Mood } from './offer-mood.ts'

const GIVE =
  '(?:give|gives|giving|gave|donate|donates|donating|donated|lend|lends|lending|lent|loan|loans|loaning|loaned|send|sends|sending|sent|drop off|dropping off|dropped off|provide|provides|providing|provided|supply|supplies|supplying|bring|brings|bringing|ship|shipping|hand over|handing over|gift|gifting|gifted|pass along|passing along|pass on to us|offer|offers|offering|offered|set aside|setting aside|deliver|delivering|have|has|had|got|let us have|letting us have|buy|buying|let us use|letting us use|part with|contribute|contributing|donation of|getting us|get us|hooking us up with|hook us up with)'
const TO_US =
  '(?:(?:us|me|our school|the school|our shop|the shop|my kids|our kids|my class|our class|the class|my students|our students|the kids|the students|our program|my program|the program|the lab|our lab|over|away|back|SCHOOL|PROGRAM|CLUSTER|PROGRAM program|our PROGRAM program|the PROGRAM program|the PROGRAM kids|my PROGRAM kids|our PROGRAM kids) )?'
/** Things that a giver gives and that are nothing to keep. */
const NO_THING =
  /^(?:call|calls|ring|update|updates|answer|answers|info|information|word|feedback|time|times|hand|hands|heads|shout|tour|tours|talk|talks|chance|yes|no|ok|go|contact|contacts|name|names|list|lists|shot|ride|rides|discount|space|spaces|date|dates|day|days|week|weeks|month|months|year|years|email|emails|text|reply|details|detail|number|numbers|pager|pagers|one|schedule|credit|advice|idea|ideas|thought|thoughts|option|options|opportunity|opportunities|spot|spots|slot|slots|place|places|seat|seats|position|positions|student|students|kid|kids|people|person|staff|employee|employees|rep|reps|recruiter|recruiters|volunteer|volunteers|engineer|engineers|nurse|nurses|senior|seniors|junior|juniors|grad|grads|intern|interns|internship|internships|apprentice|apprentices|apprenticeship|apprenticeships|mentor|mentors|speaker|speakers|judge|judges|job|jobs|shadow|shadows|scholarship|scholarships|interview|interviews|visit|visits|trip|trips|lunch|coffee|breakfast|meeting|meetings|money|dollars|check|checks|donation|donations|grant|grants|funding|fund|funds|thing|things|nothing|something|anything|lot|lots|bit|few|couple|presentation|presentations|demo|demos|openings?|news|look|link|links|form|forms|flyer|flyers|invite|invites|invitation|decision|response|responses|summer|spring|fall|winter|hours|hour|minutes|minute|sessions|session|classes|class|workshop|workshops|reason|reasons|questions|question|problem|problems|trouble|issue|issues|conflict|conflicts|support|help|notice|approval|thanks|love|regards|best|them|it|this|that|her|his|him|what|guests?|members?|panel|panels|lesson|lessons|tips|reference|references|feedback|training|trainings|certifications?|review|reviews|roles?|capacity|plans?|interest|permission|access|company|companies|partners?|employers?|graders|freshmen|sophomores|weekend|ability|choice|everything|more|too|up|to|an|back|off|on|in|out|over|been|not|already|just|new|great|good|nice|big|busy|room|rooms|teachers?|teens?|youth|managers?|supervisors?|technicians?|mechanics?|chefs?|officers?|workers?|attorneys?|lawyers?|accountants?|programmers?|developers?|designers?|electricians?|plumbers?|carpenters?|welders?|reached|agreed|said|asked|planned|confirmed|met|coffees|lunches|family|policy|turnover|meantime|while|ton|tons|kind|sort|board|committee|council|curriculum|competition|competitions|tomorrow|today|clearance|nda|background|site|sites|location|locations|cohort|cohorts|summers|semester|season|shifts?|placement|placements|commitment|head|count|shadowing|mentoring|mentorship|speech|address|postings?|vacancy|vacancies)$/
/** Things that are certainly equipment, whatever verb stands before them. */
const THING =
  '(?:equipment|supplies|materials|gear|tools?|tool ?box(?:es)?|toolkits?|laptops?|computers?|monitors?|tablets?|ipads?|chromebooks?|printers?|scanners?|cameras?|camera|tripods?|lenses|lights|microphones?|mics|servers?|routers?|switches|cables?|keyboards?|software licenses|engines?|transmissions?|motors?|cars?|trucks?|vans?|vehicles?|tires?|lifts?|jacks?|scan tools?|diagnostic \\w+|batter(?:y|ies)|manikins?|mannequins?|stethoscopes?|scrubs|gloves|masks|beds?|wheelchairs?|microscopes?|thermometers?|gurneys?|helmets?|hard hats?|hardhats?|goggles|vests?|boots|uniforms?|aprons?|chef coats?|coats|knives|mixers?|ovens?|fryers?|grills?|dishes|pots|pans|refrigerators?|freezers?|blenders?|espresso machines?|coffee machines?|machines?|lathes?|mills?|drill presses|drills?|saws?|sanders?|wrenches|torque wrenches|hammers?|welders|welding (?:machines|rigs|rods)|torches|plasma cutter|robots?|robot arms?|robotic arms?|arms|cnc \\w+|plc \\w+|trainers|generators?|panels|solar panels|inverters?|multimeters?|oscilloscopes?|meters|wire|conduit|pipes?|pipe threaders|threaders|valves|pumps|boilers?|furnaces?|ac units?|units|hvac units?|lumber|plywood|steel|drywall|paint|bricks|plants?|seedlings?|seeds|trees|soil|tractors?|mowers?|chickens|hens|animals?|cages|kennels|sewing machines?|fabric|dress forms|mannequin heads|books|textbooks|manuals|desks|chairs|tables|backpacks|binders|calculators|phones|headsets|radios|drones?|boats?|simulators?|vr headsets|headset|3d printers?|kits?|parts|samples|carts?|ladders?|scaffolding|forklifts?|pallets|boxes|racks|hoists?|gauges|sensors|hoses|extinguishers|ambulance|stretchers?|aed|defibrillators?|x ray machine|dental chairs?|blood pressure cuffs|cuffs|monitors|salon chairs?|dryers|shears|irons|whiteboards?|projectors?|screens?|furniture|storage)'
const QUALITY =
  '(?:(?:used|old|new|spare|extra|surplus|retired|refurbished|their|its|his|her|some|a few|several|a bunch of|a box of|boxes of|a set of|sets of|a pallet of|a case of|cases of|gently used|lightly used|brand new|free|of their|a|an|another|the|more|few|good|of) )*'

const COUNTED = new RegExp(
  `\\b${GIVE} ${TO_US}${QUALITY}(${NUMBER}) (?:of (?:their |its |our )?)?((?:\\S+ ){0,4}?\\S+)(?= (?:[.,;:!?()/|\\n"-]|for|to|from|and|in|on|at|over|next|this|by|with|we|so|that|but|when|once|after|before|too|as|DAY|DAYS|MOMENT|plus|or)(?: |$)|$)`,
  'g',
)
const NAMED = new RegExp(`\\b${GIVE} ${TO_US}${QUALITY}(?:\\S+ ){0,3}?(${THING})(?= |$)`, 'g')
/** Things in a list of what is given: "one internship + hard hats", "$500 and 10 helmets". */
const LISTED = new RegExp(`(?:\\band|,|\\bplus) ${QUALITY}(?:(${NUMBER}) )?(?:\\S+ ){0,2}?${THING}(?= |$)`, 'g')
const FREE = new RegExp(
  `(?<!\\$ )\\b(${NUMBER}) ((?:(?!(?:for|to|of|at|and|in|on|or|with|is|are|was|we|he|she|they|people|students|kids)(?![a-z]))[a-zA-Z]\\S* ){0,3}?[a-zA-Z]\\S*) (?:(?:is |are |s )?(?:ours|for us|for the shop|for our (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|library|classroom)|for the (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|classroom|CLUSTER|PROGRAM)|for my (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|kids)|are ours|on the way|to donate|to give|to give away|donated))(?= |$)`,
  'g',
)

/** Things given: "12 pipe threaders", "some used scanners", "4 tool boxes are ours". Money is not here. */
export function readEquipment(view: View, moods: readonly Mood[]): Find<Offer>[] {
  const finds: Find<Offer>[] = []
  const add = (from: number, to: number, why: string, count?: number): void => {
    if (finds.some((other) => other.from < to && from < other.to)) return
    const value: Offer = count === undefined ? { kind: 'equipment' } : { kind: 'equipment', count }
    finds.push({ from, to, value, why })
  }
  for (const { from, to, match } of [...view.matches(COUNTED)]) {
    const words = (match[2] ?? '').split(' ')
    if (/^(?:of )?(?:ours|yours|them|us)\b/.test(match[2] ?? '')) continue
    const isThing = new RegExp(`(?:^| )${THING}$`).test(match[2] ?? '')
    const verb =
      /^(?:have|has|had|got|offer|offers|offering|offered|bring|brings|bringing|set aside|deliver|delivering|buy|buying)$/.test(
        match[0].split(' ')[0] ?? '',
      )
    const isOther = words.some(
      (word) => NO_THING.test(word) || /[A-Z]/.test(word) || /^\d/.test(word) || /^[^a-z0-9]/.test(word),
    )
    if (!isThing && (isOther || verb)) continue
    // "has 2 inch binders on sale" gives nothing; "has 4 welders for us" does.
    const isHeld = /^(?:have|has|had|got)\b/.test(match[0])
    if (isHeld && !/^(?:for|to give|to donate|we|that we)\b/.test(view.slice(to, to + 2))) continue
    // "two maintainers to talk to my class" are people.
    if (
      /^to (?:come |go )?(?:talk|speak|judge|mentor|help|teach|work|visit|interview|meet|present|attend|show|run|volunteer|review|coach|train)\b/.test(
        view.slice(to, to + 3),
      )
    )
      continue
    if (isThing && words.slice(0, -1).some((word) => /^[^a-z0-9]/.test(word))) continue
    const mood = moods[from] ?? 'open'
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps') continue
    add(from, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  for (const { from, to, match } of view.matches(LISTED)) {
    if ((moods[from] ?? 'open') === 'given' && !/[.;:!?]/.test(match[0]))
      add(from + 1, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  for (const { from, to, match } of view.matches(NAMED)) {
    const mood = moods[from] ?? 'open'
    if (match[0].includes('$')) continue
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps' || /[.,;:!?\n/|]/.test(match[0])) continue
    if (
      /\b(?:have|has|had|got)\b/.test(match[0].split(' ')[0] ?? '') &&
      !/ (?:for us|for the|for our|for my)/.test(view.text.slice(view.placeOf(from), view.placeOf(to) + 12))
    )
      continue
    const bracketed = new RegExp(`^\\( (${NUMBER}) \\)`).exec(view.slice(to, to + 3))?.[1]
    const stated = match[0]
      .split(' ')
      .map(readNumber)
      .find((value) => value !== undefined)
    const number = bracketed === undefined ? stated : readNumber(bracketed)
    add(from, to, `"${match[0]}"`, number)
  }
  for (const { from, to, match } of view.matches(FREE)) {
    const words = (match[2] ?? '').split(' ')
    if (words.some((word) => NO_THING.test(word))) continue
    const mood = moods[from] ?? 'open'
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps') continue
    add(from, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  return finds
}
