import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliver, messageActivity } from '../../fakes/teams-activities.ts'
import { createRecordingIntake } from '../recording-intake.ts'
import { runTeams, runWithIntake } from './run-teams.ts'

type Run = Awaited<ReturnType<typeof runWithIntake>>

// The library writes to the console why it refused a token.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('a request to the Teams endpoint', () => {
  let run: Run
  beforeEach(async () => {
    run = await runWithIntake()
  })
  afterEach(async () => {
    await run.close()
  })

  const expectNothingDone = async (): Promise<void> => {
    await run.adapter.settled()
    expect(run.intake.calls).toEqual([])
    expect(run.fake.messages).toEqual([])
    expect(run.fake.requests).toEqual([])
    expect(run.log.join('\n')).not.toContain('jaylen')
  }
  const said = (): Record<string, unknown> => messageActivity(run.fake, 'm1', 'jaylen got hired')

  it.each([
    ['a missing', { authorization: undefined }],
    ['an empty', { authorization: 'Bearer ' }],
    ['another scheme’s', { authorization: 'Basic bWFyaWE6c2VjcmV0' }],
    ['a nonsensical', { authorization: 'Bearer a.b.c' }],
    ['a forged', { isForged: true }],
    ['an expired', { expiresIn: -3600 }],
    ['another bot’s', { audience: '11111111-0000-4000-8000-000000000000' }],
    ['an unknown key’s', { keyId: 'key-2' }],
    ['another issuer’s', { issuer: 'https://issuer.evil.example' }],
    ['the emulator’s', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['another address’s', { serviceUrl: 'https://evil.example/' }],
  ])('with %s token gets 401', async (_, changes) => {
    expect((await deliver(run.fake, run.url, said(), changes)).status).toBe(401)
    await expectNothingDone()
  })

  it('with an unsigned token gets 401', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { iss: run.fake.issuer.issuer, aud: run.fake.appId, serviceurl: run.fake.serviceUrl, exp: 4e9 }
    const authorization = `Bearer ${part({ alg: 'none', kid: 'key-1' })}.${part(claims)}.`
    expect((await deliver(run.fake, run.url, said(), { authorization })).status).toBe(401)
    await expectNothingDone()
  })

  it('without a serviceUrl gets 400, though its token is genuine', async () => {
    const answer = await deliver(run.fake, run.url, { ...said(), serviceUrl: undefined })
    expect(answer).toEqual({ status: 400, body: { error: 'The activity has no serviceUrl.' } })
    await expectNothingDone()
  })

  it('whose serviceUrl is not Microsoft’s gets 403, though its token says the same', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.evil.example/'
    const answer = await deliver(run.fake, run.url, { ...said(), serviceUrl }, { serviceUrl })
    expect(answer.status).toBe(403)
    await expectNothingDone()
  })

  it.each([
    ['another tenant', { id: 'chat-1', tenantId: '99999999-0000-4000-8000-000000000000' }],
    ['a tenant that its two places do not agree on', { id: 'chat-1', tenantId: 'other' }],
  ])('from %s gets 403 and no reply', async (_, conversation) => {
    expect((await deliver(run.fake, run.url, { ...said(), conversation })).status).toBe(403)
    await expectNothingDone()
  })

  it('that names no tenant gets 403', async () => {
    const activity = { ...said(), conversation: { id: 'chat-1' }, channelData: undefined }
    expect((await deliver(run.fake, run.url, activity)).status).toBe(403)
    await expectNothingDone()
  })

  it('of another channel of the Bot Framework gets 403', async () => {
    expect((await deliver(run.fake, run.url, { ...said(), channelId: 'AseChannel' })).status).toBe(403)
    await expectNothingDone()
  })

  it.each([
    ['not JSON', '{"type":"message"', 'The body is not JSON.'],
    ['empty', '', 'The body is not JSON.'],
    ['null', 'null', 'The body is no activity.'],
    ['a list', '[]', 'The body is no activity.'],
    ['a number', '7', 'The body is no activity.'],
    [
      'without a conversation',
      '{"type":"message","channelId":"msteams","from":{"id":"a"},"recipient":{"id":"b"}}',
      'The body is no activity: see "conversation".',
    ],
    ['of the wrong shape', '{"type":7}', 'The body is no activity: see "type".'],
  ])('whose body is %s gets 400 and says why', async (_, body, reason) => {
    expect(await deliver(run.fake, run.url, body)).toEqual({ status: 400, body: { error: reason } })
    await expectNothingDone()
  })

  it('of over 1 MB gets 413, its length stated or not', async () => {
    const body = JSON.stringify({ ...said(), text: 'x'.repeat(1024 * 1024) })
    expect((await deliver(run.fake, run.url, body)).status).toBe(413)
    const headers = { authorization: `Bearer ${await run.fake.issuer.token()}` }
    const stream = new Blob([body]).stream()
    const response = await fetch(run.url, { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(413)
    await expectNothingDone()
  })

  it('by another method gets 405', async () => {
    expect((await fetch(run.url)).status).toBe(405)
  })

  it('with a genuine token is answered, a burst right after the start too', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => deliver(run.fake, run.url, messageActivity(run.fake, `m${at}`, 'hi'))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    await run.adapter.settled()
    expect(run.intake.kept).toHaveLength(20)
  })
})

describe('the keys that tokens are checked with', () => {
  it('are read before anything is taken in; where they cannot be, requests get 503 until they can', async () => {
    const { fake, adapter, url, close } = await runTeams(
      createRecordingIntake(() => adapter.sender),
      {},
    )
    const keys = fake.issuer.keys
    Reflect.deleteProperty(fake.issuer, 'keys')
    await expect(adapter.ready()).rejects.toThrow('The keys that Microsoft signs its requests with cannot be read.')
    expect((await deliver(fake, url, messageActivity(fake, 'm1', 'hi'))).status).toBe(503)
    fake.issuer.keys = keys
    await adapter.ready()
    expect((await deliver(fake, url, messageActivity(fake, 'm1', 'hi'))).status).toBe(200)
    await close()
  })
})

describe('an adapter that would be open to anyone', () => {
  const start = (changes: Parameters<typeof runTeams>[1]): Promise<unknown> =>
    runTeams(
      createRecordingIntake(() => {
        throw new Error('unused')
      }),
      changes,
    )

  it('does not start', async () => {
    await expect(start({ appId: '' })).rejects.toThrow('without MicrosoftAppId anyone could write')
    await expect(start({ allowedTenants: [] })).rejects.toThrow('any tenant could write')
    await expect(start({ isUnauthenticated: true })).rejects.toThrow('exclude each other')
  })

  it('takes requests without a token only where it was told to, and answers loopback addresses alone', async () => {
    const run = await runWithIntake({ appId: '', appPassword: '', allowedTenants: [], isUnauthenticated: true })
    const authorization = { authorization: undefined }
    expect((await deliver(run.fake, run.url, messageActivity(run.fake, 'm1', 'hi'), authorization)).status).toBe(200)
    const elsewhere = { ...messageActivity(run.fake, 'm2', 'hi'), serviceUrl: 'https://smba.trafficmanager.net/teams/' }
    expect((await deliver(run.fake, run.url, elsewhere, authorization)).status).toBe(403)
    await run.adapter.settled()
    expect(run.intake.kept).toHaveLength(1)
    await run.close()
  })
})
