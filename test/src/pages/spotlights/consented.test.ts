import { describe, expect, it } from 'vitest'
import { at, consent, day, draft, HOUR, NOW, openStage, published, STORY_PATHS, type Stage } from './spotlight-stage.ts'

const lists = async (stage: Stage): Promise<string> =>
  (await Promise.all(['/spotlights', '/spotlights/feed.atom', '/spotlights/feed.json'].map(stage.text))).join('\n')

describe('what the web shows of a story', () => {
  it('shows what is approved and consented, by first name and initial', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put('story', published())
    const page = await stage.text('/spotlights/story-1')
    expect(page).toContain('Jaylen M. is hired at Great Performances as a line cook')
    expect(page).not.toContain('Mercer')
    expect(page).toContain('Thu, Dec 3, 2026')
    expect(page).toContain('<a href="/spotlights/partners/partner-1">Great Performances</a>')
    expect(await lists(stage)).toContain('Jaylen M.')
    expect(await lists(stage)).not.toContain('Mercer')
  })

  it('shows the full name only where the consent says so', async () => {
    const stage = await openStage()
    await stage.put('consent', consent({ fullName: true }))
    await stage.put('story', published())
    expect(await stage.text('/spotlights/story-1')).toContain('Jaylen Mercer is hired at Great Performances')
    await stage.put('consent', consent({ fullName: false }))
    expect(await stage.text('/spotlights/story-1')).not.toContain('Mercer')
  })

  it('answers for a draft as for what never was', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put(
      'story',
      draft(),
      draft({ id: 'story-2', state: 'waiting' }),
      draft({ id: 'story-3', state: 'declined' }),
    )
    const unknown = await stage.get('/spotlights/story-9')
    const asUnknown = { status: 404, body: await unknown.text(), headers: [...unknown.headers] }
    for (const id of ['story-1', 'story-2', 'story-3']) {
      const answer = await stage.get(`/spotlights/${id}`)
      expect({ status: answer.status, body: await answer.text(), headers: [...answer.headers] }).toEqual(asUnknown)
    }
    for (const path of STORY_PATHS) expect(await stage.status(path)).toBe(404)
    expect(await stage.text('/spotlights')).toContain('No story has been published yet.')
    expect(await stage.text('/spotlights/partners')).not.toContain('Great Performances')
    expect(await stage.status('/spotlights/partners/partner-1')).toBe(404)
  })

  it('shows nothing before its time, and everything at its time', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put('story', published({ state: 'scheduled', publishedAt: (NOW + HOUR) as typeof NOW }))
    for (const path of STORY_PATHS) expect(await stage.status(path)).toBe(404)
    stage.clock.now = (NOW + HOUR - 1) as typeof NOW
    expect(await stage.status('/spotlights/story-1')).toBe(404)
    stage.clock.now = (NOW + HOUR) as typeof NOW
    expect(await stage.status('/spotlights/story-1')).toBe(200)
    expect(await lists(stage)).toContain('Jaylen M.')
  })

  it('shows nothing of a story that is not approved for the web', async () => {
    const stage = await openStage()
    await stage.put('consent', consent({ destinations: ['internal', 'social'] }))
    await stage.put('story', published({}, ['internal', 'social']))
    for (const path of STORY_PATHS) expect(await stage.status(path)).toBe(404)
    expect(await lists(stage)).not.toContain('Jaylen')
  })

  it('keeps showing what was approved while a change waits', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    const story = published()
    await stage.put('story', story)
    await stage.put('story', { ...story, state: 'draft', text: { headline: '{name} does more', sentences: ['New.'] } })
    expect(await stage.text('/spotlights/story-1')).toContain('Jaylen M. is hired')
    expect(await stage.text('/spotlights/story-1')).not.toContain('does more')
  })

  it('tells a story without a name without a consent, and without a photo; not against a family that said no', async () => {
    const stage = await openStage()
    const text = { headline: 'A junior is hired', sentences: ['A Food and Finance junior has been hired.'] }
    await stage.put('story', published({ isNameless: true, text }))
    const page = await stage.text('/spotlights/story-1')
    expect(page).toContain('A junior is hired')
    expect(page).not.toContain('Jaylen')
    expect(page).toContain('Culinary Arts')
    // What few students share is told nowhere: not on the page, and not by a list that it stands in.
    await stage.put('story', published({ isNameless: true, text, withheld: ['program'] }))
    expect(await stage.text('/spotlights/story-1')).not.toContain('Culinary Arts')
    expect(await stage.text('/spotlights/programs')).not.toContain('Culinary Arts')
    await stage.put('consent', consent({ state: 'refused', destinations: [] }))
    expect(await stage.status('/spotlights/story-1')).toBe(410)
  })
})

