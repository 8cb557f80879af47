import type { Low } from 'lowdb'
import { handedBack, settleDelivery, takeDelivery } from '../leases.ts'
import { CannotStore } from '../problem.ts'
import type { RecordKind, RecordRef } from '../records.ts'
import type { Store, Turn } from '../store.ts'
import type { JournaledFile } from './adapter.ts'
import { planTurn } from './commit.ts'
import type { Lock } from './lock.ts'
import { createMemory, type Memory, recordsAmong } from './memory.ts'
import { standingOf } from './standing.ts'
import type { Change, Tables } from './tables.ts'
import { planRedaction, pruned } from './upkeep.ts'
import { createWriter, type Writer } from './writer.ts'

/** The journal is folded into the file when it is longer than the file, and longer than this. */
const FOLD_BYTES = 4 * 1024 * 1024
/**
 * It is folded sooner when nothing was written for so long, unless the file is long and several times longer: then
 * turning all of it to text again would cost more than the turns did.
 */
const QUIET_MS = 1_000
const QUIET_RATIO = 4
const SHORT_FILE_BYTES = 200_000

/** The store over lowdb's data, which are read from memory, and a journal, which takes every change first. */
export function createJournaledStore(low: Low<Tables>, journal: JournaledFile, lock: Lock): Store {
  const memory: Memory = createMemory(low.data)
  const watchers = new Set<{ kinds: readonly RecordKind[]; changed: (refs: readonly RecordRef[]) => void }>()
  let folding: Promise<void> | undefined
  let quiet: NodeJS.Timeout | undefined

  /**
   * Folds the journal into the file beside the turns that go on; one that fails is tried again later. Called between
   * batches alone: no append is under way.
   */
  function fold(): void {
    clearTimeout(quiet)
    if (!lock.isHeld()) return
    memory.apply(pruned(memory.tables))
    folding ??= low
      .write()
      .catch((error: unknown) => {
        if (!(error instanceof CannotStore)) throw error
      })
      .finally(() => {
        folding = undefined
      })
  }

  const writer: Writer = createWriter({
    memory,
    async append(changes) {
      if (!lock.isHeld()) throw new CannotStore('another Liaison has taken the store over')
      await journal.append(changes)
    },
    stored(changes) {
      const sizes = journal.sizes()
      if (sizes.journal > FOLD_BYTES && sizes.journal > sizes.file && !folding) fold()
      else if (sizes.journal > 0) {
        clearTimeout(quiet)
        quiet = setTimeout(() => void writer.run(foldWhenQuiet, { isAlone: true }), QUIET_MS).unref()
      }
      tell(changes)
    },
  })

  function foldWhenQuiet(): void {
    const sizes = journal.sizes()
    if (!folding && (sizes.journal * QUIET_RATIO > sizes.file || sizes.file < SHORT_FILE_BYTES)) fold()
  }

  async function foldNow(): Promise<void> {
    await writer.idle()
    await folding
    if (journal.sizes().journal > 0) await writer.run(fold, { isAlone: true })
    await folding
  }

  /** A watcher's bug is no reason to stop storing: it surfaces by itself. */
  function tell(changes: readonly Change[]): void {
    const refs = recordsAmong(changes)
    for (const { kinds, changed } of watchers) {
      const mine = refs.filter(({ kind }) => kinds.includes(kind))
      try {
        if (mine.length > 0) changed(mine)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  return {
    ...memory.reads,

    standing: (query) => standingOf(query, memory.reads),

    async commit(turn) {
      // The store's own copy, plain JSON: what the caller does with its turn later changes nothing here.
      const mine: Turn = JSON.parse(JSON.stringify(turn))
      try {
        return await writer.run((draft) => planTurn(mine, draft, memory))
      } catch (error) {
        if (error instanceof CannotStore) return { ok: false, error: { kind: 'cannot-store', reason: error.message } }
        throw error
      }
    },

    async lease(now, lease, limit) {
      try {
        return await writer.run(
          (draft) => {
            const taken = memory.waiting.takable(now, limit).map((delivery) => takeDelivery(delivery, lease))
            for (const row of taken) draft.change({ table: '$outbox', key: row.id, row })
            return taken
          },
          { isAlone: true },
        )
      } catch (error) {
        if (error instanceof CannotStore) return []
        throw error
      }
    },

    async settle(id, owner, settlement) {
      try {
        const settled = await writer.run((draft) => {
          const delivery = draft.row('$outbox', id)
          if (delivery?.state !== 'due' || delivery.lease?.owner !== owner) return undefined
          // Before the outcome is stored: whoever takes the next one must not come in between.
          if (settlement.state === 'sent' && settlement.restUntil)
            memory.waiting.rest(delivery.orderKey, settlement.restUntil)
          draft.change({ table: '$outbox', key: id, row: settleDelivery(delivery, settlement) })
          return delivery
        })
        return settled !== undefined
      } catch (error) {
        if (error instanceof CannotStore) return false
        throw error
      }
    },

    async claim(id, owner, now) {
      try {
        return await writer.run((draft) => {
          const delivery = draft.row('$outbox', id)
          if (delivery?.state !== 'due' || delivery.lease?.owner !== owner || delivery.lease.until <= now) return false
          if (memory.waiting.isFree(delivery, now)) return true
          draft.change({ table: '$outbox', key: id, row: settleDelivery(delivery, handedBack(delivery)) })
          return false
        })
      } catch (error) {
        if (error instanceof CannotStore) return false
        throw error
      }
    },

    waiting: async () => memory.waiting.sum(),

    nextDue: async () => memory.waiting.nextDue(),

    async redact(names, replacement) {
      const places = await writer.run((draft) => planRedaction(memory.tables, draft, names, replacement), {
        isAlone: true,
      })
      // The journal still holds the names, and so would a file that is being written now.
      await foldNow()
      return places
    },

    watch(kinds, changed) {
      const watcher = { kinds, changed }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },

    async check() {
      try {
        if (!lock.isHeld()) throw new CannotStore('another Liaison has taken the store over')
        await journal.probe()
        return { ok: true, value: true }
      } catch (error) {
        if (error instanceof CannotStore) return { ok: false, error: error.message }
        throw error
      }
    },

    async close() {
      await foldNow()
      await journal.close()
      await lock.release()
    },
  }
}
