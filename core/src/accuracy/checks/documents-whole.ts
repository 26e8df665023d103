import { basename } from 'node:path'
import { isUuencoded } from '../../documents/uuencoded.ts'
import type { Submission } from '../../filings/filing.ts'
import { readSubmission, readSubmissionStream } from '../../filings/submission.ts'
import { SubmissionError } from '../../filings/submission-error.ts'
import { sha256 } from '../../sha256.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { corpusSubmissions } from '../corpus-submissions.ts'

/** Pieces in which the same bytes are read once more as a stream. */
const CHUNK_BYTES = 61_007

/**
 * Every full submission: the parts in their order, and what stands between them written from what was read of each document,
 * give the original bytes; each document has the hash of its bytes; there are as many as there are end tags on lines of their
 * own; a document that EDGAR serves on its own is the same; and a stream of the bytes is read as they are in memory.
 */
export const documentsWholeCheck: Check = {
  name: 'documents: writing the parts back gives the original bytes',
  source: 'the submissions themselves, and their documents as EDGAR serves them',
  at_least: 1,

  async *compare(corpus) {
    const served = servedDocuments(corpus)
    for (const { file, bytes } of corpusSubmissions(corpus)) {
      const submission = complete(bytes)
      if (submission === undefined) continue
      const { path } = file
      yield compared(`${path} bytes`, sha256(writtenBack(bytes, submission)), sha256(bytes))
      yield compared(`${path} count`, submission.documents.length, countOfEndTags(bytes, submission))
      yield* hashes(path, bytes, submission)
      yield* sameAsServed(corpus, path, bytes, submission, served)
      const streamed = await readSubmissionStream(chunks(bytes))
      yield compared(
        `${path} stream`,
        sha256(JSON.stringify(streamed.submission)),
        sha256(JSON.stringify(submission)),
      )
    }
  },
}

/** A file its source cut is no full submission; that it is refused is the subject of another check. */
function complete(bytes: Buffer): Submission | undefined {
  try {
    return readSubmission(bytes)
  } catch (error) {
    if (error instanceof SubmissionError) return undefined
    throw error
  }
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

/**
 * The header and the end as they are, the contents as they are, and between them the tags written anew from the fields of
 * each document, with only the white space taken from the file. A field that was read wrongly makes another file.
 */
function writtenBack(bytes: Buffer, { documents }: Submission): Buffer {
  const parts: Buffer[] = []
  let at = bytes.subarray(0, documents[0]?.byte_start).lastIndexOf('<DOCUMENT>')
  parts.push(bytes.subarray(0, at))
  for (const document of documents) {
    parts.push(openingTags(bytes.subarray(at, document.byte_start), document))
    parts.push(bytes.subarray(document.byte_start, document.byte_end))
    at = document.byte_end
  }
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}

type Document = Submission['documents'][number]

/** The tags of a document with their values replaced by what we read; before them may stand the end of the one before. */
function openingTags(original: Buffer, document: Document): Buffer {
  const values: Record<string, string | null> = {
    TYPE: document.document_type,
    SEQUENCE: String(document.sequence),
    FILENAME: document.file_name,
    DESCRIPTION: document.description,
  }
  const text = original
    .toString('latin1')
    .replace(/<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n<]*)/g, (_, name: string, value: string) => {
      const blanks = /^([ \t]*).*?([ \t]*)$/.exec(value)
      const written = values[name] ?? ''
      return `<${name}>${blanks?.[1] ?? ''}${Buffer.from(written, asFiled(value)).toString('latin1')}${written === '' ? '' : (blanks?.[2] ?? '')}`
    })
  return Buffer.from(text, 'latin1')
}

/** Whether the bytes of a value are UTF-8; else they are one to a character. */
function asFiled(latin1: string): 'utf8' | 'latin1' {
  const bytes = Buffer.from(latin1, 'latin1')
  return Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes) ? 'utf8' : 'latin1'
}

/** End tags of documents, without those inside the content of one. */
function countOfEndTags(bytes: Buffer, { documents }: Submission): number {
  let count = 0
  for (let at = bytes.indexOf('</DOCUMENT>'); at >= 0; at = bytes.indexOf('</DOCUMENT>', at + 1)) {
    if (!documents.some(({ byte_start, byte_end }) => at >= byte_start && at < byte_end)) count++
  }
  return count
}

function* hashes(path: string, bytes: Buffer, { documents }: Submission): Generator<Comparison> {
  for (const { sequence, byte_start, byte_end, document_sha256 } of documents) {
    yield compared(
      `${path} ${sequence} sha256`,
      document_sha256,
      sha256(bytes.subarray(byte_start, byte_end)),
    )
  }
}

/** Paths of loose documents by accession number and file name. */
function servedDocuments({ files }: Corpus): Map<string, string> {
  return new Map(
    files
      // A source that changed white space says so.
      .filter(({ accession_number, note }) => accession_number !== '' && note === '')
      .map(({ path, accession_number }) => [
        `${accession_number}/${basename(path).replace(/\.gz$/, '')}`,
        path,
      ]),
  )
}

function* sameAsServed(
  corpus: Corpus,
  path: string,
  bytes: Buffer,
  { header, documents }: Submission,
  served: Map<string, string>,
): Generator<Comparison> {
  for (const { file_name, byte_start, byte_end, sequence } of documents) {
    const loose = served.get(`${header.accession_number}/${file_name}`)
    const content = bytes.subarray(byte_start, byte_end)
    if (loose === undefined || isUuencoded(content)) continue
    yield compared(`${path} ${sequence} as served`, sha256(content), sha256(corpus.bytes(loose)))
  }
}
