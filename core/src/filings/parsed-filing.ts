import { offsetMap } from '../documents/offsets.ts'
import type { DocumentBlocks, DocumentRecord } from '../documents/store.ts'
import type { Outcome } from '../readers/reader.ts'
import type { SectionRecord } from '../sections/store.ts'
import type { Amendment, SubmissionHeader } from './filing.ts'
import { type DocumentReading, type FilingReading, readFiling } from './reading.ts'

/** A document with the objects its record will point at. */
export interface ParsedDocument {
  record: Omit<DocumentRecord, 'text_sha256' | 'blocks_sha256'>
  /** The canonical text in UTF-8 and the JSON of its blocks; null where there is no text. */
  text: Uint8Array | null
  blocks: Uint8Array | null
}

export interface ParsedOutcome extends Omit<Outcome, 'reader' | 'detail'> {
  /** Name of the reader. */
  reader: string
  version: string
}

/**
 * What was read out of a filing, as it is stored: no code and no view into the submission, so that it can cross from one
 * thread to another.
 */
export interface ParsedFiling {
  header: SubmissionHeader
  amendment: Amendment | null
  documents: ParsedDocument[]
  sections: SectionRecord[]
  outcomes: ParsedOutcome[]
  warnings: string[]
}

/** Reads a filing for the stores. Pure and repeatable; throws a SubmissionError like `readFiling`. */
export function parseFilingBytes(bytes: Uint8Array, filedOn: string): ParsedFiling {
  return parsedFilingOf(readFiling(bytes, filedOn))
}

/** A reading as it is stored. */
export function parsedFilingOf(reading: FilingReading): ParsedFiling {
  const { submission, documents, outcomes, amendment, warnings } = reading
  const { header } = submission
  return {
    header,
    amendment,
    documents: documents.map((one) => parsedDocument(header.accession_number, one)),
    sections: documents.flatMap(sectionRecords),
    outcomes: outcomes.map(({ reader, status, reason, content }) => ({
      reader: reader.name,
      version: reader.version,
      status,
      reason,
      content,
    })),
    warnings,
  }
}

function parsedDocument(accession_number: string, reading: DocumentReading): ParsedDocument {
  const { document, document_id, text_status, text } = reading
  const { sequence, document_type, file_name, description, byte_start, byte_end, document_sha256 } = document
  return {
    record: {
      document_id,
      accession_number,
      sequence,
      document_type,
      file_name,
      description,
      byte_start,
      byte_end,
      document_sha256,
      text_status,
      text_length: text?.length ?? null,
      text_byte_length: text?.byte_length ?? null,
      normaliser_version: text?.normaliser_version ?? null,
    },
    text: text && utf8.encode(text.text),
    blocks: text && utf8.encode(JSON.stringify(blocksOf(reading))),
  }
}

/** Gives every text memory of its own, which can be handed over whole. */
const utf8 = new TextEncoder()

function blocksOf({ text, sections }: DocumentReading): DocumentBlocks {
  return {
    blocks: text?.blocks ?? [],
    tables: text?.tables ?? [],
    hidden: text?.hidden ?? [],
    sections,
  }
}

function sectionRecords(reading: DocumentReading): SectionRecord[] {
  if (!reading.text || reading.sections.length === 0) return []
  const offsets = offsetMap(reading.text.text)
  return reading.sections.map((section, index) => ({
    ...section,
    section_id: `${reading.document_id}:${section.section_key}`,
    document_id: reading.document_id,
    position: index + 1,
    start: offsets.codePointOf(section.start),
    end: offsets.codePointOf(section.end),
    byte_start: offsets.byteOf(section.start),
    byte_end: offsets.byteOf(section.end),
  }))
}
