import { readFile } from 'node:fs/promises'
import { planFile } from '../data/import.ts'
import { isChange } from '../data/import-calendar.ts'
import { TABLE_NAMES, TABLES, type TableName } from '../data/import-columns.ts'
import type { Change } from '../data/import-plan.ts'
import type { Store, Write } from '../data/store.ts'
import { runningClock } from './clock.ts'
import { readArguments, refuse, tell } from './command.ts'
import { readConfig } from './config.ts'
import { environment } from './environment.ts'
import { commitWrites, firstAdministrator } from './filling.ts'
import { isAgreedTo } from './questions.ts'
import { chooseStore, openChosen } from './store-opening.ts'

/** Records that one turn takes; a district's students are many turns, in the order of what they refer to. */
const WRITES_A_TURN = 5_000
/** Names shown of each kind of change. */
const NAMES_SHOWN = 15

/** `npm run import -- <file> [--table students] [--yes]`. */
async function main(): Promise<number> {
  const asked = readArguments({
    allowPositionals: true,
    options: { yes: { type: 'boolean' }, table: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (!asked) return usage(2)
  const { values, positionals } = asked
  const [file] = positionals
  if (values.help || !file || positionals.length > 1) return usage(values.help ? 0 : 2)
  const table = TABLE_NAMES.find((name) => name === values.table)
  if (values.table !== undefined && !table) return usage(2)
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return refuse(`${file} cannot be read.`)
  const opened = await openChosen(chooseStore(read.config))
  if (!opened.ok) return refuse(opened.error)
  try {
    return await importFile(opened.value, {
      file,
      bytes,
      isAgreed: values.yes === true,
      adminEmails: read.config.adminEmails,
      ...(table && { table }),
    })
  } finally {
    await opened.value.close()
  }
}

type Request = { file: string; bytes: Uint8Array; table?: TableName; isAgreed: boolean; adminEmails: readonly string[] }

async function importFile(store: Store, { file, bytes, table, isAgreed, adminEmails }: Request): Promise<number> {
  const at = runningClock().now()
  const writer = table === 'contacts' || !file.endsWith('.json') ? await writerOf(store, adminEmails) : ''
  const plan = await planFile(store, { file, bytes, by: writer, at, ...(table && { table }) })
  if (plan.problems.length > 0) {
    const lines = plan.problems.map(({ at: place, message }) => `${place}: ${message}`)
    return refuse([`Nothing was imported from ${file}.`, ...lines].join('\n'))
  }
  if (plan.notes) tell(plan.notes.join('\n'))
  const changes = plan.changes.filter(isChange)
  if (plan.writes.length === 0) return tell(`Nothing in ${file} is new.`)
  tell(changes.map(describe).join('\n'))
  if (!isAgreed && !(await isAgreedTo('Import this? Type yes: '))) return tell('Nothing was imported.')
  for (const [n, writes] of batches(plan.writes).entries()) {
    const written = await commitWrites(store, `import:${at}:${n}`, 'import', writes, at)
    if (!written.ok)
      return refuse(`${n > 0 ? 'Imported in part; run it again' : 'Nothing was imported'}: ${written.error}`)
  }
  return tell('Imported.')
}

/** Whose contacts those are that name nobody: the first administrator's, where there is any staff yet. */
async function writerOf(store: Store, adminEmails: readonly string[]): Promise<string> {
  if ((await store.count('staff')) === 0) return ''
  const administrator = await firstAdministrator(store, adminEmails, runningClock().now())
  return administrator.ok ? administrator.value.id : ''
}

function batches(writes: readonly Write[]): Write[][] {
  const count = Math.ceil(writes.length / WRITES_A_TURN)
  return Array.from({ length: count }, (_, n) => writes.slice(n * WRITES_A_TURN, (n + 1) * WRITES_A_TURN))
}

function describe({ list, added, changed, gone }: Change): string {
  const parts = [
    { names: added, mark: '+', what: 'new' },
    { names: changed, mark: '~', what: 'changed' },
    { names: gone, mark: '-', what: list === 'calendar' ? 'taken out' : 'no longer listed, kept as inactive' },
  ].filter(({ names }) => names.length > 0)
  const head = `${list}: ${parts.map(({ names, what }) => `${names.length} ${what}`).join(', ')}`
  const lines = parts.flatMap(({ names, mark }) => [
    ...names.slice(0, NAMES_SHOWN).map((name) => `  ${mark} ${name}`),
    ...(names.length > NAMES_SHOWN ? [`  ${mark} and ${names.length - NAMES_SHOWN} more`] : []),
  ])
  return [head, ...lines].join('\n')
}

function usage(code: number): number {
  const tables = TABLE_NAMES.map((name) => {
    const { needed, texts, lists } = TABLES[name]
    return `  ${name}: ${[...needed.map((column) => `${column} (needed)`), ...texts, ...lists].join(', ')}`
  })
  console.error(
    [
      'npm run import -- <file.json | file.csv> [--table <name>] [--yes]',
      'A directory (JSON), or one table (CSV; UTF-8 or Windows-1252; comma, semicolon or tab) with these columns:',
      ...tables,
      'Lists in one cell (aliases, apart, programs, people, offers) are separated by |. An offer is internship:2 or speaker.',
      'Entries are recognized by id or e-mail, else by name and school (people: name and partner).',
    ].join('\n'),
  )
  return code
}

process.exitCode = await main()
