import { defineConfig, type Options } from 'tsup'
import { contractPlugin } from '../contract/contract-plugin.ts'
import { noticesPlugin } from '../contract/notices-plugin.ts'

const common: Options = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  treeshake: true,
  splitting: true,
  silent: true,
  // Everything is in the bundle: nothing is installed but this package, and it starts at once.
  noExternal: [/./],
  esbuildPlugins: [contractPlugin, noticesPlugin],
}

export default defineConfig([
  {
    ...common,
    entry: ['src/main.ts', 'src/index.ts'],
    minifySyntax: true,
    // Some of what is bundled is CommonJS and asks for modules of Node.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
    clean: true,
    dts: { entry: { index: 'src/index.ts' }, compilerOptions: { types: ['node'] } },
  },
])
