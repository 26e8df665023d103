import type { ReadDocument } from '../filing-under-read.ts'
import { loadTexts } from '../load-filing.ts'
import type { Need } from '../need.ts'

/** Documents besides the main one whose type matches, with their texts: press releases, letters of resignation. */
export function exhibitTexts(ask: { name: string; document_types: RegExp }): Need<ReadDocument[]> {
  return {
    name: ask.name,
    load: (filing, sources) =>
      loadTexts(
        filing.accession_number,
        ({ document_type, text_sha256 }) => text_sha256 !== null && ask.document_types.test(document_type),
        sources,
      ),
    identity: (documents) =>
      documents.map(({ document_id, text }) => [document_id, text?.text_sha256 ?? null]),
  }
}
