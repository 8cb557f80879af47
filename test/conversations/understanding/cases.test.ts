import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerLine } from '../../../src/understand.ts'
import { openCases, type Score, scoreCases } from './score.ts'

const here = import.meta.dirname
const folders = readdirSync(here).filter(
  (name) => name.startsWith('cases-') && existsSync(`${here}/${name}/cases.ndjson`),
)
/** The contract's own cases lie beside the checkout where the product is built, not in it. */
const shared = `${here}/../../../../shared/understanding`

function measure(folder: string, directory?: string, file?: string): Score {
  const { knowledge, zone, cases } = openCases(folder, directory, file)
  return scoreCases(cases, (one) => JSON.parse(answerLine(JSON.stringify(one), knowledge, zone)))
}

function expectBars(score: Score): void {
  const shown = score.wrong.map(({ id, text, missed, extra }) => `${id} ${text}: missed ${missed}, extra ${extra}`)
  expect(score.intentAccuracy, shown.join('\n')).toBeGreaterThanOrEqual(0.99)
  expect(score.slotF1, shown.join('\n')).toBeGreaterThanOrEqual(0.98)
  expect(score.frameAccuracy, shown.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(score.silentErrors, shown.join('\n')).toBeLessThanOrEqual(0.01)
  expect(score.needlessQuestions, shown.join('\n')).toBeLessThanOrEqual(0.03)
}

it('what is new stays so, whatever was recorded just before', () => {
  const { knowledge, zone, cases } = openCases(`${here}/cases-harbor`)
  const previous = { intent: 'log_contact', slots: { partner: 'Chesmont Credit Union', date: '2026-09-08' } }
  const intentOf = (one: object): string => JSON.parse(answerLine(JSON.stringify(one), knowledge, zone)).intent
  const changed = cases.filter((one) => !one.previous && intentOf(one) !== intentOf({ ...one, previous }))
  expect(changed.map(({ text }) => text)).toEqual([])
})

describe('messages of several organizations', () => {
  it.each(folders)('%s are understood as their writers meant them', (folder) => {
    expectBars(measure(`${here}/${folder}`))
  })

  it.runIf(existsSync(`${shared}/nyc.ndjson`))('the contract’s own cases are understood', () => {
    expectBars(measure(shared, 'nyc.directory.json', 'nyc.ndjson'))
  })
})
