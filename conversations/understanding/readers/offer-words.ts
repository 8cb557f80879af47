import type { OfferKind } from '../frame.ts'

const AUDIENCE =
  '(?:my|our|the|your|some|all|those|these|a|PROGRAM|CLUSTER|SCHOOL|seniors|juniors|students|kids|classes|class|them|us|freshmen|sophomores|both|two|three|2|3|4)'
const SPOT = '(?: (?:spots?|slots?|positions?|places?|placements?|seats?|openings?|opportunit(?:y|ies)|days?))?'

/** What each kind of offer is called. The first that matches a place has it. */
export const OFFER_WORDS: readonly { kind: OfferKind; pattern: RegExp }[] = [
  { kind: 'scholarship', pattern: /\b(?:scholarships?)\b/g },
  {
    kind: 'mock_interview',
    pattern:
      /\b(?:(?:mock|practice|mocks?) interview(?:s|ing|er|ers)?|interview practice|mock interviewing|interview (?:our|my|the) (?:kids|students|seniors|juniors))\b/g,
  },
  {
    kind: 'curriculum_review',
    pattern:
      /\b(?:curriculum (?:review|reviews|feedback|input|advice)|(?:read over|reading over|read|comb through|combing through|go through|going through|gone through|mark up|marking up|red pen|proofread|review|reviews|reviewing|look at|look over|go over|going over|looking at|looking over|feedback on|weigh in on|give input on|vet|vetting|update|read through|check over|checking over)(?: of)? (?:(?:our|the|my|your|their|PROGRAM|CLUSTER) (?:[a-z]+ ){0,2}?){0,3}(?:curriculum|curricula|syllabus|syllabi|course outline|course outlines|lesson plans|scope and sequence|coursework))\b/g,
  },
  {
    kind: 'advisory',
    pattern:
      /\b(?:advisory (?:board|committee|council|group|panel|team)|(?:join|joining|joins|sit on|sitting on|be on|serve on|serving on|on|come on|be part of|in on)(?: (?:to|with))? (?:our|the|your|my) (?:(?!advisory)\S+ )?advisory|(?:be|become|as) an? advis[oe]r|advisory (?:seat|member|role)|advisory)\b(?! (?:meeting|mtg|call|lunch|breakfast|agenda|minutes))/g,
  },
  {
    kind: 'job_shadow',
    pattern: new RegExp(
      `\\b(?:job (?:shadow|shadows|shadowing|shadowers?)|shadow(?:ing)? (?:days?|spots?|visits?|slots?|experiences?|opportunit\\w+)|ride alongs?|ridealongs?|shadow|shadows|shadowing)${SPOT}\\b`,
      'g',
    ),
  },
  {
    kind: 'site_visit',
    pattern:
      /\b(?:site visits?|sites? tours?|field trips?|plant tours?|facility tours?|shop tours?|tours?|worksite visits?|workplace visits?|workplace tours?|teacher (?:externships?|visits?|tours?)|industry visits?|company visits?|visits? (?:for|by|from) (?:our |the |some |my )?(?:teachers|staff|instructors|faculty)|have (?:our |the |some )?teachers (?:out|over|visit)|host (?:our |the |some )?(?:teachers|faculty|instructors))\b/g,
  },
  {
    kind: 'apprenticeship',
    pattern: new RegExp(`\\b(?:(?:pre |youth )?apprenticeships?|apprentices?|apprenticing)${SPOT}\\b`, 'g'),
  },
  {
    kind: 'internship',
    pattern: new RegExp(
      `\\b(?:internships?|interns?|interning|externships?|externs?|co ops?|coops?|internados?|pasantias?)${SPOT}\\b`,
      'g',
    ),
  },
  { kind: 'mentor', pattern: /\b(?:mentors?|mentoring|mentorships?|mentored)\b/g },
  {
    kind: 'speaker',
    pattern: new RegExp(
      `\\b(?:guest speakers?|speakers?|guest speak(?:ing)?|(?:speak|speaking|talk|talking|present|presenting|lecture) (?:to|with|for|at|in|in front of) ${AUDIENCE}\\b(?: (?:\\S+ ){0,2}?(?:class|classes|kids|students|seniors|juniors|sophomores|freshmen|group|groups|classroom|program|school|assembly|SCHOOL|PROGRAM|CLUSTER))?|(?:come|coming|comes|back|in|out)(?: (?:in|out|back|over|by))? (?:and |to )?(?:speak|talk|present)|(?:willing|happy|glad|able|agreed|love|down|free|available|ready|like|offered|offering|volunteered) to (?:come (?:in |out |back )?(?:and |to )?)?(?:guest )?(?:speak|present|talk)|(?:will|can|would|could) (?:guest )?(?:speak|present|lecture)|guest talks?|(?<=\\b(?:sending|send|bring|bringing|have|has|lined up) (?:\\S+ ){1,4}to )(?:speak|present)|(?:give|giving|do|doing|deliver) (?:a |us a |the \\S+ a |another )?(?:guest )?(?:talk|talks|presentation|presentations|guest lecture|lecture|class talk|career talk|speech)|guest lectur\\w+|(?<=\\b(?:yes|ok|agreed|open) to )(?:a |the )?(?:short |class |guest |quick )?talk|address(?:ing)? (?:the |our |my )?(?:PROGRAM|CLUSTER|class|students|seniors|juniors|kids)(?: (?:class|students|kids|program))?|(?<=\\b(?:still|plans|planning|going|gonna|wants|definitely) (?:to )?)(?:speak|present)|class(?:room)? (?:talks?|visits?|speakers?)|career talks?|speaking)\\b`,
      'g',
    ),
  },
  {
    kind: 'competition',
    pattern:
      /\b(?:(?:contest|competition|challenge|hackathon|cook off|showcase) as (?:an? |the )?(?:sponsor|judge|host)\b|judge|judges|judging)(?: (?:at|for|in|of|the|our|your|a|my|this|that|some)){0,3}(?: (?:\S+ ){0,3}?(?:competitions?|contests?|challenges?|hackathons?|cook offs?|cookoffs?|bake offs?|showcases?|show|fair|event|finals?|skillsusa|hosa|deca|games|match|tournament|regionals?|pitch|derby|build off|expo))?\b|\b(?:sponsor|sponsoring|host|hosting|support|supporting|help (?:out )?(?:with|at|run)|run|running|volunteer at)(?: (?:the|our|a|my))?(?: \S+){0,2}? (?:competitions?|contests?|hackathons?|cook offs?|skills challenge)\b/g,
  },
  {
    kind: 'donation',
    pattern:
      /(?:(?<!\bscholarships?(?: \(| for| of| worth| at| ,)+ )\$ [\d.]+k?(?= |$)(?: k)?(?: (?:donations?|grants?|checks?|gifts?|contributions?))?(?! (?:\S+ )?(?:scholarships?|an hour|per|hourly|\/|stipends?))|\b(?:(?:a|\d+) grand(?! (?:opening|hotel|prize|finale))|in cash|(?:(?:a|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|\d+|couple) )?(?:hundred|thousand|grand)(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty) hundred)? (?:dollars?|bucks)|donations?(?! (?:box|bin|drive|jar|table|pile|day))|monetary (?:gift|donation|support)|cash (?:gift|donation)|(?:a )?checks? for|grant money|grants?|funding(?! (?:\S+ ){0,3}scholarships?)|funds? (?:our|the|a|an|my|your|some|all|PROGRAM|CLUSTER|part|\$)(?! (?:\S+ ){0,3}scholarships?)|(?:financial|money|cash) (?:support|contribution)|sponsorships?|contribution|contribute|contributing|\d+ (?:dollars?|bucks)(?: \w+)?(?: (?:check|donation|gift|grant))?(?! (?:an hour|per|hourly|scholarships?))|\d+ dollar (?:check|donation|gift|grant)|(?:write|writing|wrote|cut|cutting|sent|sending|send) (?:us |me |the school |the program )?an? (?:\S+ ){0,3}?check|write (?:us )?a check|cut (?:us )?a check|donate money|donating money|money|sponsor (?:our|the|a)(?! (?:\$ )?(?:\S+ ){0,2}(?:competition|contest|student|scholarships?)))\b)/g,
  },
  {
    kind: 'job',
    pattern:
      /\b(?:(?:full time |part time |summer |entry level |seasonal |paid |after school |permanent |open )?(?:jobs?|(?<!\bin a )positions?|(?<!\b(?:is|are|be|they|he|she|will) )openings?(?! (?:up|our|the|their|\d|two|three|four|five|six))|vacanc(?:y|ies)|postings?)|hire|hiring|hires|employ|employing|employment|full time roles?|part time roles?)\b(?! (?:shadow|shadows|shadowing|fair|fairs|site|sites|title|titles|description|descriptions|coach|placement coordinator|board|market|training|readiness|skills|application|search))/g,
  },
]
