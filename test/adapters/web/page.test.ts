import { describe, expect, test } from 'vitest'
import { createWebAdapter } from '../../../adapters/web/adapter.tsx'
import { isLoopbackHost } from '../../../adapters/web/guard.ts'
import type { Sender } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'
import { createRecordingIntake } from '../recording-intake.ts'

function start() {
  let sender: Sender | undefined
  const intake = createRecordingIntake(() => {
    if (!sender) throw new Error('too early')
    return sender
  })
  let count = 0
  const adapter = createWebAdapter({
    intake,
    clock: () => 0 as Instant,
    newId: () => `n${count++}`,
    organization: async () => 'Ridge <CTE>',
    staff: async () => [
      { id: 's1', name: 'Ana Lee' },
      { id: 's2', name: 'Bo Ray' },
    ],
  })
  sender = adapter.sender
  const request = (
    path: string,
    options: { host?: string; origin?: string; as?: string; form?: Record<string, string> } = {},
  ) => {
    const { host = '127.0.0.1:3000', origin, as, form } = options
    return adapter.routes.request(`http://${host}${path}`, {
      method: form ? 'POST' : 'GET',
      headers: {
        host,
        ...(origin && { origin }),
        ...(as && { cookie: `liaison_speaker=${as}` }),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { body: new URLSearchParams(form).toString() }),
    })
  }
  return { intake, request }
}
const own = 'http://127.0.0.1:3000'

describe('the chat page', () => {
  test('works without its script: a form leads back to the page', async () => {
    const { request, intake } = start()
    const response = await request('/chat/say', { origin: own, form: { text: 'hello', id: 'x' } })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/#say'])
    const page = await (await request('/')).text()
    expect(page).toContain('hello')
    expect(page).toContain('Kept.')
    expect(page).toContain('Ridge &lt;CTE&gt;')
    expect(intake.kept.map(({ what }) => what.kind)).toEqual(['said'])
  })

  test('greets whoever opens an empty chat, once', async () => {
    const { request, intake } = start()
    await request('/')
    await request('/')
    await request('/', { as: 's2' })
    expect(intake.kept.map(({ what, author }) => [what.kind, author.user])).toEqual([
      ['arrived', 's1'],
      ['arrived', 's2'],
    ])
  })

  test('a speaker sees their own chat alone', async () => {
    const { request } = start()
    await request('/chat/say', { origin: own, as: 's2', form: { text: 'from bo', id: 'x' } })
    expect(await (await request('/chat/log', { as: 's1' })).text()).not.toContain('from bo')
    expect(await (await request('/chat/log', { as: 's2' })).text()).toContain('from bo')
  })

  test('switching speakers is remembered by a cookie of this page alone', async () => {
    const { request } = start()
    const response = await request('/chat/as', { origin: own, form: { as: 's2' } })
    expect(response.headers.get('set-cookie')).toBe('liaison_speaker=s2; Path=/; HttpOnly; SameSite=Strict')
    expect((await request('/chat/as', { origin: own, form: { as: 's9' } })).status).toBe(400)
  })

  test.each([
    ['another name for this machine', { host: 'evil.example:3000' }, 403],
    ['another site', { origin: 'https://evil.example', form: { text: 'a', id: 'x' } }, 403],
    ['no origin', { form: { text: 'a', id: 'x' } }, 403],
    ['an opaque origin', { origin: 'null', form: { text: 'a', id: 'x' } }, 403],
    ['no text', { origin: own, form: { id: 'x' } }, 400],
    ['no id', { origin: own, form: { text: 'a' } }, 400],
    ['too much', { origin: own, form: { text: 'a'.repeat(1_100_000), id: 'x' } }, 413],
  ])('%s is refused', async (_, options, status) => {
    const { request, intake } = start()
    const response = await request('form' in options ? '/chat/say' : '/', options)
    expect(response.status).toBe(status)
    expect(intake.calls).toEqual([])
  })

  test('a button that is none is refused', async () => {
    const { request } = start()
    const form = { press: 'nonsense', id: 'x', message: 'm' }
    expect((await request('/chat/act', { origin: own, form })).status).toBe(400)
  })

  test('nothing inline runs and nothing comes from elsewhere', async () => {
    const { request } = start()
    const response = await request('/')
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    const page = await response.text()
    expect(page).not.toMatch(/<script>|<style| style=| on[a-z]+=/)
    for (const asset of ['/chat/chat.css', '/chat/chat.js', '/chat/icon.svg']) {
      expect((await request(asset)).status).toBe(200)
    }
  })

  test('hosts of this machine', () => {
    expect(['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000'].map(isLoopbackHost)).toEqual(
      Array(4).fill(true),
    )
    expect(
      ['', 'localhost.evil.example', '127.0.0.1.nip.io', 'localhost:3000:1', '10.0.0.1'].map(isLoopbackHost),
    ).toEqual(Array(5).fill(false))
  })
})
