import { addDays, type LocalDate, localDate, weekdayOf } from '../../../data/time.ts'

/** The day of a holiday in a year; undefined where the year has none. */
export type HolidayRule = (year: number) => LocalDate | undefined

const fixed =
  (month: number, day: number): HolidayRule =>
  (year) =>
    localDate(year, month, day)

/** The nth weekday (1 Monday to 7 Sunday) of a month; -1 is the last. */
const nth =
  (count: number, weekday: number, month: number): HolidayRule =>
  (year) => {
    const edge = count > 0 ? localDate(year, month, 1) : localDate(year, month + 1, 1)
    if (!edge) return undefined
    if (count > 0) return addDays(edge, ((weekday - weekdayOf(edge) + 7) % 7) + (count - 1) * 7)
    const last = addDays(edge, -1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }

const shifted =
  (rule: HolidayRule, days: number): HolidayRule =>
  (year) => {
    const day = rule(year)
    return day && addDays(day, days)
  }

/** Easter Sunday of the Gregorian calendar. https://en.wikipedia.org/wiki/Date_of_Easter (anonymous algorithm) */
const easter: HolidayRule = (year) => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return localDate(year, Math.floor(f / 31), (f % 31) + 1)
}

const remembered = new Map<string, LocalDate | undefined>()

/** The day of another calendar ("1 Tishri", "10/1") that falls in a Gregorian year, as the runtime's calendars have it. */
const inCalendar = (calendar: string, month: 'long' | 'numeric', wanted: string): HolidayRule => {
  let formatter: Intl.DateTimeFormat | undefined
  return (year) => {
    const key = `${calendar} ${wanted} ${year}`
    if (remembered.has(key)) return remembered.get(key)
    formatter ??= new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month, day: 'numeric', timeZone: 'UTC' })
    const first = localDate(year, 1, 1)
    let found: LocalDate | undefined
    for (let days = 0; first && days < 366 && !found; days += 1) {
      if (formatter.format(Date.UTC(year, 0, 1 + days)) === wanted) found = addDays(first, days)
    }
    remembered.set(key, found)
    return found
  }
}

/** Lunar New Year as it is kept; runtimes differ by a day where the new moon is near midnight (2027). */
const LUNAR_NEW_YEAR: Readonly<Record<number, readonly [number, number]>> = {
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
  2031: [1, 23],
  2032: [2, 11],
}
const reckonedNewYear = inCalendar('chinese', 'numeric', '1/1')
const lunarNewYear: HolidayRule = (year) => {
  const kept = LUNAR_NEW_YEAR[year]
  return kept ? localDate(year, kept[0], kept[1]) : reckonedNewYear(year)
}
const roshHashanah = inCalendar('hebrew', 'long', '1 Tishri')

const thanksgiving = nth(4, 4, 11)

/** Diwali by the astronomers' new moon of Kartika. https://www.timeanddate.com/holidays/us/diwali */
const DIWALI: Readonly<Record<number, readonly [number, number]>> = {
  2024: [10, 31],
  2025: [10, 20],
  2026: [11, 8],
  2027: [10, 28],
  2028: [10, 17],
  2029: [11, 5],
  2030: [10, 26],
}

/** Names (several a rule, parted by |) and rules. "day" behind a name is optional unless it stands here. */
const TABLE: readonly (readonly [string, HolidayRule])[] = [
  ['new year day|new year', fixed(1, 1)],
  ['new year eve', fixed(12, 31)],
  ['mlk|martin luther king|martin luther king jr|mlk jr|dr king day|king day', nth(3, 1, 1)],
  ['groundhog day', fixed(2, 2)],
  ['valentine|valentine day|saint valentine day|st valentine day', fixed(2, 14)],
  ['president day|washington birthday|presidents weekend', nth(3, 1, 2)],
  ['lincoln birthday', fixed(2, 12)],
  ['pi day', fixed(3, 14)],
  ['st patrick|saint patrick|st patty|st paddy', fixed(3, 17)],
  ['april fool|april fool day', fixed(4, 1)],
  ['tax day', fixed(4, 15)],
  ['earth day', fixed(4, 22)],
  ['arbor day', nth(-1, 5, 4)],
  ['cinco de mayo', fixed(5, 5)],
  ['may day|international worker day|worker day|international labor day', fixed(5, 1)],
  ['mother day', nth(2, 7, 5)],
  ['memorial day', nth(-1, 1, 5)],
  ['flag day', fixed(6, 14)],
  ['juneteenth', fixed(6, 19)],
  ['father day', nth(3, 7, 6)],
  ['independence day|fourth of july holiday', fixed(7, 4)],
  ['labor day|labour day', nth(1, 1, 9)],
  ['patriot day', fixed(9, 11)],
  ['columbus day|indigenous people day|italian heritage day', nth(2, 1, 10)],
  ['all saint day', fixed(11, 1)],
  ['halloween|hallowen|haloween', fixed(10, 31)],
  ['election day', shifted(nth(1, 1, 11), 1)],
  ['veteran day|armistice day', fixed(11, 11)],
  ['thanksgiving|thanksgiving day|thanks giving day|thanks giving|turkey day', thanksgiving],
  ['black friday', shifted(thanksgiving, 1)],
  ['small business saturday', shifted(thanksgiving, 2)],
  ['cyber monday', shifted(thanksgiving, 4)],
  ['giving tuesday', shifted(thanksgiving, 5)],
  ['christmas eve|xmas eve|x mas eve', fixed(12, 24)],
  ['christmas|xmas|x mas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['kwanzaa', fixed(12, 26)],
  ['easter|easter sunday', easter],
  ['easter monday|easter mon', shifted(easter, 1)],
  ['good friday', shifted(easter, -2)],
  ['palm sunday', shifted(easter, -7)],
  ['ash wednesday', shifted(easter, -46)],
  ['mardi gras|fat tuesday|shrove tuesday', shifted(easter, -47)],
  [
    'chinese new year|lunar new year|chinese lunar new year|chinese new year day|lunar new year day|chinese lunar new year day',
    lunarNewYear,
  ],
  ['rosh hashanah|rosh hashana', roshHashanah],
  ['yom kippur', shifted(roshHashanah, 9)],
  ['sukkot', shifted(roshHashanah, 14)],
  ['hanukkah|chanukah|hannukah', inCalendar('hebrew', 'long', '25 Kislev')],
  ['purim', shifted(roshHashanah, -193)],
  ['passover|pesach', shifted(roshHashanah, -163)],
  ['ramadan', inCalendar('islamic-umalqura', 'numeric', '9/1')],
  ['eid al fitr|eid ul fitr', inCalendar('islamic-umalqura', 'numeric', '10/1')],
  ['eid al adha|eid ul adha', inCalendar('islamic-umalqura', 'numeric', '12/10')],
  ['diwali|deepavali', (year) => (DIWALI[year] ? localDate(year, DIWALI[year][0], DIWALI[year][1]) : undefined)],
]

/** Names of holidays, as they are folded by `foldHolidayWord`, with the id of their rule (the first name of the row). */
export const HOLIDAY_NAMES: readonly { name: string; id: string }[] = TABLE.flatMap(([names]) =>
  names.split('|').map((name) => ({ name, id: names.split('|')[0] ?? name })),
)

export const HOLIDAY_RULES: ReadonlyMap<string, HolidayRule> = new Map(
  TABLE.map(([names, rule]) => [names.split('|')[0] ?? names, rule]),
)
