import { defineConfig } from 'vitest/config'
import { SlowFirst } from './test/slow-first.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'test/crash/**', 'node_modules/**'],
    testTimeout: 20_000,
    // The first hook that asks for PostgreSQL starts it.
    hookTimeout: 30_000,
    // Test files share their modules, which are loaded once a worker, one built program, and one PostgreSQL; each has
    // databases of its own.
    isolate: false,
    maxWorkers: '100%',
    // A sequencer of one's own would keep files from being shuffled.
    sequence: process.argv.some((arg) => arg.startsWith('--sequence.shuffle')) ? {} : { sequencer: SlowFirst },
    globalSetup: ['test/data/shared-postgres.ts', 'test/shared-build.ts'],
    setupFiles: ['test/steady-properties.ts'],
  },
})
