import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Card } from '../../data/card.ts'
import type { Address, ChannelName, Delivery, Sender } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { createRecordingIntake, KEPT_CARD, type RecordingIntake, replyTo } from './recording-intake.ts'
import { anyCard, CARD_OF_EACH_KIND, HOSTILE_TEXTS } from './sample-cards.ts'
import { unhurried } from './unhurried.ts'

/** One message as a person on the platform sees it. */
export type Shown = {
  /** The platform's id of the place: a channel, a direct chat. */
  place: string
  /** Set where one person alone sees it in a place that others see too. */
  onlyFor?: string
  /** Everything readable, buttons and labels included. */
  text: string
  isDeleted: boolean
}

/** What the contract needs of one channel: its real adapter between a stand-in of its platform and an intake. */
export type ChannelRun = {
  sender: Sender
  /** Says a sentence in the person's direct chat, genuinely (signed, with a token). `id` is the platform's own. */
  say(text: string, id: string): Promise<{ status: number }>
  /** The same with a signature or token that is not genuine. Absent where the channel has no such thing. */
  sayForged?(text: string, id: string): Promise<{ status: number }>
  /** A message that Liaison itself posted, delivered to it by the platform. Absent where platforms never do. */
  sayAsLiaison?(text: string, id: string): Promise<{ status: number }>
  /** Presses a button of the newest message in the direct chat. */
  press(press: string, id: string): Promise<{ status: number }>
  /** Sends an inline form in the direct chat. */
  submit(press: string, values: Readonly<Record<string, string | string[]>>, id: string): Promise<{ status: number }>
  /** The direct chat of the person who speaks. */
  direct: Address
  /** A place with several people, where the person who speaks can be answered in private. */
  shared: Address
  /** Everything on the platform now, oldest first. */
  shown(): Shown[]
  /** What the platform would have refused or misread: a limit passed, mark-up come to life. */
  problems(): string[]
  /** Resolves when nothing that follows an acknowledgement is under way. */
  settled(): Promise<void>
  close(): Promise<void>
}

export type ChannelDriver = {
  name: ChannelName
  start(intake: RecordingIntake, ready: (sender: Sender) => void): Promise<ChannelRun>
}

const NOW = 1_796_140_320_000 as Instant

let count = 0
function deliveryTo(to: Address, card: Card, changes: Partial<Delivery> = {}): Delivery {
  count += 1
  return {
    id: `delivery-${count}`,
    turn: 'turn-1',
    to,
    isPrivate: false,
    content: { kind: 'post', card },
    orderKey: 'place',
    isUrgent: false,
    due: NOW,
    state: 'due',
    attempts: 0,
    ...changes,
  }
}

