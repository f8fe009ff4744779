import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need browsers: npm run test:browser.
    exclude: [...configDefaults.exclude, 'test/browser/**', 'test/playground/**'],
    testTimeout: 60_000,
    // All cores: by default one is left free, which on two is half.
    maxWorkers: '100%',
  },
})
