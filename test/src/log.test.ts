import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { inTurn, turnUnderWay } from '../../src/turn-context.ts'

const SCRIPT = `
  import { createLog, liaisonLog } from './src/log.ts'
  import { inTurn } from './src/turn-context.ts'
  import { CannotStore } from './data/problem.ts'
  const log = createLog('info')
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1))
  await Promise.all(['t1', 't2'].map((turn) => inTurn(turn, async () => {
    await pause()
    log.warn({ channel: 'slack' }, 'deep inside')
  })))
  await inTurn('t3', async () => liaisonLog(log).failed(new CannotStore('the database does not answer')))
  inTurn('t4', () => liaisonLog(log).turn({ turn: 't4', channel: 'slack', what: 'undo', outcome: 'kept' }))
  liaisonLog(log).failed(new Error('called secret harbor'))
`

describe('the log', () => {
  it('has the turn’s id on every line of its work, and nothing that was typed', () => {
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', SCRIPT], {
      encoding: 'utf8',
    })
    const lines = stdout.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)).map(({ turn, msg }) => [turn, msg])).toEqual([
      ['t1', 'deep inside'],
      ['t2', 'deep inside'],
      ['t3', 'failed'],
      ['t4', 'turn'],
      [undefined, 'failed'],
    ])
    expect(JSON.parse(lines[2] ?? '').fault).toBe('the database does not answer')
    expect(lines[3]?.match(/"turn":/g)).toHaveLength(1)
    expect(stdout).not.toContain('secret')
  })

  it('knows no turn outside of one', () => {
    expect(turnUnderWay()).toEqual({})
    expect(inTurn('t1', turnUnderWay)).toEqual({ turn: 't1' })
  })
})
