import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts', 'test/playground/**/*.test.ts'],
    globalSetup: 'test/playground/serve-page.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Browsers beside each other measure each other.
    fileParallelism: false,
  },
})
