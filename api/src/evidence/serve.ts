import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { Evidence, TextSpan } from '@sec-latent/core/evidence/evidence'
import { textFragmentUrl } from '@sec-latent/core/evidence/text-fragment'
import { type EvidenceVerdict, verifyEvidence } from '@sec-latent/core/evidence/verify'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { NeedSources } from '@sec-latent/core/signals/need'
import type { SignalReadStore, StoredEvidence } from '@sec-latent/core/signals/read-store'
import { documentUrl } from '../documents/links.ts'
import { rereadSources } from './sources.ts'

type Verification = {
  status: 'verified_when_stored' | 'verified' | 'mismatch' | 'unavailable'
  fault: string | null
}
const STORED: Verification = { status: 'verified_when_stored', fault: null }

/** Makes served evidence out of stored evidence: adds links, and on request slices it again. */
export function evidenceServer(services: {
  documents: DocumentReadStore
  signals: SignalReadStore
  filings: FilingReadStore
  needs: NeedSources
}) {
  const { documents, signals } = services
  const reread = rereadSources(services.needs, services.filings)

  async function contextOf(view: View, evidence: { accession_number: string; evidence: StoredEvidence[] }[]) {
    const pieces = evidence.flatMap((signal) => signal.evidence.map((piece) => piece.body))
    const ids = [...new Set(pieces.flatMap(documentIdsOf))]
    const filings = pieces.some((piece) => piece.kind === 'header_field')
      ? [...new Set(evidence.map((signal) => signal.accession_number))]
      : []
    const [found, submissions] = await Promise.all([documents.byIds(ids), signals.submissions(view, filings)])
    return {
      documents: new Map(found.map((document) => [document.document_id, document])),
      submissionUrls: new Map(submissions.map((one) => [one.submission_sha256, one.source_url])),
    }
  }

  return {
    /** Checks a piece of evidence that anybody sent in against what the view shows. */
    async check(view: View, evidence: Evidence): Promise<EvidenceVerdict> {
      return await verifyEvidence(evidence, reread.visible(view))
    },

    /** Evidence of signals for an answer, in the order of the signals. Without `check` nothing is read from the store. */
    async serve(
      view: View,
      holders: { accession_number: string; evidence: StoredEvidence[] }[],
      options: { check: boolean },
    ): Promise<Record<string, unknown>[][]> {
      const context = await contextOf(view, holders)
      const sources = reread.stored(view)
      const verdict = async (body: Evidence): Promise<Verification> => {
        if (!options.check) return STORED
        const fault = await verifyEvidence(body, sources).catch(() => 'source_unavailable' as const)
        if (fault === 'verified') return { status: 'verified', fault: null }
        return { status: fault === 'source_unavailable' ? 'unavailable' : 'mismatch', fault }
      }
      return await Promise.all(
        holders.map((holder) =>
          Promise.all(
            holder.evidence.map(async ({ id, body }) => ({
              object: 'evidence',
              id,
              verification: await verdict(body),
              ...withLinks(body),
            })),
          ),
        ),
      )

      function withLinks(body: Evidence): Record<string, unknown> {
        switch (body.kind) {
          case 'text_span':
            return { ...body, ...linksOf(body) }
          case 'pair':
            return {
              kind: body.kind,
              left: body.left && { ...body.left, ...linksOf(body.left) },
              right: body.right && { ...body.right, ...linksOf(body.right) },
            }
          case 'header_field': {
            const url = context.submissionUrls.get(body.submission_sha256)
            return { ...body, source_url: view.dataset === 'live' ? (url ?? null) : null }
          }
          case 'xml_path':
            return { ...body, source_url: urlOf(body.document_id) }
          case 'xbrl_fact':
            return {
              ...body,
              span: body.span && { ...body.span, ...linksOf(body.span) },
              source_url: urlOf(body.document_id),
            }
        }
      }

      function linksOf(span: TextSpan) {
        const url = urlOf(span.document_id)
        return { source_url: url, text_fragment_url: url && textFragmentUrl(url, span.quote) }
      }

      function urlOf(documentId: string): string | null {
        const document = context.documents.get(documentId)
        return document ? documentUrl(document, view.dataset) : null
      }
    },
  }
}
export type EvidenceServer = ReturnType<typeof evidenceServer>

function documentIdsOf(body: Evidence): string[] {
  switch (body.kind) {
    case 'text_span':
    case 'xml_path':
    case 'xbrl_fact':
      return [body.document_id]
    case 'pair':
      return [body.left, body.right].flatMap((span) => (span ? [span.document_id] : []))
    case 'header_field':
      return []
  }
}
