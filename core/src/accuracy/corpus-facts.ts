import { canonicalText } from '../documents/canonical-text.ts'
import { documentKind } from '../documents/document-kind.ts'
import type { Fact } from '../facts/fact.ts'
import { type FactSource, factsOfDocuments } from '../facts/filing-facts.ts'
import { readSubmission } from '../filings/submission.ts'
import { SubmissionError } from '../filings/submission-error.ts'
import type { Corpus } from './corpus.ts'
import { unwrapped } from './unwrapped.ts'

/** Files of other kinds hold no XBRL: archives, pages EDGAR drew, linkbases. */
const READABLE = /\.(?:html?|xml|txt|nc)(?:\.gz)?$/
const SUBMISSION = /^(?:<SEC-DOCUMENT>|<SEC-HEADER>|<IMS-HEADER>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED)/m

/** Paths of a corpus by the accession number they belong to. */
export function pathsByAccession(corpus: Corpus): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { path, accession_number } of corpus.files) {
    if (accession_number === '' || !READABLE.test(path)) continue
    const known = paths.get(accession_number)
    if (known === undefined) paths.set(accession_number, [path])
    else known.push(path)
  }
  return paths
}

/** The facts that the held files of one filing state; none when they hold no XBRL, or only an exhibit. */
export function factsOfPaths(corpus: Corpus, paths: readonly string[]): Fact[] {
  return factsOfDocuments(paths.flatMap((path) => sourcesOf(path, corpus.bytes(path)))).flatMap(
    ({ facts }) => facts,
  )
}

/** A loose document as one source, a full submission as one for each of its documents. */
function sourcesOf(path: string, bytes: Buffer): FactSource[] {
  if (!mayHoldXbrl(bytes)) return []
  if (!SUBMISSION.test(bytes.toString('latin1', 0, 4096))) return [sourceOf(path, path, unwrapped(bytes))]
  return submittedDocuments(bytes).map(({ file_name, content }, index) =>
    sourceOf(`${path}:${index + 1}`, file_name, content),
  )
}

export interface LooseDocument {
  file_name: string
  content: Uint8Array
}

/** The documents of a full submission; none of one that is cut off, because it is refused as a whole. */
export function submittedDocuments(bytes: Buffer): LooseDocument[] {
  try {
    return readSubmission(bytes).documents.map(({ file_name, byte_start, byte_end }) => ({
      file_name: file_name ?? '',
      content: bytes.subarray(byte_start, byte_end),
    }))
  } catch (error) {
    if (error instanceof SubmissionError) return []
    throw error
  }
}

function mayHoldXbrl(bytes: Buffer): boolean {
  return bytes.includes('inlineXBRL') || bytes.includes('http://www.xbrl.org/2003/instance')
}

function sourceOf(document_id: string, file_name: string, content: Uint8Array): FactSource {
  const kind = documentKind({ file_name }, content)
  const text = kind === 'html' ? canonicalText(content, kind) : null
  return { document_id, kind, content, text }
}
