import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { consent, NOW, openStage, PUBLIC_URL, published } from './spotlight-stage.ts'

const NASTY = 'Wins <script>alert(1)</script> ]]> & "prizes" \u0007\u{1F389}'

it('gives feeds that a reader of others understands, with typed text as typed', async () => {
  const stage = await openStage()
  await stage.put('consent', consent(), consent({ id: 'consent-2', student: 'student-2' }))
  await stage.put(
    'story',
    published(),
    published({
      id: 'story-2',
      student: 'student-2',
      partner: 'partner-2',
      text: { headline: NASTY, sentences: ['<b>Not bold</b> & more.'] },
      photo: { file: `p${'a'.repeat(22)}`, alt: 'A "cake" <big>', width: 900, height: 600, by: 'staff-1', at: NOW },
      publishedAt: (NOW - 60_000) as typeof NOW,
    }),
  )
  const atom = await stage.get('/spotlights/feed.atom')
  expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const feed = parseAtomFeed(await atom.text())
  expect(feed).toMatchObject({
    id: `${PUBLIC_URL}/spotlights`,
    title: { value: 'Spotlights · Sample CTE' },
    updated: '2026-12-03T14:40:00.000Z',
  })
  expect(feed.entries?.map(({ id }) => id)).toEqual([
    `${PUBLIC_URL}/spotlights/story-1`,
    `${PUBLIC_URL}/spotlights/story-2`,
  ])
  expect(feed.entries?.[0]).toMatchObject({
    title: { value: 'Jaylen M. is hired at Great Performances as a line cook' },
    published: '2026-12-03T14:40:00.000Z',
    links: [{ href: `${PUBLIC_URL}/spotlights/story-1`, rel: 'alternate', type: 'text/html' }],
  })
  expect(feed.entries?.[0]?.categories?.map(({ term }) => term)).toEqual([
    'Hospitality',
    'Food and Finance High School',
    'Culinary Arts',
    'Great Performances',
  ])
  expect(feed.entries?.[1]?.title?.value).toBe('Wins <script>alert(1)</script> ]]> & "prizes" \uFFFD\u{1F389}')
  expect(feed.entries?.[1]?.content?.value).toBe(
    `<p><img src="${PUBLIC_URL}/spotlights/story-2/photo" alt="A &quot;cake&quot; &lt;big&gt;"></p>` +
      '<p>&lt;b&gt;Not bold&lt;/b&gt; &amp; more.</p>',
  )

  const json = await stage.get('/spotlights/feed.json')
  expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  const items = parseJsonFeed(await json.text()).items
  expect(items?.map(({ id, title }) => [id, title])).toEqual([
    [`${PUBLIC_URL}/spotlights/story-1`, 'Jaylen M. is hired at Great Performances as a line cook'],
    [`${PUBLIC_URL}/spotlights/story-2`, NASTY],
  ])
  expect(items?.[1]).toMatchObject({
    content_text: '<b>Not bold</b> & more.',
    image: `${PUBLIC_URL}/spotlights/story-2/photo`,
    tags: ['Hospitality', 'Food and Finance High School', 'Culinary Arts', 'Hotel <Plaza> & Sons'],
  })
})

it('gives a partner, a school, a program and a cluster feeds of their own', async () => {
  const stage = await openStage()
  await stage.put('consent', consent(), consent({ id: 'consent-2', student: 'student-2' }))
  await stage.put('story', published(), published({ id: 'story-2', student: 'student-2', partner: 'partner-2' }))
  const own = parseAtomFeed(await stage.text('/spotlights/partners/partner-2/feed.atom'))
  expect(own.title?.value).toBe('Spotlights: Hotel <Plaza> & Sons · Sample CTE')
  expect(own.entries?.map(({ id }) => id)).toEqual([`${PUBLIC_URL}/spotlights/story-2`])
  for (const path of ['clusters/cluster-1', 'schools/school-1', 'programs/program-1']) {
    const all = parseJsonFeed(await stage.text(`/spotlights/${path}/feed.json`))
    expect(all.items).toHaveLength(2)
  }
  expect(await stage.status('/spotlights/partners/partner-3/feed.atom')).toBe(404)
})

it('gives feeds without a story, too', async () => {
  const stage = await openStage(false)
  expect(parseAtomFeed(await stage.text('/spotlights/feed.atom')).title?.value).toBe('Spotlights')
  expect(parseJsonFeed(await stage.text('/spotlights/feed.json')).items ?? []).toEqual([])
})
