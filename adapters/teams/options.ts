import type { Intake } from '../../conversations/intake.ts'
import type { Address } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'

/** What a log line is written with: fields without content, and a sentence. */
export type Log = Record<'info' | 'warn' | 'error', (fields: Readonly<Record<string, unknown>>, text: string) => void>

export type TeamsOptions = {
  /** The bot's registration (Azure: "Microsoft App ID"); '' only where `isUnauthenticated`. */
  appId: string
  appPassword: string
  /** The registration's own tenant; absent for a multi-tenant registration. */
  appTenant?: string
  /** Tenants whose messages are answered; empty: `appTenant` alone. */
  allowedTenants: readonly string[]
  /** Hosts (`name` or `name:port`) besides Microsoft's to which an answer may be sent: a local stand-in. */
  serviceHosts: readonly string[]
  /** Takes requests without a token and answers loopback addresses alone: for a client on this machine. */
  isUnauthenticated: boolean
  /** Where tokens are issued and their keys are read, in the Bot Framework's names; what is absent is Microsoft's own. */
  authority: Readonly<Record<string, string>>
  clock: () => Instant
  log: Log
  intake: Intake
  /** Places of earlier conversations, so that a channel's name is known again after a restart. */
  knownPlaces?: () => Promise<readonly Address[]>
}

/** Microsoft's cloud. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export type Authority = {
  loginUrl: string
  scope: string
  issuer: string
  keysUrl: string
  oAuthUrl: string
  emulatorKeysUrl: string
  callerId: string
}

/** Either all of the settings come from outside or each falls back to Microsoft's. */
export function authorityOf({ authority, appTenant }: Pick<TeamsOptions, 'authority' | 'appTenant'>): Authority {
  return {
    loginUrl:
      authority.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${appTenant ?? 'botframework.com'}`,
    scope: authority.ToChannelFromBotOAuthScope ?? 'https://api.botframework.com',
    issuer: authority.ToBotFromChannelTokenIssuer ?? 'https://api.botframework.com',
    keysUrl:
      authority.ToBotFromChannelOpenIdMetadataUrl ??
      'https://login.botframework.com/v1/.well-known/openidconfiguration',
    oAuthUrl: authority.OAuthUrl ?? 'https://token.botframework.com/',
    emulatorKeysUrl:
      authority.ToBotFromEmulatorOpenIdMetadataUrl ??
      'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    callerId: authority.CallerId ?? 'urn:botframework:azure',
  }
}

/** Tenants whose messages are answered; empty only where no token is asked for. */
export function tenantsAllowed({
  allowedTenants,
  appTenant,
}: Pick<TeamsOptions, 'allowedTenants' | 'appTenant'>): ReadonlySet<string> {
  const listed = allowedTenants.length > 0 ? allowedTenants : appTenant ? [appTenant] : []
  return new Set(listed.map((tenant) => tenant.toLowerCase()))
}
