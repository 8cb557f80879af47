import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterEach, describe, expect, it } from 'vitest'
import { signToken } from '../../../../src/pages/signed-links.ts'
import { jpegWithPlace, pngBomb, svgWithScript } from '../../pictures/photo-samples.ts'
import { formOf, openPhotoStage, PATH, SECRET, send, told } from './photo-stage.ts'
import { consent, draft, NOW, published } from './spotlight-stage.ts'

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
