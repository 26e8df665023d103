import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultCorpus, hasCorpus } from '@sec-latent/core/accuracy/corpus'
import { runMain } from '@sec-latent/core/run-main'
import { capacityOf } from './capacity.ts'
import { measureFilings } from './measure-filings.ts'
import { capacityPage } from './page.ts'
import { MEASURED_FILE, readInputs } from './read-inputs.ts'

// npm run capacity -- [--corpus DIR] [--filings N] [--kept] [--write-page] [--json]
// Has a worker take in real filings, reads off what they left, and computes storage, processors and cost of the loads that were
// asked for. --kept computes with what was measured last and is kept beside this file, in a second. --write-page keeps what was
// measured and writes the page.
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    /** Of one family, at most. */
    filings: { type: 'string', default: '30' },
    kept: { type: 'boolean', default: false },
    'write-page': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const PAGE = join(import.meta.dirname, '../../docs-site/content/docs/operate/capacity.mdx')

await runMain(async () => {
  const read = values.kept ? readInputs() : readInputs(await measure())
  if (values['write-page']) {
    if (!values.kept) writeFileSync(MEASURED_FILE, `${JSON.stringify(read.inputs.measured, null, 2)}\n`)
    writeFileSync(PAGE, capacityPage(read))
  }
  const { filing, loads, backfill, takeovers, requests_per_core, filings_per_core_hour } = capacityOf(
    read.inputs,
  )
  const rows = [
    row('filings measured', read.inputs.measured.filings, 'filings'),
    row('Postgres, average filing', filing.postgres_bytes, 'bytes'),
    row('objects, average filing', filing.object_bytes, 'bytes'),
    row('objects gzipped, average filing', filing.object_gzip_bytes, 'bytes'),
    row('signals, average filing', filing.signals, 'signals'),
    row('worker, average filing', filing.cpu_ms, 'ms of processor time'),
    row('Postgres, average filing', filing.postgres_cpu_ms, 'ms of processor time'),
    row('kept answers of one core', requests_per_core.cached, 'a second'),
    row('other answers of one core', requests_per_core.uncached, 'a second'),
    row('filings of one core', filings_per_core_hour, 'an hour'),
    ...loads.flatMap(({ load, storage, replicas, used, capped }) => [
      row(`${load.name}: Postgres`, storage.postgres, 'GB'),
      row(`${load.name}: objects`, storage.objects, 'GB'),
      row(`${load.name}: backups`, storage.backups, 'GB'),
      row(`${load.name}: api`, replicas.api, 'replicas'),
      row(`${load.name}: workers`, replicas.workers, 'replicas'),
      row(`${load.name}: cost by use`, used.total, 'dollars a month'),
      row(`${load.name}: cost at the limits`, capped.total, 'dollars a month'),
    ]),
    row('backfill by single filings', backfill.single.days, 'days'),
    row('backfill by archives', backfill.archives.days, 'days'),
    ...takeovers.map(({ engine, at_filings }) => row(`${engine} takes over at`, at_filings, 'filings')),
  ]
  for (const { check, value, unit } of rows)
    console.log(`${check.padEnd(48)} ${value.toLocaleString('en-US').padStart(20)} ${unit}`)
  if (values.json) console.log(JSON.stringify({ name: 'capacity', rows }))
})

async function measure() {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const filings = Number(values.filings)
  if (!Number.isInteger(filings) || filings < 1 || filings > 500)
    throw new RangeError('--filings is from 1 to 500')
  return await measureFilings({
    corpus: values.corpus,
    filings,
    say: (line) => process.stderr.write(`${line}\n`),
  })
}

function row(check: string, value: number, unit: string) {
  return { check, value: Number(value.toPrecision(4)), unit, ok: Number.isFinite(value) }
}
