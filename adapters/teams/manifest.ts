import { zipSync } from 'fflate'
import { teamsIcons } from './icons.ts'

export type TeamsManifestOptions = {
  /** Where Liaison is reached: an https address. */
  url: string
  /** The bot's registration (Azure: "Microsoft App ID"). */
  appId: string
  /** How the app is called in Teams; at most 30 characters are shown. */
  name?: string
  /** Grows with every change that is uploaded. */
  version?: string
  /** Who runs it, as the app's page in Teams says. */
  developer?: { name: string; privacyUrl?: string; termsUrl?: string }
}

export type ManifestResult<T> = { ok: true; value: T } | { ok: false; problems: string[] }

/** https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json */
const SCHEMA_VERSION = '1.19'
const SHORT_NAME_MAX_CHARS = 30
const FULL_NAME_MAX_CHARS = 100
const DEVELOPER_MAX_CHARS = 32
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** What a person can pick from the list over the field they type in: each is a sentence that works as it stands. */
const COMMANDS = [
  { title: 'help', description: 'What can be said, by examples from your own partners' },
  { title: 'my follow-ups', description: 'Whom you said you would get back to, and by when' },
  { title: 'who have we talked to this month', description: 'Contacts of this month, newest first' },
  { title: 'undo', description: 'Take back the last thing that was recorded' },
]

/** The app's manifest, or every reason why there can be none, a sentence each. */
export function teamsManifest(options: TeamsManifestOptions): ManifestResult<Record<string, unknown>> {
  const problems = problemsWith(options)
  if (problems.length > 0) return { ok: false, problems }
  const url = new URL(options.url)
  const name = options.name?.trim() || 'Liaison'
  const developer = options.developer?.name.trim() || name
  const scopes = ['personal', 'team', 'groupChat']
  return {
    ok: true,
    value: {
      $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
      manifestVersion: SCHEMA_VERSION,
      version: options.version ?? '1.0.0',
      id: options.appId.toLowerCase(),
      developer: {
        name: developer.slice(0, DEVELOPER_MAX_CHARS),
        websiteUrl: url.href,
        privacyUrl: options.developer?.privacyUrl ?? url.href,
        termsOfUseUrl: options.developer?.termsUrl ?? url.href,
      },
      name: { short: name.slice(0, SHORT_NAME_MAX_CHARS), full: name.slice(0, FULL_NAME_MAX_CHARS) },
      description: {
        short: 'Logs partner contacts, follow-ups and events from one sentence.',
        full:
          'Liaison is the industry liaison of a career and technical education office. Write one sentence, such as ' +
          '"had coffee with Maria Chen from Con Edison yesterday, she can take 2 interns, follow up in 2 weeks", and it ' +
          'records the contact, shows what it understood, reminds you, and finds it again. In a channel or a group chat ' +
          'it reads the messages that mention it and no others.',
      },
      icons: { color: 'color.png', outline: 'outline.png' },
      accentColor: '#1F4E5F',
      bots: [
        {
          botId: options.appId.toLowerCase(),
          scopes,
          isNotificationOnly: false,
          supportsFiles: false,
          supportsCalling: false,
          supportsVideo: false,
          commandLists: [{ scopes, commands: COMMANDS }],
        },
      ],
      defaultInstallScope: 'personal',
      defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
      permissions: ['identity', 'messageTeamMembers'],
      validDomains: [url.hostname],
    },
  }
}

/** The package that is uploaded to Teams: the manifest and its two icons, a zip. */
export async function packTeamsApp(options: TeamsManifestOptions): Promise<ManifestResult<Uint8Array>> {
  const manifest = teamsManifest(options)
  if (!manifest.ok) return manifest
  const { color, outline } = await teamsIcons()
  const json = new TextEncoder().encode(`${JSON.stringify(manifest.value, null, 2)}\n`)
  const files = { 'manifest.json': json, 'color.png': color, 'outline.png': outline }
  // The same options give the same bytes; a zip knows no time before 1980.
  return { ok: true, value: zipSync(files, { level: 9, mtime: '1980-01-02T00:00:00' }) }
}

function problemsWith({ url, appId, developer }: TeamsManifestOptions): string[] {
  const problems: string[] = []
  if (!isHttps(url)) problems.push(`The address must be an https one that Microsoft can reach, not "${url}".`)
  if (!GUID.test(appId))
    problems.push(
      `The app id must be the registration's, such as 00000000-0000-0000-0000-000000000000, not "${appId}".`,
    )
  for (const page of [developer?.privacyUrl, developer?.termsUrl])
    if (page !== undefined && !isHttps(page)) problems.push(`"${page}" must be an https address.`)
  return problems
}

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:' && url.length <= 2048
