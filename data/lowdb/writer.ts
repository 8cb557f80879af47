import { createDraft, type Draft } from './draft.ts'
import type { Memory } from './memory.ts'
import type { Change } from './tables.ts'

/** Puts changes into the draft and answers what came of it. */
export type Plan<T> = (draft: Draft) => T

/**
 * The one line in which all changes are made. Whoever comes while a batch is being flushed is in the next one, so that
 * many turns at once share one flush; memory changes only when the disk has.
 */
export type Writer = {
  /**
   * Resolves with the plan's answer once its changes are on the disk; rejects with CannotStore where they are not. What
   * the answers of a batch that failed rest on is gone, so all of them fail. `isAlone`: it looks beyond single rows, and
   * so waits for the batch before it.
   */
  run<T>(plan: Plan<T>, options?: { isAlone?: boolean }): Promise<T>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

type Task = { isAlone: boolean; plan(draft: Draft): void; stored(): void; failed(error: unknown): void }

export type WriterOptions = {
  memory: Memory
  append(changes: readonly Change[]): Promise<void>
  /** After each batch that is stored, before its answers are given and the next one is planned. Never throws. */
  stored(changes: readonly Change[]): void
}

export function createWriter({ memory, append, stored }: WriterOptions): Writer {
  const tasks: Task[] = []
  let work: Promise<void> | undefined

  function nextBatch(): Task[] {
    const end = tasks.findIndex(({ isAlone }) => isAlone)
    return tasks.splice(0, end < 0 ? tasks.length : Math.max(end, 1))
  }

  async function store(batch: readonly Task[]): Promise<void> {
    const draft = createDraft(memory.tables)
    const planned: Task[] = []
    for (const task of batch) {
      const before = draft.changes.length
      try {
        task.plan(draft)
        planned.push(task)
      } catch (error) {
        draft.cut(before)
        task.failed(error)
      }
    }
    try {
      if (draft.changes.length > 0) {
        await append(draft.changes)
        memory.apply(draft.changes)
      }
    } catch (error) {
      for (const task of planned) task.failed(error)
      return
    }
    if (draft.changes.length > 0) stored(draft.changes)
    for (const task of planned) task.stored()
  }

  async function drain(): Promise<void> {
    while (tasks.length > 0) await store(nextBatch())
    work = undefined
  }

  return {
    run(plan, options) {
      return new Promise((resolve, reject) => {
        let answer: { value: ReturnType<typeof plan> } | undefined
        tasks.push({
          isAlone: options?.isAlone ?? false,
          plan(draft) {
            answer = { value: plan(draft) }
          },
          stored() {
            if (answer) resolve(answer.value)
          },
          failed: reject,
        })
        work ??= drain()
      })
    },
    async idle() {
      while (work) await work
    },
  }
}
