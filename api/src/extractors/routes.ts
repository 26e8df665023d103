import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ClaudeReadStore } from '@sec-latent/core/claude/read-store'
import type { ExtractorBackfillStore } from '@sec-latent/core/processing/backfill-store'
import type { CoverageStore } from '@sec-latent/core/processing/coverage-store'
import { PROCESSING_STATUSES, type ProcessingStatus } from '@sec-latent/core/processing/status'
import { configSha256 } from '@sec-latent/core/signals/fingerprint'
import { extractors } from '@sec-latent/core/signals/index'
import type { Need } from '@sec-latent/core/signals/need'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import { viewOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import {
  Extractor,
  ExtractorBackfill,
  ExtractorList,
  ExtractorParams,
  ExtractorSummary,
  PromptUse,
} from './schema.ts'

export interface ExtractorServices {
  coverageStore: CoverageStore
  backfills: Pick<ExtractorBackfillStore, 'latest'>
  claude: ClaudeReadStore
}

export const extractorRoutes: FastifyPluginAsyncTypebox<ExtractorServices> = async (
  app,
  { coverageStore, backfills, claude },
) => {
  for (const schema of [ExtractorBackfill, PromptUse, Extractor, ExtractorSummary, ExtractorList])
    app.addSchema(schema)

  app.get(
    '/extractors',
    {
      config: access({ scopes: ['signals:read'] }),
      schema: {
        operationId: 'listExtractors',
        summary: 'List the extractors',
        description:
          'Every rule that reads signals out of filings: its version, its settings and what it looks at.',
        tags: ['Signals'],
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: named(ExtractorList) },
      },
    },
    async (request, reply) =>
      wholeList(viewOf(request, reply, undefined), extractors.map(summaryOf), ownRecords(false)),
  )

  app.get(
    '/extractors/:name',
    {
      config: access({ scopes: ['signals:read'], example: { path: { name: 'risk_factor_diff' } } }),
      schema: {
        operationId: 'getExtractor',
        summary: 'Get an extractor',
        description:
          'What the extractor answered for how many filings, how far a new version has come, and for those that ask a language model what that has cost.',
        tags: ['Signals'],
        params: ExtractorParams,
        querystring: Type.Object({}, { additionalProperties: false }),
        response: { 200: named(Extractor) },
      },
    },
    async (request, reply) => {
      const view = viewOf(request, reply, undefined)
      const extractor = extractors.find(({ name }) => name === request.params.name) as (typeof extractors)[0]
      const [[counts], [backfill], prompts] = await Promise.all([
        coverageStore.extractors(view, {}, [extractor.name]),
        backfills.latest(extractor.name),
        extractor.kind === 'llm' ? claude.useOf(extractor.name) : [],
      ])
      return {
        ...summaryOf(extractor),
        object: 'extractor' as const,
        filings: Object.fromEntries(
          PROCESSING_STATUSES.map((status) => [status, counts?.[status] ?? 0]),
        ) as Record<ProcessingStatus, number>,
        backfill: backfill ?? null,
        prompts,
      }
    },
  )
}

function summaryOf(extractor: (typeof extractors)[number]) {
  return {
    object: 'extractor' as const,
    name: extractor.name,
    version: extractor.version,
    kind: extractor.kind,
    signal_types: extractor.signal_types.map(({ signal_type }) => signal_type),
    needs: Object.values(extractor.needs as Record<string, Need<unknown>>).map(({ name, earlier }) => ({
      name,
      earlier_form_types: [...(earlier?.form_types ?? [])],
      days: earlier?.days ?? null,
    })),
    config: extractor.config as Record<string, unknown>,
    config_sha256: configSha256(extractor),
  }
}
