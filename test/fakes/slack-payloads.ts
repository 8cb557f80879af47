import { createHmac } from 'node:crypto'

/** What Slack sends, built by hand and signed as Slack signs. People and channels are fictional. */

export const TEAM = 'T0DISTRICT'
export const BOT_USER = 'U0LIAISON'
export const BOT_ID = 'B0LIAISON'

export type Body = { contentType: string; body: string }

/** The three characters that Slack escapes in what people write. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const json = (value: unknown): Body => ({ contentType: 'application/json', body: JSON.stringify(value) })
export const form = (fields: Readonly<Record<string, string>>): Body => ({
  contentType: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
})
export const interaction = (payload: unknown): Body => form({ payload: JSON.stringify(payload) })

export function eventBody(event: Readonly<Record<string, unknown>>, eventId: string, team = TEAM): Body {
  return json({
    token: 'unused',
    team_id: team,
    api_app_id: 'A0LIAISON',
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_796_140_320,
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    event,
  })
}

export function directMessage(said: {
  user: string
  text: string
  channel: string
  ts?: string
}): Record<string, unknown> {
  const { user, text, channel, ts = '1796140320.000100' } = said
  return { type: 'message', channel_type: 'im', user, text: escaped(text), channel, ts, event_ts: ts, team: TEAM }
}

export function commandBody(said: {
  command: string
  text: string
  user: string
  channel: string
  channelName?: string
  trigger: string
  responseUrl: string
  team?: string
}): Body {
  return form({
    token: 'unused',
    team_id: said.team ?? TEAM,
    team_domain: 'district',
    channel_id: said.channel,
    channel_name: said.channelName ?? 'partners',
    user_id: said.user,
    user_name: 'maria',
    command: said.command,
    text: escaped(said.text),
    api_app_id: 'A0LIAISON',
    is_enterprise_install: 'false',
    response_url: said.responseUrl,
    trigger_id: said.trigger,
  })
}

export function pressBody(pressed: {
  user: string
  channel: string
  message: { ts: string; thread_ts?: string; isEphemeral?: boolean }
  action: { action_id: string; value: string; url?: string }
  trigger: string
  responseUrl: string
  values?: Readonly<Record<string, unknown>>
  team?: string
}): Body {
  const { message, action, team = TEAM } = pressed
  return interaction({
    type: 'block_actions',
    user: { id: pressed.user, username: 'maria', team_id: team },
    api_app_id: 'A0LIAISON',
    token: 'unused',
    team: { id: team, domain: 'district' },
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: pressed.channel,
      is_ephemeral: message.isEphemeral === true,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    },
    trigger_id: pressed.trigger,
    channel: { id: pressed.channel, name: 'partners' },
    ...(message.isEphemeral ? {} : { message: { type: 'message', ...message, text: '', user: BOT_USER } }),
    state: { values: pressed.values ?? {} },
    response_url: pressed.responseUrl,
    actions: [
      { type: 'button', block_id: 'b1', action_ts: '1796140330.1', text: { type: 'plain_text', text: '' }, ...action },
    ],
  })
}

export function viewBody(sent: {
  type?: 'view_submission' | 'view_closed'
  user: string
  view: { id: string; callback_id: string; private_metadata: string }
  values: Readonly<Record<string, unknown>>
  team?: string
}): Body {
  const { team = TEAM } = sent
  return interaction({
    type: sent.type ?? 'view_submission',
    team: { id: team, domain: 'district' },
    user: { id: sent.user, username: 'maria', team_id: team },
    api_app_id: 'A0LIAISON',
    token: 'unused',
    trigger_id: 'view-trigger',
    view: { ...sent.view, team_id: team, type: 'modal', hash: 'h', state: { values: sent.values }, blocks: [] },
    response_urls: [],
    is_enterprise_install: false,
  })
}

/** `state.values` of a form: one block a field, of the type that its name stands for. */
export function stateOf(values: Readonly<Record<string, string | string[]>>): Record<string, unknown> {
  const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value })
  return Object.fromEntries(
    Object.entries(values).map(([name, value], at) => {
      const element = Array.isArray(value)
        ? { type: 'checkboxes', selected_options: value.map(option) }
        : /^\d{4}-\d\d-\d\d$/.test(value)
          ? { type: 'datepicker', selected_date: value }
          : /^\d\d:\d\d$/.test(value)
            ? { type: 'timepicker', selected_time: value }
            : name === 'method'
              ? { type: 'static_select', selected_option: option(value) }
              : { type: 'plain_text_input', value: value === '' ? null : value }
      return [`block-${at}`, { [name]: element }]
    }),
  )
}

/** A request to `/slack/events` as Slack makes it; `seconds` is its timestamp. */
export function signedRequest(
  secret: string,
  { contentType, body }: Body,
  seconds: number,
  url = 'http://liaison.test/slack/events',
): Request {
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  })
}
