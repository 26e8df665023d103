import { defineConfig } from 'tsup'
import { contractPlugin } from '../contract/contract-plugin.ts'

/** One file with everything in it: nothing else is installed, and it starts at once. */
export default defineConfig({
  entry: ['src/main.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: false,
  treeshake: true,
  silent: true,
  clean: true,
  esbuildPlugins: [contractPlugin],
})
