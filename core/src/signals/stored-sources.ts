import type { Sql } from '../db.ts'
import { documentStore } from '../documents/store.ts'
import type { EvidenceSources } from '../evidence/verify.ts'
import { statedFactStore } from '../facts/stated-facts-store.ts'
import type { NeedSources } from './need.ts'

/**
 * Evidence is checked against what is stored, not against what the extractor was given: texts and submissions by hash, a
 * document as the slice of its submission, facts as rows of their document, also those of earlier filings.
 */
export function storedSources({
  sql,
  objects,
  statedFacts,
}: Pick<NeedSources, 'sql' | 'objects' | 'statedFacts'>): EvidenceSources {
  return {
    text: async (textSha256) => (await objects.get(textSha256))?.toString('utf8'),
    async bytes(bytesSha256) {
      const place = await documentStore(sql as Sql).placeOf(bytesSha256)
      if (!place) return await objects.get(bytesSha256)
      return await objects.getRange(place.submission_sha256, place.byte_start, place.byte_end)
    },
    document: (documentId) => documentStore(sql as Sql).claimsOf(documentId),
    facts: async ({ document_id, document_sha256 }) => {
      const own = statedFacts?.filter((fact) => fact.document_id === document_id) ?? []
      const facts = own.length > 0 ? own : await statedFactStore(sql).ofDocument(document_id)
      return facts.some((fact) => fact.document_sha256 !== document_sha256) ? undefined : facts
    },
  }
}
