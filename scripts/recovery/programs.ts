import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const CORE = join(import.meta.dirname, '..', '..', 'core', 'src', 'recovery')

/** The programs that Postgres calls, each in one file that needs nothing else: it runs them as another account. */
export async function buildWalPrograms(folder: string): Promise<void> {
  await build({
    entryPoints: [join(CORE, 'archive-wal-main.ts'), join(CORE, 'fetch-wal-main.ts')],
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  chmodSync(folder, 0o755)
}
