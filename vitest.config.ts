import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/browser/**', 'test/crash/**', 'node_modules/**'],
    testTimeout: 20_000,
    setupFiles: ['test/steady-properties.ts'],
  },
})
