import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openEngineStage } from './engine-stage.ts'
import { play, readTranscript } from './transcript.ts'

const folder = new URL('./', import.meta.url)

describe('transcripts through the engine', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    it(file, async () => {
      const steps = readTranscript(readFileSync(new URL(file, folder), 'utf8'))
      const first = steps[0]
      if (first?.kind !== 'at') throw new Error('A transcript begins with its clock.')
      const stage = await openEngineStage(first.moment)
      await play(steps, stage)
      await stage.close()
      expect(steps.some(({ kind }) => kind === 'expect')).toBe(true)
    })
  }
})
