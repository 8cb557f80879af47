import type { Outcome, Request, Situation } from '../conversation.ts'
import { type Frame, frameOf } from '../understanding/frame.ts'
import { makeAssembly } from './assembly.ts'
import { showBrief } from './brief.ts'
import { checklistOf } from './checklist.ts'
import { checkItem } from './checklist-press.ts'
import { answerCook } from './food.ts'
import { lastEvent, readAmong } from './it.ts'

const BRIEF =
  /^\W*(?:(?:show|send|give|print)(?: me)? )?(?:the |a )?(?:speaker(?:'s|s)? )?brief(?:ing)?(?: (?:for|of|to|on) (?:the )?(?<event>.+?))?\W*$/i
const DONE =
  /^\W*(?:the )?(?<item>[a-z ]{3,30}?) (?:is|are|has been|have been) (?:all )?(?:done|arranged|in|confirmed|ready|set|sorted|booked)\W*$/i
const ASSEMBLY = /^\W*(?:please )?make (?:it|that|this) an assembly\W*$/i

/** What a button of the event just spoken of does, said in words: "brief", "travel is arranged", "make it an assembly". */
export function hearPress(text: string, situation: Situation): Frame | undefined {
  const last = lastEvent(situation)
  const brief = BRIEF.exec(text)
  if (brief) {
    const named = brief.groups?.event
    const read = named ? readAmong(`cancel the ${named}`, situation.knowledge.events, situation) : undefined
    const id = named ? read?.slots.target : last?.event === 'speaker' ? last.id : undefined
    return id ? frameOf('press_event', { slots: { target: id }, extra: { does: 'brief' } }) : undefined
  }
  if (!last) return undefined
  const pressed = (does: string, item = ''): Frame =>
    frameOf('press_event', { slots: { target: last.id }, extra: { does, item } })
  if (ASSEMBLY.test(text)) return pressed('assembly')
  const said = DONE.exec(text)?.groups?.item?.toLowerCase()
  if (!said) return undefined
  if (said === 'food' && last.event === 'breakfast') return pressed('food')
  const found = checklistOf(last.event).filter(
    (item) => item === said || item.split(' ').includes(said.replace(/s$/, '')) || item.startsWith(said),
  )
  return found.length === 1 ? pressed('done', found[0]) : undefined
}

/** Does what the event's button would do. */
export async function pressEvent({ frame }: Request, situation: Situation): Promise<Outcome> {
  const id = frame.slots.target ?? ''
  const item = typeof frame.extra.item === 'string' ? frame.extra.item : ''
  switch (frame.extra.does) {
    case 'brief':
      return showBrief({ id }, situation)
    case 'assembly':
      return makeAssembly({ id }, situation)
    case 'food':
      return answerCook({ id, answer: 'yes' }, situation)
    default:
      return checkItem({ id, item }, situation)
  }
}
