import type { ChannelName } from '../data/delivery.ts'
import { CannotStore } from '../data/problem.ts'
import { type CommitRefusal, conversationGuard, type Store, type Turn } from '../data/store.ts'
import { type Instant, localMomentAt, type Zone } from '../data/time.ts'
import { type AdmissionPolicy, admit, whoIs } from './admission.ts'
import { type Conversation, type Moment, type Outcome, RECENT_MS } from './conversation.ts'
import { decidingWith } from './deciding.ts'
import { takeDue } from './due.ts'
import type { Inbound } from './inbound.ts'
import type { Handled } from './intake.ts'
import { brokenCard, changedCard, notAdmittedCard, notStoredCard } from './notices.ts'
import { registryOf } from './routing.ts'
import { conversationKey, turnIdOf, turnOfInbound, turnOfOccasion } from './turns.ts'
import type { Knowledge } from './understanding/knowledge.ts'

/** How often a turn is decided again when what it rests on has changed meanwhile. */
const MOST_DECISIONS = 3
/** How often it lets turns of the same conversation go first that other replicas take. */
const MOST_WAITS = 30

/** Told of what happens, without text, names or contact details. */
export type EngineLog = {
  turn(entry: {
    turn: string
    channel: string
    what: string
    outcome: 'kept' | 'repeat' | 'refused' | 'not-admitted'
    /** Why the store did not take it. */
    reason?: string
  }): void
  broken(entry: { turn: string; channel: string; error: unknown }): void
}

export type EngineOptions = {
  store: Store
  clock: () => Instant
  zone: Zone
  knowledge: Knowledge
  conversations: readonly Conversation[]
  admission: AdmissionPolicy
  /** The channel on which people are written to who never spoke. */
  home: ChannelName
  /** Names this process as the holder of its replies' leases. */
  owner: string
  publicUrl?: string
  sendsMail?: boolean
  linkTo?: Moment['linkTo']
  log: EngineLog
}

export type Engine = {
  /** Takes one inbound: decides, commits, and hands back the replies. Never rejects. */
  handle(inbound: Inbound): Promise<Handled>
  /** Does what the clock has made due, each thing once. Resolves with the number of turns taken; rejects while the store is away. */
  runDue(): Promise<number>
  /**
   * Takes a turn of someone without an account, who came by a signed link; `by`: of the staff member whose link it is.
   * `decide` may come to nothing to record. False: the store refused, and nothing was kept.
   */
  takeGuest(inbound: string, decide: (moment: Moment) => Promise<Outcome | undefined>, by?: string): Promise<boolean>
}

