import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/crash/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // Most of what they do is wait: for leases that run out, for a database that comes back.
    maxWorkers: 2,
  },
})
