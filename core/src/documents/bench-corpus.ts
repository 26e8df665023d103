import type { Corpus } from '../accuracy/corpus.ts'
import { mainDocumentOf } from '../filings/main-document.ts'
import { readSubmission } from '../filings/submission.ts'
import { documentKind } from './document-kind.ts'

/** A document to measure with. */
export interface BenchDocument {
  path: string
  form: string
  filed_on: string
  bytes: Buffer
}

const REPORT = /^10-?[KQ]/
/** Files looked into: a submission may be large because of its pictures. */
const CANDIDATES = 60
/** For the item list of a report whose date is not known. */
const UNDATED = '2020-01-01'

/** The largest annual and quarterly reports of a corpus, by the size of the document itself. */
export function largestReports(corpus: Corpus, count: number): BenchDocument[] {
  const reports = corpus.files.filter(({ form }) => REPORT.test(form))
  const sizes = new Map(reports.map(({ path }) => [path, corpus.bytes(path).length]))
  return reports
    .toSorted((one, other) => (sizes.get(other.path) ?? 0) - (sizes.get(one.path) ?? 0))
    .slice(0, CANDIDATES)
    .flatMap(({ path, form, filing_date }): BenchDocument[] => {
      const bytes = reportIn(corpus.bytes(path), form)
      const isHtml = documentKind({ file_name: path }, bytes) === 'html'
      return isHtml ? [{ path, form, filed_on: filing_date || UNDATED, bytes }] : []
    })
    .toSorted((one, other) => other.bytes.length - one.bytes.length)
    .slice(0, count)
}

/** The main document of a full submission; any other file is a document itself. */
function reportIn(bytes: Buffer, form: string): Buffer {
  try {
    const main = mainDocumentOf(readSubmission(bytes).documents, form)
    return main === undefined ? bytes : bytes.subarray(main.byte_start, main.byte_end)
  } catch {
    return bytes
  }
}

/** Every HTML document of a corpus, those inside submissions included. */
export function* htmlDocuments(corpus: Corpus): Generator<{ path: string; bytes: Buffer }> {
  for (const { path } of corpus.files) {
    if (!/\.(?:html?|txt)(?:\.\d+)?$/.test(path.replace(/\.gz$/, ''))) continue
    const bytes = corpus.bytes(path)
    for (const document of documentsIn(bytes)) {
      if (documentKind({ file_name: document.file_name ?? path }, document.bytes) === 'html')
        yield { path, bytes: document.bytes }
    }
  }
}

function documentsIn(bytes: Buffer): { file_name: string | null; bytes: Buffer }[] {
  try {
    return readSubmission(bytes).documents.map(({ file_name, byte_start, byte_end }) => ({
      file_name,
      bytes: bytes.subarray(byte_start, byte_end),
    }))
  } catch {
    return [{ file_name: null, bytes }]
  }
}

/** Every ownership document that is a file of its own. */
export function ownershipDocuments(corpus: Corpus): string[] {
  return corpus.files
    .filter(({ path, form }) => path.replace(/\.gz$/, '').endsWith('.xml') && /^[345](?:\/A)?$/.test(form))
    .map(({ path }) => corpus.bytes(path).toString())
    .filter((xml) => xml.includes('<ownershipDocument'))
}
