import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerDates } from '../../src/understand-dates.ts'

const NOW = '2026-12-01T11:52:00-05:00'
const ask = (input: unknown): unknown => JSON.parse(answerDates(JSON.stringify(input)))
const about = (text: string, more: object = {}): unknown =>
  ask({ id: 'a', text, now: NOW, zone: 'America/New_York', ...more })

describe('--dates', () => {
  test('prints readings as the score takes them', () => {
    expect(about('Tues at 2 and lunch at noon')).toEqual({
      id: 'a',
      readings: [
        { start: '2026-12-08T14:00', text: 'Tues at 2' },
        { start: 'T12:00', text: 'at noon' },
      ],
    })
    expect(about('nothing here')).toEqual({ id: 'a', readings: [] })
    expect(about('every friday at 2')).toEqual({
      id: 'a',
      readings: [{ start: '2026-12-04T14:00', repeats: 'FREQ=WEEKLY;BYDAY=FR', text: 'every friday at 2' }],
    })
  })

  test('says what does not exist instead of guessing', () => {
    expect(about('on feb 30')).toEqual({
      id: 'a',
      readings: [],
      problems: [{ text: 'on feb 30', problems: ['impossible_date'] }],
    })
    expect(about('Mar 14, 2027 at 2:30am')).toEqual({
      id: 'a',
      readings: [
        { start: '2027-03-14', text: 'Mar 14, 2027 at 2:30am', problems: ['impossible_date', 'skipped_hour'] },
      ],
    })
    expect(about('Nov 7, 2027 at 1:30am')).toEqual({
      id: 'a',
      readings: [{ start: '2027-11-07T01:30', text: 'Nov 7, 2027 at 1:30am', problems: ['doubled_hour'] }],
    })
  })

  test('takes now as the clock of the zone', () => {
    expect(about('today', { now: '2026-12-02T03:00:00Z' })).toMatchObject({ readings: [{ start: '2026-12-01' }] })
    expect(about('today', { now: '2026-12-02T03:00' })).toMatchObject({ readings: [{ start: '2026-12-02' }] })
  })

  test.each([
    ['{', null, 'not JSON'],
    ['[1]', null, 'not an object'],
    ['null', null, 'not an object'],
    [JSON.stringify({ id: 7 }), 7, 'text: not a string'],
    [JSON.stringify({ id: 7, text: 'x'.repeat(20_001) }), 7, 'text: longer than 20000 characters'],
    [JSON.stringify({ id: 7, text: 'x', now: NOW }), 7, 'zone: not a string'],
    [JSON.stringify({ id: 7, text: 'x', now: NOW, zone: 'Mars/Base' }), 7, 'zone: there is no time zone Mars/Base'],
    [
      JSON.stringify({ id: 7, text: 'x', now: '2026-02-30T10:00:00-05:00', zone: 'UTC' }),
      7,
      'now: not an ISO time that exists',
    ],
    [JSON.stringify({ id: 7, text: 'x', now: 5, zone: 'UTC' }), 7, 'now: not an ISO time that exists'],
  ])('a bad line gets an error: %.60s', (line, id, error) => {
    expect(JSON.parse(answerDates(line))).toEqual({ id, error })
  })
})

type Reading = { start?: string; end?: string; repeats?: string }
type Case = { id: string; expect: Reading[]; accept?: (Reading | Reading[])[] }

const parts = (text: string | undefined): [string | undefined, string | undefined] => {
  const [day, time] = (text ?? '').split('T')
  return [day || undefined, time?.slice(0, 5)]
}
const rule = (text: string | undefined): string => (text ?? '').split(';').sort().join(';')
const isMoment = (want: string, got: string | undefined): boolean => {
  const [[day, time], [gotDay, gotTime]] = [parts(want), parts(got)]
  return time === gotTime && (day === undefined || day === gotDay)
}
function isSame(want: Reading, got: Reading): boolean {
  if (rule(want.repeats) !== rule(got.repeats)) return false
  return (['start', 'end'] as const).every((key) => {
    const said = want[key]
    if (said === undefined) return want.repeats !== undefined || got[key] === undefined
    return isMoment(said, got[key])
  })
}
const isRight = (wanted: Reading[], got: Reading[]): boolean =>
  wanted.length === got.length && wanted.every((want) => got.some((reading) => isSame(want, reading)))

/** The public corpora, where they lie beside the project; strict as their own score. */
describe.each([
  ['recognizers', 0.95],
  ['duckling', 0.97],
])('the corpus %s', (name, floor) => {
  const path = `../shared/dates/${name}.ndjson`
  test.skipIf(!existsSync(path))(`at least ${floor} right, nothing seen where nothing is`, () => {
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    let [dated, right, falsePositives] = [0, 0, 0]
    for (const line of lines) {
      const wanted: Case = JSON.parse(line)
      const answer: { readings: Reading[] } = JSON.parse(answerDates(line))
      if (wanted.expect.length === 0) falsePositives += answer.readings.length > 0 ? 1 : 0
      else {
        dated += 1
        const accepted = (wanted.accept ?? []).map((other) => (Array.isArray(other) ? other : [other]))
        right += [wanted.expect, ...accepted].some((list) => isRight(list, answer.readings)) ? 1 : 0
      }
    }
    expect(right / dated).toBeGreaterThanOrEqual(floor)
    expect(falsePositives).toBe(0)
  })
})
