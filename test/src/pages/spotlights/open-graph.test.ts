import ogs from 'open-graph-scraper'
import { expect, it } from 'vitest'
import { consent, openStage, PUBLIC_URL, published, type Stage } from './spotlight-stage.ts'

async function readGraph(stage: Stage, path: string) {
  const { error, result } = await ogs({ html: await stage.text(path) })
  expect(error).toBe(false)
  return result
}

it('is read by an Open Graph reader: the story, its picture, its data', async () => {
  const stage = await openStage()
  await stage.put('consent', consent())
  await stage.put('story', published())
  const graph = await readGraph(stage, '/spotlights/story-1')
  expect(graph).toMatchObject({
    ogTitle: 'Jaylen M. is hired at Great Performances as a line cook',
    ogType: 'article',
    ogUrl: `${PUBLIC_URL}/spotlights/story-1`,
    ogSiteName: 'Sample CTE',
    articlePublishedTime: '2026-12-03T14:40:00.000Z',
    twitterCard: 'summary_large_image',
  })
  expect(graph.ogDescription).toMatch(/^Jaylen M., a senior in Culinary Arts/)
  expect(graph.ogImage).toMatchObject([
    { url: `${PUBLIC_URL}/spotlights/story-1/card.png`, width: '1200', height: '630', type: 'image/png' },
  ])
  expect(graph.jsonLD).toMatchObject([
    {
      '@type': 'Article',
      headline: 'Jaylen M. is hired at Great Performances as a line cook',
      datePublished: '2026-12-03T14:40:00.000Z',
      about: [{ name: 'Food and Finance High School' }, { name: 'Great Performances' }],
    },
  ])
})

it('gives no name to whoever shares the address where social media is not consented to', async () => {
  const stage = await openStage()
  await stage.put('consent', consent({ destinations: ['web'] }))
  await stage.put('story', published({}, ['web']))
  const graph = await readGraph(stage, '/spotlights/story-1')
  expect(graph.ogTitle).toBe('A student is hired at Great Performances as a line cook')
  expect(JSON.stringify([graph.ogTitle, graph.ogDescription, graph.ogImage])).not.toMatch(/Jaylen|Mercer/)
  expect(await stage.text('/spotlights/story-1')).not.toContain('Share this story')
  await stage.put('story', published({ text: { headline: 'Jaylen’s new kitchen', sentences: ['Hired.'] } }, ['web']))
  expect((await readGraph(stage, '/spotlights/story-1')).ogTitle).toBe('A student’s story')
})

it('ends no script and no attribute, whatever was typed', async () => {
  const stage = await openStage()
  await stage.put('consent', consent())
  const headline = '</script><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" & <!--'
  await stage.put('story', published({ text: { headline, sentences: ['</p><b>x</b>'] } }))
  const html = await stage.text('/spotlights/story-1')
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toContain('<img src=x')
  expect(html).not.toContain('<!--')
  const graph = await readGraph(stage, '/spotlights/story-1')
  expect(graph.ogTitle).toBe(headline)
  expect(graph.jsonLD).toMatchObject([{ headline, articleBody: '</p><b>x</b>' }])
})

it('has a list that can be shared, without a story’s name in it', async () => {
  const stage = await openStage()
  await stage.put('consent', consent())
  await stage.put('story', published())
  const graph = await readGraph(stage, '/spotlights/schools/school-1')
  expect(graph).toMatchObject({ ogTitle: 'Spotlights: Food and Finance High School', ogType: 'website' })
})
