import type { Submission, SubmissionHeader } from '../filings/filing.ts'
import { parseHeader } from '../filings/header.ts'
import { readSubmission, readSubmissionHeader } from '../filings/submission.ts'
import { SubmissionError } from '../filings/submission-error.ts'
import type { Corpus, CorpusFile } from './corpus.ts'

const SUBMISSION = /^(?:<(?:SEC|IMS)-HEADER>|<SUBMISSION>|-----BEGIN PRIVACY-ENHANCED)/m

/** Whether the bytes have the header of a submission, complete or not: told without the reader under test. */
export function isSubmission(bytes: Buffer): boolean {
  return SUBMISSION.test(bytes.toString('latin1', 0, 4_096))
}

/** The files that are full submissions, one after the other. Those whose source took the tags out are none. */
export function* corpusSubmissions(corpus: Corpus): Generator<{ file: CorpusFile; bytes: Buffer }> {
  for (const file of corpus.files) {
    if (!/\.(?:txt|nc)(?:\.gz)?$/.test(file.path) || file.note.includes('tags removed')) continue
    const bytes = corpus.bytes(file.path)
    if (isSubmission(bytes)) yield { file, bytes }
  }
}

/** What we read of the submission a file is, or belongs to. */
export interface HeaderUnderCheck {
  header: SubmissionHeader
  /** Null where only a header is held. */
  submission: Submission | null
}

/** Reads the submission in a file, the header in EDGAR's page of it, or the submission that a loose document is part of. */
export function headerReader(corpus: Corpus): (path: string) => HeaderUnderCheck | undefined {
  const known = new Map<string, HeaderUnderCheck | undefined>()
  const files = new Map(corpus.files.map((file) => [file.path, file]))
  const submissions = new Map<string, string>()
  for (const { path, accession_number } of corpus.files) {
    if (accession_number !== '' && /\.(?:txt|nc)(?:\.gz)?$/.test(path))
      submissions.set(accession_number, path)
  }
  const at = (path: string): HeaderUnderCheck | undefined => {
    if (!known.has(path)) known.set(path, corpus.has(path) ? read(corpus.bytes(path)) : undefined)
    return known.get(path)
  }
  return (path) => {
    const whole = submissions.get(files.get(path)?.accession_number ?? '')
    return at(path) ?? (whole === undefined ? undefined : at(whole))
  }
}

function read(bytes: Buffer): HeaderUnderCheck | undefined {
  if (!isSubmission(bytes)) return undefined
  try {
    const submission = readSubmission(bytes)
    return { header: submission.header, submission }
  } catch (error) {
    if (!(error instanceof SubmissionError)) throw error
    return headerAlone(bytes)
  }
}

/** Header pages of EDGAR and files cut by their source hold no more than a header. */
function headerAlone(bytes: Buffer): HeaderUnderCheck | undefined {
  try {
    return { header: readSubmissionHeader(bytes).header, submission: null }
  } catch (error) {
    if (!(error instanceof SubmissionError)) throw error
  }
  const start = bytes.indexOf('<SEC-HEADER>')
  const end = bytes.indexOf('</SEC-HEADER>', start)
  const firstDocument = bytes.indexOf('<DOCUMENT>', start)
  const limit = end >= 0 ? end : firstDocument >= 0 ? firstDocument : bytes.length
  if (start < 0) return undefined
  const { header } = parseHeader(bytes, { byte_start: start, byte_end: limit })
  return header.accession_number === '' ? undefined : { header, submission: null }
}
