import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts', 'test/playground/**/*.test.ts'],
    globalSetup: 'test/playground/serve-page.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each has browsers of its own, which are busy themselves.
    maxWorkers: 2,
  },
})
