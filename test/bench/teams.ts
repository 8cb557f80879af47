import { startTeamsFake, type TeamsPerson } from '../fakes/teams.ts'
import { deliver, messageActivity } from '../fakes/teams-activities.ts'
import { micro, ratio, say } from './measure.ts'
import { type Subject, startSubject, type Taken, takeTurns } from './subject.ts'

const COUNTS = { warmUp: 1_000, each: 150 }
const GRACE: TeamsPerson = {
  id: '29:grace',
  aadObjectId: 'aad-grace',
  name: 'Grace Okafor',
  email: 'grace.okafor@cte.example',
  hasInstalled: true,
}

/** A Teams message that logs a contact and is answered, beside botbuilder alone, silent and posting a word. */
export async function benchTeams(): Promise<void> {
  say('\nA Teams message over HTTP with a signed token, each server in a process of its own')
  const fake = await startTeamsFake()
  fake.people = [GRACE]
  const start = (kind: string): Promise<Subject> =>
    startSubject('teams-subject', { BENCH_SUBJECT: kind, BENCH_OPTIONS: JSON.stringify(fake.options) })
  const message = (subject: Subject) => ({
    subject,
    async call(n: number): Promise<void> {
      const activity = messageActivity(
        fake,
        `${1_764_600_000_000 + n}`,
        `called maria chen at coned today about ${n}`,
        {
          from: GRACE,
        },
      )
      const { status } = await deliver(fake, subject.address, activity)
      if (status !== 200) throw new Error(`The bench was answered ${status}.`)
    },
  })
  const [silent, answering, liaison] = [await start('silent'), await start('answering'), await start('liaison')]
  const taken = await takeTurns(
    { silent: message(silent), answering: message(answering), liaison: message(liaison) },
    COUNTS,
  )
  const show = (what: string, { cpu, p50, p99 }: Taken, ratios = ''): void =>
    say(`  ${what}: ${micro(cpu)} CPU${ratios}, p50 ${micro(p50)}, p99 ${micro(p99)}`)
  show('botbuilder proves the token and does nothing', taken.silent)
  show('botbuilder posts a word', taken.answering)
  const ratios = [taken.silent, taken.answering].map(({ cpu }) => ratio(taken.liaison.cpu, cpu))
  show('Liaison logs a contact and posts its card', taken.liaison, ` (${ratios[0]} and ${ratios[1]})`)
  for (const subject of [silent, answering, liaison]) await subject.stop()
  await fake.close()
}
