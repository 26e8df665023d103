/**
 * A mirror of EDGAR for tests and offline work:
 *   npx tsx workers/src/edgar-mirror/main.ts --directory DIR --port 8200
 * Then EDGAR_BASE_URL and EDGAR_DATA_URL are http://127.0.0.1:8200. Listens on loopback unless --host says otherwise.
 */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startMirror } from './mirror.ts'

const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    port: { type: 'string', default: '8200' },
    host: { type: 'string', default: '127.0.0.1' },
  },
})

if (values.directory === undefined || !statSync(values.directory, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('usage: --directory DIR [--port 8200] [--host 127.0.0.1], where DIR is laid out like EDGAR')
  process.exit(2)
}

const mirror = await startMirror({
  directory: values.directory,
  port: Number(values.port),
  host: values.host,
})
const { submissions, loose_filings, files, catalogue_ms } = mirror.counts
console.log(
  `${mirror.url} serves ${submissions} full submissions and ${loose_filings} loose filings out of ${files} files (catalogued in ${catalogue_ms} ms)`,
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void mirror.close().then(() => process.exit(0)))
}
