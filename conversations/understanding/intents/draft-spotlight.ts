import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { isShouted } from '../names/surroundings.ts'
import { companyRunAt, nameCase } from '../names/unknown.ts'
import { readChannel } from '../readers/place.ts'
import { readRole } from '../readers/role.ts'
import type { Reading, Ref } from '../reading.ts'
import { ASKS, type Cue, type Evidence, type IntentReader, weighCues } from './intent.ts'
import { pickSchool } from './schedule-event.ts'
import { readStudent } from './students.ts'

const CUES: readonly Cue[] = [
  [/\b(?:spotlight|spotlights|spotlighting|student spotlight)\b/, 5],
  [
    /\b(?:shout ?outs?|write (?:something |it |this |that |one |him |her |them )?up|writeup|write (?:something|a (?:post|story|blurb|piece)) (?:about|on|for)|success story|student story|brag|feature (?:on |story )?|celebrate|celebrating|kudos|congrats|congratulations|recognize|highlight)\b/,
    3,
  ],
  [/\b(?:post|story|announcement|announce|article|blurb) (?:for|on|about|to)\b/, 2],
  [/(?:^|\n ?|\| )student : STUDENT/, 3],
  [/(?:^|\n ?|\| )(?:outcome|role|result|title) : /, 2],
  [/\b(?:big|great|good|exciting|amazing|awesome) news\b/, 1],
  [ASKS, -4],
  [/^(?:pull up|see) /, -4],
  [/\bspotlights (?:in|from|this|last|so far|at|for DAYS|DAYS|did|have|we)\b/, -4],
  [/\b(?:consent|media release|photo release|permission|release form)\b/, -2],
  [/^(?:undo|cancel|remind)\b/, -4],
]

export const draftSpotlight: IntentReader = {
  intent: 'draft_spotlight',
  weigh: (facts) => {
    const { reading, outcome } = facts
    const found: Evidence[] = weighCues(reading.view, CUES)
    const isStudent = reading.refs.students.length > 0
    if (isStudent && outcome) found.push({ weight: 3, why: `a student, ${outcome.value}` })
    else if (isStudent && found.length > 0) found.push({ weight: 1, why: 'a student' })
    return found
  },
  fill: fillSpotlight,
}

/** "her CNA license", "a welding competition": no word of the student's own program. */
const LICENSE =
  /^(?:license|licence|cert|certs|certification|certificate|exam|card|test|credential|boards|award|competition|contest|apprentice|apprenticeship|internship|job)$/

function fillSpotlight({ reading, outcome }: Facts): Frame {
  const frame = new FrameBuilder('draft_spotlight', reading)
  const { view, message, refs } = reading
  const student = readStudent(reading)
  frame.name('student', 'student', student)
  frame.name('school', 'school', pickSchool(reading))
  const isEmployed = outcome && /^(?:job|internship|apprenticeship)$/.test(outcome.value)
  frame.name('partner', 'partner', refs.partners.at(-1) ?? (isEmployed ? readEmployer(reading, student) : undefined))
  frame.set('outcome', outcome?.value ?? (readRole(view, message) && refs.partners.length > 0 ? 'job' : undefined))
  const role = readRole(view, message)
  const isLicense = ({ to }: Ref): boolean => LICENSE.test(view.items[to]?.word ?? '')
  const isInRole = ({ from }: Ref): boolean => role !== undefined && role.from <= from && from < role.to
  frame.name(
    'program',
    'program',
    refs.programs.find((program) => !isInRole(program) && !isLicense(program)),
  )
  frame.set('role', role?.value)
  frame.set('channel', readChannel(message.typed))
  if (!frame.slots.student) frame.missing('student')
  if (!frame.slots.outcome) frame.missing('outcome')
  return frame.build()
}

/** An employer that the directory does not have: "hired at Acme Widgets". */
function readEmployer({ view, message }: Reading, student: Ref | undefined): Ref | undefined {
  const after =
    /\b(?:internship|intern|apprenticeship|apprentice|job|hired|position|offer|work|works|working|employed|role|gig)(?: \S+){0,4}? (?:at|with|by|from)(?= )|\b(?:employer|company|partner) :/g
  for (const { to } of view.matches(after)) {
    const run = companyRunAt(message, view, to)
    if (!run || (student && run.from < student.to && student.from < run.to)) continue
    return {
      from: run.from,
      to: run.to,
      typed: run.typed,
      entries: [],
      text: nameCase(run.typed, isShouted(message)),
      isOwner: false,
    }
  }
  return undefined
}
