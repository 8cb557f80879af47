import { fileURLToPath } from 'node:url'
import { openLowdbStore, openMemoryStore } from '../data/lowdb/store.ts'
import type { Result, Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { Config } from './config.ts'
import { fillStore, readDirectoryFile } from './filling.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url))
const SAMPLE_FILE = pathOf('sample.json')
const DEMO_FILE = pathOf('demo.json')
const DEFAULT_FILE = pathOf('liaison.json')

/** Which store a program works on. The sample's own is used only where nothing else is asked for: the two never mix. */
export type StoreChoice =
  | { kind: 'database'; url: string }
  | { kind: 'file'; file: string }
  | { kind: 'demo'; file: string }
  | { kind: 'memory' }

/** `directory`: a directory is given at the command line and fills the store, which is then a passing one by default. */
export function chooseStore(config: Config, directory?: string): StoreChoice {
  if (config.databaseUrl) return { kind: 'database', url: config.databaseUrl }
  if (config.dataFile) return { kind: 'file', file: config.dataFile }
  if (directory) return { kind: 'memory' }
  return config.slack || config.teams ? { kind: 'file', file: DEFAULT_FILE } : { kind: 'demo', file: DEMO_FILE }
}

/** The file beside which what belongs to a store is kept (the secret that signs links). */
export function fileOf(choice: StoreChoice): string {
  return choice.kind === 'file' || choice.kind === 'demo' ? choice.file : DEFAULT_FILE
}

/** Opens the store and, where it is empty, fills it: from the directory that is given, or the demo's from the sample. */
export async function openStore(
  choice: StoreChoice,
  now: Instant,
  directoryFile = choice.kind === 'demo' ? SAMPLE_FILE : undefined,
): Promise<Result<Store, string>> {
  const directory = directoryFile ? await readDirectoryFile(directoryFile) : undefined
  if (directory && !directory.ok) return directory
  const opened = await openChosen(choice)
  if (!opened.ok || !directory) return opened
  const filled = await fillStore(opened.value, directory.value, now)
  if (filled.ok) return opened
  await opened.value.close()
  return filled
}

/** The store as it is, without filling it. */
export async function openChosen(choice: StoreChoice): Promise<Result<Store, string>> {
  switch (choice.kind) {
    case 'database': {
      // Its driver is loaded only where there is a database: it is a good part of a command's start.
      const { openPostgresStore } = await import('../data/postgres/store.ts')
      return openPostgresStore({ url: choice.url })
    }
    case 'file':
    case 'demo':
      return openLowdbStore({ file: choice.file })
    case 'memory':
      return { ok: true, value: openMemoryStore() }
    default:
      return choice satisfies never
  }
}
