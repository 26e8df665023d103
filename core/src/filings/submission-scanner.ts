import { type FoundDocument, OpenDocument, type Window } from './open-document.ts'
import { isAt, MAX_BLANK_BYTES, opensDocument, skipSpace, startsLine } from './sgml-bytes.ts'
import { type Beginning, findBeginning, findEnd } from './submission-ends.ts'
import { SubmissionError } from './submission-error.ts'

/** Where the parts of a submission are; no text is decoded. */
export interface ScannedSubmission {
  /** The bytes of the header. */
  header: Buffer
  accession_number: string | null
  documents: FoundDocument[]
  warnings: string[]
}

/** Above this a submission is refused; the largest ever filed stay well below it. */
export const MAX_SUBMISSION_BYTES = 1024 ** 3
/** EDGAR's own ceiling is some thousands of attachments. */
export const MAX_DOCUMENTS = 20_000
/** Headers of funds with hundreds of series reach a few hundred kilobytes. */
const MAX_HEADER_BYTES = 16 * 1024 ** 2
/** What is decided at a place depends on no more than this on either side of it. */
const SIGHT_BYTES = 4 * MAX_BLANK_BYTES
/** Chunks are gathered until they are this many bytes. */
const BATCH_BYTES = 4 * 1024 ** 2

/** One way to take what stands in the documents: with or without regard to documents quoted in a text. */
interface Reading {
  nested: boolean
  /** Quoted documents open at this place. */
  depth: number
  open: OpenDocument
  /** Marks before this place of the file belong to what has been read. */
  resume_at: number
  documents: FoundDocument[]
  warnings: Set<string>
  complete: boolean
}

/**
 * Finds header and documents of a submission by their place in the file, in one pass and linear time, with a few megabytes
 * of it in memory at a time. A document ends at a `</DOCUMENT>` after which comes the next document or the end of the
 * submission, and only there: the same words inside a text are text. A whole document quoted inside a text (its
 * `<DOCUMENT>` and `</DOCUMENT>` in balance) stays inside that text. A text that opens a document and never closes it would
 * then swallow what follows, so from the first quoted document on the file is read in both ways, and the one that comes
 * to an end is right.
 */
export class SubmissionScanner {
  #window: Window = { bytes: Buffer.alloc(0), base: 0 }
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  #total = 0
  /** Everything before this index of the window has been looked at. */
  #scanned = 0
  #beginning: Beginning | null = null
  #header: Buffer | null = null
  #readings: Reading[] = []

