import { FrameBuilder } from '../frame-builder.ts'
import { CONSENT_WORD } from '../readers/consent.ts'
import { type Cue, type Evidence, type IntentReader, weighCues } from './intent.ts'
import { readStudent } from './students.ts'

const CUES: readonly Cue[] = [
  [
    /\b(?:consent|consents|consented|(?:media|photo|video|image|publicity|picture|press|web)(?: and \w+)? (?:release|releases|permission|consent|form|waiver|authorization|opt out|ok|slip|agreement)|release form|permission (?:form|slip)|opt(?:ed|ing|s)? out|opt(?:ed|ing|s)? in)\b/,
    4,
  ],
  [
    /\b(?:mom|moms|mother|dad|dads|father|parent|parents|guardian|guardians|family) (?:has |have |finally |just |already )?signed(?! up)|forms? (?:is |was |are |: )?(?:signed|in|back)\b|\bsigned (?:the |her |his |their )?forms?\b/,
    1.5,
  ],
  [/\b(?:permission|release|waiver|photos?|pictures?|photographed|permiso|likeness)\b/, 1.5],
  [
    /\b(?:signed|pulled|revoked|withdrew|withdrawn|rescinded|on file|turned in|returned|gave|gives|said (?:no|yes|it|ok|its)|says (?:no|yes|it|ok)|does not want|do not want|not want|ok with|okay with|fine with|not ok|refused|declined|approved|agreed|no more|took back|changed (?:her|his|their) mind)\b/,
    1.5,
  ],
  [
    /\b(?:mom|moms|mother|dad|dads|father|parent|parents|guardian|guardians|family|grandma|grandmother|abuela|aunt|uncle|foster)\b/,
    1.5,
  ],
  [/\bspotlight\b/, -2],
  [
    /^(?:(?:hey|hi|ok|so|and|also|quick question) (?:, )?)*(?:who|what|whats|which|when|how many|show|list|any|do (?:we|i|you)|did|is|are|whos|does|has|have (?:we|you)) /,
    -5,
  ],
  [/^(?:undo|cancel|remind|export|print|list|show)\b/, -4],
]

export const recordConsent: IntentReader = {
  intent: 'record_consent',
  weigh: (facts) => {
    const { view, refs } = facts.reading
    CONSENT_WORD.lastIndex = 0
    if (!view.has(CONSENT_WORD)) return []
    const found: Evidence[] = weighCues(view, CUES)
    if (refs.students.length > 0) found.push({ weight: 1.5, why: 'a student' })
    if (facts.granted)
      found.push({ weight: 0.5, why: `${facts.granted.value ? 'given' : 'refused'}: ${facts.granted.why}` })
    return found
  },
  fill: ({ reading, granted }) => {
    const frame = new FrameBuilder('record_consent', reading)
    frame.name('student', 'student', readStudent(reading))
    frame.set('granted', granted?.value)
    if (!frame.slots.student) frame.missing('student')
    if (frame.slots.granted === undefined) frame.missing('granted')
    return frame.build()
  },
}
