import { mkdir } from 'node:fs/promises'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpegWithPlace, svgWithScript } from '../src/pictures/photo-samples.ts'
import { openPage, type Running, startBrowser, startLiaison } from './running.ts'

/** Sofia Marchetti and the staff are fictional, as is everyone in the sample. */
const SHOTS = new URL('../output/', import.meta.url).pathname
const ALT = 'A student in chef’s whites plates a dish'

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

const newest = (page: Page) => page.locator('#log > article.liaison').last()

async function say(page: Page, text: string, answer: string | RegExp): Promise<void> {
  await page.locator('#say').fill(text)
  await page.keyboard.press('Enter')
  await expect.poll(() => newest(page).textContent(), { timeout: 10_000 }).toMatch(answer)
}

async function speakAs(page: Page, name: string): Promise<void> {
  await page.locator('#as').selectOption({ label: name })
  await page.getByRole('button', { name: 'Switch' }).click()
  await page.waitForLoadState()
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: { id: string }[] = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )
  return found.map(({ id }) => id)
}

test('a story with a photo: drafted, consented, photographed, approved, read by everyone, taken down', async () => {
  const { page, faults } = await openPage(browser)
  await page.goto(liaison.address)
  await speakAs(page, 'Nadia Ferris')
  const news = 'spotlight!! sofia marchetti (culinary 12) got hired full time at great performances as a line cook'
  await say(page, news, 'Draft: Sofia M.')
  expect(await newest(page).textContent()).not.toContain('Add a photo')
  await speakAs(page, 'Leon Whitaker')
  await say(
    page,
    "sofia marchetti's media release is signed 9/14, internal web social and press",
    'Confirmed: Sofia M.',
  )
  await speakAs(page, 'Nadia Ferris')
  await page.getByRole('button', { name: 'Open the draft' }).click()
  await expect.poll(() => newest(page).textContent(), { timeout: 10_000 }).toContain('Add a photo')

  // The writer's own page works without a script.
  const link = (await newest(page).getByRole('link', { name: 'Add a photo' }).getAttribute('href')) ?? ''
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/c\/photo\//)
  const upload = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await upload.page.goto(link)
  const send = async (buffer: Buffer, name: string): Promise<void> => {
    await upload.page.getByLabel('Photo', { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer })
    await upload.page.getByLabel('What it shows').fill(ALT)
    await upload.page.getByRole('button', { name: 'Keep the photo' }).click()
  }
  await send(svgWithScript, 'photo.jpg')
  expect(await upload.page.getByRole('status').textContent()).toBe(
    'That is no photo that can be kept. Send a JPEG, PNG or WebP file.',
  )
  // What was typed is still there.
  expect(await upload.page.getByLabel('What it shows').inputValue()).toBe(ALT)
  await send(Buffer.concat([await jpegWithPlace(), Buffer.alloc(30_000_000)]), 'large.jpg')
  expect(await upload.page.getByRole('status').textContent()).toBe(
    'That photo is larger than 15 MB. Send a smaller one.',
  )
  await send(await jpegWithPlace(), 'IMG_0001.jpg')
  expect(await upload.page.getByRole('status').textContent()).toBe('The photo is with the story now.')
  await upload.page.screenshot({ path: `${SHOTS}photo-phone.png`, fullPage: true })
  expect(upload.faults.filter((fault) => !/status of 4/.test(fault))).toEqual([])
  const scripted = await openPage(browser)
  await scripted.page.goto(link)
  expect(await violations(scripted.page)).toEqual([])
  await scripted.page.screenshot({ path: `${SHOTS}photo-light.png` })

  await expect.poll(() => newest(page).textContent(), { timeout: 40_000 }).toContain(ALT)
  await newest(page).getByRole('button', { name: 'Send for approval' }).click()
  await expect.poll(() => newest(page).textContent(), { timeout: 10_000 }).toContain('sent to Leon Whitaker')
  await speakAs(page, 'Leon Whitaker')
  await expect.poll(() => newest(page).textContent(), { timeout: 40_000 }).toContain('For approval: Sofia M.')
  const look = (await newest(page).getByRole('link', { name: 'See the photo' }).getAttribute('href')) ?? ''
  await scripted.page.goto(look)
  expect(await scripted.page.locator('figcaption').textContent()).toBe(ALT)
  expect(await scripted.page.locator('form').count()).toBe(0)
  await newest(page).getByRole('button', { name: 'Approve' }).click()
  await expect.poll(() => page.locator('#log').textContent(), { timeout: 10_000 }).toContain('on the web page now')

  const reader = await openPage(browser)
  await reader.page.goto(`${liaison.address}/spotlights`)
  await reader.page.getByRole('link', { name: /^Sofia M\. is hired at Great Performances/ }).click()
  const story = reader.page.url()
  expect(await reader.page.locator('img.photo').getAttribute('alt')).toBe(ALT)
  // Its file comes after the page.
  await expect
    .poll(() => reader.page.evaluate('document.querySelector("img.photo").naturalWidth'), { timeout: 10_000 })
    .toBeGreaterThan(0)
  expect(await reader.page.content()).not.toContain('Marchetti')
  expect(reader.faults).toEqual([])

  await say(page, "take down sofia's post NOW, family pulled permission", /consent withdrawn/)
  for (const path of ['', '/photo', '/card.png', '/press.docx'])
    expect((await fetch(`${story}${path}`)).status).toBe(410)
  expect((await reader.page.reload())?.status()).toBe(410)
  expect(await reader.page.content()).not.toMatch(/Sofia|Great Performances/)
  expect((await fetch(look)).status).toBe(404)
  expect(faults).toEqual([])
})
