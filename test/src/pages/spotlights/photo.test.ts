import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../../conversations/engine.ts'
import { LiveKnowledge } from '../../../../conversations/live-knowledge.ts'
import { approvalCard } from '../../../../conversations/spotlights/approval-card.ts'
import { draftCard } from '../../../../conversations/spotlights/draft-card.ts'
import { viewStory } from '../../../../conversations/spotlights/story-view.ts'
import type { LocalMoment } from '../../../../data/time.ts'
import { linkMaker, signToken } from '../../../../src/pages/signed-links.ts'
import { photoRoutes } from '../../../../src/pages/spotlights/photo-routes.tsx'
import { keepPhotosInStep, removePhotosOf } from '../../../../src/pictures/photo-upkeep.ts'
import { createServer } from '../../../../src/server.ts'
import { jpegWithPlace, pngBomb, svgWithScript } from '../../pictures/photo-samples.ts'
import { at, consent, draft, NOW, openStage, PUBLIC_URL, published, type Stage, ZONE } from './spotlight-stage.ts'

const SECRET = 'a secret of thirty-two characters'
const ALT = 'A student in chef’s whites plates a dish'
const PATH = `/c/photo/${signToken('photo', 'story-1', SECRET)}`

async function openPhotoStage(): Promise<Stage & { takeGuest: Engine['takeGuest']; knowledge: LiveKnowledge }> {
  const stage = await openStage()
  const broken = (error: unknown): void => {
    throw error
  }
  const knowledge = await LiveKnowledge.open(stage.store, broken)
  const engine = createEngine({
    store: stage.store,
    clock: () => stage.clock.now,
    zone: ZONE,
    knowledge,
    conversations: [],
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'here',
    publicUrl: PUBLIC_URL,
    log: { turn: () => {}, broken: ({ error }) => broken(error) },
  })
  const clock = () => stage.clock.now
  const { store, photos } = stage
  const routes = photoRoutes({ store, photos, takeGuest: engine.takeGuest, clock, zone: ZONE, linkSecret: SECRET })
  const app = createServer({ store, routes: [stage.app, routes], broken })
  return {
    ...stage,
    app,
    knowledge,
    takeGuest: engine.takeGuest,
    get: async (path, headers = {}) => app.request(path, { headers }),
    text: async (path) => (await app.request(path)).text(),
    status: async (path) => (await app.request(path)).status,
  }
}

function formOf(photo: Uint8Array, { alt = ALT, nonce = crypto.randomUUID() as string } = {}): FormData {
  const form = new FormData()
  form.set('nonce', nonce)
  form.set('photo', new Blob([new Uint8Array(photo)]), 'IMG_0001.jpg')
  form.set('alt', alt)
  return form
}

const send = (stage: Stage, form: FormData, path = PATH) => stage.app.request(path, { method: 'POST', body: form })
const told = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  /role="status">([^<]*)</.exec(await answer.text())?.[1] ?? '',
]

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

describe('a photograph that is not kept', () => {
  it('is answered with a sentence', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    expect(await told(await send(stage, formOf(svgWithScript)))).toEqual([
      400,
      'That is no photo that can be kept. Send a JPEG, PNG or WebP file.',
    ])
    expect(await told(await send(stage, formOf(pngBomb(20_000, 20_000))))).toEqual([
      400,
      'That photo has 20000 x 20000 pixels, which is too many. Send one of at most 64 megapixels.',
    ])
    const photo = await jpegWithPlace()
    expect(await told(await send(stage, formOf(photo, { alt: '  ' })))).toEqual([
      400,
      'Describe the photo in a few words, for people who cannot see it.',
    ])
    expect((await told(await send(stage, formOf(photo, { alt: 'Jaylen Mercer cooks' }))))[1]).toContain('surname')
    expect(await told(await send(stage, formOf(new Uint8Array())))).toEqual([400, 'Choose a photo first.'])
    const noForm = await stage.app.request(PATH, {
      method: 'POST',
      body: 'photo=1',
      headers: { 'content-type': 'text/plain' },
    })
    expect(await told(noForm)).toEqual([400, 'That did not arrive as a form with a photo. Send it again.'])
    const broken = await stage.app.request(PATH, {
      method: 'POST',
      body: '--x\r\nnonsense',
      headers: { 'content-type': 'multipart/form-data; boundary=y' },
    })
    expect((await told(broken))[0]).toBe(400)
    expect(await stage.photos.list()).toEqual([])
    expect((await stage.store.get('story', 'story-1'))?.version).toBe(1)
  })

  it('is one without a signed form, of a story without a name, or of one that was taken down', async () => {
    const stage = await openPhotoStage()
    await stage.put('story', draft())
    const photo = await jpegWithPlace()
    expect(await stage.text(PATH)).toContain('No signed form that covers this story is on file')
    expect((await told(await send(stage, formOf(photo))))[1]).toContain('No signed form')
    await stage.put('consent', consent({ state: 'reported' }))
    expect((await told(await send(stage, formOf(photo))))[1]).toContain('No signed form')
    await stage.put('consent', consent())
    await stage.put('story', draft({ isNameless: true }))
    expect((await told(await send(stage, formOf(photo))))[1]).toContain('a face is a name')
    await stage.put('story', {
      ...published(),
      state: 'taken_down',
      isLive: false,
      takenDown: { at: NOW, deliveries: [] },
    })
    expect((await send(stage, formOf(photo))).status).toBe(404)
    expect(await stage.photos.list()).toEqual([])
  })

  it('is one by a link that was changed, or made for another story or page', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    const last = PATH.at(-1) === 'A' ? 'E' : 'A'
    const others = [
      `${PATH.slice(0, -1)}${last}`,
      `/c/photo/${signToken('photo', 'story-2', SECRET)}`,
      `/c/photo/${signToken('answer', 'story-1', SECRET)}`,
      `/c/photo/${signToken('photo', 'story-1', `${SECRET}.`)}`,
      '/c/photo/x',
    ]
    for (const path of others) {
      const answer = await stage.get(path)
      expect([answer.status, await answer.text()]).toEqual([404, 'There is nothing at this address.'])
      expect((await send(stage, formOf(await jpegWithPlace()), path)).status).toBe(404)
    }
  })
})

