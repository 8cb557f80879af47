import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { createMailSender } from '../../../adapters/mail/sender.ts'
import type { Delivery } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'
import { hearText } from '../../fakes/mail-server.ts'
import { unhurried } from '../unhurried.ts'

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

type Manner = {
  rcpt?: number
  needsAuth?: boolean
  breaksOff?: 'at the recipient' | 'after the mail'
  /** From there on no answer comes; then it is told. */
  isSilent?: { from: 'at the recipient' | 'after the mail'; told: () => void }
}

async function open({ rcpt, needsAuth = false, breaksOff, isSilent }: Manner = {}) {
  const mails: string[] = []
  const sockets: Socket[] = []
  const breakOff = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: !needsAuth,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_, __, done) => done(new Error('no')),
    onRcptTo(_, __, done) {
      if (isSilent?.from === 'at the recipient') isSilent.told()
      else if (breaksOff === 'at the recipient') breakOff()
      else if (rcpt) done(Object.assign(new Error('no'), { responseCode: rcpt }))
      else done()
    },
    onData(stream, _, done) {
      hearText(stream, (text) => {
        mails.push(text)
        if (isSilent) isSilent.told()
        else if (breaksOff === 'after the mail') breakOff()
        else done()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const sender = createMailSender({
    url: `smtp://${needsAuth ? 'liaison:old@' : ''}127.0.0.1:${port}`,
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
  const result = await unhurried(sender).send(delivery(ana))
  expect(result).toMatchObject({ kind: 'sent', ref: { message: '<tAbc-told-1@schools.example>' } })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('To: Ana Ruiz <ana@metro.example>')
  expect(mails[0]).toContain('Subject: Invitation: Partner breakfast')
  expect(mails[0]).toContain('Dear Ana, please come.')
  expect(mails[0]).toMatch(/Content-Type: text\/calendar;.*method=REQUEST/)
})

test('text from people becomes no header', async () => {
  const { mails, sender } = await open()
  await unhurried(sender).send(
    delivery({ ...ana, name: 'Ana\r\nBcc: all@metro.example' }, 'Hello\r\nBcc: all@metro.example'),
  )
  expect(mails[0]).not.toMatch(/^Bcc:/m)
})

test('what the server refuses for good is not tried again, what it refuses for now is', async () => {
  const never = await open({ rcpt: 550 })
  expect(await unhurried(never.sender).send(delivery(ana))).toMatchObject({ kind: 'refused' })
  const later = await open({ rcpt: 451 })
  expect(await unhurried(later.sender).send(delivery(ana))).toMatchObject({ kind: 'retry' })
  expect(await unhurried(later.sender).send(delivery({ name: 'Ana Ruiz' }))).toMatchObject({ kind: 'refused' })
})

test('a server that is down is tried again, each time later', async () => {
  const { sender, server } = await open()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(await unhurried(sender).send(delivery(ana))).toMatchObject({ kind: 'retry', afterMs: 30_000 })
  expect(await unhurried(sender).send({ ...delivery(ana), attempts: 5 })).toMatchObject({
    kind: 'retry',
    afterMs: 480_000,
  })
  expect(await unhurried(sender).send({ ...delivery(ana), attempts: 11 })).toMatchObject({
    kind: 'retry',
    afterMs: 14_400_000,
  })
})

test('one that breaks off before the mail was handed over is tried again, one that had the mail never is', async () => {
  const early = await open({ breaksOff: 'at the recipient' })
  expect(await unhurried(early.sender).send(delivery(ana))).toMatchObject({ kind: 'retry' })
  expect(early.mails).toHaveLength(0)
  const late = await open({ breaksOff: 'after the mail' })
  expect(await unhurried(late.sender).send(delivery(ana))).toMatchObject({ kind: 'unknown' })
  expect(late.mails).toHaveLength(1)
  expect(await unhurried(late.sender).find(delivery(ana))).toBe('unknown')
})

test('a password that is not taken is no word on the mail: it is tried again', async () => {
  const { sender } = await open({ needsAuth: true })
  expect(await unhurried(sender).send(delivery(ana))).toMatchObject({ kind: 'retry' })
})

test('a server that says nothing is given up when time is up: to be tried again, unless it had the mail', async () => {
  for (const [from, kind, mailed] of [
    ['at the recipient', 'retry', 0],
    ['after the mail', 'unknown', 1],
  ] as const) {
    const timeIsUp = new AbortController()
    const { mails, sender } = await open({ isSilent: { from, told: () => timeIsUp.abort() } })
    const result = await sender.send(delivery(ana), { signal: timeIsUp.signal, leftMs: () => 1 })
    expect(result.kind).toBe(kind)
    expect(mails).toHaveLength(mailed)
  }
})

test('nothing is begun where the calendar entry took all the time there was', async () => {
  const { mails, sender } = await open()
  const result = await sender.send(delivery(ana), { signal: AbortSignal.abort(), leftMs: () => 0 })
  expect(result).toMatchObject({ kind: 'retry', afterMs: 30_000 })
  expect(mails).toEqual([])
})
