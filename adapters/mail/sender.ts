import { createTransport } from 'nodemailer'
import type { Sender, SendResult } from '../../data/delivery.ts'
import { type CalendarFor, letterOf } from './letter.ts'

export type MailOptions = {
  /** `smtp://user:password@mail.example.org:587`. */
  url: string
  /** Address from which mails come. */
  from: string
  calendarFor: CalendarFor
}

/** Milliseconds. A mail server that does not answer is asked again later. */
const CONNECT_MS = 10_000
const SOCKET_MS = 30_000

/** Until then nothing was handed over: trying again sends nothing twice. */
const BEFORE_THE_MAIL = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO'])

/** Sends what goes to the mail channel. A server does not tell what it has sent, so nothing can be looked up. */
export function createMailSender({ url, from, calendarFor }: MailOptions): Sender & { close(): void } {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
  })
  const domain = from.split('@')[1] ?? 'liaison'
  return {
    async send(delivery): Promise<SendResult> {
      const letter = await letterOf(delivery, domain, calendarFor)
      if (!letter) return { kind: 'refused', reason: 'The addressee has no e-mail address.' }
      try {
        await transport.sendMail({ ...letter, from: { name: 'Liaison', address: from } })
        return { kind: 'sent', ref: { address: delivery.to, message: letter.messageId } }
      } catch (error) {
        return resultOf(error)
      }
    },
    find: async () => 'unknown',
    close: () => transport.close(),
  }
}

/** What a failed attempt comes to; reasons hold no address. */
function resultOf(error: unknown): SendResult {
  const code = fieldOf(error, 'code')
  const command = fieldOf(error, 'command')
  const status = Number(fieldOf(error, 'responseCode'))
  if (status >= 500) return { kind: 'refused', reason: `The mail server refused it (${status}).` }
  if (status >= 400) return { kind: 'retry', reason: `The mail server asked to try again (${status}).` }
  const isBefore = ['ECONNREFUSED', 'EDNS', 'ECONNECTION'].includes(code) || BEFORE_THE_MAIL.has(command)
  if (isBefore || code === 'ESOCKET') return { kind: 'retry', reason: `The mail server is not reached (${code}).` }
  return { kind: 'unknown', reason: `The mail server was not heard of again (${code || 'no code'}).` }
}

const fieldOf = (error: unknown, field: string): string =>
  error !== null && typeof error === 'object' && field in error ? String(Reflect.get(error, field)) : ''
