import { describe, expect, it } from 'vitest'
import { keepPhotosInStep, removePhotosOf } from '../../../../src/pictures/photo-upkeep.ts'
import { jpegWithPlace } from '../../pictures/photo-samples.ts'
import { formOf, openPhotoStage, send } from './photo-stage.ts'
import { consent, draft, NOW, published } from './spotlight-stage.ts'

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
