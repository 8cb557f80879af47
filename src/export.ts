import { exportAll } from '../data/export.ts'
import { refuse } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { zoneOf } from './filling.ts'
import { openReads } from './reading.ts'
import { chooseStore } from './store-opening.ts'

/** `npm run -s export`: prints every record as one JSON object; beside a running server too. */
async function main(): Promise<number> {
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const opened = await openReads(chooseStore(read.config))
  if (!opened.ok) return refuse(opened.error)
  const { reads, close } = opened.value
  // A reader that wants no more (`| head`) is no fault.
  process.stdout.on('error', () => process.exit(0))
  try {
    process.stdout.write(`${JSON.stringify(await exportAll(reads, await zoneOf(reads)), null, 2)}\n`)
    return 0
  } finally {
    await close()
  }
}

process.exitCode = await main()
