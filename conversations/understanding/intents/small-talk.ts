import { frameOf } from '../frame.ts'
import { type Cue, type IntentReader, weighCues } from './intent.ts'

const UNDO_CUES: readonly Cue[] = [
  [
    /^(?:(?:oh|oops|no|wait|please|pls|sorry|hey|ok|MENTION|um|uh|ugh|actually|wrong one|can you|could you|darn|shoot|my bad|my mistake|whoops|yikes|hmm) (?:[,.!-] )?)*(?:undo|revert|unlog|un do|roll back|rollback|roll (?:that|it|this) back|take (?:that|it|this)(?: \S+){0,3}? back|take back|undelete)\b/,
    6,
  ],
  [
    /\b(?:never mind|forget|ignore|disregard)(?: about)? (?:that |the |my )(?:last|previous|most recent|latest) (?:one|entry|log|note|contact|thing|message)\b/,
    5,
  ],
  [/\bundo\b/, 3],
  [
    /\b(?:delete|remove|erase|cancel|scratch|revert|discard|scrap|kill|drop|ignore|reverse|forget|get rid of|take back|take) (?:that|this|it|the|my|what)(?: (?:you just|last|previous|most recent|latest|recent|i just|one|entry|thing|log|note|contact|record|message|post|just|logged|added|entered|action|step|change))+\b/,
    5,
  ],
  [
    /^(?:(?:oh|oops|no|wait|please|sorry|actually|um|ugh|ok|never mind) (?:[,.!-] )?)*(?:scratch|delete|cancel|remove|forget|erase|ignore|disregard|scrap|never mind|strike) (?:that|this|it|that one|this one|the last one|last one|last|all that|that please)(?: (?:please|thanks|one|entry))*(?: [.!])*$/,
    5,
  ],
  [
    /\b(?:did not mean to|should not have|by accident|by mistake|accidentally|wrong (?:one|entry|button)|that was a mistake|logged that (?:twice|wrong)|duplicate)\b/,
    1.5,
  ],
  [/\btake (?:that|it|the|my)(?: \S+){0,4} back\b/, 4],
]

export const undo: IntentReader = {
  intent: 'undo',
  weigh: ({ reading, eventKinds }) => {
    const found = weighCues(reading.view, UNDO_CUES)
    if (found.length === 0) return []
    if (eventKinds.length > 0) found.push({ weight: -3, why: 'an event' })
    if (reading.refs.students.length > 0) found.push({ weight: -2, why: 'a student' })
    return found
  },
  fill: () => frameOf('undo'),
}

const NOISE_CUES: readonly Cue[] = [
  [
    /\b(?:automatic reply|auto reply|autoreply|auto response|out of (?:the )?office|ooo message|do not reply to this|unsubscribe|this message was sent)\b/,
    9,
  ],
]

/** Mail that nobody wrote to the bot. */
export const noise: IntentReader = {
  intent: 'none',
  weigh: ({ reading }) => weighCues(reading.view, NOISE_CUES),
  fill: () => frameOf('none'),
}

const HELLO =
  '(?:(?:hi|hey|hello|hola|yo|ok|okay|so|um|MENTION|bot|liaison|there|please|pls|good morning|morning|quick question|sorry|i|new here|team|again) (?:[,.!?-] )?)*'
const HELP_CUES: readonly Cue[] = [
  [
    new RegExp(
      `^${HELLO}(?:help|help me|help please|i need help|need help|i need help (?:logging|with|adding|using|scheduling)(?: S+){0,3}|need some help|halp|commands|command list|instructions|options|menu|tutorial|examples?|manual|user guide|guide|get started|getting started|how to|usage|list commands|show commands|faq|\\?+)(?: (?:please|me|me out|us|here|with this|using this|thanks|bot|guide|now|with this thing|page|menu|list|for this))*(?: [.!?])*$`,
    ),
    7,
  ],
  [
    /\bwhat (?:can|do|could|all can|else can|(?:kinds?|sorts?) of (?:things|stuff|questions|messages) can|things can|stuff can|all do) (?:you|i|we|this|it|the bot)(?: \S+)? (?:do|say|ask|type|help|tell|use|handle|write|know|understand|request|send|all)\b/,
    6,
  ],
  [
    /\bhow (?:do|can|should|would|to) (?:i|you|we)? ?(?:use|work|log|talk|ask|start|get started|enter|add|schedule|record|type|do this|make|set|operate|write|undo|cancel|phrase|tell|post)\b/,
    5,
  ],
  [/\bhow does (?:this|it|that|the bot|liaison)(?: \S+)? work\b/, 6],
  [
    /\b(?:what are you|who are you|what is this(?: bot| thing| app)?(?= [?.!]|$)|what does this (?:bot|thing|app)? ?do|what do you do|what are (?:the|your|my) (?:commands|options|choices)|what are my options|what should i (?:type|say)|what commands|show me (?:the )?(?:commands|examples|how)|teach me|walk me through|i am (?:lost|confused|stuck)|how this works|what you can do|what i can (?:do|say|ask)|am i doing this right|not sure how (?:to|this))\b/,
    6,
  ],
  [/\bhelp\b/, 1],
]

export const help: IntentReader = {
  intent: 'help',
  weigh: ({ reading }) => {
    const found = weighCues(reading.view, HELP_CUES)
    if (found.every(({ weight }) => weight < 4)) return []
    const { partners, people, students } = reading.refs
    if (partners.length + people.length + students.length > 0) found.push({ weight: -3, why: 'names' })
    return found
  },
  fill: () => frameOf('help'),
}
