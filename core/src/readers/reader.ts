import type { Queryable } from '../db.ts'
import type { CanonicalText, TextStatus } from '../documents/document.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { FilingRecord, SubmissionDocument, SubmissionHeader } from '../filings/filing.ts'
import type { Section } from '../sections/section.ts'

/** A document of a filing with everything that was read out of it so far. */
export interface DocumentUnderRead {
  document: SubmissionDocument
  document_id: string
  kind: DocumentKind
  /** The original bytes of the document: a view into the submission, not a copy. */
  content: Uint8Array
  text_status: TextStatus
  text: CanonicalText | null
  /** The sections of the main document; empty for every other one. */
  sections: Section[]
}

/** A filing as a reader sees it. */
export interface FilingUnderRead {
  header: SubmissionHeader
  accession_number: string
  form_type: string
  /** Filing date, `YYYY-MM-DD`. */
  filed_on: string
  documents: readonly DocumentUnderRead[]
  /** The document that is the filing itself. */
  main: DocumentUnderRead | undefined
}

/**
 * Reads one kind of content a filing states: insider transactions, XBRL facts, holdings. What it found, or why not, is a row
 * of the processing ledger under its name. Unlike a signal's extractor it needs no other filing, so it runs with the parse.
 */
export interface Reader<Content = unknown> {
  /** Name in the ledger, such as `insider_transactions`. Permanent. */
  name: string
  version: string
  applies(formType: string): boolean
  /** Pure. Null when the filing has nothing of the kind. Throws a ReaderError when it has and it cannot be read. */
  read(filing: FilingUnderRead): Content | null
  /** Stores what was read. Repeating it changes nothing. */
  store(tx: Queryable, filing: FilingRecord, content: Content): Promise<void>
}

/** Why content could not be read. The reason is a permanent code, the ledger's `failed(reason)`. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError'
  readonly reason: string

  constructor(reason: string, detail: string, options?: ErrorOptions) {
    super(`Not read (${reason}): ${detail}`, options)
    this.reason = reason
  }
}

/** What one reader made of one filing: the ledger row, and the content when there is some. */
export interface Outcome {
  reader: Reader
  status: 'ok_found' | 'ok_none' | 'not_applicable' | 'failed'
  reason: string | null
  content: unknown
  /** For people: what went wrong. */
  detail: string | null
}

/** Runs readers over a filing; one that fails does not stop the others. */
export function runReaders(readers: readonly Reader[], filing: FilingUnderRead): Outcome[] {
  return readers.map((reader) => {
    if (!reader.applies(filing.form_type)) return outcome(reader, 'not_applicable', 'form_type')
    try {
      const content = reader.read(filing)
      return content === null ? outcome(reader, 'ok_none') : { ...outcome(reader, 'ok_found'), content }
    } catch (error) {
      const reason = error instanceof ReaderError ? error.reason : 'reader_error'
      return { ...outcome(reader, 'failed', reason), detail: (error as Error).message }
    }
  })
}

function outcome(reader: Reader, status: Outcome['status'], reason: string | null = null): Outcome {
  return { reader, status, reason, content: null, detail: null }
}
