// @ts-check
// node build-old.mjs SOURCE OUT: bundles the API of another checkout with its own domain instead of the one of today.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const [source = '', out = ''] = process.argv.slice(2)
const folder = join(source, out, 'api', 'dist')

/** `@sec-latent/core/x/y` is `core/src/x/y.ts` of that checkout. */
const ownDomain = {
  name: 'own-domain',
  setup(/** @type {import('esbuild').PluginBuild} */ one) {
    one.onResolve({ filter: /^@sec-latent\/core\// }, ({ path }) => ({
      path: join(source, 'core/src', `${path.slice('@sec-latent/core/'.length)}.ts`),
    }))
    // npm keeps these two below `core`: beside a bundle they would not be found, or be others. The rest stays outside.
    one.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || /^(parse5|entities)(\/|$)/.test(path) ? undefined : { path, external: true },
    )
    one.onLoad({ filter: /core[\\/]src[\\/]migrate\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll("'../migrations/'", "'./migrations/'"),
      loader: 'ts',
    }))
  },
}

await build({
  entryPoints: {
    main: join(source, 'api/src/main.ts'),
    'ship-thread-main': join(source, 'core/src/metering/ship-thread-main.ts'),
  },
  outdir: folder,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
  plugins: [ownDomain],
})
cpSync(join(source, 'core/migrations'), join(folder, 'migrations'), { recursive: true })
