import { join } from 'node:path'
import { builtFolder } from '../built-folder.ts'
import { commandsAt } from './program.ts'

/** The commands of the program as it is built. */
export async function builtCommands(): Promise<ReturnType<typeof commandsAt>> {
  const folder = await builtFolder()
  return commandsAt((command) => [join(folder, 'src', `${command}.js`)])
}
