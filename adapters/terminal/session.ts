import type { Inbound } from '../../conversations/inbound.ts'
import type { Intake } from '../../conversations/intake.ts'
import type { Address } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import type { Line } from './line.ts'
import type { Screen } from './screen.ts'

export type Speaker = { id: string; name: string }

/** The staff, as the terminal addresses them. */
export type People = {
  /** By name or e-mail address, in any case. */
  find(name: string): Promise<Speaker | 'unknown' | 'ambiguous'>
}

export type SessionOptions = {
  intake: Intake
  screen: Screen
  people: People
  /** Who speaks until a line says otherwise. */
  speaker: Speaker
  /** An id for each inbound, never the same twice in one store. */
  newId: () => string
}

/** One person after another at one terminal; who spoke last goes on speaking. */
export type Session = {
  speaker(): Speaker
  /** Speaks as another staff member from now on; a sentence where there is no such one. */
  become(name: string): Promise<string | undefined>
  /** Takes what is said, pressed or submitted, until its replies are shown. Returns where that was, or why it is refused. */
  take(
    line: Exclude<Line, { kind: 'now' }>,
    at: Instant,
  ): Promise<{ ok: true; here: Address } | { ok: false; error: string }>
}

/** A session of the terminal over an intake. */
export function createSession(options: SessionOptions): Session {
  const { intake, screen, people, newId } = options
  let speaker = options.speaker

  async function become(name: string): Promise<string | undefined> {
    const found = await people.find(name)
    if (found === 'unknown') return `There is no staff member "${name}".`
    if (found === 'ambiguous') return `There are several staff members "${name}": use the e-mail address.`
    speaker = found
    return undefined
  }

  function inboundOf(line: Exclude<Line, { kind: 'now' }>, at: Instant): Inbound {
    const author = { channel: 'terminal', user: speaker.id, name: speaker.name } as const
    const on = line.kind === 'say' ? undefined : screen.holding(line.value, speaker.id)
    const place = placeOf(line, on?.address, speaker.id)
    const base = { id: newId(), author, at, place, isPrivate: false, ...(on && { on }) }
    switch (line.kind) {
      case 'say':
        return { ...base, what: { kind: 'said', text: line.text } }
      case 'press':
        return { ...base, what: { kind: 'pressed', press: line.press } }
      case 'submit':
        return { ...base, what: { kind: 'submitted', press: line.press, values: line.values } }
      default:
        return line satisfies never
    }
  }

  return {
    speaker: () => speaker,
    become,
    async take(line, at) {
      const problem = line.as === undefined ? undefined : await become(line.as)
      if (problem) return { ok: false, error: problem }
      const inbound = inboundOf(line, at)
      const handled = await intake.handle(inbound)
      if (handled.kind === 'kept') await intake.deliver(handled.replies)
      else screen.showDirectly(handled.card, inbound.place, inbound.id, at)
      return { ok: true, here: inbound.place }
    },
  }
}

/** A button is pressed where its message is; what is said without a place is a direct message. */
function placeOf(line: { place?: string }, message: Address | undefined, person: string): Address {
  const place = line.place ?? (message?.isDirect === false ? message.place : undefined)
  return place === undefined
    ? { channel: 'terminal', isDirect: true, person }
    : { channel: 'terminal', place, isDirect: false, person }
}
