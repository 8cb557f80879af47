import { z } from 'zod'

/** What is set in the environment, by name. */
export type SetValues = Readonly<Record<string, string | undefined>>

/** A list as it is written: with commas, semicolons or blanks between. */
export const split = (value = ''): string[] => value.split(/[\s,;]+/).filter((item) => item !== '')

/** Settings that need one another. */
export function needs(set: SetValues): string[] {
  const problems: string[] = []
  const isSlack = set.SLACK_BOT_TOKEN || set.SLACK_SIGNING_SECRET || set.SLACK_APP_TOKEN
  if (isSlack && !set.SLACK_BOT_TOKEN) problems.push('Slack needs SLACK_BOT_TOKEN, which is not set.')
  if (isSlack && !set.SLACK_SIGNING_SECRET && !set.SLACK_APP_TOKEN)
    problems.push('Slack needs SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN for Socket Mode), which is not set.')
  if (set.MicrosoftAppPassword && !set.MicrosoftAppId)
    problems.push('Teams needs MicrosoftAppId beside MicrosoftAppPassword, and it is not set.')
  if (set.MicrosoftAppId && !set.MicrosoftAppPassword)
    problems.push('Teams needs MicrosoftAppPassword beside MicrosoftAppId, and it is not set.')
  if (set.MicrosoftAppId && !set.MicrosoftAppTenantId && !set.TEAMS_ALLOWED_TENANTS)
    problems.push('Teams needs TEAMS_ALLOWED_TENANTS (or MicrosoftAppTenantId), so that other tenants are refused.')
  if (set.TEAMS_UNAUTHENTICATED === 'true' && set.MicrosoftAppId)
    problems.push('TEAMS_UNAUTHENTICATED is for a client on this machine alone: take it out, or MicrosoftAppId.')
  if (set.TEAMS_UNAUTHENTICATED === 'true' && set.HOST && !isLoopback(set.HOST))
    problems.push('TEAMS_UNAUTHENTICATED is for a client on this machine alone: HOST must be 127.0.0.1.')
  if (set.DATABASE_URL && set.DATA_FILE)
    problems.push('DATA_FILE and DATABASE_URL are both set: Liaison keeps its records in one of them.')
  return problems
}

/** Items of lists that are not what the list holds. */
export function odd(set: SetValues): string[] {
  const emails = split(set.ADMIN_EMAILS).filter((email) => !z.email().safeParse(email).success)
  const domains = split(set.STAFF_EMAIL_DOMAINS).filter((domain) => !/^@?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain))
  return [
    ...emails.map((email) => `ADMIN_EMAILS has "${email}", which is no e-mail address.`),
    ...domains.map((domain) => `STAFF_EMAIL_DOMAINS has "${domain}", which is no domain such as schools.example.org.`),
  ]
}

/** Whether only this machine can reach that host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
