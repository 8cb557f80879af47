import { describe, expect, test } from 'vitest'
import { readConfig, refuseNobody, refuseOwnSecret } from '../../src/config.ts'
import { isLoopback } from '../../src/config-checks.ts'

const read = (env: Record<string, string>) => {
  const result = readConfig(env)
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.config
}
const problemsOf = (env: Record<string, string>) => {
  const result = readConfig(env)
  return result.ok ? [] : result.problems
}

describe('configuration', () => {
  test('nothing set is the demo on loopback', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      staffDomains: [],
      adminEmails: [],
    })
  })

  test('an empty value is the same as none', () => {
    expect(read({ PORT: '', SLACK_BOT_TOKEN: ' ' })).toEqual(read({}))
  })

  test('lists are split and lowered', () => {
    const config = read({
      ADMIN_EMAILS: 'Ana@School.example, b@school.example',
      STAFF_EMAIL_DOMAINS: '@School.example',
    })
    expect(config.adminEmails).toEqual(['ana@school.example', 'b@school.example'])
    expect(config.staffDomains).toEqual(['school.example'])
  })

  test('every problem is told at once', () => {
    expect(problemsOf({ PORT: 'eighty', LINK_SECRET: 'short', SMTP_URL: 'mail', SLACK_APP_TOKEN: 'x' })).toEqual([
      'PORT must be a number from 0 to 65535.',
      'LINK_SECRET must have 32 characters or more.',
      'SLACK_APP_TOKEN must start with xapp-.',
      'SMTP_URL must be an address such as smtp://user:password@mail.example.org:587.',
      'Slack needs SLACK_BOT_TOKEN, which is not set.',
    ])
  })

  test('addresses are checked', () => {
    expect(problemsOf({ ADMIN_EMAILS: 'ana', STAFF_EMAIL_DOMAINS: 'school' })).toEqual([
      'ADMIN_EMAILS has "ana", which is no e-mail address.',
      'STAFF_EMAIL_DOMAINS has "school", which is no domain such as schools.example.org.',
    ])
  })

  test('Slack needs both of its secrets', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'Slack needs SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN for Socket Mode), which is not set.',
    ])
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack).toEqual({
      botToken: 'xoxb-1',
      signingSecret: 's',
      allowedTeams: [],
    })
  })

  test('Teams fails closed: no password, no tenant', () => {
    expect(problemsOf({ MicrosoftAppId: 'a' })).toEqual([
      'Teams needs MicrosoftAppPassword beside MicrosoftAppId, and it is not set.',
      'Teams needs TEAMS_ALLOWED_TENANTS (or MicrosoftAppTenantId), so that other tenants are refused.',
    ])
  })

  test('one place for the records', () => {
    expect(problemsOf({ DATA_FILE: 'a.json', DATABASE_URL: 'postgres://h/d' })).toEqual([
      'DATA_FILE and DATABASE_URL are both set: Liaison keeps its records in one of them.',
    ])
  })

  test('a connected server admits somebody or does not start', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }
    expect(refuseNobody(read(slack), 0)).toMatch(/^Nobody is admitted/)
    expect(refuseNobody(read(slack), 1)).toBeUndefined()
    expect(refuseNobody(read({ ...slack, ADMIN_EMAILS: 'a@b.example' }), 0)).toBeUndefined()
    expect(refuseNobody(read({}), 0)).toBeUndefined()
  })

  test('servers over one database sign links with one secret', () => {
    const url = { DATABASE_URL: 'postgres://h/d' }
    expect(refuseOwnSecret(read(url))).toMatch(/^LINK_SECRET is not set/)
    expect(refuseOwnSecret(read({ ...url, LINK_SECRET: 'x'.repeat(32) }))).toBeUndefined()
    expect(refuseOwnSecret(read({ DATA_FILE: 'a.json' }))).toBeUndefined()
  })

  test('loopback', () => {
    expect(['127.0.0.1', 'localhost', '::1', '127.1.2.3'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['0.0.0.0', '10.0.0.1', '127.0.0.1.example.org', ''].map(isLoopback)).toEqual([false, false, false, false])
  })
})
