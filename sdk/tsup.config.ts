import { defineConfig, type Options } from 'tsup'

const both: Options = {
  entry: ['index', 'core', 'operations', 'evidence', 'webhooks', 'testing'].map((name) => `src/${name}.ts`),
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  silent: true,
}

export default defineConfig([
  { ...both, format: 'esm', publicDir: 'declarations' },
  {
    ...both,
    format: 'cjs',
    dts: { compilerOptions: { types: [], lib: ['ES2022', 'DOM', 'DOM.AsyncIterable', 'DOM.Iterable'] } },
  },
])