/** The conversation engine: read, decide, commit. Delivering is the courier's. */
export function createEngine(options: EngineOptions): Engine {
  const { store, clock, owner, home, log } = options
  const decide = decidingWith(registryOf(options.conversations))
  /** The last turn under way in each conversation: the next one waits for it. */
  const underWay = new Map<string, Promise<unknown>>()

  const momentOf = (turn: string, isAgain = false): Moment => {
    const now = clock()
    const { zone, knowledge, publicUrl, sendsMail, linkTo } = options
    return {
      turn,
      now,
      local: localMomentAt(now, zone),
      zone,
      reads: store,
      knowledge,
      ...(isAgain ? { isAgain } : {}),
      ...(publicUrl ? { publicUrl } : {}),
      ...(sendsMail ? { sendsMail } : {}),
      ...(linkTo ? { linkTo } : {}),
    }
  }

  async function take(inbound: Inbound, turn: string): Promise<Handled> {
    const { channel } = inbound.author
    let refusal: CommitRefusal | undefined
    const key = conversationKey(inbound)
    for (let decisions = 0, waits = 0; decisions < MOST_DECISIONS && waits < MOST_WAITS; ) {
      const before = { conversation: key, recentSince: (clock() - RECENT_MS) as Instant }
      let standing = await store.standing({ ...before, who: whoIs(inbound.author, options.admission) })
      const admitted = await admit(inbound.author, standing.staff, options.admission, store)
      if (!admitted) {
        log.turn({ turn, channel, what: 'none', outcome: 'not-admitted' })
        return { kind: 'not-kept', card: notAdmittedCard(), why: 'not-admitted' }
      }
      const { speaker } = admitted
      // Their first message from this account: who they are is known by now.
      if (!standing.staff) standing = await store.standing({ ...before, who: { id: speaker.id } })
      const moment = momentOf(turn, decisions > 0)
      const outcome = await decide(inbound, speaker, standing, moment)
      const made = await turnOfInbound(outcome, inbound, speaker.id, standing.conversation, {
        turn,
        owner,
        home,
        now: moment.now,
        reads: store,
      })
      const result = await store.commit({ ...made, writes: mergeStaffWrites(admitted.writes, made.writes) })
      if (result.ok) {
        log.turn({ turn, channel, what: outcome.what, outcome: 'kept' })
        return { kind: 'kept', turn, replies: repliesOf(made), isRepeat: false }
      }
      refusal = result.error
      if (refusal.kind !== 'changed-since') break
      // An earlier message of the same person, on another replica: this one has only waited for it.
      if (refusal.guard === conversationGuard(key)) waits += 1
      else decisions += 1
    }
    return refused(refusal, turn, channel)
  }

  async function refused(refusal: CommitRefusal | undefined, turn: string, channel: string): Promise<Handled> {
    if (refusal?.kind === 'already-handled') {
      log.turn({ turn, channel, what: refusal.turn.what, outcome: 'repeat' })
      const deliveries = await store.deliveries({ turn: refusal.turn.id, limit: 20 })
      return { kind: 'kept', turn, replies: deliveries.filter(({ id }) => isReply(id, turn)), isRepeat: true }
    }
    const reason = refusal?.kind === 'cannot-store' ? refusal.reason : 'others change the same'
    log.turn({ turn, channel, what: 'none', outcome: 'refused', reason })
    const card = refusal?.kind === 'cannot-store' ? notStoredCard() : changedCard()
    return { kind: 'not-kept', card, why: 'cannot-store' }
  }

  return {
    async handle(inbound) {
      const turn = turnIdOf(inbound.id)
      const { channel } = inbound.author
      const key = conversationKey(inbound)
      const before = underWay.get(key) ?? Promise.resolve()
      const mine = before
        .then(() => take(inbound, turn))
        .catch((error: unknown): Handled | Promise<Handled> => {
          // The store could not even be read: the database is away.
          if (error instanceof CannotStore)
            return refused({ kind: 'cannot-store', reason: error.message }, turn, channel)
          log.broken({ turn, channel, error })
          return { kind: 'not-kept', card: brokenCard(turn), why: 'broken' }
        })
      underWay.set(key, mine)
      const handled = await mine
      if (underWay.get(key) === mine) underWay.delete(key)
      return handled
    },

    async takeGuest(inbound, decideGuest, by) {
      const turn = turnIdOf(inbound)
      for (let decisions = 0; decisions < MOST_DECISIONS; decisions += 1) {
        const moment = momentOf(turn)
        const outcome = await decideGuest(moment)
        if (!outcome) return true
        const maker = { turn, owner, home, now: moment.now, reads: store }
        const made = await turnOfOccasion(outcome, inbound, 'guests', maker)
        const result = await store.commit({ ...made, ...(by ? { by } : {}) })
        if (result.ok) {
          log.turn({ turn, channel: 'page', what: outcome.what, outcome: 'kept' })
          return true
        }
        if (result.error.kind === 'already-handled') return true
        if (result.error.kind !== 'changed-since') break
      }
      log.turn({ turn, channel: 'page', what: 'none', outcome: 'refused' })
      return false
    },

    runDue: () => {
      const broken = (turn: string, error: unknown): void => log.broken({ turn, channel: 'clock', error })
      return takeDue(options.conversations, { store, clock, owner, home, momentOf, broken })
    },
  }
}

const isReply = (delivery: string, turn: string): boolean => delivery.startsWith(`${turn}-r`) && /-r\d+$/.test(delivery)

const repliesOf = (turn: Turn): Turn['deliveries'] => turn.deliveries.filter(({ id }) => isReply(id, turn.id))

/** A turn that writes the speaker's own staff record (a new role) already holds what admission would write. */
function mergeStaffWrites(admission: Turn['writes'], writes: Turn['writes']): Turn['writes'] {
  return [
    ...admission.filter(({ id }) => !writes.some((write) => write.kind === 'staff' && write.id === id)),
    ...writes,
  ]
}
