import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { defaultCorpus, hasCorpus, openCorpus } from '../accuracy/corpus.ts'
import { runMain } from '../run-main.ts'
import { sha256 } from '../sha256.ts'
import { type BenchDocument, largestReports } from './bench-corpus.ts'
import { askThread, readWithPool } from './bench-pool.ts'
import { type Measured, measureInTurn } from './bench-rounds.ts'
import type { ContestantName, Distrust } from './bench-thread.ts'

// npm run bench:parse -- [--corpus DIR] [--rounds N] [--json]
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    rounds: { type: 'string', default: '9' },
    json: { type: 'boolean', default: false },
    /** Reads the reports in one thread of an otherwise idle process and tells how much memory that took. */
    'peak-memory': { type: 'boolean', default: false },
  },
})
const COUNT = 10
const rounds = Math.max(5, Number(values.rounds) || 0)

await runMain(async () => {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const { corpus } = values
  if (values['peak-memory']) {
    for (const document of largestReports(openCorpus(corpus), COUNT))
      await askThread({ task: 'read', document })
    process.send?.(process.resourceUsage().maxRSS)
    return
  }
  const documents = largestReports(openCorpus(corpus), COUNT)
  for (const { path, form, bytes } of documents)
    console.log(`${megabytes(bytes.length)} MB  ${form}  ${path}`)

  const reports = await measureInTurn(['tokenizer', 'ours', 'cheerio'], corpus, COUNT, rounds, 3)
  const ownership = await measureInTurn(
    ['fast-xml-parser', 'ownership tree', 'ownership rows'],
    corpus,
    COUNT,
    rounds,
    10,
  )
  const fallback = await askThread<Distrust>({ task: 'fallback', corpus })
  const hashes = [await hashOf(documents), await hashOf(documents)]
  const pool = await readWithPool(documents, 5)
  const peak = await peakMemory()

  const forms = `${ownership.documents} ownership forms`
  const rows: Row[] = [
    speed('(a) htmlparser2 tokenizer, empty handlers', reports, 'tokenizer'),
    speed('(b) text, sections, tables and facts', reports, 'ours'),
    ratio('(b)/(a)', reports, 'tokenizer', 'ours', 1),
    speed('cheerio.load', reports, 'cheerio'),
    ratio('(b)/cheerio.load', reports, 'cheerio', 'ours', 15),
    row(`(b) with ${pool.threads} threads`, pool.megabytes_per_second, 'MB/s'),
    row('peak memory, one thread', peak, 'MB'),
    speed(`fast-xml-parser, ${forms}`, ownership, 'fast-xml-parser'),
    speed(`ours, ${forms}, to a tree as it makes one`, ownership, 'ownership tree'),
    ratio('ownership forms: tree/fast-xml-parser', ownership, 'fast-xml-parser', 'ownership tree', 8),
    ratio('ownership forms: typed rows/fast-xml-parser', ownership, 'fast-xml-parser', 'ownership rows'),
    row(
      `HTML documents of ${fallback.documents} that fall back`,
      fallback.distrusted / Math.max(1, fallback.documents),
      'share',
    ),
    row('runs with other outputs than the first', hashes[0] === hashes[1] ? 0 : 1, 'runs', { at_most: 0 }),
  ]
  console.log(`SHA-256 of all outputs  ${hashes[0]}`)
  for (const [reason, count] of Object.entries(fallback.reasons))
    console.log(`falls back  ${reason} ${count}`)
  for (const { check, value, unit, at_least, ok } of rows) {
    const goal = at_least === undefined ? '' : `  at least ${at_least}${ok ? '' : '  SHORT'}`
    console.log(`${check.padEnd(58)} ${value.toFixed(unit === 'MB/s' ? 1 : 3).padStart(10)} ${unit}${goal}`)
  }
  if (values.json) console.log(JSON.stringify({ name: 'bench:parse', rows }))
  if (hashes[0] !== hashes[1]) process.exitCode = 1
})

interface Row {
  check: string
  value: number
  unit: string
  at_least?: number
  at_most?: number
  ok: boolean
}

function row(check: string, value: number, unit: string, limit: Pick<Row, 'at_least' | 'at_most'> = {}): Row {
  const ok = value >= (limit.at_least ?? -Infinity) && value <= (limit.at_most ?? Infinity)
  return { check, value, unit, ...limit, ok }
}

function speed(check: string, { bytes, medians }: Measured, name: ContestantName): Row {
  return row(check, bytes / 1e3 / (medians[name] ?? Number.NaN), 'MB/s')
}

function ratio(
  check: string,
  { medians }: Measured,
  theirs: ContestantName,
  ours: ContestantName,
  at_least?: number,
): Row {
  const value = (medians[theirs] ?? Number.NaN) / (medians[ours] ?? Number.NaN)
  return row(check, value, 'times', at_least === undefined ? {} : { at_least })
}

/** One address of everything that was read out of all documents. */
async function hashOf(documents: readonly BenchDocument[]): Promise<string> {
  const hashes: string[] = []
  for (const document of documents) hashes.push(await askThread<string>({ task: 'hash', document }))
  return sha256(hashes.join('\n'))
}

function peakMemory(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--peak-memory', '--corpus', values.corpus])
    child.once('message', (kilobytes) => resolve(Number(kilobytes) / 1024))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the process that measures memory ended with ${code}`)))
  })
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1).padStart(5)
}