describe('what is taken down', () => {
  it.each([
    [
      'by a take-down',
      async (stage: Stage) =>
        stage.put('story', {
          ...published(),
          state: 'taken_down',
          isLive: false,
          takenDown: { by: 'staff-1', at: NOW, deliveries: [] },
        }),
    ],
    ['by a withdrawn consent alone', async (stage: Stage) => stage.put('consent', consent({ state: 'withdrawn' }))],
    [
      'by a consent that names the web no longer',
      async (stage: Stage) => stage.put('consent', consent({ destinations: ['internal', 'press', 'social'] })),
    ],
    ['by a consent that is gone', async (stage: Stage) => stage.remove('consent', 'consent-1')],
  ])('is gone everywhere, %s', async (_, takeDown) => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put('story', published())
    for (const path of STORY_PATHS) expect(await stage.status(path)).toBe(path.endsWith('/photo') ? 404 : 200)
    const known = (await stage.get('/spotlights/story-1')).headers.get('etag') ?? ''
    await takeDown(stage)
    for (const path of STORY_PATHS) {
      const answer = await stage.get(path, { 'If-None-Match': known })
      expect(answer.status).toBe(410)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const body = await answer.text()
      expect(body).toContain('taken down')
      expect(body).not.toMatch(/Jaylen|Mercer|Great Performances|line cook/)
    }
    expect(await lists(stage)).not.toMatch(/Jaylen|story-1/)
    expect(await stage.status('/spotlights/partners/partner-1')).toBe(404)
  })

  it('never was, where it was taken down before it went out', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    const { publishedAt: _, ...story } = published()
    await stage.put('story', { ...story, state: 'taken_down', isLive: false, takenDown: { at: NOW, deliveries: [] } })
    for (const path of STORY_PATHS) expect(await stage.status(path)).toBe(404)
  })

  it('goes at the end of a consent that says so, at midnight there, and stays where it does not', async () => {
    const stage = await openStage()
    await stage.put('consent', consent({ end: day('2026-12-04'), removeAtEnd: true }))
    await stage.put('consent', consent({ id: 'consent-2', student: 'student-2', end: day('2026-12-04') }))
    await stage.put('story', published(), published({ id: 'story-2', student: 'student-2' }))
    stage.clock.now = at('2026-12-05T04:59:00Z')
    expect(await stage.status('/spotlights/story-1')).toBe(200)
    stage.clock.now = at('2026-12-05T05:00:00Z')
    expect(await stage.status('/spotlights/story-1')).toBe(410)
    expect(await stage.status('/spotlights/story-2')).toBe(200)
  })

  it('comes back with a consent and a new approval', async () => {
    const stage = await openStage()
    await stage.put('consent', consent({ state: 'withdrawn' }))
    await stage.put('story', {
      ...published(),
      state: 'taken_down',
      isLive: false,
      takenDown: { at: NOW, deliveries: [] },
    })
    expect(await stage.status('/spotlights/story-1')).toBe(410)
    await stage.put('consent', consent())
    expect(await stage.status('/spotlights/story-1')).toBe(410)
    await stage.put('story', published())
    expect(await stage.status('/spotlights/story-1')).toBe(200)
  })
})

describe('names that change', () => {
  it('follow at once', async () => {
    const stage = await openStage()
    await stage.put('consent', consent())
    await stage.put('story', published())
    expect(await stage.text('/spotlights/partners')).toContain('Great Performances')
    const partner = await stage.store.get('partner', 'partner-1')
    const student = await stage.store.get('student', 'student-1')
    if (!partner || !student) throw new Error('The stage has them.')
    await stage.put('partner', { ...partner, name: 'Great Kitchens' })
    await stage.put('student', { ...student, name: 'Jay Mercer' })
    expect(await stage.text('/spotlights/partners')).toContain('Great Kitchens')
    expect(await stage.text('/spotlights/story-1')).toContain('Jay M. is hired')
  })
})
