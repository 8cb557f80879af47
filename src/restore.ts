import { countOf, refuse, tellProgress } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { restore } from './store-copy.ts'
import { chooseStore } from './store-opening.ts'

/** `npm run restore -- <file>`: fills an empty store from a backup; read back and compared. */
async function main(): Promise<number> {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || file.startsWith('-') || rest.length > 0) return refuse('Usage: npm run restore -- <file>')
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const done = await restore(chooseStore(read.config), file, tellProgress)
  if (!done.ok) return refuse(done.error)
  process.stdout.write(`Restored ${countOf(done.value)}, read back and compared.\n`)
  return 0
}

process.exitCode = await main()
