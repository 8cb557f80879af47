import { createBotToken } from './bot-token.ts'
import { ConnectorError } from './connector-error.ts'
import { authorityOf, type TeamsOptions, tenantsAllowed } from './options.ts'
import { probeSigningKeys } from './signing-keys.ts'

export type TeamsCheckOptions = Pick<
  TeamsOptions,
  'appId' | 'appPassword' | 'appTenant' | 'allowedTenants' | 'authority' | 'clock'
>

/** One thing that was looked at, in a sentence for the person who sets Liaison up. */
export type TeamsFinding = { isGood: boolean; sentence: string }

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Tries what is configured for Teams with Microsoft itself. Never rejects. */
export async function checkTeams(options: TeamsCheckOptions): Promise<TeamsFinding[]> {
  const shape = [
    ...wrongIds('MicrosoftAppId', [options.appId]),
    ...wrongIds('MicrosoftAppTenantId', options.appTenant ? [options.appTenant] : []),
    ...wrongIds('TEAMS_ALLOWED_TENANTS', options.allowedTenants),
  ]
  const tenants = tenantsAllowed(options).size
  const answered: TeamsFinding =
    tenants > 0
      ? { isGood: true, sentence: `Teams: ${tenants === 1 ? 'one tenant is' : `${tenants} tenants are`} answered.` }
      : { isGood: false, sentence: 'Teams: set TEAMS_ALLOWED_TENANTS, so that other tenants are refused.' }
  return [...shape, answered, await tryToken(options), await tryKeys(options)]
}

function wrongIds(name: string, ids: readonly string[]): TeamsFinding[] {
  return ids
    .filter((id) => !GUID.test(id))
    .map((id) => ({
      isGood: false,
      sentence: `Teams: ${name} has "${id}", which is no id such as 00000000-0000-0000-0000-000000000000.`,
    }))
}

async function tryToken(options: TeamsCheckOptions): Promise<TeamsFinding> {
  const { appId, appPassword, clock } = options
  const { loginUrl, scope } = authorityOf(options)
  try {
    await createBotToken({ appId, appPassword, loginUrl, scope, now: clock })()
    return { isGood: true, sentence: 'Teams: Microsoft gives the bot a token.' }
  } catch (error) {
    const reason = error instanceof ConnectorError ? error.message : 'The bot’s token could not be asked for.'
    return { isGood: false, sentence: `Teams: ${reason}` }
  }
}

async function tryKeys(options: TeamsCheckOptions): Promise<TeamsFinding> {
  try {
    await probeSigningKeys(authorityOf(options).keysUrl)
    return { isGood: true, sentence: 'Teams: the keys that Microsoft signs its requests with can be read.' }
  } catch {
    const sentence = 'Teams: the keys that Microsoft signs its requests with cannot be read: is the internet reachable?'
    return { isGood: false, sentence }
  }
}
