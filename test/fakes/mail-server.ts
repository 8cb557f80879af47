import type { AddressInfo, Socket } from 'node:net'
import type { Readable } from 'node:stream'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'

/** The whole of a mail as it came in. */
export function hearText(stream: Readable, done: (text: string) => void): void {
  let text = ''
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  stream.on('end', () => done(text))
}

/** A mail server that is not ours, and the mails that reached it. It may be down, and comes back under the same port. */
export async function openMailServer(port = 0, breaksOff: () => boolean = () => false) {
  const mails: string[] = []
  const sockets: Socket[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      hearText(stream, (text) => {
        mails.push(text)
        if (breaksOff()) for (const socket of sockets) socket.destroy()
        else done()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.server.address() as AddressInfo
  return { mails, port: taken, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** The calendar part of a mail as a reader of its own has it. */
export function calendarIn(mail: string) {
  const [, head = '', body = ''] = /Content-Type: text\/calendar([\s\S]*?)\r\n\r\n([\s\S]*?)\r\n--/.exec(mail) ?? []
  const text = /Content-Transfer-Encoding: base64/i.test(head) ? Buffer.from(body, 'base64').toString() : body
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const [event] = events
  return {
    type: /method=(\w+)/.exec(head)?.[1],
    method: calendar.getFirstPropertyValue('method'),
    count: events.length,
    uid: event?.uid,
    sequence: event?.sequence,
    start: event?.startDate.toJSDate().toISOString(),
    status: event?.component.getFirstPropertyValue('status'),
    organizer: event?.organizer,
    attendees: event?.attendees.map((one) => String(one.getFirstValue())),
    rule: event?.component.getFirstPropertyValue('rrule')?.toString(),
  }
}

/** A header of a mail, its folded lines joined; empty where it has none. */
export const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(mail)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
