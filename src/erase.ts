import type { PhotoShelf } from '../data/photo-shelf.ts'
import type { RecordOf } from '../data/records.ts'
import type { Store } from '../data/store.ts'
import { runningClock } from './clock.ts'
import { readArguments, refuse, tell } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { loneNames } from './erasure-names.ts'
import { commitWrites } from './filling.ts'
import { openPhotos } from './photo-opening.ts'
import { removePhotosOf } from './pictures/photo-upkeep.ts'
import { isAgreedTo } from './questions.ts'
import { chooseStore, openChosen } from './store-opening.ts'

/** What stands where the name was. */
const REPLACEMENT = '[erased]'

/** `npm run erase -- <person> [--also <form>]… [--yes]`: removes a person from records, notes and the log's text. */
async function main(): Promise<number> {
  const asked = readArguments({
    allowPositionals: true,
    options: { yes: { type: 'boolean' }, also: { type: 'string', multiple: true } },
  })
  const person = asked?.positionals.join(' ').trim() ?? ''
  if (!asked || person === '') {
    console.error('npm run erase -- <name, e-mail or id> [--also <another way the name was typed>] [--yes]')
    return 2
  }
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const choice = chooseStore(read.config)
  const opened = await openChosen(choice)
  if (!opened.ok) return refuse(opened.error)
  const photos = await openPhotos(choice)
  try {
    return await erase(opened.value, photos, {
      person,
      also: asked.values.also ?? [],
      isAgreed: asked.values.yes === true,
    })
  } finally {
    await photos.close()
    await opened.value.close()
  }
}

type Found =
  | { kind: 'person'; record: RecordOf<'person'> }
  | { kind: 'student'; record: RecordOf<'student'> }
  | { kind: 'staff'; record: RecordOf<'staff'> }

type Erasure = { person: string; also: string[]; isAgreed: boolean }

async function erase(store: Store, photos: PhotoShelf, request: Erasure): Promise<number> {
  const { person, also } = request
  const found = await findPeople(store, person)
  if (found.length > 1) {
    const lines = found.map(({ kind, record }) => `  ${record.id}: ${record.name} (${kind})`)
    return refuse([`Several are called "${person}". Say which by id:`, ...lines].join('\n'))
  }
  const [one] = found
  if (one?.kind === 'student' && (await hasPublishedStory(store, one.record.id))) {
    return refuse(`${one.record.name} has a published story. Take it down in chat first, then erase.`)
  }
  const lone = one ? await loneNames(store, one.record.id, one.record.name) : []
  const names = [...new Set([...(one ? namesOf(one) : [person]), ...lone, ...also])]
  tell(
    one
      ? `${one.record.name} (${one.kind}, ${one.record.id}) is removed for good.`
      : `No record is called "${person}"; notes and the log may name them.`,
  )
  tell(`Every place where one of these stands is cleared: ${names.join(', ')}.`)
  if (!request.isAgreed && !(await isAgreedTo('Erase? Type yes: '))) return tell('Nothing was erased.')
  const at = runningClock().now()
  if (one) {
    const written = await commitWrites(store, `erase:${one.record.id}:${at}`, 'erase', [strippedOf(one)], at)
    if (!written.ok) return refuse(`Nothing was erased: ${written.error}`)
    if (one.kind === 'student') await removePhotosOf(one.record.id, store, photos)
  }
  const places = await store.redact(names, REPLACEMENT)
  tell(`Erased in ${places} places.`)
  return tell(
    'Part of a name that others bear too, or that is an ordinary word, is left as typed where it stands alone: ' +
      'add --also "Name" to take it out everywhere. Backups, exports and what was sent to Slack, Teams or by e-mail are not reached from here.',
  )
}

async function findPeople(store: Store, wanted: string): Promise<Found[]> {
  const asked = wanted.toLowerCase()
  const isAsked = ({ id, name }: { id: string; name: string }, emails: readonly string[]): boolean =>
    id === wanted || name.toLowerCase() === asked || emails.includes(asked)
  const people = (await store.find('person')).filter((record) => isAsked(record, record.email ? [record.email] : []))
  const students = (await store.find('student')).filter((record) => isAsked(record, []))
  const staff = (await store.find('staff')).filter((record) => isAsked(record, record.emails))
  return [
    ...people.map((record): Found => ({ kind: 'person', record })),
    ...students.map((record): Found => ({ kind: 'student', record })),
    ...staff.map((record): Found => ({ kind: 'staff', record })),
  ]
}

async function hasPublishedStory(store: Store, student: string): Promise<boolean> {
  return (await store.count('story', { where: { student, isLive: true } })) > 0
}

/** Everything in the record that tells who it is. */
function namesOf({ kind, record }: Found): string[] {
  switch (kind) {
    case 'person':
      return [record.name, ...(record.email ? [record.email] : [])]
    case 'student':
      return [record.name]
    case 'staff':
      return [record.name, ...record.emails, ...record.identities]
    default:
      return kind satisfies never
  }
}

/** The record stays, so that what refers to it holds, with nothing of the person in it. */
function strippedOf(found: Found) {
  const { id } = found.record
  const nobody = { name: REPLACEMENT, isActive: false, extra: {} }
  switch (found.kind) {
    case 'person': {
      const { email: _, title: __, ...before } = found.record
      return { kind: 'person' as const, id, before: found.record, after: { ...before, ...nobody } }
    }
    case 'student':
      return { kind: 'student' as const, id, before: found.record, after: { ...found.record, ...nobody } }
    case 'staff': {
      const after = { ...found.record, ...nobody, emails: [], identities: [] }
      return { kind: 'staff' as const, id, before: found.record, after }
    }
    default:
      return found satisfies never
  }
}

process.exitCode = await main()
