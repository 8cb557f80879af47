import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = new URL('../..', import.meta.url).pathname
/** Settings of whoever runs the tests, which no test may feel. */
const SETTINGS =
  /^(HOST|PORT|SLACK|TEAMS|Microsoft|DATA_FILE|DATABASE_URL|ADMIN|STAFF|SMTP|MAIL|PUBLIC|LINK|LOG_LEVEL|VITEST|NODE_OPTIONS)/

export type Ended = { code: number | null; out: string; err: string }

/** A folder of its own, gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The program's commands, by what `node` is given for each. */
export function commandsAt(program: (command: string) => readonly string[]) {
  /** Starts one of them. */
  function start(command: string, args: readonly string[] = [], env: Record<string, string> = {}): ChildProcess {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)))
    return spawn(process.execPath, [...program(command), ...args], { cwd: ROOT, env: { ...clean, ...env } })
  }

  /** Runs one to its end. */
  async function run(
    command: string,
    args: readonly string[] = [],
    env: Record<string, string> = {},
    input = '',
  ): Promise<Ended> {
    const child = start(command, args, env)
    const ended: Ended = { code: null, out: '', err: '' }
    child.stdout?.on('data', (chunk) => {
      ended.out += String(chunk)
    })
    child.stderr?.on('data', (chunk) => {
      ended.err += String(chunk)
    })
    child.stdin?.end(input)
    const [code] = await once(child, 'close')
    ended.code = code
    return ended
  }

  /** Starts the server and waits until it says where it is. */
  async function serve(env: Record<string, string>): Promise<{ address: string; stop(): Promise<Ended> }> {
    const child = start('main', [], { PORT: '0', ...env })
    const ended: Ended = { code: null, out: '', err: '' }
    child.stderr?.on('data', (chunk) => {
      ended.err += String(chunk)
    })
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (chunk) => {
        ended.out += String(chunk)
        const found = /"address":"([^"]+)"/.exec(ended.out)?.[1]
        if (found) resolve(found)
      })
      child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${ended.err}`)))
    })
    return {
      address,
      async stop() {
        const exit = once(child, 'exit')
        child.kill('SIGTERM')
        const [code] = await exit
        return { ...ended, code }
      },
    }
  }
  return { start, run, serve }
}

/** From its sources, as `npm run` starts them. */
export const { start, run, serve } = commandsAt((command) => ['--import', 'tsx', `src/${command}.ts`])
