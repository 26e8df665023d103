import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const server = join(import.meta.dirname, '.next', 'standalone', 'docs-site', 'server.js')
if (!existsSync(server)) {
  console.error('The portal is not built yet: run "npm run build -w docs-site" first.')
  process.exit(1)
}

process.env.PORT ||= '3000'
// Containers set HOSTNAME to their own name, and the server of Next would then listen on that one address only.
process.env.HOSTNAME = process.env.HOST || '0.0.0.0'
process.env.NEXT_TELEMETRY_DISABLED ||= '1'

await import(pathToFileURL(server).href)
