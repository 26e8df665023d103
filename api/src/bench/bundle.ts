import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** Beside the packages, so that they are found; in a folder of its own, because the domain looks for `../migrations`. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'bench-api')
const THREAD = join(ROOT, 'core', 'src', 'metering', 'ship-thread-main.ts')

/**
 * The programs of a measurement, bundled as the API is shipped: a loader that reads the sources takes memory and time of its
 * own. Returns the folder they are in.
 */
export async function bundlePrograms(names: readonly string[]): Promise<string> {
  const outdir = join(FOLDER, 'programs')
  await build({
    entryPoints: [
      ...names.map((name) => ({ in: join(import.meta.dirname, `${name}.ts`), out: name })),
      { in: THREAD, out: 'ship-thread-main' },
    ],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [
      {
        name: 'packages-stay-outside',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === 'entry-point' || path.startsWith('@sec-latent/') ? undefined : { external: true },
          ),
      },
    ],
  })
  await cp(join(ROOT, 'core', 'migrations'), join(FOLDER, 'migrations'), { recursive: true })
  return outdir
}
