import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<{ turn: string }>()

/** Runs a piece of work of a turn: whatever is logged in it, however deep, carries the turn's id. */
export const inTurn = <T>(turn: string, work: () => T): T => current.run({ turn }, work)

/** The turn that is being worked on, as a log line holds it; nothing outside of turns. */
export const turnUnderWay = (): { turn?: string } => current.getStore() ?? {}
