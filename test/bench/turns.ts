import { createFakeSlack } from '../fakes/slack.ts'
import { commandBody, signedRequest } from '../fakes/slack-payloads.ts'
import { micro, ratio, say } from './measure.ts'
import { type Subject, startSubject, type Taken, takeTurns } from './subject.ts'

const SECRET = 'bench-secret'
const COUNTS = { warmUp: 2_000, each: 200 }

/** A signed Slack command that logs a contact, kept on disk, beside Bolt's own receiver answering a trivial one. */
export async function benchTurns(): Promise<void> {
  say('\nA signed Slack command over HTTP, each server in a process of its own')
  const slack = createFakeSlack(() => Date.now())
  const { apiUrl, close } = await slack.listen()
  const command = (subject: Subject) => ({
    subject,
    async call(n: number): Promise<void> {
      const body = commandBody({
        command: '/partner',
        text: `called ada brook at harbor today about number ${n}`,
        user: 'U0MARIA',
        channel: 'C0PARTNERS',
        trigger: `trigger-${n}`,
        responseUrl: slack.responseUrl('U0MARIA', 'C0PARTNERS'),
      })
      const answer = await fetch(signedRequest(SECRET, body, Math.floor(Date.now() / 1000), subject.address))
      const text = await answer.text()
      if (answer.status !== 200 || text === '') throw new Error(`The bench was answered ${answer.status}: ${text}`)
    },
  })
  const show = (what: string, taken: Taken, base?: Taken): void =>
    say(
      `  ${what}: ${micro(taken.cpu)} CPU${base ? ` (${ratio(taken.cpu, base.cpu)})` : ''}, p50 ${micro(taken.p50)}, p99 ${micro(taken.p99)}`,
    )
  const settings = { BENCH_API: apiUrl, BENCH_SECRET: SECRET }
  const bolt = await startSubject('slack-subject', { ...settings, BENCH_SUBJECT: 'bolt' })
  for (const contacts of [1_000, 10_000]) {
    const filled = { BENCH_SUBJECT: 'liaison', BENCH_CONTACTS: String(contacts) }
    const liaison = await startSubject('slack-subject', { ...settings, ...filled })
    const taken = await takeTurns({ bolt: command(bolt), liaison: command(liaison) }, COUNTS)
    show("Bolt's HTTPReceiver, a trivial command", taken.bolt)
    show(`Liaison logs a contact, ${contacts.toLocaleString('en-US')} there`, taken.liaison, taken.bolt)
    await liaison.stop()
  }
  await bolt.stop()
  await close()
}