  /** `whole` says that nothing else will come: the bytes are then looked at once, where they are. */
  push(chunk: Uint8Array, whole = false): void {
    this.#total += chunk.length
    if (this.#total > MAX_SUBMISSION_BYTES) {
      throw new SubmissionError(
        'too_large',
        `${this.#total} bytes and more, at most ${MAX_SUBMISSION_BYTES} are read`,
      )
    }
    this.#pending.push(chunk)
    this.#pendingBytes += chunk.length
    if (this.#pendingBytes >= BATCH_BYTES && !whole) this.#advance(false)
  }

  end(): ScannedSubmission {
    this.#advance(true)
    const { accession_number } = this.#beginning as Beginning
    const reading = this.#readings.find(({ complete }) => complete)
    if (reading === undefined) {
      if (this.#readings.length > 0) throw new SubmissionError('truncated', 'a document does not end')
      return { header: this.#header as Buffer, accession_number, documents: [], warnings: [] }
    }
    if (!reading.nested) reading.warnings.add('A text opens a document that it does not close.')
    const { documents, warnings } = reading
    return { header: this.#header as Buffer, accession_number, documents, warnings: [...warnings] }
  }

  #advance(last: boolean): void {
    this.#take()
    const { bytes } = this.#window
    if (this.#beginning === null) {
      if (!last && bytes.length < SIGHT_BYTES) return
      this.#beginning = findBeginning(bytes)
      this.#scanned = this.#beginning.at
    }
    const end = last ? findEnd(bytes, this.#beginning.signed) : Number.POSITIVE_INFINITY
    const sight = last ? bytes.length : bytes.length - SIGHT_BYTES
    if (this.#header === null && !this.#findHeader(end, sight)) return
    this.#readDocuments(end, sight)
    this.#leave()
  }

  /** Brings what was pushed into the window. A single chunk, such as a file held in memory, is not copied. */
  #take(): void {
    const parts = this.#window.bytes.length > 0 ? [this.#window.bytes, ...this.#pending] : this.#pending
    const [only] = parts
    this.#window.bytes =
      parts.length === 1 && only
        ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
        : Buffer.concat(parts)
    this.#pending = []
    this.#pendingBytes = 0
  }

  /** Looks for the first document; what stands before it is the header. Returns false while neither is known. */
  #findHeader(end: number, sight: number): boolean {
    const { bytes } = this.#window
    const start = (this.#beginning as Beginning).at
    let first = -1
    for (let at = this.#scanned; at < Math.min(end, sight); at++) {
      at = bytes.indexOf('<DOCUMENT>', at)
      if (at < 0 || at >= Math.min(end, sight)) break
      if (startsLine(bytes, at) && opensDocument(bytes, at)) {
        first = at
        break
      }
    }
    this.#scanned = first >= 0 ? first : Math.max(start, sight)
    const limit = first >= 0 ? first : Math.min(end, bytes.length)
    if (limit - start > MAX_HEADER_BYTES + (first >= 0 ? 0 : SIGHT_BYTES)) {
      throw new SubmissionError('too_large', 'the header does not end')
    }
    if (first < 0 && end === Number.POSITIVE_INFINITY) return false
    this.#header = bytes.subarray(start, headerEnd(bytes, start, limit))
    if (first >= 0) {
      this.#readings = [
        {
          nested: true,
          depth: 0,
          open: OpenDocument.at(this.#window, first),
          resume_at: this.#window.base + first + '<DOCUMENT>'.length,
          documents: [],
          warnings: new Set(),
          complete: false,
        },
      ]
    }
    return true
  }

  #readDocuments(end: number, sight: number): void {
    if (this.#readings.length === 0) return
    const { bytes } = this.#window
    const limit = Math.min(end, sight)
    let at = bytes.indexOf('DOCUMENT>', this.#scanned)
    for (; at >= 0 && at < limit; at = bytes.indexOf('DOCUMENT>', at + 1)) {
      if (isAt(bytes, at - 1, '<')) this.#opening(at - 1)
      else if (isAt(bytes, at - 2, '</') && startsLine(bytes, at - 2)) this.#closing(at - 2, end)
    }
    this.#scanned = Math.max(this.#scanned, Math.min(limit, bytes.length))
  }

  #opening(at: number): void {
    const { bytes, base } = this.#window
    const [nested, flat] = this.#readings as [Reading, Reading?]
    if (base + at < nested.resume_at || !startsLine(bytes, at) || !opensDocument(bytes, at)) return
    if (flat === undefined) {
      this.#readings.push({
        ...nested,
        nested: false,
        open: nested.open.fork(),
        documents: [...nested.documents],
        warnings: new Set(nested.warnings),
      })
    }
    nested.depth++
  }

  #closing(at: number, end: number): void {
    const { bytes, base } = this.#window
    const next = skipSpace(bytes, at + '</DOCUMENT>'.length)
    const isLast = next >= end
    const isFollowed = !isLast && isAt(bytes, next, '<DOCUMENT>') && opensDocument(bytes, next)
    for (const reading of this.#readings) {
      if (base + at < reading.resume_at) continue
      if (reading.depth > 0) {
        reading.depth--
        reading.warnings.add('A text quotes a whole document.')
      } else if (isLast || isFollowed) {
        this.#closeDocument(reading, at)
        reading.complete = isLast
        if (isFollowed) reading.open = OpenDocument.at(this.#window, next)
        reading.resume_at = base + next + 1
      } else {
        reading.warnings.add('A text contains the end tag of a document.')
      }
    }
  }

  #closeDocument(reading: Reading, at: number): void {
    const found = reading.open.close(this.#window, at)
    reading.documents.push(found)
    if (reading.documents.length > MAX_DOCUMENTS) {
      throw new SubmissionError('too_large', `more than ${MAX_DOCUMENTS} documents`)
    }
    if (!found.text_ends) {
      reading.warnings.add('The text of a document does not end before the document does.')
    }
  }

  /** Lets go of what no decision will look back at. */
  #leave(): void {
    const index = this.#scanned - SIGHT_BYTES
    if (index <= 0) return
    for (const { open } of this.#readings) open.leave(this.#window, index)
    this.#window = { bytes: this.#window.bytes.subarray(index), base: this.#window.base + index }
    this.#scanned -= index
  }
}

function headerEnd(bytes: Buffer, start: number, limit: number): number {
  if (isAt(bytes, start, '<SUBMISSION>')) return limit
  for (const closer of ['</SEC-HEADER>', '</IMS-HEADER>']) {
    const at = bytes.subarray(start, limit).indexOf(closer)
    if (at >= 0) return start + at
  }
  return limit
}
