import { benchCalendar } from './calendar.ts'
import { benchDistrict } from './district.ts'
import { say } from './measure.ts'
import { benchSeats } from './seats.ts'
import { benchSpotlights } from './spotlights.ts'
import { benchTeams } from './teams.ts'
import { benchTurns } from './turns.ts'
import { benchUnderstanding } from './understanding.ts'

const BENCHES: readonly [string, () => void | Promise<void>][] = [
  ['understanding', benchUnderstanding],
  ['turns', benchTurns],
  ['district', benchDistrict],
  ['teams', benchTeams],
  ['calendar', benchCalendar],
  ['seats', benchSeats],
  ['spotlights', benchSpotlights],
]

/** Every speed claim, as ratios within one run: machines differ. `npm run bench -- district` runs those that are named. */
const asked = process.argv.slice(2)
say(`Node ${process.version}, ${process.platform} ${process.arch}`)
for (const [name, bench] of BENCHES) if (asked.length === 0 || asked.includes(name)) await bench()
process.exit(0)
