import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, type Running, startBrowser, startLiaison } from './running.ts'

const SENTENCE = 'had coffee w/ maria chen from coned yesterday, she can take 2 interns, follow up in 2 weeks'
const SHOTS = new URL('../output/', import.meta.url).pathname

let browser: Browser
let liaison: Running

beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true })
  browser = await startBrowser()
  liaison = await startLiaison()
})
afterAll(async () => {
  await browser?.close()
  await liaison?.stop()
})

const type = async (page: Page, text: string): Promise<void> => {
  await page.locator('#say').focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
const newest = (page: Page) => page.locator('#log > article.liaison').last()
const focusedText = (page: Page): Promise<string> => page.evaluate('document.activeElement?.textContent ?? ""')

/** Tabs on until what has the focus reads so. */
async function tabTo(page: Page, text: string, key = 'Tab'): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    if ((await focusedText(page)).trim() === text) return
    await page.keyboard.press(key)
  }
  throw new Error(`"${text}" cannot be reached by ${key}`)
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('the chat page in Chromium', () => {
  test('a contact is logged, changed and undone by keyboard alone', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(liaison.address)
    await type(page, SENTENCE)
    await expect.poll(() => newest(page).textContent(), { timeout: 10_000 }).toContain('Consolidated Edison')
    const card = (await newest(page).textContent()) ?? ''
    expect(card).toContain('Maria Chen')
    expect(card).toMatch(/2 internships/)
    await page.screenshot({ path: `${SHOTS}chat-logged.png` })

    await tabTo(page, 'Change', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#log form.fields').count(), { timeout: 10_000 }).toBe(1)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}chat-form.png`, fullPage: true })
    await page.locator('#log form.fields button').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#log form.fields').count(), { timeout: 10_000 }).toBe(0)

    await tabTo(page, 'Undo')
    await page.keyboard.press('Enter')
    await expect.poll(() => newest(page).textContent(), { timeout: 10_000 }).toMatch(/Undone|undid|taken back/i)
    // The answer stands where the button was, and has the focus.
    expect(await page.evaluate('document.activeElement?.id ?? ""')).toMatch(/^m-/)
    expect(faults).toEqual([])
  })

  test.each([
    ['light', 'light', 1000],
    ['dark', 'dark', 1000],
    ['phone', 'light', 390],
    ['phone-dark', 'dark', 390],
  ] as const)('%s: no accessibility fault, nothing wider than the page', async (name, colorScheme, width) => {
    const { page, faults } = await openPage(browser, { colorScheme, viewport: { width, height: 844 } })
    await page.goto(liaison.address)
    await type(page, 'help')
    await type(page, 'what’s our history with con ed')
    // The second was typed while the first was on its way; both arrive whole.
    await expect
      .poll(() => page.locator('#log > article.mine').last().textContent(), { timeout: 10_000 })
      .toBe('Youwhat’s our history with con ed')
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `${SHOTS}chat-${name}.png` })
    expect(faults).toEqual([])
  })

  test('works without its script', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(liaison.address)
    await page.locator('#say').fill('help')
    await page.locator('#composer button').click()
    await expect.poll(() => page.locator('#log > article.mine').last().textContent()).toContain('help')
    await expect.poll(() => newest(page).textContent()).toContain('Say it in one sentence')
  })

  test('what people type is shown, never run', async () => {
    const { page, faults } = await openPage(browser)
    await page.goto(liaison.address)
    const hostile = '<img src=x onerror=alert(1)> **bold** [x](https://evil.example) <!channel>'
    await type(page, hostile)
    await expect.poll(() => page.locator('#log > article.mine').last().textContent()).toContain(hostile)
    expect(await page.locator('#log img').count()).toBe(0)
    expect(await page.locator('#log a[href*="evil"]').count()).toBe(0)
    expect(faults).toEqual([])
  })

  test('what is said by one is not shown to another, and what comes later appears by itself', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${liaison.address}/?in=wins`)
    const other = await openPage(browser)
    await other.page.goto(`${liaison.address}/?in=wins`)
    await type(page, 'help')
    await expect.poll(() => other.page.locator('#log > article').count(), { timeout: 10_000 }).toBeGreaterThan(0)
    await other.page.goto(liaison.address)
    await other.page.locator('#as').focus()
    await other.page.locator('#as').selectOption({ index: 2 })
    await expect.poll(() => other.page.locator('#log > article.mine').count()).toBe(0)
  })

  test('is kept for the machine it runs on', async () => {
    const { page } = await openPage(browser)
    const response = await page.request.get(liaison.address, { headers: { host: 'evil.example' } })
    expect(response.status()).toBe(403)
  })

  test('prints without its controls', async () => {
    const { page } = await openPage(browser)
    await page.goto(liaison.address)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#composer').isVisible()).toBe(false)
    await page.screenshot({ path: `${SHOTS}chat-print.png`, fullPage: true })
  })
})
