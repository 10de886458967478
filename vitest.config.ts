import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/statistical/**', 'tests/e2e/**'],
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
