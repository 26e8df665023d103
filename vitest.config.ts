import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{core,api,workers,sdk,examples,docs-site,scripts,deploy,openapi}/**/*.test.ts',
      '.railway/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/.latent/**'],
    globalSetup: ['core/src/testing/global-setup.ts'],
    pool: 'forks',
    // Real servers on two cores: the first test of a file may wait for Postgres to come up.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Log lines of passing tests help nobody.
    silent: 'passed-only',
    env: { LOG_LEVEL: 'warn', LATENT_ENV: 'development' },
  },
})
