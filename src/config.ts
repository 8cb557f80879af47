import { z } from 'zod'
import { needs, odd, type SetValues, split } from './config-checks.ts'

/**
 * The configuration: read once from the environment, checked as a whole, every problem told at once. An empty value is
 * the same as none. README lists what each is for.
 */
export type SlackConfig = {
  /** Absent in Socket Mode, where nothing comes over HTTP. */
  signingSecret?: string
  botToken: string
  /** Socket Mode where it is set. */
  appToken?: string
  apiUrl?: string
  /** Workspace ids; empty: the workspace that the bot token belongs to. */
  allowedTeams: string[]
}

export type TeamsConfig = {
  appId: string
  appPassword: string
  /** The bot's own tenant; absent for a multi-tenant registration. */
  appTenant?: string
  /** Tenant ids; empty: the bot's own. */
  allowedTenants: string[]
  /** Hosts besides Microsoft's to which an answer may be sent: a local stand-in. */
  serviceHosts: string[]
  /** Answers requests without a token: for a client on this machine, never for real use. */
  isUnauthenticated: boolean
  /** Where tokens are issued and their keys are read, in the names of the Bot Framework; empty: Microsoft's own. */
  authority: Readonly<Record<string, string>>
}

export type Config = {
  host: string
  port: number
  dataFile?: string
  databaseUrl?: string
  publicUrl?: string
  linkSecret?: string
  slack?: SlackConfig
  teams?: TeamsConfig
  /** In lower case, without `@`. */
  staffDomains: string[]
  /** In lower case. */
  adminEmails: string[]
  smtpUrl?: string
  mailFrom?: string
  /** Absent: what the program finds fit. */
  logLevel?: LogLevel
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** https://learn.microsoft.com/azure/bot-service/bot-service-resources-faq-ecosystem (the Bot Framework's own names) */
const AUTHORITY_KEYS = [
  'ValidateAuthority',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'OAuthUrl',
  'CallerId',
] as const

const list = z.string().optional().transform(split)
const url = (name: string, protocols: RegExp, like: string) =>
  z
    .string()
    .refine((value) => isUrl(value, protocols), `${name} must be an address such as ${like}.`)
    .optional()
const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `${name} must be true or false.` })
    .optional()
    .transform((value) => value === 'true')

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535.')
    .refine((value) => Number(value) <= 65_535, 'PORT must be a number from 0 to 65535.')
    .default('3000'),
  DATA_FILE: z.string().optional(),
  DATABASE_URL: url('DATABASE_URL', /^postgres(ql)?:$/, 'postgres://user:password@host:5432/liaison'),
  PUBLIC_URL: url('PUBLIC_URL', /^https?:$/, 'https://liaison.example.org'),
  LINK_SECRET: z.string().min(32, 'LINK_SECRET must have 32 characters or more.').optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'SLACK_BOT_TOKEN must start with xoxb-.').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'SLACK_APP_TOKEN must start with xapp-.').optional(),
  SLACK_API_URL: url('SLACK_API_URL', /^https?:$/, 'https://slack.com/api/'),
  SLACK_ALLOWED_TEAMS: list,
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  TEAMS_ALLOWED_TENANTS: list,
  TEAMS_SERVICE_HOSTS: list,
  TEAMS_UNAUTHENTICATED: flag('TEAMS_UNAUTHENTICATED'),
  STAFF_EMAIL_DOMAINS: list,
  ADMIN_EMAILS: list,
  SMTP_URL: url('SMTP_URL', /^smtps?:$/, 'smtp://user:password@mail.example.org:587'),
  MAIL_FROM: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` }).optional(),
})
type Environment = z.infer<typeof environment>

/** The configuration in an environment, or every problem with it, a plain sentence each. */
export function readConfig(env: SetValues): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = environment.safeParse(set)
  // What belongs together is checked even where a single value is wrong, so that nothing has to be found out twice.
  const problems = new Set([...(parsed.error?.issues ?? []).map((issue) => issue.message), ...needs(set), ...odd(set)])
  if (!parsed.success || problems.size > 0) return { ok: false, problems: [...problems] }
  return { ok: true, config: assemble(parsed.data, set) }
}

function assemble(read: Environment, set: SetValues): Config {
  const authority = Object.fromEntries(AUTHORITY_KEYS.flatMap((key) => (set[key] ? [[key, set[key]]] : [])))
  const isSlack = read.SLACK_BOT_TOKEN !== undefined
  const isTeams = read.MicrosoftAppId !== undefined || read.TEAMS_UNAUTHENTICATED
  return {
    host: read.HOST,
    port: Number(read.PORT),
    ...(read.DATA_FILE && { dataFile: read.DATA_FILE }),
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    ...(read.PUBLIC_URL && { publicUrl: read.PUBLIC_URL.replace(/\/+$/, '') }),
    ...(read.LINK_SECRET && { linkSecret: read.LINK_SECRET }),
    ...(isSlack && {
      slack: {
        ...(read.SLACK_SIGNING_SECRET && { signingSecret: read.SLACK_SIGNING_SECRET }),
        botToken: read.SLACK_BOT_TOKEN ?? '',
        ...(read.SLACK_APP_TOKEN && { appToken: read.SLACK_APP_TOKEN }),
        ...(read.SLACK_API_URL && { apiUrl: read.SLACK_API_URL }),
        allowedTeams: read.SLACK_ALLOWED_TEAMS,
      },
    }),
    ...(isTeams && {
      teams: {
        appId: read.MicrosoftAppId ?? '',
        appPassword: read.MicrosoftAppPassword ?? '',
        ...(read.MicrosoftAppTenantId && { appTenant: read.MicrosoftAppTenantId }),
        allowedTenants: read.TEAMS_ALLOWED_TENANTS,
        serviceHosts: read.TEAMS_SERVICE_HOSTS,
        isUnauthenticated: read.TEAMS_UNAUTHENTICATED,
        authority,
      },
    }),
    staffDomains: read.STAFF_EMAIL_DOMAINS.map((domain) => domain.replace(/^@/, '').toLowerCase()),
    adminEmails: read.ADMIN_EMAILS.map((email) => email.toLowerCase()),
    ...(read.SMTP_URL && { smtpUrl: read.SMTP_URL }),
    ...(read.MAIL_FROM && { mailFrom: read.MAIL_FROM }),
    ...(read.LOG_LEVEL && { logLevel: read.LOG_LEVEL }),
  }
}

/**
 * Why nobody could use a server that is connected to Slack or Teams; undefined where somebody can. `staff`: how many
 * active staff the store has.
 */
export function refuseNobody(config: Config, staff: number): string | undefined {
  const isConnected = config.slack !== undefined || config.teams !== undefined
  if (!isConnected || staff > 0 || config.adminEmails.length > 0 || config.staffDomains.length > 0) return undefined
  return (
    'Nobody is admitted: Slack or Teams is configured, but there are no staff, and neither ADMIN_EMAILS nor ' +
    'STAFF_EMAIL_DOMAINS is set. Import your staff (npm run import -- staff.csv) or set ADMIN_EMAILS.'
  )
}

/** Why a server over a database could not be trusted with links; undefined where it can. */
export function refuseOwnSecret(config: Config): string | undefined {
  if (config.databaseUrl === undefined || config.linkSecret !== undefined) return undefined
  return 'LINK_SECRET is not set: with DATABASE_URL every server signs links with the same one, of 32 characters or more.'
}

function isUrl(text: string, protocols: RegExp): boolean {
  return URL.canParse(text) && protocols.test(new URL(text).protocol)
}
