import { createEngine, type Engine } from '../../../../conversations/engine.ts'
import { LiveKnowledge } from '../../../../conversations/live-knowledge.ts'
import { signToken } from '../../../../src/pages/signed-links.ts'
import { photoRoutes } from '../../../../src/pages/spotlights/photo-routes.tsx'
import { createServer } from '../../../../src/server.ts'
import { openStage, PUBLIC_URL, type Stage, ZONE } from './spotlight-stage.ts'

export const SECRET = 'a secret of thirty-two characters'
export const ALT = 'A student in chef’s whites plates a dish'
export const PATH = `/c/photo/${signToken('photo', 'story-1', SECRET)}`

export async function openPhotoStage(): Promise<Stage & { takeGuest: Engine['takeGuest']; knowledge: LiveKnowledge }> {
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

export function formOf(photo: Uint8Array, { alt = ALT, nonce = crypto.randomUUID() as string } = {}): FormData {
  const form = new FormData()
  form.set('nonce', nonce)
  form.set('photo', new Blob([new Uint8Array(photo)]), 'IMG_0001.jpg')
  form.set('alt', alt)
  return form
}

export const send = (stage: Stage, form: FormData, path = PATH) =>
  stage.app.request(path, { method: 'POST', body: form })
export const told = async (answer: Response): Promise<[number, string]> => [
  answer.status,
  /role="status">([^<]*)</.exec(await answer.text())?.[1] ?? '',
]
