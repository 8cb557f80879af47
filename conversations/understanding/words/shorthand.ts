import { Spelling } from '../names/spelling.ts'

/** Shorthand of busy people, each with the words it stands for. Dates have their own ("tmrw"). */
const SHORTHAND = `
fm=from|bk=back|intervws=interviews|intervw=interview|intvs=interviews|cafecito=coffee|cafecitos=coffee|latte=coffee|lattes=coffee|cappuccino=coffee|boba=coffee|chai=coffee|recuerdame=remind me|hable=spoke|hablamos=spoke|llame=called|llamo=called|firmo=signed|mama=mom|papa=dad|estudiantes=students|personas=people|telefono=phone|pueden=can|puede=can|recibir=take|con=with|porfavor=please|bldg=building|bldgs=buildings|sry=sorry|srry=sorry|soz=sorry|shud=should|shd=should|shoud=should|wud=would|cud=could|em=them|kinda=kind of|sorta=sort of|teh=the|stud=student|studs=students|stds=students|pgm=program|prog=program|hte=the|adn=and|nad=and|wiht=with|frm=from|wit=with|w=with|w/=with|wth=with|w/o=without|b/c=because|bc=because|cuz=because|f/u=follow up|fu=follow up|followup=follow up|followups=follow ups|folow=follow|r/s=reschedule|s/w=spoke with|sw=spoke with|t/c=call|p/c=call|c/b=call back|lvm=left voicemail|mtd=met|apptmt=appointment
mtg=meeting|mtgs=meetings|mtng=meeting|mting=meeting|meetin=meeting|bfast=breakfast|bfasts=breakfasts|brkfst=breakfast|bkfst=breakfast|bkfast=breakfast|brekkie=breakfast|brekky=breakfast|breaky=breakfast|brfast=breakfast|brunch=breakfast
appt=appointment|appts=appointments|ppl=people|peeps=people|sched=schedule|skd=schedule|resched=reschedule|rescheduled=rescheduled|rsched=reschedule|canx=cancel|cxl=cancel|cancl=cancel|cx=cancel|confd=confirmed|cfm=confirm|cfmd=confirmed
vm=voicemail|vmail=voicemail|lvm=left voicemail|lm=left message|thx=thanks|thnx=thanks|thanx=thanks|tx=thanks|ty=thanks|tysm=thanks|pls=please|plz=please|plse=please|u=you|ur=your|r=are|abt=about|btwn=between|msg=message|msgs=messages|msgd=messaged|msged=messaged
spkr=speaker|spkrs=speakers|spker=speaker|intvw=interview|intvws=interviews|intervw=interview|mgr=manager|coord=coordinator|tchr=teacher|tchrs=teachers|tel=phone|ph=phone|fone=phone|yr=year|yrs=years|wk=week|wks=weeks|mins=minutes|hrs=hours|hr=hr|chk=check|shouldve=should have|couldve=could have|wouldve=would have|mightve=might have
gonna=going to|wanna=want to|gotta=got to|lemme=let me|gimme=give me|dont=do not|didnt=did not|doesnt=does not|cant=can not|cannot=can not|couldnt=could not|wouldnt=would not|shouldnt=should not|wont=will not|isnt=is not|arent=are not|wasnt=was not|werent=were not|havent=have not|hasnt=has not|aint=is not
hes=he is|shes=she is|theyre=they are|theyll=they will|hell=he will|shell=she will|well=well|theyve=they have|theyd=they would|hed=he would|shed=she would|im=i am|ive=i have|ill=i will|id=i would|were=were|weve=we have|youre=you are|thats=that is|whove=who have|whatve=what have|whod=who did|whatd=what did|whend=when did|whered=where did|howd=how did|whats=what is|whos=who is|wheres=where is|whens=when is|hows=how is|lets=let us|theres=there is|itll=it will|thatll=that will|weve=we have
yep=yes|yup=yes|yeah=yes|yea=yes|yess=yes|ya=yes|yah=yes|nope=no|nah=no|nvm=never mind|nevermind=never mind|shoutout=shout out|shoutouts=shout outs|kiddos=kids|kiddo=kid|tho=though|prob=probably|probs=probably|prolly=probably|def=definitely|defs=definitely|thru=through|til=until|till=until|bday=birthday|nite=night|tonite=tonight
dmed=messaged|dmd=messaged|dming=messaging|txted=texted|txtd=texted|txt=text|txts=texts|emld=emailed|emaild=emailed|eml=email|convo=conversation|rep=rep|reps=reps|info=information|docs=documents|pics=pictures|pic=picture|cert=certification|certs=certifications|certd=certified|apprent=apprentice|comps=competitions|spotlite=spotlight|spotlites=spotlights|spotlght=spotlight|spotligt=spotlight
`
const FORMS: ReadonlyMap<string, string> = new Map(
  SHORTHAND.trim()
    .split(/[|\n]/)
    .map((pair) => pair.trim().split('=') as [string, string]),
)

/** Words that need their apostrophe to be shorthand: "well", "were", "shell" and "ill" are words too. */
const NEEDS_APOSTROPHE = new Set(['hell', 'shell', 'ill', 'id', 'shed', 'wont', 'hed'])

/** "who've", "that'll", "what're": any short word of the kind, its apostrophe gone. */
const CONTRACTED =
  /^(who|what|where|when|how|that|this|there|these|those|it|somebody|someone|everyone|nobody|you|names?)(ve|ll|re)$/
const ENDINGS: Readonly<Record<string, string>> = { ve: 'have', ll: 'will', re: 'are' }

/** Shorthand written out, or the word as it is. `hasApostrophe`: it was typed with one ("he'll"). */
export function expandShorthand(word: string, hasApostrophe = false): string {
  if (hasApostrophe) {
    if (word === 'well') return 'we will'
    if (word === 'were') return 'we are'
    if (word === 'wed') return 'we would'
    const contracted = CONTRACTED.exec(word)
    if (contracted && !FORMS.has(word)) return `${contracted[1]} ${ENDINGS[contracted[2] ?? ''] ?? contracted[2]}`
  } else if (NEEDS_APOSTROPHE.has(word)) {
    return word === 'wont' ? 'will not' : word
  }
  return FORMS.get(word) ?? word
}

/** Words that the readers look for, and that are misspelt often enough to be worth repairing. */
const DOMAIN = `
breakfast breakfasts speaker speakers career careers shadow shadowing shadows visit visits visited advisory interview interviews competition competitions contest
meeting meetings schedule scheduled reschedule rescheduled cancel cancelled canceled postpone postponed calendar confirmed confirm attending attend
internship internships intern interns apprentice apprentices apprenticeship apprenticeships mentor mentors mentoring mentorship scholarship scholarships
equipment donation donate donated donating curriculum review certification certified credential spotlight permission consent release signed
coffee lunch voicemail emailed texted called talked spoke reminder remind follow yesterday offered offering available library cafeteria auditorium
students teachers partner partners industry company employer conference workshop program placement placements hired college university license
graduated internship practice mock interviewer interviewers guest presentation presenter committee thursday friday wednesday tuesday saturday tomorrow
appointment supposed definitely tentative tentatively probably maybe unfortunately interested happy willing recurring weekly monthly biweekly
`
const domain = new Spelling(2)
for (const word of DOMAIN.trim().split(/\s+/)) domain.add(word)

/** The domain's word that a typed one is a slip of, or undefined. */
export function repairWord(word: string): string | undefined {
  return word.length >= 4 ? domain.near(word)[0] : undefined
}