/** What every channel keeps to. Call it in the channel's own test file with its driver. */
export function describeChannel(driver: ChannelDriver): void {
  describe(`${driver.name} as a channel`, () => {
    let run: ChannelRun
    let intake: RecordingIntake
    let sender: Sender | undefined

    beforeEach(async () => {
      intake = createRecordingIntake(() => {
        if (!sender) throw new Error('the channel has not said what its sender is')
        return sender
      })
      run = await driver.start(intake, (ready) => {
        sender = ready
      })
      sender ??= run.sender
    })
    afterEach(async () => {
      await run.close()
      sender = undefined
    })

    it('takes a genuine sentence as it was typed, and answers it', async () => {
      const { status } = await run.say('called marcus at coned & co this am', 'm1')
      await run.settled()
      expect(status).toBeLessThan(300)
      expect(intake.kept).toHaveLength(1)
      expect(intake.kept[0]).toMatchObject({
        what: { kind: 'said', text: 'called marcus at coned & co this am' },
        author: { channel: driver.name },
        place: { channel: driver.name, isDirect: true },
      })
      expect(run.shown().map((message) => message.text)).toEqual([expect.stringContaining('Kept.')])
    })

    it.each(HOSTILE_TEXTS.filter((text) => text.trim() !== '' && !/\p{Surrogate}/u.test(text)))(
      'takes %j as it was typed',
      async (text) => {
        await run.say(text, 'm1')
        await run.settled()
        const what = intake.kept[0]?.what
        expect(what?.kind === 'said' && what.text.trim()).toBe(text.trim())
      },
    )

    it('acknowledges only once the turn is kept', async () => {
      const release = intake.hold()
      let isAcknowledged = false
      const response = run.say('log it', 'm1').then((result) => {
        isAcknowledged = true
        return result
      })
      while (intake.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
      await new Promise((resolve) => setImmediate(resolve))
      expect(isAcknowledged).toBe(false)
      release()
      expect((await response).status).toBeLessThan(300)
    })

    it('refuses what is forged, and does nothing', async (context) => {
      if (!run.sayForged) return context.skip('nothing can be forged in this channel')
      const { status } = await run.sayForged('log it', 'm1')
      await run.settled()
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(intake.calls).toEqual([])
      expect(run.shown()).toEqual([])
    })

    it('takes the same delivery, three times at once, as one', async () => {
      await Promise.all([run.say('log it', 'm1'), run.say('log it', 'm1'), run.say('log it', 'm1')])
      await run.settled()
      expect(new Set(intake.calls.map((inbound) => inbound.id)).size).toBe(1)
      expect(run.shown()).toHaveLength(1)
    })

    it('does not answer itself', async (context) => {
      if (!run.sayAsLiaison) return context.skip('this channel does not send back what Liaison says')
      await run.sayAsLiaison('Logged.', 'm1')
      await run.settled()
      expect(intake.calls).toEqual([])
      expect(run.shown()).toEqual([])
    })

    it('takes a pressed button with the message that holds it, and puts the answer in its place', async () => {
      intake.answerWith((inbound) => [
        replyTo(
          inbound,
          inbound.what.kind === 'pressed'
            ? { summary: 'Undone.', parts: [{ kind: 'text', text: 'Undone.' }] }
            : CARD_OF_EACH_KIND.actions.card,
        ),
      ])
      await run.say('log it', 'm1')
      await run.settled()
      await run.press('contact.undo?turn=t1', 'p1')
      await run.settled()
      expect(intake.kept[1]?.what).toEqual({ kind: 'pressed', press: { action: 'contact.undo', args: { turn: 't1' } } })
      expect(intake.kept[1]?.on).toBeDefined()
      const standing = run.shown().filter((message) => !message.isDeleted)
      expect(standing.map((message) => message.text)).toEqual([expect.stringContaining('Undone.')])
    })

    it('takes a form with its values by field', async () => {
      intake.answerWith((inbound) => [replyTo(inbound, CARD_OF_EACH_KIND.fields.card)])
      await run.say('change it', 'm1')
      await run.settled()
      const values = { partner: 'National Grid', count: '3', date: '2026-12-02', method: 'visit', offers: ['interns'] }
      await run.submit('contact.save?turn=t1', values, 's1')
      await run.settled()
      const { what } = intake.kept[1] ?? {}
      expect(what).toMatchObject({ kind: 'submitted', press: { action: 'contact.save', args: { turn: 't1' } }, values })
    })

    it.each(Object.entries(CARD_OF_EACH_KIND))(
      'shows a card of the kind %s within its limits',
      async (_, { card, shows }) => {
        const result = await unhurried(run.sender).send(deliveryTo(run.direct, card))
        expect(result.kind).toBe('sent')
        expect(run.problems()).toEqual([])
        expect(run.shown().at(-1)?.text).toContain(shows)
      },
    )

    it('keeps what is private from everyone else', async () => {
      const secret: Card = { summary: 'Jaylen M.', parts: [{ kind: 'text', text: 'Jaylen M., culinary' }] }
      const result = await unhurried(run.sender).send(deliveryTo(run.shared, secret, { isPrivate: true }))
      expect(result.kind).toBe('sent')
      const place = run.shared.place
      const seenByOthers = run.shown().filter((message) => message.place === place && message.onlyFor === undefined)
      expect(seenByOthers.map((message) => message.text).join(' ')).not.toContain('Jaylen')
    })

    it('replaces and deletes what it posted', async () => {
      const first = await unhurried(run.sender).send(deliveryTo(run.direct, KEPT_CARD))
      if (first.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(first)}`)
      const changed: Card = { summary: 'Changed.', parts: [{ kind: 'text', text: 'Changed.' }] }
      const target = { message: first.ref }
      const replaced = await unhurried(run.sender).send(
        deliveryTo(run.direct, changed, { content: { kind: 'replace', card: changed, target } }),
      )
      expect(replaced.kind).toBe('sent')
      expect(run.shown().map((message) => message.text)).toEqual([expect.stringContaining('Changed.')])
      const deleted = await unhurried(run.sender).send(
        deliveryTo(run.direct, changed, { content: { kind: 'delete', target } }),
      )
      expect(deleted.kind).toBe('sent')
      expect(run.shown().filter((message) => !message.isDeleted)).toEqual([])
    })

    it('shows any card at all: nothing thrown, no limit passed, no mark-up come to life', async () => {
      await fc.assert(
        fc.asyncProperty(anyCard, async (card) => {
          expect((await unhurried(run.sender).send(deliveryTo(run.direct, card))).kind).toBe('sent')
          expect(run.problems()).toEqual([])
        }),
        { numRuns: 30 },
      )
    })
  })
}
