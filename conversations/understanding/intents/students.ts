import { isShouted } from '../names/surroundings.ts'
import { nameCase, personRunAt } from '../names/unknown.ts'
import type { Reading, Ref } from '../reading.ts'

const BEFORE_STUDENT =
  /(?:^|[\n.!?:;,/|-] ?|\b(?:for|on|about|spotlight|to|of|student|name|feature|celebrate|celebrating|congrats|congratulate|kudos|brag|post|highlight|recognize|from|on file for|with|and|is|our|that|story|draft|write up|shoutout|shout out|news|proud of|did)(?: :)? )$/

/** The student that a message is about; one that the directory does not have is `entries: []`. */
export function readStudent(reading: Reading): Ref | undefined {
  const { refs, view, message } = reading
  const [known] = refs.students
  if (known) return known
  for (let at = 0; at < view.items.length; at++) {
    const item = view.items[at]
    if (item?.name || item?.date) {
      // A person or a company of that name, where only a student can be meant ("spotlight for Jordan").
      continue
    }
    const run = personRunAt(message, view, at)
    if (!run) continue
    const before = at === 0 ? '' : `${view.slice(Math.max(0, at - 3), at)} `
    const isPlaced = at === 0 || BEFORE_STUDENT.test(before)
    const isFull = run.to - run.from >= 2
    if (
      isPlaced &&
      (isFull ||
        /^(?:s|from|got|was|has|is|at|in|just|earned|won|landed|,|\(|who|:|mom|dad|family|parents?|for)/.test(
          view.items[run.to]?.word ?? '',
        ) ||
        message.tokens[item?.first ?? 0]?.owner !== undefined)
    ) {
      return {
        from: run.from,
        to: run.to,
        typed: run.typed,
        entries: [],
        text: nameCase(run.typed, isShouted(message)),
        isOwner: false,
      }
    }
    at = run.to - 1
  }
  return undefined
}
