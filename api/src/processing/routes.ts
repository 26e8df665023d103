import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { CoverageStore } from '@sec-latent/core/processing/coverage-store'
import { explainReason } from '@sec-latent/core/signals/reasons'
import { Type } from 'typebox'
import type { CoverageReader } from '../coverage/coverage.ts'
import { accessionOf } from '../filings/find.ts'
import { FilingParams } from '../filings/schema.ts'
import { viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { Processing, ProcessingList } from './schema.ts'

export interface ProcessingServices {
  filings: FilingReadStore
  coverageStore: CoverageStore
  coverage: CoverageReader
}

export const processingRoutes: FastifyPluginAsyncTypebox<ProcessingServices> = async (app, services) => {
  const { filings, coverageStore, coverage } = services
  app.addSchema(Processing)
  app.addSchema(ProcessingList)

  app.get(
    '/filings/:accession_number/processing',
    {
      config: access({
        scopes: ['filings:read'],
        problems: ['filing_not_found'],
        example: { path: { accession_number: '0009990001-25-000003' } },
      }),
      schema: {
        operationId: 'listProcessing',
        summary: 'List what was done with a filing',
        description:
          'The processing ledger: one row for each extractor, so that nothing found is never confused with not looked. Also answers for filings that are not published yet or could not be read. Always shows the present state.',
        tags: ['Filings'],
        params: FilingParams,
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: named(ProcessingList) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      const accessionNumber = accessionOf(request.params.accession_number)
      const progress = await filings.progress(view.dataset, accessionNumber)
      if (!progress) {
        throw new ProblemError('filing_not_found', { detail: `There is no filing ${accessionNumber}.` })
      }
      const rows = await coverageStore.ledger(accessionNumber)
      return {
        ...wholeList(
          view,
          rows.map((row) => ({
            object: 'processing' as const,
            ...row,
            explanation: (row.reason && explainReason(row.reason)) ?? null,
          })),
          await coverage(view, {
            scope: { accession_number: [accessionNumber] },
            empty: rows.length === 0,
            extractors: 'all',
          }),
        ),
        stage: progress.stage,
        stage_reason: progress.reason,
      }
    },
  )
}
