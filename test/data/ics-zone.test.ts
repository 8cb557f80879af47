import { expect, test } from 'vitest'
import { zoneComponent } from '../../data/ics-zone.ts'
import type { LocalDate, Zone } from '../../data/time.ts'

const from = '2026-12-01' as LocalDate

test('a zone goes along with its rules, whether it changes its clocks or not', () => {
  expect(zoneComponent('America/New_York' as Zone, from).split('\r\n')).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:America/New_York',
    'BEGIN:STANDARD',
    'DTSTART:20261101T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'TZNAME:EST',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20270314T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'TZNAME:EDT',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    '',
  ])
  expect(zoneComponent('America/Phoenix' as Zone, from)).toContain('TZOFFSETTO:-0700')
  expect(zoneComponent('UTC' as Zone, from)).toContain('TZOFFSETTO:+0000')
  // Morocco's changes follow the moon: they have dates, and no rule.
  expect(zoneComponent('Africa/Casablanca' as Zone, from)).toContain('RDATE:20270314T020000')
})
