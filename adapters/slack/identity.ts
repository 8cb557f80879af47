import type { WebClient } from '@slack/web-api'

/** Who Liaison is in Slack. */
export type Identity = { botId: string; botUserId: string; team: string }

/** Asks once and remembers; a failed question is asked again the next time. Rejects while Slack cannot be reached. */
export function createIdentity(web: WebClient): () => Promise<Identity> {
  let known: Promise<Identity> | undefined
  const ask = async (): Promise<Identity> => {
    const { bot_id: botId, user_id: botUserId, team_id: team } = await web.auth.test()
    if (!botId || !botUserId || !team) throw new Error('auth.test named no bot: SLACK_BOT_TOKEN is not a bot token')
    return { botId, botUserId, team }
  }
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
}
