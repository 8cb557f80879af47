import { join } from 'node:path'
import { inject } from 'vitest'
import { askAt } from '../on-demand.ts'
import { commandsAt } from './program.ts'

/** The folder of the program that is built once a run. */
export async function builtFolder(): Promise<string> {
  const door = inject('sharedBuild')
  if (!door) throw new Error('The program is not built in this run.')
  return askAt(door)
}

/** The commands of the program as it is built. */
export async function builtCommands(): Promise<ReturnType<typeof commandsAt>> {
  const folder = await builtFolder()
  return commandsAt((command) => [join(folder, 'src', `${command}.js`)])
}
