import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTeamsAdapter, type TeamsAdapter } from '../../adapters/teams/teams-adapter.ts'
import type { Card } from '../../data/card.ts'
import type { Instant } from '../../data/time.ts'
import { createRecordingIntake, replyTo } from '../adapters/recording-intake.ts'
import { CARD_OF_EACH_KIND } from '../adapters/sample-cards.ts'

/**
 * Microsoft's own client for bots, driven as a person would: `npm i @microsoft/m365agentsplayground` somewhere, and its
 * `node_modules/.bin/agentsplayground` in AGENTS_PLAYGROUND. It listens on all interfaces, so only while this runs.
 */
const PLAYGROUND = process.env.AGENTS_PLAYGROUND ?? ''
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const PORT = 56_150
const OUTPUT = 'test/output'

const LOGGED: Card = {
  summary: 'Logged: Con Edison',
  parts: [
    { kind: 'heading', text: 'Logged' },
    { kind: 'facts', facts: [{ label: 'Partner', value: 'Con Edison' }] },
    { kind: 'text', text: '[your bank](https://evil.example) **bold** <b>x</b> www.evil.example' },
    {
      kind: 'actions',
      actions: [
        { label: 'Undo', style: 'danger', press: 'contact.undo?turn=t1' },
        { label: 'Change', press: 'contact.change?turn=t1' },
      ],
    },
  ],
}

describe.skipIf(!existsSync(PLAYGROUND) || !existsSync(CHROMIUM))('Microsoft’s Agents Playground', () => {
  let adapter: TeamsAdapter
  let server: { close(): void }
  let playground: ChildProcess
  let browser: Browser
  let page: Page
  const intake = createRecordingIntake(() => adapter.sender)

  beforeAll(async () => {
    mkdirSync(OUTPUT, { recursive: true })
    intake.answerWith((inbound) => {
      const { what } = inbound
      if (what.kind === 'said' || what.kind === 'arrived') return [replyTo(inbound, LOGGED)]
      if (what.press.action === 'contact.change') return [replyTo(inbound, CARD_OF_EACH_KIND.fields.card)]
      const text = what.kind === 'submitted' ? `Saved ${what.values.partner}, ${what.values.offers}.` : 'Undone.'
      return [replyTo(inbound, { summary: text, parts: [{ kind: 'text', text }] })]
    })
    const nothing = (): void => undefined
    adapter = createTeamsAdapter({
      appId: '',
      appPassword: '',
      allowedTenants: [],
      serviceHosts: [],
      isUnauthenticated: true,
      authority: {},
      clock: () => Date.now() as Instant,
      log: { info: nothing, warn: nothing, error: nothing },
      intake,
    })
    const app = new Hono().route('/api/messages', adapter.routes)
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port))
    })
    const bot = `http://127.0.0.1:${port}/api/messages`
    playground = spawn(PLAYGROUND, ['start', '-e', bot, '-c', 'msteams', '-p', `${PORT}`, '--dt'], { stdio: 'ignore' })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 1300, height: 1000 } })
    await vi.waitFor(() => fetch(`http://127.0.0.1:${PORT}/`), { timeout: 30_000, interval: 200 })
    await page.goto(`http://127.0.0.1:${PORT}/`)
    await page.getByText('Personal Chat').waitFor()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    playground?.kill()
    server?.close()
    await adapter?.close()
  })

  it('shows an answer, with people’s text as they typed it, and presses its buttons', async () => {
    await page.getByText('Con Edison').first().waitFor()
    const box = page.getByRole('textbox').last()
    await box.click()
    await page.keyboard.type('called marcus at coned & co')
    await page.keyboard.press('Enter')
    await expect.poll(() => intake.kept.at(-1)?.what).toEqual({ kind: 'said', text: 'called marcus at coned & co' })
    await page.getByText('[your bank](https://evil.example) **bold** <b>x</b> www.evil.example').last().waitFor()
    expect(await page.locator('a[href*="evil.example"]').count()).toBe(0)
    await page.screenshot({ path: `${OUTPUT}/teams-card.png` })

    await page.getByRole('button', { name: 'Change' }).last().click()
    await page.getByText('Interns').last().waitFor()
    await page.screenshot({ path: `${OUTPUT}/teams-form.png` })
    await page.getByRole('button', { name: 'Save' }).last().click()
    await page.getByText('Saved Con Edison, speaker.').waitFor()

    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByText('Undone.').waitFor()
    await page.screenshot({ path: `${OUTPUT}/teams-undone.png` })
  }, 60_000)
})
