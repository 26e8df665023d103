import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/test/longest-first.ts'

/** These change what a process has only once: its environment, its listeners, the globals of the language. */
const OWN_PROCESS = [
  'core/src/egress/client.test.ts',
  'core/src/metering/journal.test.ts',
  'sdk/src/client.test.ts',
]

function project(name: string, isolate: boolean, include: string[]) {
  return {
    test: {
      name,
      include,
      exclude: [
        ...['**/node_modules/**', '**/dist/**', '**/.next/**', '**/.latent/**'],
        ...(isolate ? [] : OWN_PROCESS),
      ],
      isolate,
      pool: 'forks' as const,
      // Only what hangs may fail by time: others may keep this machine busy, and Postgres has to come up first.
      testTimeout: 120_000,
      hookTimeout: 180_000,
      env: { LOG_LEVEL: 'warn', LATENT_ENV: 'development' },
    },
  }
}

export default defineConfig({
  test: {
    globalSetup: ['core/src/testing/global-setup.ts'],
    // The servers of a run are shared, so that more workers than these would wait for them.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
    sequence: { sequencer: LongestFirst },
    // Log lines of passing tests help nobody.
    silent: 'passed-only',
    // The files of a project are run one after another in as many processes as there are workers: to start one and to load
    // the modules costs more than the tests of most files. Processes end with their project, and with them what they hold.
    projects: [
      project('own process', true, OWN_PROCESS),
      project('programs', false, ['{sdk,examples,docs-site,scripts,deploy,openapi,.railway}/**/*.test.ts']),
      project('workers', false, ['workers/**/*.test.ts']),
      project('api', false, ['api/**/*.test.ts']),
      project('core', false, ['core/**/*.test.ts']),
    ],
  },
})
