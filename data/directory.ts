import { z } from 'zod'

/**
 * What an organization knows already, in the one JSON file that `understand`, `chat --directory` and `import` read.
 * Every key is optional; a key that is not known here is kept as it is.
 */
const name = z.string().trim().min(1)
const aliases = z.array(z.string()).default([])
const clock = z
  .string()
  .transform((time) => time.padStart(5, '0'))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM'))
/** A day, alone or with its name beside it. */
const day = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && 'date' in value ? value.date : value),
  z.iso.date(),
)
/** Seconds and an offset are left out: a directory's moments are those of its own clocks. */
const moment = z
  .string()
  .transform((typed) => typed.replace(/(T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '$1'))
  .pipe(
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/, 'a day, YYYY-MM-DD, or a moment, YYYY-MM-DDTHH:MM'),
  )

/**
 * What planning alone uses, and of which the contract names the key but no form, never turns a whole directory away: a
 * value of a form not known here is left out.
 */
const planning = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const HOURS = /^(\d{1,2}:\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}:\d{2})$/
/** From when to when: `["07:45", "15:10"]`, or as it is often written, `"7:45-15:10"`. */
const hours = z.preprocess(
  (value) => {
    const typed = typeof value === 'string' ? HOURS.exec(value.trim()) : undefined
    return typed ? [typed[1], typed[2]] : value
  },
  z.tuple([clock, clock]),
)
const room = z.looseObject({ name, capacity: z.number().int().positive().optional().catch(undefined) })

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const directorySchema = z.looseObject({
  organization: z.string().optional(),
  timezone: z.string().refine(isZone, 'an IANA time zone, such as America/New_York').default('America/New_York'),
  clusters: z.array(z.looseObject({ name, aliases })).default([]),
  schools: z
    .array(
      z.looseObject({
        name,
        aliases,
        periods: z.record(z.string(), z.tuple([clock, clock])).optional(),
        address: planning(z.string()),
        arrival: planning(z.string()),
        hours: planning(hours),
        rooms: planning(z.array(room)),
        caterer: planning(z.string()),
      }),
    )
    .default([]),
  programs: z
    .array(z.looseObject({ name, aliases, school: z.string().optional(), cluster: z.string().optional() }))
    .default([]),
  partners: z
    .array(
      z.looseObject({
        name,
        aliases,
        cluster: z.string().optional(),
        borough: planning(z.string()),
        apart: planning(z.array(z.string())),
        people: z
          .array(z.looseObject({ name, title: z.string().optional(), email: z.string().optional() }))
          .default([]),
      }),
    )
    .default([]),
  staff: z
    .array(
      z.looseObject({
        name,
        email: z.string().optional(),
        school: z.string().optional(),
        programs: planning(z.array(z.string())),
        role: planning(z.string()),
      }),
    )
    .default([]),
  calendar: z
    .looseObject({
      pdDays: z.array(day).default([]),
      holidays: z.array(z.looseObject({ date: day, name })).default([]),
      examDays: z.array(day).default([]).catch([]),
      daysOff: z
        .array(z.looseObject({ from: day, to: day, name, schools: z.array(z.string()).optional() }))
        .default([])
        .catch([]),
    })
    .default({ pdDays: [], holidays: [], examDays: [], daysOff: [] }),
  events: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        event: z.string(),
        start: moment,
        end: moment.optional(),
        school: z.string().optional(),
        partners: z.array(z.string()).default([]),
        people: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  students: z.array(z.looseObject({ name, school: z.string().optional(), program: z.string().optional() })).default([]),
})
export type Directory = z.infer<typeof directorySchema>

export type DirectoryProblem = { path: string; message: string }

/** Lists of the directory, and within an entry of it, whose own entries may be nothing but a name. */
const OF_NAMES = new Set(['clusters', 'schools', 'programs', 'partners', 'staff', 'students'])
const OF_NAMES_WITHIN = new Set(['rooms', 'people'])

/** Written out: an entry that is only a name, and no key whose value is null. */
const writtenOut = (value: unknown, depth = 0, list = ''): unknown => {
  if (Array.isArray(value)) return value.map((entry) => writtenOut(entry, depth, list))
  if (typeof value !== 'object' || value === null) return value
  const isOfNames = (key: string): boolean =>
    depth === 0 ? OF_NAMES.has(key) : depth === 1 && list !== 'events' && OF_NAMES_WITHIN.has(key)
  const kept = Object.entries(value).filter(([, held]) => held !== null)
  return Object.fromEntries(
    kept.map(([key, held]) => {
      const entries = isOfNames(key) && Array.isArray(held) ? held.map(asEntry) : held
      return [key, writtenOut(entries, depth + 1, depth === 0 ? key : list)]
    }),
  )
}
const asEntry = (entry: unknown): unknown => (typeof entry === 'string' ? { name: entry } : entry)

/** The directory in `input`, or every place in it that is not as it should be, each with its path (`partners[3].name`). */
export function readDirectory(
  input: unknown,
): { ok: true; directory: Directory } | { ok: false; problems: DirectoryProblem[] } {
  const parsed = directorySchema.safeParse(writtenOut(input))
  if (parsed.success) return { ok: true, directory: parsed.data }
  const problems = parsed.error.issues.map((issue) => ({
    path: issue.path.reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
      '',
    ),
    message: issue.message,
  }))
  return { ok: false, problems }
}
