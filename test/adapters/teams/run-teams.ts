import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { TeamsOptions } from '../../../adapters/teams/options.ts'
import { createTeamsAdapter, type TeamsAdapter } from '../../../adapters/teams/teams-adapter.ts'
import type { Intake } from '../../../conversations/intake.ts'
import type { Instant } from '../../../data/time.ts'
import { startTeamsFake, type TeamsFake } from '../../fakes/teams.ts'
import { createRecordingIntake, type RecordingIntake } from '../recording-intake.ts'

/** Tue 2026-12-01 11:52 in America/New_York. */
export const NOW = Date.parse('2026-12-01T11:52:00-05:00') as Instant

export type TeamsRun = {
  fake: TeamsFake
  adapter: TeamsAdapter
  /** Where the bot answers, over HTTP. */
  url: string
  /** What was logged. */
  log: string[]
  /** Sets the clock. */
  setNow(now: Instant): void
  close(): Promise<void>
}

/** The real adapter behind a real server, in front of a stand-in of Teams. */
export async function runTeams(intake: Intake, changes: Partial<TeamsOptions> = {}): Promise<TeamsRun> {
  const fake = await startTeamsFake()
  const log: string[] = []
  const note = (fields: Readonly<Record<string, unknown>>, text: string): void => {
    log.push(`${text} ${JSON.stringify(fields)}`)
  }
  let now = NOW
  const adapter = createTeamsAdapter({
    ...fake.options,
    clock: () => now,
    log: { info: note, warn: note, error: note },
    intake,
    ...changes,
  })
  const app = new Hono().route('/api/messages', adapter.routes)
  const server = await new Promise<{ close(): void; port: number }>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => started.close() }),
    )
  })
  return {
    fake,
    adapter,
    url: `http://127.0.0.1:${server.port}/api/messages`,
    log,
    setNow(next) {
      now = next
    },
    async close() {
      server.close()
      await adapter.close()
      await fake.close()
    },
  }
}

/** The same with an intake that remembers and answers through the adapter's own sender. */
export async function runWithIntake(
  changes: Partial<TeamsOptions> = {},
): Promise<TeamsRun & { intake: RecordingIntake }> {
  let run: TeamsRun | undefined
  const intake = createRecordingIntake(() => {
    if (!run) throw new Error('the adapter is not there yet')
    return run.adapter.sender
  })
  run = await runTeams(intake, changes)
  return { ...run, intake }
}
