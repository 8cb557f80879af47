import { expect, it } from 'vitest'
import { openSlackStage } from './stage.ts'

it('tells the approver which channels a story did not reach, and what to do', async () => {
  const stage = await openSlackStage('2026-12-04T09:05')
  await stage.say('Leon Whitaker', undefined, "jalen whitfield's media release is signed 9/14, internal")
  await stage.say(
    'Mei Tanaka',
    undefined,
    'spotlight jalen whitfield, hired at great performances as a line cook, post it in #cte-wins, #lunch, #old-news, #principals and #nowhere',
  )
  await stage.press('Mei Tanaka', 'Send for approval')
  const seen = await stage.press('Leon Whitaker', 'Approve')
  const later = await stage.at('2026-12-04T09:10')
  const told = [...seen, ...later].filter(({ to }) => to === 'Leon Whitaker').at(-1)
  expect(told?.text).toContain('#cte-wins: posted')
  expect(told?.text).toContain('#lunch: failed: Liaison is not in #lunch. Invite it there: /invite @Liaison.')
  expect(told?.text).toContain(
    '#old-news: failed: #old-news is archived in Slack. Restore it there, or name another channel.',
  )
  expect(told?.text).toContain('#principals: failed: Liaison cannot see #principals. If it is private, invite Liaison')
  expect(told?.text).toContain('#nowhere: failed: Liaison cannot see #nowhere.')
  expect(told?.buttons).toEqual(expect.arrayContaining(['Retry #lunch', 'Retry #old-news', 'Retry #principals']))
  await stage.close()
})
