import { existsSync } from 'node:fs'
import { checkSlack } from '../adapters/slack/check.ts'
import { checkTeams } from '../adapters/teams/check.ts'
import type { Reads } from '../data/store.ts'
import { runningClock } from './clock.ts'
import { type Config, readConfig, refuseNobody } from './config.ts'
import { isLoopback } from './config-checks.ts'
import { environment } from './environment.ts'
import { openReads } from './reading.ts'
import { chooseStore } from './store-opening.ts'

/** One thing that was looked at. */
type Finding = { isGood: boolean; sentence: string }
const good = (sentence: string): Finding => ({ isGood: true, sentence })
const bad = (sentence: string): Finding => ({ isGood: false, sentence })
const SILENT = { refused: () => undefined, failed: () => undefined }

/** `npm run doctor`: says what is configured, what is missing, and tries the tokens that are set. */
async function main(): Promise<number> {
  const read = readConfig(environment())
  if (!read.ok) return tell('Configuration', read.problems.map(bad)) ? 0 : 1
  const { config } = read
  const results = [
    tell('Configuration', generalFindings(config)),
    tell('Records and people', await storeFindings(config)),
    tell('Slack', config.slack ? await checkSlack({ ...config.slack, log: SILENT }) : slackMissing()),
    tell('Teams', config.teams ? await teamsFindings(config) : teamsMissing()),
  ]
  return results.every((isGood) => isGood) ? 0 : 1
}

function generalFindings(config: Config): Finding[] {
  const isConnected = config.slack !== undefined || config.teams !== undefined
  const { publicUrl } = config
  return [
    good(`Liaison listens on ${config.host}:${config.port}.`),
    publicUrl
      ? publicUrl.startsWith('https:') || isLoopback(new URL(publicUrl).hostname)
        ? good(`People reach it at ${publicUrl}.`)
        : bad(`PUBLIC_URL is ${publicUrl}: links and platforms need https.`)
      : isConnected
        ? bad('PUBLIC_URL is not set: links to Liaison’s pages would lead to this machine.')
        : good('PUBLIC_URL is not set: links lead to this machine.'),
    ...(config.databaseUrl && !config.linkSecret
      ? [bad('LINK_SECRET is not set: each server would sign links with a secret of its own.')]
      : []),
    config.smtpUrl
      ? good('Invitations are mailed.')
      : good('SMTP_URL is not set: Liaison hands over texts to send instead of mailing.'),
  ]
}

async function storeFindings(config: Config): Promise<Finding[]> {
  const choice = chooseStore(config)
  if (choice.kind === 'file' && !existsSync(choice.file)) {
    return [good(`${choice.file} is not there yet and will be made.`), ...(await peopleFindings(config, undefined))]
  }
  if (choice.kind === 'demo') return [good('Nothing is connected: npm start opens the browser demo with its sample.')]
  const opened = await openReads(choice)
  if (!opened.ok) return [bad(opened.error)]
  try {
    const partners = await opened.value.reads.count('partner', { where: { isActive: true } })
    return [
      good(`The store can be read; it has ${partners} partners.`),
      ...(await peopleFindings(config, opened.value.reads)),
    ]
  } finally {
    await opened.value.close()
  }
}

async function peopleFindings(config: Config, reads: Reads | undefined): Promise<Finding[]> {
  const staff = reads ? await reads.count('staff', { where: { isActive: true } }) : 0
  const admins = reads ? await reads.count('staff', { where: { isActive: true, role: 'admin' } }) : 0
  const nobody = refuseNobody(config, staff)
  if (nobody) return [bad(nobody)]
  return [
    good(`${staff} staff members are listed.`),
    admins > 0 || config.adminEmails.length > 0
      ? good('Somebody administers.')
      : bad('Nobody administers: set ADMIN_EMAILS.'),
    ...config.staffDomains.map((domain) =>
      bad(`STAFF_EMAIL_DOMAINS admits everyone at ${domain}. Be sure that students have no addresses there.`),
    ),
  ]
}

async function teamsFindings(config: Config): Promise<Finding[]> {
  if (!config.teams) return []
  if (config.teams.isUnauthenticated) return [bad('TEAMS_UNAUTHENTICATED is set: for a client on this machine alone.')]
  return checkTeams({ ...config.teams, clock: runningClock().now })
}

const slackMissing = (): Finding[] => [
  good('Not connected. It needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN for Socket Mode).'),
]

const teamsMissing = (): Finding[] => [
  good('Not connected. It needs MicrosoftAppId, MicrosoftAppPassword and TEAMS_ALLOWED_TENANTS.'),
]

/** Prints one part; whether nothing in it is wrong. */
function tell(title: string, findings: readonly Finding[]): boolean {
  process.stdout.write(`${title}\n`)
  for (const { isGood, sentence } of findings) process.stdout.write(`  ${isGood ? 'ok   ' : 'wrong'} ${sentence}\n`)
  return findings.every(({ isGood }) => isGood)
}

process.exitCode = await main()
