import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/statistical/**', 'tests/e2e/**'],
    testTimeout: 60_000,
    // Modules are loaded once a worker, not once a file: less than half the time. No test changes a module.
    isolate: false,
    reporters: ['default'],
  },
})
