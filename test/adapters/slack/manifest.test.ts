import { describe, expect, it } from 'vitest'
import { SLACK_EVENTS, SLACK_SCOPES, slackManifest } from '../../../adapters/slack/manifest.ts'

describe('the Slack manifest', () => {
  it('sends commands, events and interactivity to one address', () => {
    const manifest = slackManifest({ url: 'https://liaison.schools.example/' })
    const url = 'https://liaison.schools.example/slack/events'
    expect(manifest.features?.slash_commands?.map((command) => [command.command, command.url])).toEqual([
      ['/liaison', url],
      ['/partner', url],
    ])
    expect(manifest.settings).toEqual({
      event_subscriptions: {
        request_url: url,
        bot_events: ['app_home_opened', 'app_mention', 'member_joined_channel', 'message.im'],
      },
      interactivity: { is_enabled: true, request_url: url },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    })
  })

  it('has no address anywhere in Socket Mode', () => {
    const manifest = slackManifest({})
    expect(manifest.settings?.socket_mode_enabled).toBe(true)
    expect(JSON.stringify(manifest)).not.toMatch(/url/)
  })

  it('keeps a path in front, and refuses an address that Slack would not call', () => {
    const { settings } = slackManifest({ url: 'https://schools.example/liaison/' })
    expect(settings?.interactivity?.request_url).toBe('https://schools.example/liaison/slack/events')
    expect(() => slackManifest({ url: 'http://liaison.example' })).toThrow('https://')
    expect(() => slackManifest({ url: 'liaison.example' })).toThrow('https://')
  })

  it('asks for these scopes and no other, each with its reason', () => {
    expect(slackManifest({}).oauth_config?.scopes).toEqual({
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'im:history',
        'im:write',
        'users:read',
        'users:read.email',
      ],
    })
    expect([...Object.values(SLACK_SCOPES), ...Object.values(SLACK_EVENTS)].every((why) => why.length > 10)).toBe(true)
  })

  it('keeps to the lengths of https://github.com/slackapi/manifest-schema', () => {
    const { display_information: shown, features } = slackManifest({ name: `${'Liaison of the District '.repeat(4)}` })
    expect(shown.name.length).toBeLessThanOrEqual(35)
    expect(shown.description?.length).toBeLessThanOrEqual(140)
    expect(shown.long_description?.length).toBeGreaterThanOrEqual(175)
    expect(features?.bot_user?.display_name.length).toBeLessThanOrEqual(80)
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/)
    expect(slackManifest({ name: '  ' }).display_information.name).toBe('Liaison')
  })
})
