import type { Topic } from '../frame.ts'
import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

/** What a question is about, the telling words first. */
const TOPICS: readonly { topic: Topic; pattern: RegExp }[] = [
  {
    topic: 'stale',
    pattern:
      /\b(?:in touch with|have we not|not been in touch|(?:failed|neglected|forgot|forgotten|yet) to (?:contact|call|reach|talk|speak|check|connect|touch|follow|email)|(?:have|has|had) not (?:we |i |anyone |anybody |yet )?(?:\S+ )?(?:talked|spoken|heard|contacted|met|been in touch|touched|reached|seen|connected|called|emailed|logged|checked|followed|gotten)|have we not (?:\S+ )?(?:talked|spoken|heard|contacted|reached|touched)|never (?:been )?(?:contacted|talked|spoken|met|called|reached|dealt|worked|heard)|not (?:talked|spoken|heard|contacted|been contacted|touched|met|reached|seen|connected|in touch)|gone (?:quiet|cold|dark|silent|stale|missing|dormant|inactive)|going (?:quiet|cold|stale|dark)|(?:been|is|are|went|gotten|getting|be) (?:quiet|silent|cold|dark|stale|dormant|inactive|out of touch)|quiet|stale|dormant|inactive|lost touch|no contact|without (?:any |a |us )?(?:hearing|word|call|contact|a touch|touch|touchpoint)|not been (?:contacted|called|touched)|neglected|neglecting|ignored|falling through|fallen off|out of touch|overdue for (?:a )?(?:contact|call|check|touch)|slipping|cold|radio silent|ghosted|ghosting|dropped off|untouched|went silent)\b/g,
  },
  {
    topic: 'placements',
    pattern:
      /\b(?:placements?|placement (?:count|numbers?|totals?|report)|placed|(?:how many|which|what|list|show) (?:\S+ )?(?:students|kids|interns|seniors|grads) (?:\S+ )?(?:got|have|had|are|were|do we have|landed|been|is|working|at|in|with|did)|students (?:working|interning|placed|hired|employed)|interns (?:do|are|have)|hired this|got (?:jobs|internships|hired|apprenticeships))\b/g,
  },
  {
    topic: 'spotlights',
    pattern:
      /\b(?:waiting (?:for|on) (?:my |our )?(?:approval|sign off)|pending approvals?|(?:need|have) to approve|spotlights?|spotlighted|student stories|stories|success stories|featured)\b/g,
  },
  {
    topic: 'follow_ups',
    pattern:
      /\b(?:follow ?ups?|following up|reminders?|to ?dos|to do list|my to do|owe|who do i (?:need|have|owe) (?:to )?(?:call|contact|email|get back|follow|reach|ping)|(?:what|anything|whats|what is)(?: do i have| is)? (?:over)?due|overdue|on my plate|my list|on my list|my tasks|open tasks|callbacks?)\b/g,
  },
  {
    topic: 'history',
    pattern:
      /\b(?:history|dealings|interactions?|last (?:talk|talked|spoke|spoken|speak|contact|contacted|contacts|touch|touchpoint|hear|heard|conversation|met|meet|see|saw|reach|connect|email|emailed|call|called|visit|visited|interaction|met with|connected|in touch|time (?:we|i|anyone|anybody|somebody|someone|any of us|one of us))|touchpoints?|past contacts?|record with|relationship|background on|where (?:do|are) we (?:stand|at|with)|whats the (?:story|status|deal|latest) (?:with|on)|what is the (?:story|status|deal|latest) (?:with|on)|the latest (?:with|on)|everything (?:we (?:have|know|did)|(?:on|with|about) (?:PARTNER|PERSON))|(?:catch me up|brief me|fill me in|update me) (?:on|about)|done with|(?:notes|log|logs|logged|entries|activity|timeline|rundown|recap|summary|record|records|file|info) (?:on|for|with|about)|what (?:have|did) we (?:do|done|log|logged)|summary of|tell me about|dealt with|been (?:up to|going on) with|(?:have|did) we (?:ever )?(?:work|worked|talk|talked|meet|met|speak|spoken|contact|contacted) (?:ever )?(?:to|with)|past with|conversations with|anything (?:new |else )?(?:from|with) (?:PARTNER|PERSON)|logged)\b/g,
  },
  {
    topic: 'offers',
    pattern:
      /\b(?:offers?|offered|offering|(?:did|has|have) (?:PARTNER|they|PERSON) (?:ever )?(?:promise|promised|offer|pledge|commit)|on offer|pledges?|pledged|commitments?|promised|volunteered|who (?:can|will|would|is willing to|has agreed to|wants to) (?:host|take|speak|mentor|judge|offer|give)|has (?:\S+ ){0,2}(?:internships|openings|apprenticeships|job shadows|spots)|(?:internships|openings|apprenticeships|job shadows|mentors|speakers|spots) (?:do we have|have we|available|are available|open|are open|are out there|came in))\b/g,
  },
  {
    topic: 'contacts',
    pattern:
      /\b(?:contacts?|contacted|contact person|(?:everyone|everybody|people|anyone|anybody|folks|all) (?:we|i|you) (?:know|have)|whom? (?:do|have) (?:we|i|you) (?:(?:all|actually|really|even|already|still) )?(?:know|have|got)|who (?:we|i) (?:got|know)|know (?:anyone|anybody|someone|somebody)|(?:who|whom|which|what)(?: partners| companies| employers| all| people| \S+ partners)? (?:did|have|has|had|do|was|were) (?:we|i|everyone|anyone|the team|you) (?:all )?(?:talk|talked|speak|spoken|spoke|meet|met|contact|contacted|call|called|see|seen|visit|visited|email|emailed|reach|reached|connect|connected|text|log|logged|been|touch|hear|heard)|who (?:we|i) (?:talked|spoke|met|know|contacted|have)|whos (?:our|my|the)|who is (?:our|my|the|in|at|over)|people (?:at|from|do we)|point person|point of contact|our (?:guy|person|people|contacts?|rep)(?: is| are)? (?:at|for|over)|phone number|email (?:address )?for|talked to|spoke(?:n)? (?:to|with)|met with|who works at|who at|who all|names at|anybody at|anyone at|someone at)\b/g,
  },
  {
    topic: 'agenda',
    pattern:
      /\b(?:agenda|my (?:week|day)|calendar|the plan (?:for|on)|on deck|schedule|scheduled|events?|coming up|upcoming|on tap|happening|going on|lined up|booked|anything (?:on|at|happening|planned|scheduled|going)|(?:whats|what is|what do we have|what have we got|what all is|what else is|what have i got|what do i have|what are we doing|what we got|what have we|do we have anything|got anything|have anything|anything|what)(?: \S+)?(?: on)?(?= (?:DAY|DAYS|at|for|on|this|today|tomorrow|in)(?: |$))|whats on|what is on|planned|on the books|visits?|(?:when|what time|what day|where|which day|what date) (?:is|are|does|do|s) (?:the |our |my |PARTNER |next |SCHOOL |that )|whens|breakfasts?|speakers?|speaking|speaks|who is (?:speaking|coming|visiting|presenting)|coming in|competitions?|career days?|job shadows?|meetings?|week ahead|line up|lineup|mock interviews?|this week|next week|advisory|site visits?)\b/g,
  },
]

/** The topic of a question; undefined where nothing of ours is asked about. */
export function readTopic(view: View): Find<Topic> | undefined {
  for (const { topic, pattern } of TOPICS) {
    for (const { from, to, match } of view.matches(pattern)) return { from, to, value: topic, why: `"${match[0]}"` }
  }
  return undefined
}
