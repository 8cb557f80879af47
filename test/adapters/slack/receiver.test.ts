import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import {
  commandBody,
  directMessage,
  eventBody,
  form,
  interaction,
  json,
  pressBody,
  signedRequest,
  viewBody,
} from '../../fakes/slack-payloads.ts'
import { MARIA, SECRET, START, startSlack } from './slack-run.ts'

const SECONDS = START / 1000
const said = directMessage({ user: MARIA, text: 'log it', channel: 'D0MARIA' })

describe('what Slack sends', () => {
  it('is refused when it is not signed, forged, stale or from the future', async () => {
    const run = startSlack()
    const body = eventBody(said, 'Ev1')
    const genuine = signedRequest(SECRET, body, SECONDS)
    const unsigned = new Request(genuine.url, {
      method: 'POST',
      body: body.body,
      headers: { 'content-type': body.contentType },
    })
    const statuses = [
      (await run.adapter.routes.request(new Request('http://liaison.test/', unsigned))).status,
      (await run.post(body, { secret: 'other' })).status,
      (await run.post(body, { seconds: SECONDS - 301 })).status,
      (await run.post(body, { seconds: SECONDS + 301 })).status,
      (await run.post(body, { seconds: SECONDS - 300 })).status,
      (await run.post(eventBody(said, 'Ev2'), { seconds: SECONDS + 300 })).status,
    ]
    expect(statuses).toEqual([401, 401, 401, 401, 200, 200])
    expect(run.logged).toEqual(['request is unsigned', 'request is forged', 'request is stale', 'request is stale'])
    expect(run.intake.calls.map(({ id }) => id)).toEqual(['slack:Ev1', 'slack:Ev2'])
    await run.adapter.close()
  })

  it('is refused when the body was changed on the way, or the signature has another form', async () => {
    const run = startSlack()
    const genuine = signedRequest(SECRET, eventBody(said, 'Ev1'), SECONDS, 'http://liaison.test/')
    const signature = genuine.headers.get('x-slack-signature') ?? ''
    const send = async (body: string, headers: Record<string, string>): Promise<number> => {
      const all = { ...Object.fromEntries(genuine.headers), 'content-length': `${Buffer.byteLength(body)}`, ...headers }
      return (await run.adapter.routes.request('/', { method: 'POST', body, headers: all })).status
    }
    const body = eventBody(said, 'Ev1').body
    expect(await send(body.replace('log it', 'log that'), {})).toBe(401)
    expect(await send(body, { 'x-slack-signature': signature.slice(3) })).toBe(401)
    expect(await send(body, { 'x-slack-signature': `${signature}00` })).toBe(401)
    expect(await send(body, { 'x-slack-signature': signature.toUpperCase() })).toBe(401)
    expect(await send(body, { 'x-slack-request-timestamp': 'NaN' })).toBe(401)
    expect(await send(body, { 'x-slack-request-timestamp': `${SECONDS}.5` })).toBe(401)
    expect(await send(body, {})).toBe(200)
    expect(run.intake.calls).toHaveLength(1)
    await run.adapter.close()
  })

  it('is refused for another workspace, without a reply, and Slack is told not to repeat it', async () => {
    const run = startSlack()
    const team = 'T0ELSEWHERE'
    const command = { command: '/liaison', text: 'log it', user: MARIA, channel: 'C0PARTNERS', trigger: 't1' }
    const action = { action_id: 'press:1.0', value: 'contact.undo' }
    const pressed = {
      user: MARIA,
      channel: 'C0PARTNERS',
      message: { ts: '1.1' },
      action,
      trigger: 't2',
      responseUrl: '',
    }
    const view = { id: 'V1', callback_id: 'liaison-form', private_metadata: '{}' }
    for (const body of [
      eventBody(said, 'Ev1', team),
      commandBody({ ...command, responseUrl: 'https://hooks.slack.com/x', team }),
      pressBody({ ...pressed, team }),
      viewBody({ user: MARIA, view, values: {}, team }),
    ]) {
      const response = await run.post(body)
      expect(response.status).toBe(403)
      expect(response.headers.get('x-slack-no-retry')).toBe('1')
    }
    await run.adapter.settled()
    expect(run.intake.calls).toEqual([])
    expect(run.slack.calls.filter(({ method }) => method !== 'auth.test')).toEqual([])
  })

  it('falls back to the workspace of the bot token where none is listed', async () => {
    const run = startSlack({ allowedTeams: [] })
    expect((await run.post(eventBody(said, 'Ev1'))).status).toBe(200)
    expect((await run.post(eventBody(said, 'Ev2', 'T0ELSEWHERE'))).status).toBe(403)
    await run.adapter.close()
  })

  it('is asked for again while Slack does not say who Liaison is', async () => {
    const run = startSlack({ allowedTeams: [] })
    run.slack.failNext('auth.test', 'timeout')
    expect((await run.post(eventBody(said, 'Ev1'))).status).toBe(503)
    expect((await run.post(eventBody(said, 'Ev1'))).status).toBe(200)
    expect(run.intake.kept).toHaveLength(1)
    await run.adapter.close()
  })

  it.each([
    ['JSON null', json(null)],
    ['a JSON list', json([])],
    ['a JSON number', json(5)],
    ['no JSON', { contentType: 'application/json', body: '{' }],
    ['an empty body', { contentType: 'application/json', body: '' }],
    ['a null event', json({ type: 'event_callback', team_id: 'T0DISTRICT', event_id: 'Ev1', event: null })],
    ['an event without a type', json({ type: 'event_callback', team_id: 'T0DISTRICT', event_id: 'Ev1', event: {} })],
    ['a message with a number for text', eventBody({ ...said, text: 5 }, 'Ev1')],
    ['a message without a channel', eventBody({ type: 'message', user: MARIA, text: 'hi', ts: '1.1' }, 'Ev1')],
    ['payload=null', form({ payload: 'null' })],
    ['a payload that is no JSON', form({ payload: '{' })],
    ['a payload without a user', interaction({ type: 'block_actions', team: { id: 'T0DISTRICT' }, actions: [] })],
    [
      'actions that are none',
      interaction({
        type: 'block_actions',
        user: { id: MARIA },
        team: { id: 'T0DISTRICT' },
        trigger_id: 't',
        actions: [],
      }),
    ],
    [
      'a view that is null',
      interaction({ type: 'view_submission', user: { id: MARIA }, team: { id: 'T0DISTRICT' }, view: null }),
    ],
    ['a command without a user', form({ command: '/liaison', team_id: 'T0DISTRICT' })],
    ['a form of something else', form({ a: 'b' })],
    ['plain text', { contentType: 'text/plain', body: 'hello' }],
  ])('is a 400 when it is %s', async (_, body) => {
    const run = startSlack()
    expect((await run.post(body)).status).toBe(400)
    expect(run.intake.calls).toEqual([])
  })

  it('is a 400 when it is not UTF-8', async () => {
    const run = startSlack()
    const { createHmac } = await import('node:crypto')
    const body = Buffer.from([0x7b, 0xff, 0x7d])
    const mac = createHmac('sha256', SECRET).update(`v0:${SECONDS}:`).update(body).digest('hex')
    const headers = {
      'content-type': 'application/json',
      'content-length': '3',
      'x-slack-request-timestamp': `${SECONDS}`,
      'x-slack-signature': `v0=${mac}`,
    }
    expect((await run.adapter.routes.request('/', { method: 'POST', body, headers })).status).toBe(400)
  })

  it('is a 413 over 1 MB, also where no length is declared', async () => {
    const run = startSlack()
    const body = json({ type: 'url_verification', challenge: 'x', padding: 'x'.repeat(1_048_576) })
    expect((await run.post(body)).status).toBe(413)
    const chunk = new Uint8Array(300_000)
    let chunks = 0
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1
        controller.enqueue(chunk)
        if (chunks === 40) controller.close()
      },
    })
    const request = new Request('http://liaison.test/', { method: 'POST', body: stream, duplex: 'half' })
    expect((await run.adapter.routes.request(request)).status).toBe(413)
    expect(chunks).toBeLessThan(10)
  })

  it('is answered where it only verifies, and taken without an answer where nobody speaks', async () => {
    const run = startSlack()
    const verified = await run.post(json({ type: 'url_verification', challenge: '3eZbrw1aB', token: 'unused' }))
    expect(await verified.json()).toEqual({ challenge: '3eZbrw1aB' })
    expect((await run.post(form({ ssl_check: '1', token: 'unused' }))).status).toBe(200)
    expect((await run.post(json({ type: 'app_rate_limited', team_id: 'T0DISTRICT' }))).status).toBe(200)
    expect((await run.post(eventBody({ type: 'reaction_added', user: MARIA }, 'Ev1'))).status).toBe(200)
    expect((await run.adapter.routes.request('/')).status).toBe(404)
    expect(run.intake.calls).toEqual([])
  })

  it('is nowhere without a signing secret', async () => {
    const run = startSlack({ signingSecret: '' })
    expect((await run.post(eventBody(said, 'Ev1'))).status).toBe(404)
  })

  it('goes through a real server', async () => {
    const run = startSlack()
    const site = new Hono().route('/slack/events', run.adapter.routes)
    const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 })
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const url = `http://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}/slack/events`
    const send = async (request: Request): Promise<number> => {
      const { method, headers } = request
      // fetch counts the body itself.
      headers.delete('content-length')
      return (await fetch(url, { method, headers, body: await request.arrayBuffer() })).status
    }
    expect(await send(signedRequest(SECRET, eventBody(said, 'Ev1'), SECONDS))).toBe(200)
    expect(await send(signedRequest('other', eventBody(said, 'Ev2'), SECONDS))).toBe(401)
    expect(await send(signedRequest(SECRET, json({ padding: 'x'.repeat(1_048_576) }), SECONDS))).toBe(413)
    await run.adapter.close()
    expect(run.slack.messages.map(({ text }) => text)).toEqual(['Kept.'])
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
