import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A file of the corpus, as its manifest lists it. */
export interface CorpusFile {
  path: string
  form: string
  cik: string
  company: string
  accession_number: string
  /** `YYYY-MM-DD`, empty when unknown. */
  filing_date: string
  period: string
  source_repository: string
  source_path: string
  sha256: string
  note: string
}

/** Something a test of another parser asserts about a file, in the words of that test. */
export interface Assertion {
  peer: string
  /** File of the peer's test, then `::` and the test. */
  test: string
  fixture: string
  /** Empty when the file is not held. */
  path: string
  /** Expression of the test, such as `result.IssuerName`. */
  what: string
  expected: string
}

/** A folder laid out like EDGAR's URLs with a `MANIFEST.tsv` and the answers of other parsers in `expected/`. */
export interface Corpus {
  directory: string
  /** The files that are there, without the peers' outputs. */
  files: CorpusFile[]
  assertions: Assertion[]
  /** Uncompressed bytes of a file of the manifest or of an assertion. */
  bytes(path: string): Buffer
  has(path: string): boolean
  /** Paths below a folder of `expected/`, relative to the corpus. */
  expected(folder: string): string[]
}

export const defaultCorpus = process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar')

export function hasCorpus(directory: string = defaultCorpus): boolean {
  return existsSync(join(directory, 'MANIFEST.tsv'))
}

export function openCorpus(directory: string = defaultCorpus): Corpus {
  const stored = (path: string) => {
    if (path === '' || path.includes('..')) return undefined
    return [path, `${path}.gz`].map((name) => join(directory, name)).find((name) => existsSync(name))
  }
  const has = (path: string) => stored(path) !== undefined
  return {
    directory,
    files: rows(join(directory, 'MANIFEST.tsv'))
      .map(
        ([
          path = '',
          ,
          form = '',
          cik = '',
          company = '',
          accession_number = '',
          filing_date = '',
          period = '',
          source_repository = '',
          source_path = '',
          ,
          ,
          sha256 = '',
          note = '',
        ]) => ({
          path,
          form,
          cik,
          company,
          accession_number,
          filing_date,
          period,
          source_repository,
          source_path,
          sha256,
          note,
        }),
      )
      .filter(({ path }) => !path.startsWith('expected/') && has(path)),
    assertions: rows(join(directory, 'expected/assertions.tsv')).map(
      ([peer = '', test = '', fixture = '', path = '', what = '', expected = '']) => ({
        peer,
        test,
        fixture,
        path: path.split(';')[0]?.trim() ?? '',
        what,
        expected,
      }),
    ),
    bytes(path) {
      const file = stored(path)
      if (!file) throw new Error(`the corpus has no ${path}`)
      const bytes = readFileSync(file)
      return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
    },
    has,
    expected(folder) {
      const root = join(directory, 'expected', folder)
      if (!existsSync(root)) return []
      return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
        .sort()
    },
  }
}

function rows(file: string): string[][] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
