import { afterEach, expect, it } from 'vitest'
import { directMessage, TEAM } from '../../fakes/slack-payloads.ts'
import { createFakeSocket, type FakeSocket } from '../../fakes/web-socket.ts'
import { MARIA, type SlackRun, startSlack } from './slack-run.ts'

/** Socket Mode, with Bolt's own receiver and a socket on loopback: the same handlers, and the same order. */

let socket: FakeSocket
let run: SlackRun
let closeApi: () => Promise<void>

async function connect(): Promise<void> {
  socket = await createFakeSocket({ type: 'hello', num_connections: 1 })
  const first = startSlack()
  const { apiUrl, close } = await first.slack.listen()
  closeApi = close
  first.slack.socketUrl = socket.url
  // The socket's own client reaches the API over real HTTP.
  run = startSlack({ appToken: 'xapp-test', apiUrl, signingSecret: '', fetch: first.slack.fetch }, undefined)
  run.slack = first.slack
  await run.adapter.startSocketMode?.()
}

afterEach(async () => {
  await run.adapter.close()
  await socket.close()
  await closeApi()
})

const message = (eventId: string, team = TEAM) => ({
  type: 'event_callback',
  team_id: team,
  event_id: eventId,
  event: directMessage({ user: MARIA, text: 'log it', channel: 'D0MARIA' }),
})
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2))
}

it('takes events, acknowledges once they are kept, and answers', async () => {
  await connect()
  const release = run.intake.hold()
  socket.send({ type: 'events_api', envelope_id: 'e1', payload: message('Ev1'), accepts_response_payload: false })
  await until(() => run.intake.calls.length === 1)
  expect(socket.received).toEqual([])
  release()
  await until(() => socket.received.length === 1)
  await run.adapter.settled()
  expect(socket.received).toMatchObject([{ envelope_id: 'e1' }])
  await until(() => run.slack.messages.length === 1)
  expect(run.intake.kept).toMatchObject([{ id: 'slack:Ev1', what: { kind: 'said', text: 'log it' } }])
})

it('answers a command in the acknowledgement', async () => {
  await connect()
  const payload = {
    command: '/liaison',
    text: 'log it',
    team_id: TEAM,
    user_id: MARIA,
    channel_id: 'C0PARTNERS',
    channel_name: 'partners',
    trigger_id: 't1',
    response_url: run.slack.responseUrl(MARIA, 'C0PARTNERS'),
  }
  socket.send({ type: 'slash_commands', envelope_id: 'e1', payload, accepts_response_payload: true })
  await until(() => socket.received.length === 1)
  expect(socket.received).toMatchObject([{ envelope_id: 'e1', payload: { response_type: 'ephemeral', text: 'Kept.' } }])
})

it('drops another workspace and unknown shapes, and takes nothing over HTTP without a signing secret', async () => {
  await connect()
  socket.send({ type: 'events_api', envelope_id: 'e1', payload: message('Ev1', 'T0ELSEWHERE') })
  socket.send({
    type: 'events_api',
    envelope_id: 'e2',
    payload: { type: 'event_callback', team_id: TEAM, event: {} },
  })
  await until(() => socket.received.length === 2)
  expect(run.intake.calls).toEqual([])
  expect((await run.dm('log it', 'Ev2')).status).toBe(404)
})
