import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const ROOT = new URL('../..', import.meta.url).pathname
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Starts Chromium; rejects with what to install where it is not there. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`There is no Chromium at ${CHROMIUM}: install it (apt-get install chromium) or set CHROMIUM_PATH.`)
  }
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Running = { address: string; process: ChildProcess; dataFile: string; stop(): Promise<number | null> }

/** Starts the program itself, with a store of its own that is filled from the sample. */
export async function startLiaison(env: Record<string, string> = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-'))
  const dataFile = join(folder, 'liaison.json')
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(SLACK|TEAMS|Microsoft|DATA_FILE|DATABASE|ADMIN|STAFF|VITEST|NODE_OPTIONS)/.test(name),
    ),
  )
  const base = { ...clean, DATA_FILE: dataFile, PORT: '0', LOG_LEVEL: 'error', ...env }
  const tsx = ['--import', 'tsx']
  const imported = spawn(process.execPath, [...tsx, 'src/import.ts', 'data/sample.json', '--yes'], {
    cwd: ROOT,
    env: base,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(imported, 'exit')
  const child = spawn(process.execPath, [...tsx, 'src/main.ts'], {
    cwd: ROOT,
    env: base,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += String(chunk)
      const found = /Liaison is at (\S+)/.exec(out)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`Liaison ended with ${code}: ${out}`)))
  })
  return {
    address,
    process: child,
    dataFile,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = await ended
      await rm(folder, { recursive: true, force: true })
      return code
    },
  }
}

/** A page in a context of its own, with everything that went wrong in it. */
export async function openPage(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (!['127.0.0.1', 'localhost'].includes(hostname)) faults.push(`asked ${hostname}`)
  })
  return { page, faults }
}
