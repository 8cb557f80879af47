import type { Body } from './payload.ts'

/**
 * Every workspace that a body names as its own: the one where an event happened and where the app is installed, or the one
 * of the person who pressed or typed. The author of a message in a shared channel is not among them: the profile tells.
 */
export function teamsIn(body: Body): string[] {
  const { team_id: team, team: home, user, view, authorizations } = body
  const installed: unknown[] = Array.isArray(authorizations) ? authorizations.map((one) => field(one, 'team_id')) : []
  return [
    team,
    typeof home === 'object' ? field(home, 'id') : home,
    field(user, 'team_id'),
    field(view, 'app_installed_team_id'),
    ...installed,
  ].filter((id) => typeof id === 'string')
}

/** Whether all that a body names is allowed, and it names at least one. */
export function isFromAllowed(body: Body, allowed: ReadonlySet<string>): boolean {
  const teams = teamsIn(body)
  return teams.length > 0 && teams.every((team) => allowed.has(team))
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}
