import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPortal } from './start/portal.ts'

const ROOT = join(import.meta.dirname, '..')
const LOG = join(ROOT, '.latent', 'logs', 'portal-build.log')

// Builds the portal, types checked, unless it was already built from these sources.
mkdirSync(join(LOG, '..'), { recursive: true })
try {
  console.log(`The portal was ${await buildPortal(ROOT, LOG, process.env)}.`)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
