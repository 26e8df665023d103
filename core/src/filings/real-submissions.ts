import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

// Real filings are read from a folder laid out like EDGAR's URLs, beside the project unless EDGAR_CORPUS says otherwise.
const corpus = process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar')

export const hasCorpus = existsSync(join(corpus, 'MANIFEST.tsv'))

/** A file of the corpus, uncompressed. */
export function corpusFile(path: string): Buffer {
  const bytes = readFileSync(join(corpus, path))
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** Bytes of the file as it is stored. */
export function corpusFileSize(path: string): number {
  return statSync(join(corpus, path)).size
}

/** A line of the corpus's manifest. */
export interface CorpusEntry {
  path: string
  accession_number: string
  note: string
}

export function corpusEntries(): CorpusEntry[] {
  const lines = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').split('\n').slice(1)
  return lines.flatMap((line) => {
    const [path = '', , , , , accession_number = '', , , , , , gz, , note = ''] = line.split('\t')
    if (path === '') return []
    const stored = gz === 'gz' && !path.endsWith('.gz') ? `${path}.gz` : path
    return existsSync(join(corpus, stored)) ? [{ path: stored, accession_number, note }] : []
  })
}

/** Every file that has the header of a submission, complete or not, told without the reader under test. */
export function realSubmissions(): (CorpusEntry & { bytes: Buffer })[] {
  return corpusEntries()
    .filter(({ path }) => /\.(?:txt|nc)(?:\.gz)?$/.test(path))
    .map((entry) => ({ ...entry, bytes: corpusFile(entry.path) }))
    .filter(({ bytes }) => isSubmission(bytes))
}

/** Whether the bytes have the header of a submission. */
export function isSubmission(bytes: Buffer): boolean {
  return /^(?:<SEC-HEADER>|<IMS-HEADER>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED)/m.test(
    bytes.toString('latin1', 0, 4096),
  )
}
