import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { defaultCorpus, hasCorpus, openCorpus } from '../accuracy/corpus.ts'
import { runMain } from '../run-main.ts'
import { sha256 } from '../sha256.ts'
import { largestReports } from './bench-corpus.ts'
import { askThread, readWithPool } from './bench-pool.ts'
import type { Distrust, Measured } from './bench-thread.ts'

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

  const reports = await askThread<Measured>({ task: 'reports', corpus, count: COUNT, rounds })
  const cheerio = await askThread<Measured>({ task: 'cheerio', corpus, count: COUNT, rounds: 3 })
  const ownership = await askThread<Measured>({ task: 'ownership', corpus, rounds })
  const fallback = await askThread<Distrust>({ task: 'fallback', corpus })
  const once: string[] = []
  for (const document of documents) once.push(await askThread<string>({ task: 'read', document }))
  const pool = await readWithPool(documents, 3)
  const peak = await peakMemory()

  const result = {
    name: 'bench:parse',
    documents: documents.map(({ path, form, bytes }) => ({ path, form, bytes: bytes.length })),
    tokenizer_megabytes_per_second: speed(reports, 'tokenizer'),
    ours_megabytes_per_second: speed(reports, 'ours'),
    ratio_to_tokenizer: ratio(reports, 'tokenizer'),
    cheerio_megabytes_per_second: speed(cheerio, 'cheerio'),
    ratio_to_cheerio: ratio(cheerio, 'cheerio'),
    pool_threads: pool.threads,
    pool_megabytes_per_second: pool.megabytes_per_second,
    peak_memory_megabytes: peak,
    ownership_documents: ownership.documents,
    ownership_fast_xml_parser_megabytes_per_second: speed(ownership, 'fast-xml-parser'),
    ownership_megabytes_per_second: speed(ownership, 'ours'),
    ratio_to_fast_xml_parser: ratio(ownership, 'fast-xml-parser'),
    html_documents: fallback.documents,
    fallback_share: fallback.distrusted / Math.max(1, fallback.documents),
    fallback_reasons: fallback.reasons,
    outputs_sha256: sha256(once.join('\n')),
    outputs_repeat: pool.hashes.join('\n') === once.join('\n'),
  }
  print(result)
  if (values.json) console.log(JSON.stringify(result))
  if (!result.outputs_repeat) process.exitCode = 1
})

function print(result: {
  tokenizer_megabytes_per_second: number
  ours_megabytes_per_second: number
  ratio_to_tokenizer: number
  cheerio_megabytes_per_second: number
  ratio_to_cheerio: number
  pool_threads: number
  pool_megabytes_per_second: number
  peak_memory_megabytes: number
  ownership_documents: number
  ownership_fast_xml_parser_megabytes_per_second: number
  ownership_megabytes_per_second: number
  ratio_to_fast_xml_parser: number
  html_documents: number
  fallback_share: number
  fallback_reasons: Record<string, number>
  outputs_sha256: string
  outputs_repeat: boolean
}) {
  const lines: [string, string][] = [
    ['(a) htmlparser2 tokenizer, empty handlers', `${result.tokenizer_megabytes_per_second.toFixed(1)} MB/s`],
    ['(b) text + sections + tables + facts', `${result.ours_megabytes_per_second.toFixed(1)} MB/s`],
    ['ratio (b)/(a), at least 1.0', result.ratio_to_tokenizer.toFixed(2)],
    ['cheerio.load', `${result.cheerio_megabytes_per_second.toFixed(1)} MB/s`],
    ['ratio to cheerio.load, at least 15', result.ratio_to_cheerio.toFixed(1)],
    [`(b) with ${result.pool_threads} threads`, `${result.pool_megabytes_per_second.toFixed(1)} MB/s`],
    ['peak memory, one thread', `${result.peak_memory_megabytes.toFixed(0)} MB`],
    [
      `fast-xml-parser, ${result.ownership_documents} ownership forms`,
      `${result.ownership_fast_xml_parser_megabytes_per_second.toFixed(1)} MB/s`,
    ],
    ['ownership forms, read into rows', `${result.ownership_megabytes_per_second.toFixed(1)} MB/s`],
    ['ratio to fast-xml-parser, at least 8', result.ratio_to_fast_xml_parser.toFixed(1)],
    [
      `share of ${result.html_documents} HTML documents that fall back`,
      `${(result.fallback_share * 100).toFixed(2)} % ${JSON.stringify(result.fallback_reasons)}`,
    ],
    ['SHA-256 of all outputs', result.outputs_sha256],
    ['the same on a second run', result.outputs_repeat ? 'yes' : 'NO'],
  ]
  for (const [what, value] of lines) console.log(`${what.padEnd(46)} ${value}`)
}

function speed({ bytes, medians }: Measured, name: string): number {
  return bytes / 1e3 / (medians[name] ?? Number.NaN)
}

function ratio({ medians }: Measured, other: string): number {
  return (medians[other] ?? Number.NaN) / (medians.ours ?? Number.NaN)
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
