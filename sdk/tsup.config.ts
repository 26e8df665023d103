import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { index: 'src/index.ts', evidence: 'src/evidence.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: { compilerOptions: { types: [], lib: ['ES2022', 'DOM', 'DOM.AsyncIterable', 'DOM.Iterable'] } },
  splitting: true,
  treeshake: true,
  clean: true,
  silent: true,
})
