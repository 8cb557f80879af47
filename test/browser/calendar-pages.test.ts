import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Zone } from '../../data/time.ts'
import { calendarRoutes } from '../../src/pages/calendar/routes.tsx'
import { type LinkedPage, signToken } from '../../src/pages/signed-links.ts'
import type { PageContext } from '../../src/pages.ts'
import { type CalendarStage, openCalendarStage } from '../conversations/calendar/calendar-stage.ts'
import { openPage, startBrowser } from './running.ts'

const SHOTS = new URL('../output/', import.meta.url).pathname
const PHONE = { width: 360, height: 740 }
const SECRET = 'a secret of at least thirty-two characters'
const OWNER = 'Dominic Santoro'

let browser: Browser
let server: ServerType
let address: string
let stage: CalendarStage
let event: string
let invitation: string

beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true })
  browser = await startBrowser()
  stage = await openCalendarStage('2026-12-01T10:00', { withPages: true })
  await stage.say(OWNER, 'breakfast at edison dec 16 for auto and culinary, in the library')
  await stage.say(OWNER, 'speaker from ibm every tuesday at 10:30 for six weeks at mckee, room 204')
  await stage.say(OWNER, 'invite jetblue, delta, mta and great performances to the dec 16 breakfast')
  const planned = (await stage.store.find('event')).find(({ start }) => start === '2026-12-16T08:00')
  event = planned?.id ?? ''
  const invitations = await stage.store.find('invitation', { where: { event } })
  const partner = (await stage.store.find('partner', { where: { name: 'JetBlue Airways' } }))[0]
  invitation = invitations.find((one) => one.partner === partner?.id)?.id ?? ''
  const context: Partial<PageContext> = {
    store: stage.store,
    takeGuest: stage.takeGuest,
    clock: stage.clock,
    zone: 'America/New_York' as Zone,
    publicUrl: 'http://127.0.0.1',
    linkSecret: SECRET,
  }
  // The calendar's pages use nothing else of it.
  const app = calendarRoutes(context as PageContext)
  server = serve({ hostname: '127.0.0.1', port: 0, fetch: (request) => app.fetch(request) })
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server?.close(resolve))
})

const link = (page: LinkedPage, id: string): string => `${address}/c/${page}/${signToken(page, id, SECRET)}`

async function shoot(page: Page, name: string): Promise<void> {
  await writeFile(`${SHOTS}${name}.png`, await page.screenshot({ fullPage: true }))
}

/** The same on paper: as it is printed, without what is for the screen. */
async function print(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await shoot(page, `${name}-printed`)
  await page.emulateMedia({ media: 'screen' })
}

/** What the accessibility check finds wrong, by rule. */
async function violations(page: Page): Promise<string[]> {
  // The page allows no script: the check comes in through the browser, not through the page.
  const found = await page.evaluate(`(() => { ${axe.source}; return axe.run(document) })()`)
  return (found as axe.AxeResults).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const widerThanPhone = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')

describe("a guest's page", () => {
  test('is answered on a phone by touch and by keyboard, and says what came of it', async () => {
    const { page, faults } = await openPage(browser, { viewport: PHONE, hasTouch: true })
    await page.goto(link('answer', invitation))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Partner breakfast')
    expect(await violations(page)).toEqual([])
    expect(await widerThanPhone(page)).toBe(false)
    await shoot(page, 'calendar-answer-phone')
    await page.getByRole('radio', { name: 'Yes' }).tap()
    await page.getByLabel('How many people, you included').fill('3')
    await page.getByLabel('Dietary needs').fill('one vegetarian <b>please</b>')
    await page.getByRole('button', { name: 'Send the answer' }).tap()
    expect(await page.getByRole('status').textContent()).toBe('Thank you. We look forward to seeing you.')
    expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true)
    expect(await page.getByLabel('Dietary needs').inputValue()).toBe('one vegetarian <b>please</b>')
    expect(await violations(page)).toEqual([])
    await shoot(page, 'calendar-answered-phone')
    // By keyboard alone: from the top to Maybe and the button.
    await page.goto(link('answer', invitation))
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('status').textContent()).toBe('Thank you. Tell us here when you know.')
    await stage.at('2026-12-01T10:30')
    await page.getByRole('radio', { name: 'Yes' }).check()
    await page.getByRole('button', { name: 'Send the answer' }).click()
    expect(faults).toEqual([])
  })

  test('in the dark it is as readable', async () => {
    const { page, faults } = await openPage(browser, { colorScheme: 'dark' })
    await page.goto(link('answer', invitation))
    expect(await violations(page)).toEqual([])
    await shoot(page, 'calendar-answer-dark')
    expect(faults).toEqual([])
  })
})

test('a month is a list that a phone can show', async () => {
  const { page, faults } = await openPage(browser, { viewport: PHONE })
  await page.goto(`${link('month', 'all:0:')}?month=2026-12`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('December 2026')
  expect(await page.getByRole('row').count()).toBeGreaterThan(4)
  expect(await violations(page)).toEqual([])
  expect(await widerThanPhone(page)).toBe(false)
  await shoot(page, 'calendar-month-phone')
  await page.getByRole('link', { name: 'Month after' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('January 2027')
  await page.setViewportSize({ width: 1000, height: 900 })
  await page.getByRole('link', { name: 'Month before' }).click()
  await shoot(page, 'calendar-month')
  expect(faults).toEqual([])
})

test('chart, cards, sign-in sheet and preparation sheets are read on a screen and printed', async () => {
  for (const [who, count] of [
    ['delta', 2],
    ['mta', 4],
    ['great performances', 2],
  ] as const)
    await stage.say(OWNER, `${who} is in for the dec 16 breakfast, ${count} people`)
  await stage.say(OWNER, 'i want jetblue w me at the dec 16 breakfast')
  await stage.at('2026-12-01T11:00')
  const { page, faults } = await openPage(browser)
  for (const name of ['chart', 'cards', 'signin', 'preparation'] as const) {
    await page.goto(link(name, event))
    expect(await violations(page)).toEqual([])
    expect(await page.getByText('JetBlue Airways').count()).toBeGreaterThan(0)
    await shoot(page, `calendar-${name}`)
    await print(page, `calendar-${name}`)
  }
  await page.setViewportSize(PHONE)
  await page.goto(link('chart', event))
  expect(await widerThanPhone(page)).toBe(false)
  await shoot(page, 'calendar-chart-phone')
  expect(faults).toEqual([])
})
