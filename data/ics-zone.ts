import { Temporal } from 'temporal-polyfill'
import { daysInMonth, type LocalDate, type Zone } from './time.ts'

/** Years of a zone's changes that are looked at, so that what they have in common is no chance. */
const YEARS = 8
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A change of a zone's offset. `at` is the wall clock's time before it, `before` and `after` its offsets, `-05:00`. */
type Change = { at: Temporal.PlainDateTime; before: string; after: string; isDaylight: boolean; name: string }

/**
 * A zone as a calendar carries it along (RFC 5545, 3.6.5), right from that day on: each kind of change once, as a yearly
 * rule where it has one, else with its dates.
 */
export function zoneComponent(zone: Zone, from: LocalDate): string {
  const kinds = new Map<string, Change[]>()
  for (const change of changesFrom(zone, from)) {
    const key = `${change.before} ${change.after}`
    kinds.set(key, [...(kinds.get(key) ?? []), change])
  }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...[...kinds.values()].flatMap(observance),
    ...(kinds.size === 0 ? steady(zone, from) : []),
    'END:VTIMEZONE',
    '',
  ].join('\r\n')
}

/** The change before a day, whose time it still is, and those after it. */
function changesFrom(zone: Zone, from: LocalDate): Change[] {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone)
  const until = start.add({ years: YEARS })
  const changes: Change[] = []
  let at = start.getTimeZoneTransition('previous') ?? start.getTimeZoneTransition('next')
  while (at && Temporal.ZonedDateTime.compare(at, until) < 0) {
    const last = at.subtract({ nanoseconds: 1 })
    // Some changes are of a zone's name alone.
    if (last.offset !== at.offset)
      changes.push({
        at: at.toInstant().toZonedDateTimeISO(last.offset).toPlainDateTime(),
        before: last.offset,
        after: at.offset,
        isDaylight: at.offsetNanoseconds > last.offsetNanoseconds,
        name: nameOf(at),
      })
    at = at.getTimeZoneTransition('next')
  }
  return changes
}

function observance(changes: readonly Change[]): string[] {
  const [first] = changes
  if (!first) return []
  const rule = yearlyRule(changes)
  const kind = first.isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stampOf(first.at)}`,
    ...(rule ? [`RRULE:${rule}`] : changes.slice(1).map(({ at }) => `RDATE:${stampOf(at)}`)),
    ...offsets(first.before, first.after, first.name),
    `END:${kind}`,
  ]
}

const steady = (zone: Zone, from: LocalDate): string[] => {
  const day = Temporal.PlainDate.from(from).toZonedDateTime(zone)
  return ['BEGIN:STANDARD', 'DTSTART:19700101T000000', ...offsets(day.offset, day.offset, nameOf(day)), 'END:STANDARD']
}

const offsets = (before: string, after: string, name: string): string[] => [
  `TZOFFSETFROM:${before.replaceAll(':', '')}`,
  `TZOFFSETTO:${after.replaceAll(':', '')}`,
  `TZNAME:${name}`,
]

/** "The second Sunday of March, every year", where all of several changes are so, one a year. */
function yearlyRule(changes: readonly Change[]): string | undefined {
  const [first] = changes
  if (!first || changes.length < YEARS - 1) return undefined
  const isRegular = changes.every(
    ({ at }, n) =>
      at.year === first.at.year + n &&
      at.month === first.at.month &&
      at.dayOfWeek === first.at.dayOfWeek &&
      at.toPlainTime().equals(first.at.toPlainTime()),
  )
  if (!isRegular) return undefined
  const places = new Set(changes.map(({ at }) => Math.ceil(at.day / 7)))
  const isLast = changes.every(({ at }) => at.day + 7 > daysInMonth(at.year, at.month))
  const place = isLast ? -1 : places.size === 1 ? [...places][0] : undefined
  return place === undefined
    ? undefined
    : `FREQ=YEARLY;BYMONTH=${first.at.month};BYDAY=${place}${WEEKDAYS[first.at.dayOfWeek - 1]}`
}

const stampOf = (at: Temporal.PlainDateTime): string => at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

const nameOf = (at: Temporal.ZonedDateTime): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: at.timeZoneId, timeZoneName: 'short' })
    .formatToParts(at.epochMilliseconds)
    .find(({ type }) => type === 'timeZoneName')?.value ?? at.offset
