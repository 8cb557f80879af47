import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { approvalCard } from '../../../../conversations/spotlights/approval-card.ts'
import { draftCard } from '../../../../conversations/spotlights/draft-card.ts'
import { viewStory } from '../../../../conversations/spotlights/story-view.ts'
import type { LocalMoment } from '../../../../data/time.ts'
import { linkMaker, signToken } from '../../../../src/pages/signed-links.ts'
import { jpegWithPlace } from '../../pictures/photo-samples.ts'
import { ALT, formOf, openPhotoStage, PATH, SECRET, send } from './photo-stage.ts'
import { at, consent, draft, NOW, PUBLIC_URL, published, ZONE } from './spotlight-stage.ts'

describe('a photograph by its writer’s link', () => {
  it('is kept with the story, shown to the writer, and waits for approval with it', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    const page = await stage.get(PATH)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await page.text()).toContain('Jaylen M. is hired at Great Performances')
    const answer = await send(stage, formOf(await jpegWithPlace()))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PATH}?done=kept`])
    const story = await stage.store.get('story', 'story-1')
    expect(story).toMatchObject({ state: 'draft', photo: { alt: ALT, width: 800, height: 1200, by: 'staff-1' } })
    expect(story?.revision).not.toBe(draft().revision)
    expect(await stage.text(`${PATH}?done=kept`)).toContain('The photo is with the story now.')
    const shown = await stage.get(`${PATH}/image`)
    expect((await sharp(await shown.arrayBuffer()).metadata()).format).toBe('jpeg')
    const [turn] = await stage.store.turns({ wrote: { kind: 'story', id: 'story-1' }, limit: 1 })
    expect(turn).toMatchObject({ by: 'staff-1', what: 'add_photo' })
    const [post] = await stage.store.deliveries({ turn: turn?.id ?? '', limit: 5 })
    expect(post).toMatchObject({ isPrivate: true, content: { kind: 'post' } })
    expect(JSON.stringify(post?.content)).toContain(ALT)
    // Nothing of it is public.
    expect(await stage.status('/spotlights/story-1/photo')).toBe(404)
  })

  it('is one photograph, however often the form arrives', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    const photo = await jpegWithPlace()
    const answers = await Promise.all([1, 2, 3].map(() => send(stage, formOf(photo, { nonce: 'once' }))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const kept = await stage.photos.list()
    expect(kept.map(({ name }) => name)).toEqual([(await stage.store.get('story', 'story-1'))?.photo?.file])
  })

  it('is shown to approvers by a link of theirs, where nothing can be changed', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    await send(stage, formOf(await jpegWithPlace()))
    const view = `/c/photo-view/${signToken('photo-view', 'story-1', SECRET)}`
    const page = await stage.text(view)
    expect(page).toContain(`alt="${ALT}"`)
    expect(page).not.toContain('<form')
    expect(await stage.status(`${view}/image`)).toBe(200)
    expect((await send(stage, formOf(new Uint8Array()), view)).status).toBe(404)
  })

  it.each([
    ['Change the photo', draftCard],
    ['See the photo', approvalCard],
  ] as const)('has a link, "%s", that is good for 14 days', async (label, cardOf) => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    await send(stage, formOf(await jpegWithPlace()))
    const story = await stage.store.get('story', 'story-1')
    const view = story && (await viewStory(story, { reads: stage.store }))
    if (!view) throw new Error('It is there.')
    const card = await cardOf(view, {
      turn: 'turn-1',
      now: NOW,
      local: '2026-12-03T09:40' as LocalMoment,
      zone: ZONE,
      reads: stage.store,
      knowledge: stage.knowledge,
      linkTo: linkMaker(PUBLIC_URL, SECRET),
    })
    const actions = card.parts.flatMap((part) => (part.kind === 'actions' ? part.actions : []))
    const link = actions.flatMap((action) => ('url' in action && action.label === label ? [action.url] : []))[0] ?? ''
    stage.clock.now = at('2026-12-17T14:40:00Z')
    expect(await stage.status(link)).toBe(200)
    stage.clock.now = at('2026-12-17T14:40:01Z')
    expect(await stage.status(link)).toBe(404)
    expect((await send(stage, formOf(await jpegWithPlace()), link)).status).toBe(404)
  })

  it('can be removed', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    await send(stage, formOf(await jpegWithPlace()))
    const form = new FormData()
    form.set('nonce', 'n')
    form.set('remove', 'yes')
    expect((await send(stage, form)).headers.get('location')).toBe(`${PATH}?done=removed`)
    expect((await stage.store.get('story', 'story-1'))?.photo).toBeUndefined()
    expect(await stage.status(`${PATH}/image`)).toBe(404)
  })

  it('makes a story that is out need approval again, and shows the approved photograph meanwhile', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    await send(stage, formOf(await jpegWithPlace()))
    const story = await stage.store.get('story', 'story-1')
    if (!story?.photo) throw new Error('It has one.')
    await stage.put('story', published({ photo: story.photo }))
    const outside = await stage.get('/spotlights/story-1/photo?w=480')
    expect(outside.headers.get('content-type')).toBe('image/jpeg')
    expect((await sharp(await outside.arrayBuffer()).metadata()).width).toBe(480)
    for (const w of ['481', '0', 'x', '-480']) expect(await stage.status(`/spotlights/story-1/photo?w=${w}`)).toBe(404)
    expect(await stage.text('/spotlights/story-1')).toContain(`alt="${ALT}"`)
    await send(stage, formOf(await jpegWithPlace(900, 900), { alt: 'Another dish' }))
    expect(await stage.store.get('story', 'story-1')).toMatchObject({
      state: 'draft',
      isLive: true,
      photo: { alt: 'Another dish' },
    })
    expect(await stage.text('/spotlights/story-1')).not.toContain('Another dish')
    expect(await stage.status('/spotlights/story-1/photo')).toBe(200)
  })
})
