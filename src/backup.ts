import { countOf, refuse, tellProgress } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { backUp } from './store-copy.ts'
import { chooseStore } from './store-opening.ts'

/** `npm run backup -- <file>`: everything in one file, beside a running server too; read back and compared. */
async function main(): Promise<number> {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || file.startsWith('-') || rest.length > 0) return refuse('Usage: npm run backup -- <file>')
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const done = await backUp(chooseStore(read.config), file, tellProgress)
  if (!done.ok) return refuse(done.error)
  process.stdout.write(`${file} holds ${countOf(done.value)}, read back and compared.\n`)
  return 0
}

process.exitCode = await main()
