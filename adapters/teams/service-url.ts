/**
 * Connectors of Teams, public and government clouds. A token for the bot is shown to nobody else.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const MICROSOFT_HOSTS = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
])

/** Where a tenant's first message goes when none of its own has come in yet. */
export const DEFAULT_SERVICE_URL = 'https://smba.trafficmanager.net/teams/'

export type ServiceHosts = { serviceHosts: readonly string[]; isUnauthenticated: boolean }

/** Whether answers may be sent to that address: Microsoft's over https, or a host that was named for it. */
export function isServiceAllowed(serviceUrl: string, { serviceHosts, isUnauthenticated }: ServiceHosts): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, hostname, host, username, password } = new URL(serviceUrl)
  if (username !== '' || password !== '' || !/^https?:$/.test(protocol)) return false
  if (isUnauthenticated) return isLoopback(hostname)
  if (serviceHosts.some((allowed) => allowed.toLowerCase() === host || allowed.toLowerCase() === hostname)) return true
  return protocol === 'https:' && host === hostname && MICROSOFT_HOSTS.has(hostname)
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
