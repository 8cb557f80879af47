import type { Answer, EventKind, Method, Offer } from './frame.ts'
import { readAnswer } from './readers/answer.ts'
import { readGranted } from './readers/consent.ts'
import { readEventKinds } from './readers/event-kind.ts'
import type { Find } from './readers/find.ts'
import { readHeadcount } from './readers/headcount.ts'
import { readMethods } from './readers/method.ts'
import { readOffers } from './readers/offers.ts'
import { readOutcome } from './readers/outcome.ts'
import { readPeriods, readRoom } from './readers/place.ts'
import type { Reading } from './reading.ts'

/** What the readers find in one message, each read when it is first asked for. */
export class Facts {
  readonly reading: Reading
  readonly #found = new Map<string, unknown>()

  constructor(reading: Reading) {
    this.reading = reading
  }

  get methods(): Find<Method>[] {
    return this.#once('methods', () => readMethods(this.reading.view))
  }
  get offers(): Find<Offer>[] {
    return this.#once('offers', () => readOffers(this.reading.view))
  }
  get eventKinds(): Find<EventKind>[] {
    return this.#once('eventKinds', () => readEventKinds(this.reading.view))
  }
  get answer(): Find<Answer> | undefined {
    return this.#once('answer', () => readAnswer(this.reading.view))
  }
  get granted(): Find<boolean> | undefined {
    return this.#once('granted', () => readGranted(this.reading.view))
  }
  get outcome() {
    return this.#once('outcome', () => readOutcome(this.reading.view))
  }
  get room(): Find<string> | undefined {
    return this.#once('room', () => readRoom(this.reading.view))
  }
  get periods(): Find<string>[] {
    return this.#once('periods', () => readPeriods(this.reading.view))
  }
  get headcount(): Find<number> | undefined {
    return this.#once('headcount', () => readHeadcount(this.reading.view))
  }

  #once<T>(name: string, read: () => T): T {
    const kept = this.#found.get(name)
    if (kept !== undefined || this.#found.has(name)) return kept as T
    const value = read()
    this.#found.set(name, value)
    return value
  }
}
