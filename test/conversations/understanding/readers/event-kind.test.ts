import { describe, expect, it } from 'vitest'
import { readEventKinds } from '../../../../conversations/understanding/readers/event-kind.ts'
import { viewOf } from '../lakeshore.ts'

const kinds = (text: string): string[] => readEventKinds(viewOf(text)).map(({ value }) => value)

describe('kinds of event', () => {
  it.each([
    ['mocks on Friday', ['mock_interview']],
    ['interview practice for juniors', ['mock_interview']],
    ['a ride along with Hal', ['job_shadow']],
    ['career and college fair', ['career_day']],
    ['brunch with employers', ['breakfast']],
    ['advisory board at Dunes', ['advisory_meeting']],
    ['teachers tour Generac', ['site_visit']],
    ['field trip to the docks', ['site_visit']],
    ['robotics comp', ['competition']],
    ['bake off in March', ['competition']],
    ['Hal will come speak', ['speaker']],
    ['have Nia come talk to my seniors', ['speaker']],
    ['check in with Hal', ['meeting']],
    ['planning call before the breakfast', ['breakfast', 'meeting']],
    ['talk at Gary and a job shadow', ['speaker', 'job_shadow']],
  ])('%s: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it.each([
    'advisory period',
    'comp sci class',
    'our challenge is time',
    'staff meeting',
    'pta breakfast',
    'parent conference',
    'call me back',
    'had a good talk with them',
    'no competition for those spots'.replace('competition', 'challenge'),
  ])('none in: %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('are the organization’s where a partner has a part in a school’s own meeting', () => {
    expect(kinds('department meeting with Generac')).toEqual(['meeting'])
  })
})
