/**
 * The document that is the filing itself: the first one filed under the form type, else the first one. (A co-registrant
 * filing or a transition report can carry its main document under a neighbouring type.)
 */
export function mainDocumentOf<D extends { sequence: number; document_type: string }>(
  documents: readonly D[],
  formType: string,
): D | undefined {
  const ordered = documents.toSorted((a, b) => a.sequence - b.sequence)
  return ordered.find((document) => document.document_type === formType) ?? ordered[0]
}
