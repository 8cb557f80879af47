import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { consent, EVERYWHERE, openStage, published } from './spotlight-stage.ts'

describe('the press release', () => {
  it('is a page, a text and a Word document', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put('story', published())
    expect(await stage.text('/spotlights/story-1/press.txt')).toBe(
      [
        'FOR IMMEDIATE RELEASE',
        'December 3, 2026',
        'Jaylen M. is hired at Great Performances as a line cook',
        'Jaylen M., a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances. After an internship there the kitchen asked Jaylen M. to stay.',
        'Released by Sample CTE, which links career and technical education with employers.',
        'Read more: https://cte.example/spotlights/story-1',
        '###\n',
      ].join('\n\n'),
    )
    expect(await stage.text('/spotlights/story-1/press')).toContain('FOR IMMEDIATE RELEASE')
    const answer = await stage.get('/spotlights/story-1/press.docx')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="press-release.docx"')
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    expect(document).toContain('Jaylen M. is hired at Great Performances as a line cook')
    expect(document).toContain('FOR IMMEDIATE RELEASE')
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/Jaylen/)
    const known = answer.headers.get('etag') ?? ''
    expect((await stage.get('/spotlights/story-1/press.docx', { 'If-None-Match': known })).status).toBe(304)
  })

  it('is not there where the press is not consented to', async () => {
    const stage = await openStage()
    await stage.put('consent', consent({ destinations: ['web', 'social'] }))
    await stage.put('story', published({}, EVERYWHERE))
    for (const end of ['press', 'press.txt', 'press.docx']) {
      expect(await stage.status(`/spotlights/story-1/${end}`)).toBe(404)
    }
    expect(await stage.text('/spotlights/story-1')).not.toContain('For the press')
  })
})

it('shares a text within each network’s length, with the partner’s account', async () => {
  const stage = await openStage()
  await stage.put('consent', consent())
  await stage.put('story', published())
  const page = await stage.text('/spotlights/story-1')
  expect(page).toContain('@gpfood')
  const links = [...page.matchAll(/href="(https:[^"]+)"/g)].map(
    ([, link]) => new URL(link?.replaceAll('&amp;', '&') ?? ''),
  )
  expect(links.map(({ hostname }) => hostname).sort()).toEqual([
    'bsky.app',
    'cte.example',
    'www.facebook.com',
    'www.linkedin.com',
    'www.threads.com',
    'x.com',
  ])
  const x = links.find(({ hostname }) => hostname === 'x.com')?.searchParams.get('text') ?? ''
  expect(x).toMatch(/^Jaylen M\. is hired at Great Performances as a line cook\./)
  expect(x).toMatch(/@gpfood\nhttps:\/\/cte\.example\/spotlights\/story-1$/)
})

it('draws a picture for sharing from the story', async () => {
  const stage = await openStage()
  await stage.put('consent', consent())
  await stage.put('story', published())
  const answer = await stage.get('/spotlights/story-1/card.png')
  const picture = await sharp(await answer.arrayBuffer()).metadata()
  expect(picture).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const known = answer.headers.get('etag') ?? ''
  expect((await stage.get('/spotlights/story-1/card.png', { 'If-None-Match': known })).status).toBe(304)
})
