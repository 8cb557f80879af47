import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { createMailSender } from '../../../adapters/mail/sender.ts'
import type { Delivery } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'

const delivery = (route: Record<string, string>, summary = 'Invitation: Partner breakfast'): Delivery => ({
  id: 'tAbc-told-1',
  turn: 'tAbc',
  to: { channel: 'mail', isDirect: true, person: 'p1', route },
  isPrivate: false,
  content: { kind: 'post', card: { summary, parts: [{ kind: 'text', text: 'Dear Ana, please come.' }] } },
  orderKey: 'mail||@p1',
  isUrgent: false,
  due: 0 as Instant,
  state: 'due',
  attempts: 1,
})

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function open(refuses?: { rcpt?: number }) {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      if (refuses?.rcpt) done(Object.assign(new Error('no'), { responseCode: refuses.rcpt }))
      else done()
    },
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        mails.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const sender = createMailSender({
    url: `smtp://127.0.0.1:${port}`,
    from: 'liaison@schools.example',
    calendarFor: async () => 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
  })
  closers.push(
    () => sender.close(),
    () => server.close(),
  )
  return { mails, sender, server }
}

const ana = { email: 'ana@metro.example', name: 'Ana Ruiz', method: 'REQUEST' }

test('a guest gets a mail with the event as a calendar invitation, under the key of its delivery', async () => {
  const { mails, sender } = await open()
  const result = await sender.send(delivery(ana))
  expect(result).toMatchObject({ kind: 'sent', ref: { message: '<tAbc-told-1@schools.example>' } })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('To: Ana Ruiz <ana@metro.example>')
  expect(mails[0]).toContain('Subject: Invitation: Partner breakfast')
  expect(mails[0]).toContain('Dear Ana, please come.')
  expect(mails[0]).toMatch(/Content-Type: text\/calendar;.*method=REQUEST/)
})

test('text from people becomes no header', async () => {
  const { mails, sender } = await open()
  await sender.send(delivery({ ...ana, name: 'Ana\r\nBcc: all@metro.example' }, 'Hello\r\nBcc: all@metro.example'))
  expect(mails[0]).not.toMatch(/^Bcc:/m)
})

test('what the server refuses for good is not tried again, what it refuses for now is', async () => {
  const never = await open({ rcpt: 550 })
  expect(await never.sender.send(delivery(ana))).toMatchObject({ kind: 'refused' })
  const later = await open({ rcpt: 451 })
  expect(await later.sender.send(delivery(ana))).toMatchObject({ kind: 'retry' })
  expect(await later.sender.send(delivery({ name: 'Ana Ruiz' }))).toMatchObject({ kind: 'refused' })
})

test('a server that is down is tried again', async () => {
  const { sender, server } = await open()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(await sender.send(delivery(ana))).toMatchObject({ kind: 'retry' })
})
