import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PhotoSizes } from '../../data/photo-shelf.ts'
import type { StoryRecord } from '../../data/story.ts'
import { consent, NOW, openStage, published, type Stage } from '../src/pages/spotlights/spotlight-stage.ts'
import { openPage, startBrowser } from './running.ts'

const SHOTS = new URL('../output/', import.meta.url).pathname
const PHOTO = `p${'a'.repeat(22)}`
const PHONE = { width: 360, height: 740 }

let browser: Browser
let stage: Stage
let server: ServerType
let address: string

beforeAll(async () => {
  await mkdir(SHOTS, { recursive: true })
  browser = await startBrowser()
  stage = await openStage()
  server = serve({ hostname: '127.0.0.1', port: 0, fetch: (request) => stage.app.fetch(request) })
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await stage.photos.put(PHOTO, await photograph(), NOW)
  await stage.put('consent', consent(), consent({ id: 'consent-2', student: 'student-2' }))
  await stage.put('story', ...stories())
})
afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
})

/** A drawn kitchen, with nobody in it. */
async function photograph(): Promise<PhotoSizes> {
  const drawn = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1066"><rect width="1600" height="1066" fill="#e8d9c0"/>' +
      '<rect y="700" width="1600" height="366" fill="#9c6b43"/><circle cx="800" cy="640" r="260" fill="#fff"/>' +
      '<circle cx="800" cy="640" r="170" fill="#d9653b"/><circle cx="730" cy="600" r="40" fill="#5d8a3a"/></svg>',
  )
  const sized = (width: number): Promise<Buffer> => sharp(drawn).resize(width).jpeg().toBuffer()
  return new Map([
    [480, await sized(480)],
    [960, await sized(960)],
    [1600, await sized(1600)],
  ])
}

function stories(): StoryRecord[] {
  const photo = { file: PHOTO, alt: 'A plate on a kitchen table', width: 1600, height: 1066, by: 'staff-1', at: NOW }
  const first = published({ photo })
  const second = published({
    id: 'story-2',
    student: 'student-2',
    partner: 'partner-2',
    publishedAt: (NOW - 86_400_000) as typeof NOW,
    text: {
      headline: '{name} earns an apprenticeship at Hotel Plaza as a pastry cook',
      sentences: ['{name} has earned an apprenticeship at Hotel Plaza.', 'She took CTE classes in Culinary Arts.'],
    },
  })
  const others = Array.from({ length: 23 }, (_, n) =>
    published({
      id: `story-${n + 3}`,
      isNameless: true,
      publishedAt: (NOW - (n + 2) * 86_400_000) as typeof NOW,
      text: {
        headline: 'A Food and Finance High School junior wins a regional baking competition',
        sentences: ['A Food and Finance High School junior has won a regional baking competition.'],
      },
    }),
  )
  return [first, second, ...others]
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

describe('the pages of stories in Chromium', () => {
  test.each([
    ['list', '/spotlights'],
    ['story', '/spotlights/story-1'],
    ['partners', '/spotlights/partners'],
    ['press', '/spotlights/story-1/press'],
  ])('%s: no fault, no barrier, in light, dark and on a phone', async (name, path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, faults } = await openPage(browser, { colorScheme })
      await page.goto(`${address}${path}`)
      expect(await violations(page)).toEqual([])
      await page.screenshot({ path: `${SHOTS}spotlights-${name}-${colorScheme}.png` })
      expect(faults).toEqual([])
      await page.context().close()
    }
    const { page, faults } = await openPage(browser, { viewport: PHONE, deviceScaleFactor: 2 })
    await page.goto(`${address}${path}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}spotlights-${name}-phone.png` })
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('work with scripts off: from the list to a story, its partner, its texts, and back', async () => {
    const { page, faults } = await openPage(browser, { javaScriptEnabled: false })
    await page.goto(`${address}/spotlights`)
    await page.getByRole('link', { name: 'Older' }).click()
    expect(page.url()).toBe(`${address}/spotlights?page=2`)
    await page.getByRole('link', { name: 'Newer' }).click()
    await page.getByRole('link', { name: 'Jaylen M. is hired at Great Performances as a line cook' }).click()
    expect(await page.locator('h1').textContent()).toBe('Jaylen M. is hired at Great Performances as a line cook')
    await page.getByText('X', { exact: true }).click()
    expect(await page.getByRole('link', { name: 'Share on X', exact: true }).getAttribute('href')).toMatch(
      /^https:\/\/x\.com\//,
    )
    await page.screenshot({ path: `${SHOTS}spotlights-share.png`, fullPage: true })
    await page.getByRole('link', { name: 'Great Performances', exact: true }).click()
    expect(page.url()).toBe(`${address}/spotlights/partners/partner-1`)
    expect(await page.locator('h1').textContent()).toBe('Great Performances')
    expect(faults).toEqual([])
    await page.context().close()
  })

  test('are reached by keyboard: the first stop skips to the content', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${address}/spotlights`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/spotlights/story-1')
    await page.context().close()
  })

  test('print without what paper cannot do', async () => {
    for (const [name, path] of [
      ['story', '/spotlights/story-1'],
      ['press', '/spotlights/story-1/press'],
    ]) {
      const { page } = await openPage(browser, { viewport: { width: 816, height: 1056 }, colorScheme: 'dark' })
      await page.goto(`${address}${path}`)
      await page.emulateMedia({ media: 'print' })
      for (const gone of ['nav', 'footer', '.share', '.press', '.actions']) {
        for (const one of await page.locator(gone).all()) expect(await one.isVisible()).toBe(false)
      }
      await page.screenshot({ path: `${SHOTS}spotlights-${name}-print.png`, fullPage: true })
      await page.context().close()
    }
  })

  test('tell of what was taken down, and of what never was, without a name', async () => {
    const { page } = await openPage(browser)
    await stage.put('story', {
      ...published({ id: 'story-2', student: 'student-2' }),
      state: 'taken_down',
      isLive: false,
      takenDown: { at: NOW, deliveries: [] },
    })
    const gone = await page.goto(`${address}/spotlights/story-2`)
    expect(gone?.status()).toBe(410)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${SHOTS}spotlights-gone.png` })
    expect((await page.goto(`${address}/spotlights/nothing`))?.status()).toBe(404)
    expect(await violations(page)).toEqual([])
    const picture = await fetch(`${address}/spotlights/story-1/card.png`)
    await writeFile(`${SHOTS}spotlights-card.png`, new Uint8Array(await picture.arrayBuffer()))
    await page.context().close()
  })
})
