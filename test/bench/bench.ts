import { benchCalendar } from './calendar.ts'
import { say } from './measure.ts'
import { benchSeats } from './seats.ts'
import { benchSpotlights } from './spotlights.ts'
import { benchTeams } from './teams.ts'
import { benchTurns } from './turns.ts'
import { benchUnderstanding } from './understanding.ts'

/** Every speed claim, as ratios within one run: machines differ. */
say(`Node ${process.version}, ${process.platform} ${process.arch}`)
await benchUnderstanding()
await benchTurns()
await benchTeams()
await benchCalendar()
benchSeats()
await benchSpotlights()
process.exit(0)
