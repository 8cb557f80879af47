import { expect, it } from 'vitest'
import { createChannelNames } from '../../../adapters/teams/channel-names.ts'
import type { Address } from '../../../data/delivery.ts'
import { CannotStore } from '../../../data/problem.ts'
import { NOW } from './run-teams.ts'

const TEAM: Address = {
  channel: 'teams',
  team: 'tenant',
  isDirect: false,
  route: { groupId: '19:team@thread.tacv2', serviceUrl: 'https://smba.example/' },
}

it('remembers earlier teams as soon as the store answers, though it was away at first', async () => {
  let isAway = true
  const bot = { channelsOf: async () => [{ id: '19:wins@thread.tacv2', name: 'CTE Wins' }] }
  const channels = createChannelNames(
    bot,
    () => NOW,
    async () => {
      if (isAway) throw new CannotStore('the database is away')
      return [TEAM]
    },
  )
  await expect(channels.find('#cte-wins', 'tenant')).rejects.toThrow(CannotStore)
  isAway = false
  expect(await channels.find('#cte-wins', 'tenant')).toMatchObject({
    kind: 'found',
    address: { place: '19:wins@thread.tacv2', team: 'tenant' },
  })
})
