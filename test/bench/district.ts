import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openPostgresStore } from '../../data/postgres/store.ts'
import { type PostgresProcess, runPostgres } from '../data/postgres-process.ts'
import { commandsAt } from '../src/program.ts'
import { A_ROUND, type Call, CLIENTS, line, type Measured, measure, ms, round } from './clients.ts'
import { bareOf, commitsOf, liaisonOver, opened, turnsOf } from './district-calls.ts'
import { contacts, DIRECTORY, namesOf, PARTNERS, runAll } from './district-data.ts'
import { ratio, say } from './measure.ts'
import { benchFile } from './school.ts'

/** Calls until the code is compiled, and until what a replica begins with has found its place in memory. */
const COMPILED_AFTER = 3_000
const SETTLED_AFTER = 2_000

const { start } = commandsAt((command) => [fileURLToPath(new URL(`../../src/${command}.js`, import.meta.url))])

/** A district on PostgreSQL: a turn's time and throughput at few and many contacts, beside `pg` alone; start and memory. */
export async function benchDistrict(): Promise<void> {
  say(
    `\nA contact logged in one sentence, ${CLIENTS} clients, ${PARTNERS.toLocaleString('en-US')} partners, PostgreSQL`,
  )
  const server = await runPostgres({ fsync: 'on' })
  const { url, names } = await makeDistrict(server, 'bench')
  await warmUp(server)
  let base: Measured | undefined
  for (const count of [1_000, 200_000]) {
    if (count > 1_000) await runAll(url, contacts(1_000, count))
    const store = opened(await openPostgresStore({ url, mostConnections: 10 }))
    const liaison = await liaisonOver(store)
    const take = turnsOf(liaison, names)
    await round(take, SETTLED_AFTER)
    // As the database does by itself within a minute: statements that were planned while tables were empty are planned anew.
    await runAll(url, ['analyze'])
    const cost = await costOf(take, server.urlOf('bench'))
    const pgAlone = await bareOf(url)
    const [turns, commits, bare] = await measure(take, await commitsOf(store), pgAlone.call)
    await pgAlone.end()
    if (!turns || !commits || !bare) return
    base ??= turns
    say(
      `  ${count.toLocaleString('en-US')} contacts: ${line(turns)}; p50 ${ratio(turns.p50, base.p50)} (goal: at most 1.3 x)`,
    )
    say(`    a turn costs the replica ${ms(cost.replica)} of processor time and the database ${ms(cost.database)}`)
    say(`    the store alone: ${line(commits)}; pg alone, the same rows: ${line(bare)}`)
    say(
      `    throughput of pg alone: a whole turn ${ratio(turns.perSecond, bare.perSecond)} (goal: at least 0.5 x), the store ${ratio(commits.perSecond, bare.perSecond)}`,
    )
    await liaison.stop()
    await store.close()
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select pg_database_size(current_database()) / 1e6 as mb')
  await client.end()
  say(`  the database takes ${Number(rows[0]?.mb).toFixed(0)} MB`)
  await benchStart(url)
  await server.stop()
  await benchFile(names)
}

type District = { url: string; names: { partner: string; person: string }[] }

async function makeDistrict(server: PostgresProcess, name: string): Promise<District> {
  await runAll(server.urlOf('postgres'), [`create database ${name}`])
  const url = server.urlOf(name)
  await opened(await openPostgresStore({ url })).close()
  await runAll(url, [...DIRECTORY, ...contacts(0, 1_000)])
  return { url, names: await namesOf(url) }
}

/** A server runs for days, its code long compiled: a turn then costs half of what the first hundred do. In a database of its own. */
async function warmUp(server: PostgresProcess): Promise<void> {
  const { url, names } = await makeDistrict(server, 'warm')
  const store = opened(await openPostgresStore({ url, mostConnections: 10 }))
  const liaison = await liaisonOver(store)
  await round(turnsOf(liaison, names), COMPILED_AFTER)
  await round(await commitsOf(store), COMPILED_AFTER)
  const pgAlone = await bareOf(url)
  await round(pgAlone.call, COMPILED_AFTER)
  await pgAlone.end()
  await liaison.stop()
  await store.close()
}

/** Microseconds of processor time a call, of this process and of the database's (on Linux; else not a number). */
async function costOf(call: Call, url: string): Promise<{ replica: number; database: number }> {
  const before = { own: process.cpuUsage(), theirs: databaseCpu(url) }
  await round(call, A_ROUND)
  const { user, system } = process.cpuUsage(before.own)
  return { replica: (user + system) / A_ROUND, database: (databaseCpu(url) - before.theirs) / A_ROUND }
}

/** Microseconds that the server's processes have used, those that have ended with them. */
function databaseCpu(url: string): number {
  try {
    const folder = new URL(url).searchParams.get('host') ?? ''
    const main = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
    const children = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ')
    const [, , ...ended] = ticksOf(main)
    const living = children.flatMap((child) => ticksOf(child).slice(0, 2))
    return [...ended, ...living].reduce((sum, one) => sum + one, 0) * 10_000
  } catch {
    return Number.NaN
  }
}

/** Hundredths of a second of a process in its own code and in the system's, then the same of its children that ended (proc(5)). */
const ticksOf = (process: string): number[] =>
  readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 15).map(Number) ?? []

/** From the start of the process to where it answers that it is ready, and what it then takes. */
async function benchStart(url: string): Promise<void> {
  const port = 39_584
  const begin = performance.now()
  const env = { DATABASE_URL: url, LINK_SECRET: 'a-secret-for-links-of-this-bench-alone' }
  const child = start('main', [], { ...env, PORT: String(port), LOG_LEVEL: 'silent' })
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
  while (!(await ask('/readyz'))?.ok) await new Promise((resolve) => setTimeout(resolve, 50))
  const seconds = (performance.now() - begin) / 1000
  const metrics = (await (await ask('/metrics'))?.text()) ?? ''
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1])
  say(
    `  a replica with the district's directory is ready after ${seconds.toFixed(1)} s and takes ${(bytes / 1e6).toFixed(0)} MB`,
  )
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}
