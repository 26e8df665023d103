import { readFile } from 'node:fs/promises'
import type { Options } from 'tsup'
import { readContract } from './read-contract.ts'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Puts into a bundle what `contract.ts` would read at every start: a fifth of the document, and nothing to be read. */
export const contractPlugin: Plugin = {
  name: 'contract',
  setup(build) {
    build.onLoad({ filter: /sdk[\\/]contract[\\/]contract\.ts$/ }, async ({ path }) => {
      const openapi = new URL('../../openapi/openapi.json', `file://${path}`)
      const contract = readContract(JSON.parse(await readFile(openapi, 'utf8')))
      return { contents: `export const contract = ${JSON.stringify(contract)}`, loader: 'js' }
    })
  },
}
