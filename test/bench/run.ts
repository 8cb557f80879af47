import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildProgram } from '../built-program.ts'

/** `npm run bench`: measures the program as it is built for a container, not as it runs from its sources. */
const { name: folder, end } = await buildProgram('tsconfig.bench.json', [
  'test/conversations/understanding/cases-lakeshore',
])
const bench = spawn(process.execPath, [join(folder, 'test/bench/bench.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
const [code] = await once(bench, 'exit')
await end()
process.exitCode = code ?? 1
