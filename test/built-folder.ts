import { inject } from 'vitest'
import { askAt } from './on-demand.ts'

/** The folder of the program that is built once a run, with `test/data/hold-store.js` beside it. */
export async function builtFolder(): Promise<string> {
  const door = inject('sharedBuild')
  if (!door) throw new Error('The program is not built in this run.')
  return askAt(door)
}
