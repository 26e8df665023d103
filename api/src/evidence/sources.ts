import { factsOfDocument } from '@sec-latent/core/evidence/facts-of-document'
import type { CheckableFact, EvidenceSources } from '@sec-latent/core/evidence/verify'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { NeedSources } from '@sec-latent/core/signals/need'
import { storedSources } from '@sec-latent/core/signals/stored-sources'

/** Facts read out of a document's bytes cost some 50 ms, and a filing's signals point into the same few documents. */
const REMEMBERED_DOCUMENTS = 16

/**
 * Sources for checking evidence again: what is stored, but for facts, which are read out of the document's bytes anew, so that
 * an answer does not rest on the rows it is to confirm.
 */
export function rereadSources(needs: NeedSources, filings: FilingReadStore) {
  const facts = new Map<string, CheckableFact[] | undefined>()

  async function factsOf(view: View, document: { document_id: string; document_sha256: string }) {
    const address = `${document.document_id} ${document.document_sha256}`
    const known = facts.get(address)
    if (known) return known
    const accessionNumber = document.document_id.split(':', 1)[0] as string
    const filing = await filings.find(view, accessionNumber)
    const submission = filing && (await needs.objects.get(filing.submission_sha256))
    const read = submission && factsOfDocument(submission, document)
    if (facts.size >= REMEMBERED_DOCUMENTS) facts.delete(facts.keys().next().value as string)
    if (read) facts.set(address, read)
    return read
  }

  return {
    /** For evidence that belongs to a signal: what a stored signal points at may be read. */
    stored(view: View): EvidenceSources {
      return { ...storedSources(needs), facts: (document) => factsOf(view, document) }
    },

    /** For evidence anybody sends in: only what this view shows may be read. */
    visible(view: View): EvidenceSources {
      const stored = storedSources(needs)
      const isVisible = async (documentId: string) =>
        (await filings.find(view, documentId.split(':', 1)[0] as string)) !== undefined
      return {
        ...stored,
        document: async (documentId) =>
          (await isVisible(documentId)) ? await stored.document?.(documentId) : undefined,
        bytes: async (address) =>
          (await filings.holdsBytes(view, address)) ? await stored.bytes(address) : undefined,
        facts: async (document) =>
          (await isVisible(document.document_id)) ? await factsOf(view, document) : undefined,
      }
    },
  }
}
