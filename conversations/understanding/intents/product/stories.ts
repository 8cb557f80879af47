import { frameOf } from '../../frame.ts'
import { FrameBuilder } from '../../frame-builder.ts'
import { type IntentReader, weighCues } from '../intent.ts'
import { readStudent } from '../students.ts'

const POST =
  '(?:post|posts|spotlight|spotlights|story|stories|shout out|page|picture|pictures|photo|photos|pic|pics|article|feature|announcement)'

/** "take down jordan's post NOW": the withdrawal of a consent says so itself. */
export const takeDown: IntentReader = {
  intent: 'take_down_spotlight',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /\b(?:take|pull|bring|get)(?: \S+){0,6} (?:down|offline|off the (?:web|site|website|internet|channel|page))\b/,
        5,
      ],
      [/\b(?:unpublish|takedown|take down|unpost)\b/, 6],
      [new RegExp(`\\b(?:remove|delete|pull)(?: \\S+){0,4}? ${POST}\\b`), 4.5],
      [new RegExp(`\\b${POST}\\b`), 2],
    ]).filter((_, __, all) => all.length > 1 || reading.refs.students.length > 0),
  fill: ({ reading }) => {
    const frame = new FrameBuilder('take_down_spotlight', reading).name('student', 'student', readStudent(reading))
    if (!frame.slots.student) frame.missing('student')
    return frame.build()
  },
}

/** "change the second sentence to …": the words themselves are read by the story's own conversation. */
export const editSpotlight: IntentReader = {
  intent: 'edit_spotlight',
  weigh: ({ reading }) =>
    weighCues(reading.view, [
      [
        /^(?:\S+ ){0,2}?(?:change|make|replace|set|rewrite|edit|remove|delete|drop|cut)(?: the)? (?:(?:first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th|headline|title)(?: sentence| line)?|(?:sentence|line) \S+)\b(?=.* (?:to|with|sentence|line)\b)/,
        8,
      ],
      [/^(?:\S+ )?add(?: a| another| one more)? (?:sentence|line)\b/, 8],
    ]),
  fill: () => frameOf('edit_spotlight'),
}

/** "log a placement: Wei Lin at Google, paid internship, 120 hours". */
export const recordPlacement: IntentReader = {
  intent: 'record_placement',
  weigh: ({ reading }) =>
    reading.refs.students.length === 0
      ? []
      : weighCues(reading.view, [
          [
            /^(?:\S+ ){0,2}?(?:log|record|add|note|enter|new|save|register)(?: a| an| the| another| new)*(?: (?:paid|unpaid))? (?:placement|placements)\b|^(?:placement|new placement) ?:/,
            8,
          ],
        ]),
  fill: (facts) => {
    const { reading, outcome } = facts
    const frame = new FrameBuilder('record_placement', reading)
      .name('student', 'student', readStudent(reading))
      .name('partner', 'partner', reading.refs.partners[0])
      .name('program', 'program', reading.refs.programs[0])
      .set(
        'outcome',
        outcome?.value ??
          (reading.view.has(/\bintern/)
            ? 'internship'
            : reading.view.has(/\bapprentice/)
              ? 'apprenticeship'
              : undefined),
      )
    const { text } = reading.view
    const hours = /\b(\d{1,4}) (?:hours|hrs|hour|hr)\b/.exec(text)?.[1]
    const pay = /\bunpaid\b/.test(text) ? false : /\bpaid\b/.test(text) ? true : undefined
    frame.extra({ ...(hours ? { hours: Number(hours) } : {}), ...(pay === undefined ? {} : { isPaid: pay }) })
    if (!frame.slots.partner) frame.missing('partner')
    if (!frame.slots.outcome) frame.missing('outcome')
    return frame.build()
  },
}
