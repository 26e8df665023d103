import type { FilingUnderRead, ReadDocument } from './signal.ts'

/**
 * The document that is the filing itself: the first one filed under the form type, else the first one. (A co-registrant
 * filing or a transition report can carry its main document under a neighbouring type.)
 */
export function mainDocument(filing: FilingUnderRead): ReadDocument | null {
  const ordered = filing.documents.toSorted((a, b) => a.sequence - b.sequence)
  return ordered.find((document) => document.document_type === filing.form_type) ?? ordered[0] ?? null
}
