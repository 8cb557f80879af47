import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { benchCalendar } from './calendar.ts'
import { benchDistrict } from './district.ts'
import { say } from './measure.ts'
import { benchSeats } from './seats.ts'
import { benchSpotlights } from './spotlights.ts'
import { benchTeams } from './teams.ts'
import { benchTurns } from './turns.ts'
import { benchUnderstanding } from './understanding.ts'

const BENCHES = new Map<string, () => void | Promise<void>>([
  ['understanding', benchUnderstanding],
  ['turns', benchTurns],
  ['district', benchDistrict],
  ['teams', benchTeams],
  ['calendar', benchCalendar],
  ['seats', benchSeats],
  ['spotlights', benchSpotlights],
])

/** Every speed claim, as ratios within one run: machines differ. `npm run bench -- district` runs those that are named. */
const asked = process.argv.slice(2)
const [only = ''] = asked
const bench = asked.length === 1 ? BENCHES.get(only) : undefined
if (bench) await bench()
else {
  say(`Node ${process.version}, ${process.platform} ${process.arch}`)
  // Each in a process of its own, so that none feels what another has left in memory.
  for (const name of asked.length > 0 ? asked : BENCHES.keys())
    if (BENCHES.has(name))
      await once(spawn(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' }), 'exit')
}
process.exit(0)
