import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { DocumentReadStore } from '@sec-latent/core/documents/read-store'
import type { EvidenceFault } from '@sec-latent/core/evidence/errors'
import type { Evidence } from '@sec-latent/core/evidence/evidence'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { Value } from 'typebox/value'
import { documentText } from '../documents/bytes.ts'
import { viewOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { CheckBody, CLAIMS, EvidenceCheck, EvidenceVerification, VerifyBody } from './schema.ts'
import type { EvidenceServer } from './serve.ts'
import { verifyQuote } from './verify-quote.ts'

export interface EvidenceServices {
  documents: DocumentReadStore
  objects: ObjectStore
  evidence: EvidenceServer
}

/** A quote out of the annual report of one of the fictional companies. */
const RISK_FACTOR_HEADING = {
  text_sha256: 'a33e401e356469d0a9b55b89015cfa2a3695a859beb971727091001d3dc8182e',
  start: 8113,
  end: 8134,
  quote: 'Item 1A. Risk Factors',
}

/** The same as a signal would carry it. */
const RISK_FACTOR_EVIDENCE = {
  kind: 'text_span',
  document_id: '0009990001-25-000003:1',
  section_id: '0009990001-25-000003:1:10k.item_1a',
  document_sha256: '4cb531f97b29c89f24ff4af7fd51e4e29b2d65e97bc51815c183cefce0535891',
  ...RISK_FACTOR_HEADING,
  unit: 'code_point',
  byte_start: 8145,
  byte_end: 8166,
}

export const evidenceRoutes: FastifyPluginAsyncTypebox<EvidenceServices> = async (
  app,
  { documents, objects, evidence },
) => {
  app.addSchema(EvidenceVerification)
  app.addSchema(EvidenceCheck)

  app.post(
    '/evidence/check',
    {
      config: access({
        idempotent: true,
        scopes: ['evidence:verify'],
        problems: ['invalid_field'],
        cost: 2,
        example: { body: { evidence: RISK_FACTOR_EVIDENCE } },
      }),
      schema: {
        operationId: 'checkEvidence',
        summary: 'Check a piece of evidence',
        description:
          'Checks a piece of evidence of any kind, as a signal carries it: quotes are sliced again by code points and by bytes, header lines and XML elements are looked up in the original bytes, and XBRL facts are read out of the document anew. Every name and hash in it must be that of what it names.',
        tags: ['Signals'],
        body: CheckBody,
        response: { 200: named(EvidenceCheck) },
      },
    },
    async (request, reply) => {
      const { kind, ...claim } = request.body.evidence
      const schema = CLAIMS[kind]
      const [wrong] = Value.Errors(schema, claim)
      if (wrong) {
        const pointer = `/evidence${wrong.instancePath}`
        throw new ProblemError('invalid_field', {
          detail: `${pointer}: ${wrong.message}.`,
          errors: [{ pointer, code: 'invalid_field', detail: wrong.message }],
        })
      }
      const view = viewOf(request, reply, undefined)
      const verdict = await evidence.check(view, { kind, ...claim } as unknown as Evidence)
      const fault = verdict === 'verified' ? null : verdict
      return {
        object: 'evidence_check' as const,
        kind,
        verdict: verdictWord(fault),
        fault,
      }
    },
  )

  app.post(
    '/evidence/verify',
    {
      config: access({
        idempotent: true,
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

function verdictWord(fault: EvidenceFault | null): 'verified' | 'unavailable' | 'mismatch' {
  if (fault === null) return 'verified'
  return fault === 'source_unavailable' ? 'unavailable' : 'mismatch'
}
