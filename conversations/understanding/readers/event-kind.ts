import type { EventKind } from '../frame.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'
import { readInHouse } from './in-house.ts'

/** What each kind of event is called, the telling words first; `isLoose` words count only where nothing else is said. */
const CALLED: readonly { kind: EventKind; pattern: RegExp; isLoose?: boolean }[] = [
  {
    kind: 'mock_interview',
    pattern:
      /\b(?:interviews? \( mock \)|(?:mock|mocks|practice) interview(?:s|ing)?(?: (?:day|days|event|session|sessions))?|mocks?(?= (?:at|on|in|for|DAY|SCHOOL|MOMENT|[.,;!?])(?: |$)|$)|interview (?:practice|day)|mock interviewing)\b/g,
  },
  {
    kind: 'job_shadow',
    pattern:
      /\b(?:job shadow(?:s|ing)?(?: (?:day|days|visit|trip))?|shadow (?:day|days)|shadowing(?: day)?|shadow visit|ride along)\b/g,
  },
  {
    kind: 'career_day',
    pattern:
      /\b(?:career (?:and college |& college )?(?:day|days|fair|fairs|expo|exploration day)|college and career (?:day|fair)|(?:job|hiring) fair|careers day|career night)\b/g,
  },
  { kind: 'breakfast', pattern: /\b(?:breakfasts?|brunch)\b/g },
  {
    kind: 'advisory_meeting',
    pattern:
      /\b(?:adv (?:board|meeting|committee|council)|advisory(?! (?:period|class|room|teacher|block|lesson))(?: (?:board|council|committee|group|panel))?(?: (?:meeting|meetings|call|session|lunch|dinner))?|industry council(?: meeting)?)\b/g,
  },
  {
    kind: 'site_visit',
    pattern:
      /\b(?:(?:teachers?|faculty|staff|instructors?|educators?) (?:\S+ )?(?:site )?(?:visits?|tours?|externships?|field trips?)|site visits?|site tours?|(?:plant|facility|shop|workplace|worksite|company|industry|factory|hospital|lab) (?:tours?|visits?)|field trips?|teacher externships?|teacher day at)\b/g,
  },
  {
    kind: 'competition',
    pattern:
      /\b(?:comp(?! (?:sci|time|day|tickets?))|competitions?|contests?|hackathons?|cook ?offs?|bake ?offs?|skills challenge|(?:skills|robotics|culinary|cooking|welding|coding|state|regional) comp|design challenge|challenge|skills day|pitch night|tournament|showdown|competes?|olympics)\b/g,
  },
  {
    kind: 'speaker',
    pattern:
      /\b(?:guest (?:speakers?|lecture|lecturer|talk|presenter|speaking|chef|instructor)|speakers?|speaker series|career talks?|class talks?|guest speak|(?:have|get|bring|ask|invite)(?: in)? (?:PERSON|PARTNER|someone|somebody)(?: \S+){0,4}? (?:speak|talk|present)|(?:PARTNER|PERSON|SCHOOL|DAY) talk|speaks? (?:at|to|with|for) (?:SCHOOL|my|our|the|PROGRAM|CLUSTER|(?:[a-z]+ )?(?:kids|students|class|classes|seniors|juniors))|(?:to|will|can|could) (?:come )?(?:(?:in |out |over |by )?(?:and |to )?)?(?:speak|present)|(?:come|comes|coming) (?:in |over |back )?(?:and |to )?(?:talk|chat) (?:to|with) (?:(?:my|our|the|SCHOOL|PROGRAM|CLUSTER) )+(?:\S+ ){0,2}?(?:kids|students|class|classes|seniors|juniors|group|program|freshmen|sophomores)|guest speaks|speaking|(?<!\b(?:good|great|nice|long|quick|real|small|short|brief|big|pep) )talks?(?= (?:at|on|by|for|about|in|from) (?:SCHOOL|DAY|MOMENT|PARTNER|PERSON|my|our|the|welding|TIME|PROGRAM|CLUSTER)| DAY| MOMENT| TIME|$| [.,?!])|(?<=\b(?:his|her|their|PERSON|PARTNER|that) )talks?(?= to (?:DAY|MOMENT|TIME|HOURS))|lecture|presentation)\b/g,
  },
  {
    kind: 'site_visit',
    pattern:
      /\b(?:(?:tours?|visits?) (?:of|at|to) (?:the )?PARTNER|(?:take|bring|send|taking|bringing|sending)(?: \S+){0,3} (?:teachers|instructors|staff|faculty) (?:to|over to|out to)|(?:walk|walking|show|showing|take|taking)(?: \S+){0,2} (?:teachers|instructors|staff|faculty)(?: \S+)? (?:through|around)|PARTNER (?:tour|visit)|visit for teachers|tour for (?:\S+ )?teachers|(?:teachers|instructors|staff|faculty)(?: \S+){0,3}? (?:to )?(?:visit|visiting|tour|touring)|tours?)\b/g,
  },
  {
    kind: 'meeting',
    isLoose: true,
    pattern:
      /\b(?:meetings?|meet up|meetup|meet|check in|sit down|sync|appointments?|planning session|kick ?off|standup|debrief|working session|planning call|zoom(?: call| meeting)?|(?:teams|video|phone|conference) (?:call|meeting)|call(?! back| again| me| us| him| her| them)|coffee|lunch|huddle|webex|1 on 1|one on one|powwow|get together|introductions? call)\b/g,
  },
]

/** The kinds of event that a message names, telling ones first, each where it stands. */
export function readEventKinds(view: View): Find<EventKind>[] {
  const finds: (Find<EventKind> & { isLoose: boolean })[] = []
  const inHouse = [...readInHouse(view)]
  for (const { kind, pattern, isLoose = false } of CALLED) {
    for (const { from, to, match } of view.matches(pattern)) {
      if ([...finds, ...inHouse].some((other) => other.from < to && from < other.to)) continue
      const before = view.slice(Math.max(0, from - 2), from)
      if (kind === 'competition' && /\b(?:the )?(?:stiff|our|your|no)$/.test(before) && match[0] === 'challenge')
        continue
      finds.push({ from, to, value: kind, why: `"${match[0]}"`, isLoose })
    }
  }
  return finds.sort((a, b) => Number(a.isLoose) - Number(b.isLoose) || a.from - b.from)
}
