import type { AppsManifestCreateArguments } from '@slack/web-api'

type Manifest = AppsManifestCreateArguments['manifest']

/**
 * The Slack app as a manifest: https://docs.slack.dev/reference/app-manifest, schema
 * https://github.com/slackapi/manifest-schema. Pure: what it says is what README explains.
 */

/** Every scope that is asked for, and what for. There is no other, and none of a person's own. */
export const SLACK_SCOPES = {
  'app_mentions:read': 'to hear a channel’s message that mentions Liaison, and no other message there',
  'channels:history': 'to look whether a post has already arrived in a public channel before it is sent again',
  'channels:read': 'to find a public channel by its name, and to see when Liaison is invited to one',
  'chat:write': 'to answer, to remind, and to post what was approved in channels that Liaison was invited to',
  commands: 'for /liaison and /partner',
  'groups:history': 'as channels:history, in private channels that Liaison was invited to',
  'groups:read': 'as channels:read, for private channels that Liaison was invited to',
  'im:history': 'to hear what is written to Liaison in its own direct messages',
  'im:write': 'to open the direct message in which reminders and private answers arrive',
  'users:read': 'to know a writer’s name, and to turn guests away',
  'users:read.email': 'to recognize a staff member by e-mail address',
} as const

export type SlackScope = keyof typeof SLACK_SCOPES

/** The events that are subscribed to, and what for. */
export const SLACK_EVENTS = {
  app_home_opened: 'greets a staff member who opens Liaison’s chat for the first time',
  app_mention: 'a message that mentions Liaison in a channel',
  member_joined_channel: 'Liaison was invited to a channel',
  'message.im': 'a message to Liaison alone',
} as const

export type SlackManifestOptions = {
  /** Where the server is reached from outside, `https://…`; absent: Socket Mode, which needs no address. */
  url?: string
  /** The app's name, at most 35 characters. */
  name?: string
}

/** Characters. https://docs.slack.dev/reference/app-manifest */
const NAME_MAX_CHARS = 35

/** The manifest of the app: over HTTP at `url`, or in Socket Mode. Throws where the address is no https address. */
export function slackManifest({ url, name = 'Liaison' }: SlackManifestOptions): Manifest {
  const requestUrl = url === undefined ? undefined : eventsUrl(url)
  const request = requestUrl === undefined ? {} : { request_url: requestUrl }
  const command = requestUrl === undefined ? {} : { url: requestUrl }
  const appName = name.trim().slice(0, NAME_MAX_CHARS) || 'Liaison'
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: appName,
      description: 'Logs partner contacts, reminds, and finds them again, for work-based learning staff.',
      long_description:
        'Write to Liaison as you would to a colleague: "called Marcus at Con Edison this morning, he can take 2 interns, ' +
        'follow up in 2 weeks". Liaison shows what it understood, lets you undo or change it with one tap, reminds you on ' +
        'the day, and answers "what is our history with Con Edison".',
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: appName, always_online: true },
      slash_commands: [
        {
          command: '/liaison',
          ...command,
          description: 'Say anything to Liaison; only you see the answer',
          usage_hint: 'what’s our history with con ed',
          should_escape: false,
        },
        {
          command: '/partner',
          ...command,
          description: 'Log a contact with a partner',
          usage_hint: 'coffee with maria chen from coned yesterday, follow up in 2 weeks',
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: SCOPES } },
    settings: {
      event_subscriptions: { ...request, bot_events: EVENTS },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

/** Where Slack sends commands, events and interactivity alike. */
function eventsUrl(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address?.protocol !== 'https:')
    throw new Error('Slack needs an https:// address, such as https://liaison.example')
  return `${address.origin}${address.pathname.replace(/\/+$/, '')}/slack/events`
}

const SCOPES = Object.keys(SLACK_SCOPES) as SlackScope[]
const EVENTS = Object.keys(SLACK_EVENTS) as (keyof typeof SLACK_EVENTS)[]
