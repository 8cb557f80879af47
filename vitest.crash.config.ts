import { defineConfig } from 'vitest/config'

const patience = { testTimeout: 600_000, hookTimeout: 120_000 }
/** Counts on its replicas' clocks and leases, and takes the whole machine. */
const ALONE = 'test/crash/replicas.test.ts'

export default defineConfig({
  test: {
    projects: [
      // Most of what these do is wait: for leases that run out, for a database that comes back.
      {
        test: {
          ...patience,
          name: 'together',
          include: ['test/crash/**/*.test.ts'],
          exclude: [ALONE],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...patience, name: 'alone', include: [ALONE], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
