import { countOf, readArguments, refuse, tellProgress } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { moveToDatabase } from './store-copy.ts'
import { chooseStore } from './store-opening.ts'

const USAGE = 'Usage: npm run migrate -- --to postgres [--from <file>], with DATABASE_URL set.'

/**
 * `npm run migrate -- --to postgres`: copies the file in which records are kept into the empty database of
 * `DATABASE_URL`, compares both, and changes nothing in the file. Run again, it says that both are the same.
 */
async function main(): Promise<number> {
  const asked = readArguments({ options: { to: { type: 'string' }, from: { type: 'string' } } })?.values
  if (asked?.to !== 'postgres') return refuse(USAGE)
  // Each side is read by itself: for a server, having both is a mistake.
  const { DATABASE_URL: url, ...others } = environment()
  const target = readConfig({ DATABASE_URL: url })
  const source = readConfig(others)
  if (!target.ok) return refuse(target.problems.join('\n'))
  if (!source.ok) return refuse(source.problems.join('\n'))
  if (!target.config.databaseUrl) return refuse(USAGE)
  const choice = chooseStore(source.config)
  const file = asked.from ?? ('file' in choice ? choice.file : undefined)
  if (!file) return refuse(USAGE)
  const done = await moveToDatabase(file, target.config.databaseUrl, tellProgress)
  if (!done.ok) return refuse(done.error)
  process.stdout.write(`${file} and the database hold the same ${countOf(done.value)}.\n`)
  process.stdout.write('Start Liaison with DATABASE_URL and without DATA_FILE. The file was left as it is.\n')
  return 0
}

process.exitCode = await main()
