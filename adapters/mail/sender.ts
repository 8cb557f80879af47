import { createTransport } from 'nodemailer'
import type { Logger as MailLogger } from 'nodemailer/lib/shared'
import { OutOfTime, waitWithin } from '../../data/deadline.ts'
import type { Sender, SendResult } from '../../data/delivery.ts'
import { type CalendarFor, letterOf } from './letter.ts'

export type MailOptions = {
  /** `smtp://user:password@mail.example.org:587`. */
  url: string
  /** Address from which mails come. */
  from: string
  calendarFor: CalendarFor
}

/** Milliseconds, of what the attempt has at most. A mail server that does not answer is asked again later. */
const CONNECT_MS = 10_000
const SOCKET_MS = 30_000
/** Milliseconds before a mail is tried a second time; it doubles. With the courier's twelve attempts, half a day in all. */
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 4 * 60 * 60_000

/** Sends what goes to the mail channel. A server does not tell what it has sent, so nothing can be looked up. */
export function createMailSender({ url, from, calendarFor }: MailOptions): Sender & { close(): void } {
  const domain = from.split('@')[1] ?? 'liaison'
  const underWay = new Set<{ close(): void }>()
  return {
    async send(delivery, deadline): Promise<SendResult> {
      const letter = await waitWithin(deadline, letterOf(delivery, domain, calendarFor)).catch(tooLate)
      if (letter === 'too late' || deadline.leftMs() <= 0)
        return { kind: 'retry', afterMs: pauseAfter(delivery.attempts), reason: 'There was no time left for it.' }
      if (!letter) return { kind: 'refused', reason: 'The addressee has no e-mail address.' }
      // A connection of its own tells of this mail alone how far it came.
      const { logger, hasBegun } = dataWatch()
      const transport = createTransport({
        url,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SOCKET_MS,
        transactionLog: true,
        logger,
      })
      underWay.add(transport)
      try {
        const mail = { ...letter, from: { name: 'Liaison', address: from }, signal: deadline.signal }
        await transport.sendMail(mail)
        return { kind: 'sent', ref: { address: delivery.to, message: letter.messageId } }
      } catch (error) {
        return resultOf(error, hasBegun(), pauseAfter(delivery.attempts))
      } finally {
        underWay.delete(transport)
        transport.close()
      }
    },
    find: async () => 'unknown',
    close() {
      for (const transport of underWay) transport.close()
    },
  }
}

function tooLate(error: unknown): 'too late' {
  if (error instanceof OutOfTime) return 'too late'
  throw error
}

/**
 * Watches for the server's word that a mail be handed over (354; RFC 5321, 4.1.1.4). The library's errors do not say how far
 * it came: of every connection that breaks they tell `CONN`.
 */
function dataWatch(): { logger: MailLogger; hasBegun: () => boolean } {
  let begun = false
  const ignore = (): void => undefined
  const watch = (entry: unknown, said: unknown): void => {
    if (fieldOf(entry, 'tnx') === 'server' && /^354/.test(String(said))) begun = true
  }
  const logger = {
    level: ignore,
    trace: ignore,
    debug: watch,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  }
  return { logger, hasBegun: () => begun }
}

const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS)

/** What a failed attempt comes to; reasons hold no address. Once the mail was handed over, only an answer says it was refused. */
function resultOf(error: unknown, isHandedOver: boolean, afterMs: number): SendResult {
  const code = fieldOf(error, 'code') || 'no code'
  const status = Number(fieldOf(error, 'responseCode'))
  // Who is let in is for an administrator to put right, and no word on this mail.
  if (status >= 500 && code !== 'EAUTH') return { kind: 'refused', reason: `The mail server refused it (${status}).` }
  if (status >= 400) return { kind: 'retry', afterMs, reason: `The mail server asked to try again (${status}).` }
  return isHandedOver
    ? { kind: 'unknown', reason: `The mail server was not heard of again (${code}).` }
    : { kind: 'retry', afterMs, reason: `The mail server is not reached (${code}).` }
}

const fieldOf = (error: unknown, field: string): string =>
  error !== null && typeof error === 'object' && field in error ? String(Reflect.get(error, field)) : ''
