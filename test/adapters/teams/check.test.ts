import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkTeams } from '../../../adapters/teams/check.ts'
import { startTeamsFake, type TeamsFake } from '../../fakes/teams.ts'
import { NOW } from './run-teams.ts'

describe('checking what is configured for Teams', () => {
  let fake: TeamsFake
  beforeEach(async () => {
    fake = await startTeamsFake()
  })
  afterEach(async () => {
    await fake.close()
  })
  const clock = () => NOW

  it('tries the bot’s token and the keys', async () => {
    expect(await checkTeams({ ...fake.options, clock })).toEqual([
      { isGood: true, sentence: 'Teams: one tenant is answered.' },
      { isGood: true, sentence: 'Teams: Microsoft gives the bot a token.' },
      { isGood: true, sentence: 'Teams: the keys that Microsoft signs its requests with can be read.' },
    ])
  })

  it('says in plain words what is wrong', async () => {
    const authority = { ...fake.options.authority, ToBotFromChannelOpenIdMetadataUrl: `${fake.origin}/nowhere` }
    const options = { ...fake.options, appId: 'liaison', appPassword: 'wrong', allowedTenants: [], authority, clock }
    expect((await checkTeams(options)).map(({ sentence }) => sentence)).toEqual([
      'Teams: MicrosoftAppId has "liaison", which is no id such as 00000000-0000-0000-0000-000000000000.',
      'Teams: set TEAMS_ALLOWED_TENANTS, so that other tenants are refused.',
      'Teams: Microsoft does not accept MicrosoftAppPassword: it must be the secret’s value, not its id (AADSTS7000215).',
      'Teams: the keys that Microsoft signs its requests with cannot be read: is the internet reachable?',
    ])
  })
})
