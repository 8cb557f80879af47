import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { play, readTranscript } from '../../transcripts/transcript.ts'
import { openSlackStage } from './stage.ts'

const folder = new URL('../../transcripts/', import.meta.url)

describe('transcripts through Slack', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    it(file, async () => {
      const steps = readTranscript(readFileSync(new URL(file, folder), 'utf8'))
      const first = steps[0]
      if (first?.kind !== 'at') throw new Error('A transcript begins with its clock.')
      const stage = await openSlackStage(first.moment)
      try {
        await play(steps, stage)
      } finally {
        await stage.close()
      }
    })
  }
})
