import { canonicalText } from '../documents/canonical-text.ts'
import { documentKind } from '../documents/document-kind.ts'
import { readSubmission } from '../filings/submission.ts'
import { factRows } from './fact-rows.ts'
import { type DocumentFacts, type FactSource, factsOfDocuments } from './filing-facts.ts'
import type { StatedFact } from './stated-fact.ts'

/** What of a filing its facts carry. */
export type StatingFiling = Pick<StatedFact, 'accession_number' | 'form_type' | 'filing_date' | 'accepted_at'>
/** What of a document its facts carry. */
export type StatingDocument = Pick<StatedFact, 'document_id' | 'document_sha256' | 'text_sha256'>

/** No submission with XBRL comes near; what is larger is not read twice. */
const MAX_XBRL_BYTES = 256 * 1024 * 1024

/**
 * The facts a submission states, read out of its bytes: the same, value for value, as `statedFactStore.ofFiling` gives once
 * the filing is stored. Undefined when its documents with XBRL are too large to be read again.
 *
 * @throws SubmissionError, XmlError or ReaderError as the readers do
 */
export function statedFactsOfSubmission(submission: Uint8Array): StatedFact[] | undefined {
  const { header, documents } = readSubmission(submission)
  const stating: StatingDocument[] = []
  const sources: FactSource[] = []
  let size = 0
  for (const document of documents) {
    const content = submission.subarray(document.byte_start, document.byte_end)
    if (!mayHoldXbrl(content)) continue
    size += content.length
    if (size > MAX_XBRL_BYTES) return undefined
    const document_id = `${header.accession_number}:${document.sequence}`
    const kind = documentKind(document, content)
    const text = kind === 'html' ? canonicalText(content, kind) : null
    sources.push({ document_id, kind, content, text })
    const { document_sha256 } = document
    stating.push({ document_id, document_sha256, text_sha256: text?.text_sha256 ?? null })
  }
  const filing: StatingFiling = {
    accession_number: header.accession_number,
    form_type: header.form_type,
    filing_date: header.filing_date ?? '',
    accepted_at: header.accepted_at ?? '',
  }
  return statedFactsOf(filing, factsOfDocuments(sources), stating)
}

/** Facts that were just read, as rules compute with them. */
export function statedFactsOf(
  filing: StatingFiling,
  read: readonly DocumentFacts[],
  documents: readonly StatingDocument[],
): StatedFact[] {
  return read.flatMap((one) => {
    const document = documents.find(({ document_id }) => document_id === one.document_id)
    if (!document) return []
    return factRows(one).map((row): StatedFact => {
      const value = row.value === null ? null : Number(row.value)
      return {
        accession_number: filing.accession_number,
        form_type: filing.form_type,
        filing_date: filing.filing_date,
        accepted_at: filing.accepted_at,
        document_id: one.document_id,
        document_sha256: document.document_sha256,
        position: row.position,
        concept: `${row.taxonomy}:${row.tag}`,
        is_extension: row.is_extension,
        unit: row.unit,
        value: value !== null && Number.isFinite(value) ? value : null,
        value_text: row.value_text ?? row.value,
        decimals: row.decimals,
        decimals_exact: row.decimals_exact,
        nil: row.nil,
        period_start: row.period_start,
        period_end: row.period_end ?? row.instant,
        dimensions: row.dimensions ?? [],
        context_id: row.context_id,
        hidden: row.hidden,
        flags: row.flags,
        text_sha256: document.text_sha256,
        start: row.start,
        end: row.end,
        byte_start: row.byte_start,
        byte_end: row.byte_end,
      }
    })
  })
}

function mayHoldXbrl(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return bytes.includes('inlineXBRL') || bytes.includes('http://www.xbrl.org/2003/instance')
}
