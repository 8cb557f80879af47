import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIcsDays } from '../../data/ics-days.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const entry = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1@example', ...lines, 'END:VEVENT']
const calendar = (...lines: string[]): Uint8Array =>
  bytes(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n'))

describe('a school calendar', () => {
  test('PD days, holidays of several days and exam days are taken, other entries counted', () => {
    const { days, problems, notes } = readIcsDays(
      calendar(
        ...entry('SUMMARY:Staff PD', 'DTSTART;VALUE=DATE:20270201'),
        ...entry('SUMMARY:Winter Recess', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102'),
        ...entry('SUMMARY:Regents', 'DTSTART;TZID=America/New_York:20270126T091500'),
        ...entry('SUMMARY:First day of school', 'DTSTART;VALUE=DATE:20260910'),
      ),
    )
    expect(problems).toEqual([])
    expect(days).toEqual([
      { type: 'pd', from: '2027-02-01', to: '2027-02-01', name: 'Staff PD' },
      { type: 'holiday', from: '2026-12-24', to: '2027-01-01', name: 'Winter Recess' },
      { type: 'exam', from: '2027-01-26', to: '2027-01-26', name: 'Regents' },
    ])
    expect(notes).toEqual(['1 entry is no PD day, holiday or exam day.'])
  })

  test('a recurrence is expanded without its exceptions; one without an end is cut and said', () => {
    const some = readIcsDays(
      calendar(
        ...entry(
          'SUMMARY:PD',
          'DTSTART;VALUE=DATE:20270201',
          'RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=3',
          'EXDATE;VALUE=DATE:20270301',
        ),
      ),
    )
    expect(some.days.map(({ from }) => from)).toEqual(['2027-02-01', '2027-04-05'])
    const endless = readIcsDays(calendar(...entry('SUMMARY:PD', 'DTSTART;VALUE=DATE:20270201', 'RRULE:FREQ=DAILY')))
    expect(endless.days).toHaveLength(400)
    expect(endless.notes[0]).toContain('line 4: "PD" repeats without an end')
  })

  test('what repeats by the second, and nonsense, is refused with its line', () => {
    const often = calendar(...entry('SUMMARY:PD', 'DTSTART;VALUE=DATE:20270201', 'RRULE:FREQ=SECONDLY'))
    expect(readIcsDays(often).problems).toEqual([{ at: 'line 8', message: 'It repeats more often than once a day.' }])
    expect(readIcsDays(calendar('hello')).problems).toEqual([{ at: 'line 4', message: 'It is no line of a calendar.' }])
    expect(readIcsDays(calendar('BEGIN:VEVENT')).problems).toContainEqual({
      at: 'line 5',
      message: 'END:VCALENDAR ends nothing.',
    })
    const never = calendar(...entry('SUMMARY:PD', 'DTSTART;VALUE=DATE:20270230'))
    expect(readIcsDays(never).problems).toEqual([{ at: 'line 7', message: 'It is no day that exists.' }])
    expect(readIcsDays(bytes('x'.repeat(1_100_000))).problems[0]?.message).toBe('It is larger than 1 MB.')
    expect(readIcsDays(bytes('x\n'.repeat(500_000))).problems).toHaveLength(20)
  })

  test('whatever the bytes, it does not throw', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'SUMMARY:PD', 'DTSTART:20270201', 'RRULE:FREQ=YEARLY', 'DTEND:x'),
    )
    fc.assert(fc.property(fc.array(line), (lines) => void readIcsDays(calendar(...lines))))
  })
})
