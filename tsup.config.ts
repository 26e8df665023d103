import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineConfig, type Options } from 'tsup'

/** The schema travels with every program that migrates or asks whether the database is migrated. */
const MIGRATIONS = 'core/migrations'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** In the sources the migrations lie beside `src`; a bundle finds them beside itself. */
const migrationsBesideBundle: Plugin = {
  name: 'migrations-beside-bundle',
  setup(build) {
    build.onLoad({ filter: /core[\\/]src[\\/]migrate\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes("'../migrations/'"))
        throw new Error(`${path} no longer names its folder of migrations.`)
      return { contents: text.replaceAll("'../migrations/'", "'./migrations/'"), loader: 'ts' }
    })
  },
}

/** One file per program, with the domain bundled in; packages from npm stay outside and come with the image. */
function programs(workspace: string, entry: Record<string, string>): Options {
  const outDir = join(process.env.BUILD_FOLDER ?? '', workspace, 'dist')
  return {
    entry: Object.fromEntries(
      Object.entries(entry).map(([name, file]) => [name, `${workspace}/src/${file}`]),
    ),
    outDir,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: false,
    sourcemap: true,
    clean: true,
    silent: true,
    skipNodeModulesBundle: true,
    // npm keeps parse5 below `core`, because others need older ones: beside a bundle it would not be found, or be another.
    noExternal: [/^@sec-latent\//, /^parse5$/, /^entities(\/|$)/],
    esbuildPlugins: [migrationsBesideBundle],
    onSuccess: () => cp(MIGRATIONS, join(outDir, 'migrations'), { recursive: true }),
  }
}

export default defineConfig([
  programs('api', {
    main: 'main.ts',
    'ship-thread-main': '../../core/src/metering/ship-thread-main.ts',
  }),
  programs('workers', {
    main: 'main.ts',
    'scheduler-main': 'scheduler-main.ts',
    'queue-dashboard-main': 'queue-dashboard-main.ts',
    'autoscaler-main': 'autoscaler-main.ts',
    'parse-thread-main': 'filings/parse-thread-main.ts',
    'backfill-main': 'backfill-main.ts',
    'backfill-extractors-main': 'backfill-extractors-main.ts',
    'replay-erasures-main': 'replay-erasures-main.ts',
    'backup-main': 'backup-main.ts',
    'restore-drill-main': 'restore-drill-main.ts',
    'restore-main': 'restore-main.ts',
    'fetch-wal-main': '../../core/src/recovery/fetch-wal-main.ts',
    'copy-objects-main': 'copy-objects-main.ts',
    'rebuild-queues-main': 'rebuild-queues-main.ts',
  }),
  programs('core', {
    'migrate-main': 'migrate-main.ts',
    'archive-wal-main': 'recovery/archive-wal-main.ts',
    'fetch-wal-main': 'recovery/fetch-wal-main.ts',
  }),
])
