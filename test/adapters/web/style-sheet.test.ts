import { expect, test } from 'vitest'
import { styleSheet } from '../../../adapters/web/style-sheet.ts'

const ROOT = new URL('../../../', import.meta.url)

test.each([
  'adapters/web/assets/chat.css',
  'src/pages/calendar/assets/calendar.css',
  'src/pages/spotlights/assets/spotlights.css',
])('every colour that %s uses is there, light and dark', (path) => {
  const css = styleSheet(new URL(path, ROOT))
  const used = new Set([...css.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name]) => name))
  const defined = [...css.matchAll(/^\s*(--[a-z-]+):/gm)].map(([, name]) => name)
  expect(used.size).toBeGreaterThan(5)
  const once = [...used].filter((name) => defined.filter((other) => other === name).length < 2)
  expect(once).toEqual([])
})
