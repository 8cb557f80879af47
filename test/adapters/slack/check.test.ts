import { expect, it } from 'vitest'
import { checkSlack } from '../../../adapters/slack/check.ts'
import { SLACK_SCOPES } from '../../../adapters/slack/manifest.ts'
import { createFakeSlack } from '../../fakes/slack.ts'
import { TEAM } from '../../fakes/slack-payloads.ts'

const log = { refused: () => undefined, failed: () => undefined }
const slack = createFakeSlack()
const check = (allowedTeams: string[] = [], appToken?: string) =>
  checkSlack({
    botToken: 'xoxb-test',
    allowedTeams,
    log,
    apiUrl: slack.apiUrl,
    fetch: slack.fetch,
    ...(appToken ? { appToken } : {}),
  })
const scopes = (list: string) => ({
  headers: { 'x-oauth-scopes': list },
  body: { ok: true, user: 'liaison', bot_id: 'B0LIAISON', team: 'District', team_id: TEAM },
})

it('says whose token it is, and which scopes are missing', async () => {
  slack.failNext('auth.test', scopes(Object.keys(SLACK_SCOPES).join(',')))
  expect(await check()).toEqual([
    { isGood: true, sentence: 'The bot token is liaison’s in the workspace District (T0DISTRICT).' },
    { isGood: true, sentence: 'All scopes are granted.' },
  ])
  slack.failNext(
    'auth.test',
    scopes(
      Object.keys(SLACK_SCOPES)
        .filter((scope) => scope !== 'commands')
        .join(','),
    ),
  )
  expect((await check()).at(-1)).toEqual({
    isGood: false,
    sentence:
      'Scopes are missing: commands (for /liaison and /partner). Add them under OAuth & Permissions and install the app again.',
  })
})

it('says what is wrong with a token, a workspace or the network', async () => {
  slack.failNext('auth.test', { body: { ok: false, error: 'invalid_auth' } })
  expect(await check()).toEqual([
    { isGood: false, sentence: 'SLACK_BOT_TOKEN: Slack does not take it (invalid_auth).' },
  ])
  slack.failNext('auth.test', 'refused')
  expect(await check()).toEqual([{ isGood: false, sentence: 'SLACK_BOT_TOKEN: Slack was not reached (ECONNREFUSED).' }])
  expect((await check(['T0OTHER'])).at(-1)?.sentence).toBe(
    'SLACK_ALLOWED_TEAMS does not name T0DISTRICT: everyone in that workspace would be refused.',
  )
  slack.failNext('auth.test', { body: { ok: true, team_id: TEAM, user: 'maria' } })
  expect((await check())[0]?.sentence).toMatch(/is not a bot token/)
})

it('tries the app token where there is one', async () => {
  expect((await check([], 'xapp-test')).at(-1)?.sentence).toMatch(/^SLACK_APP_TOKEN: /)
  slack.socketUrl = 'ws://127.0.0.1/'
  expect((await check([], 'xapp-test')).at(-1)).toEqual({ isGood: true, sentence: 'The app token opens a socket.' })
})