describe('over a real connection', () => {
  let server: ReturnType<typeof serve> | undefined
  afterEach(async () => {
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
    server = undefined
  })

  it('takes what is just within the limit, and answers 30 MB with a sentence', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft())
    server = serve({ fetch: stage.app.fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}${PATH}`
    const photo = await jpegWithPlace()
    const full = Buffer.concat([photo, Buffer.alloc(15 * 1024 * 1024 - photo.length)])
    const kept = await fetch(url, { method: 'POST', body: formOf(full), redirect: 'manual' })
    expect(kept.status).toBe(303)
    for (const size of [15 * 1024 * 1024 + 1, 30_000_000]) {
      const large = Buffer.concat([photo, Buffer.alloc(size - photo.length)])
      const answer = await fetch(url, { method: 'POST', body: formOf(large), redirect: 'manual' })
      expect((await told(answer))[1]).toBe('That photo is larger than 15 MB. Send a smaller one.')
    }
  })
})

describe('photographs follow their stories', () => {
  it('are removed with a take-down at once, and when no story has them after a day', async () => {
    const stage = await openPhotoStage()
    const upkeep = keepPhotosInStep({
      ...stage,
      clock: () => stage.clock.now,
      failed: (error) => expect(error).toBeUndefined(),
    })
    await stage.put('consent', consent())
    await stage.put('story', draft())
    await send(stage, formOf(await jpegWithPlace()))
    await send(stage, formOf(await jpegWithPlace(500, 500)))
    expect(await stage.photos.list()).toHaveLength(2)
    const story = await stage.store.get('story', 'story-1')
    if (!story?.photo) throw new Error('It has one.')
    await stage.put('story', published({ photo: story.photo }))
    await stage.put('story', { ...story, state: 'taken_down', isLive: false, takenDown: { at: NOW, deliveries: [] } })
    await upkeep.settled()
    expect((await stage.photos.list()).map(({ name }) => name)).not.toContain(story.photo.file)
    expect(await stage.photos.list()).toHaveLength(1)
    upkeep.close()
    stage.clock.now = (NOW + 25 * 3_600_000) as typeof NOW
    const later = keepPhotosInStep({
      ...stage,
      clock: () => stage.clock.now,
      failed: (error) => expect(error).toBeUndefined(),
    })
    await later.settled()
    later.close()
    expect(await stage.photos.list()).toEqual([])
  })

  it('go with a student who is erased, another student’s stay', async () => {
    const stage = await openPhotoStage()
    await stage.put('consent', consent())
    await stage.put('story', draft(), draft({ id: 'story-2', student: 'student-2' }))
    await send(stage, formOf(await jpegWithPlace()))
    const photo = (await stage.store.get('story', 'story-1'))?.photo
    const bytes = photo && (await stage.photos.get(photo.file, 480))
    if (!photo || !bytes) throw new Error('It has one.')
    await stage.photos.put('p-other', new Map([[480, bytes]]), NOW)
    await stage.put('story', draft({ id: 'story-2', student: 'student-2', photo: { ...photo, file: 'p-other' } }))
    await removePhotosOf('student-1', stage.store, stage.photos)
    expect((await stage.photos.list()).map(({ name }) => name)).toEqual(['p-other'])
  })
})
