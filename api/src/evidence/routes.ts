import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { documentText } from '../documents/bytes.ts'
import { viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { EvidenceVerification, VerifyBody } from './schema.ts'
import { verifyQuote } from './verify-quote.ts'

export interface EvidenceServices {
  documents: DocumentReadStore
  objects: ObjectStore
}

/** A quote out of the annual report of one of the fictional companies. */
const RISK_FACTOR_HEADING = {
  text_sha256: 'a33e401e356469d0a9b55b89015cfa2a3695a859beb971727091001d3dc8182e',
  start: 8113,
  end: 8134,
  quote: 'Item 1A. Risk Factors',
}

export const evidenceRoutes: FastifyPluginAsyncTypebox<EvidenceServices> = async (
  app,
  { documents, objects },
) => {
  app.addSchema(EvidenceVerification)

  app.post(
    '/evidence/verify',
    {
      config: access({
        scopes: ['evidence:verify'],
        problems: ['text_not_found', 'object_unavailable'],
        example: { body: RISK_FACTOR_HEADING },
      }),
      schema: {
        operationId: 'verifyEvidence',
        summary: 'Verify a quote',
        description:
          'Slices the stored text anew and compares it with the quote. A quote that stands elsewhere in the text is a mismatch, and the answer says where it stands.',
        tags: ['Signals'],
        body: VerifyBody,
        response: { 200: named(EvidenceVerification) },
      },
    },
    async (request, reply) => {
      const { body } = request
      const view = viewOf(request, reply, undefined)
      const document = await documents.findByText(view, body.text_sha256)
      if (!document) {
        throw new ProblemError('text_not_found', {
          detail: `No visible document has the text ${body.text_sha256}.`,
        })
      }
      const unit = body.unit ?? 'code_point'
      const verdict = verifyQuote(await documentText(objects, document), { ...body, unit })
      return {
        object: 'evidence_verification' as const,
        document_id: document.document_id,
        text_sha256: body.text_sha256,
        start: body.start,
        end: body.end,
        unit,
        ...verdict,
      }
    },
  )
}
