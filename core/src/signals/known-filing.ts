import { headerText } from '../evidence/header-line.ts'
import type { DocumentFacts } from '../facts/filing-facts.ts'
import { xbrlFactReader } from '../facts/reader.ts'
import type { StatedFact } from '../facts/stated-fact.ts'
import { type StatingFiling, statedFactsOf } from '../facts/stated-fact-reading.ts'
import { mainDocumentOf } from '../filings/main-document.ts'
import type { FilingReading } from '../filings/reading.ts'
import type { FilingUnderRead } from './filing-under-read.ts'

/** What was just read out of a filing and stored, in the shape in which it would be loaded again. */
export type KnownFiling = Pick<FilingUnderRead, 'submission' | 'header_text' | 'documents'> & {
  facts(filing: StatingFiling): StatedFact[]
}

/** Keeps of a reading what rules look at; the bytes of the submission are not kept. */
export function knownFilingOf(bytes: Uint8Array, reading: FilingReading): KnownFiling {
  const { submission } = reading
  const main = mainDocumentOf(submission.documents, submission.header.form_type)
  const documents = reading.documents.map(({ document, document_id, text, sections }) => {
    const { sequence, document_type, document_sha256 } = document
    return { document_id, sequence, document_type, document_sha256, text, sections }
  })
  const stating = documents.map(({ document_id, document_sha256, text }) => ({
    document_id,
    document_sha256,
    text_sha256: text?.text_sha256 ?? null,
  }))
  const found = reading.outcomes.find(({ reader }) => reader.name === xbrlFactReader.name)?.content
  const facts = (found ?? []) as DocumentFacts[]
  return {
    submission,
    header_text: headerText(bytes),
    documents: documents.map((document) =>
      document.sequence === main?.sequence && document.text
        ? { ...document, text: { ...document.text, inline_xbrl: null, warnings: [] } }
        : { ...document, text: null, sections: [] },
    ),
    facts: (filing) => statedFactsOf(filing, facts, stating),
  }
}
