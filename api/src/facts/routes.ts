import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { FactReadStore, PublishedFact } from '@sec-latent/core/facts/read-store'
import type { FilingReadStore } from '@sec-latent/core/filings/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf, findFiling } from '../filings/find.ts'
import { FilingParams } from '../filings/schema.ts'
import { companyScope } from '../filings/scope.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import { Fact, FactDimension, FactList, FactQuery, FilingFactQuery, FrameQuery } from './schema.ts'

export interface FactServices {
  facts: FactReadStore
  filings: FilingReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

const EXTRACTORS = ['xbrl_facts']

export const factRoutes: FastifyPluginAsyncTypebox<FactServices> = async (app, services) => {
  const { facts, filings, entities, coverage, cursors } = services
  for (const schema of [FactDimension, Fact, FactList]) app.addSchema(schema)

  app.get(
    '/filings/:accession_number/facts',
    {
      config: access({
        scopes: ['facts:read'],
        problems: ['filing_not_found', 'filing_not_published'],
        example: {
          path: { accession_number: '0009990001-25-000003' },
          query: { tag: 'Revenues,NetIncomeLoss', dimensions: 'none', limit: 2 },
        },
      }),
      schema: {
        operationId: 'listFilingFacts',
        summary: 'List the facts of a filing',
        description:
          'Every XBRL fact of the filing in the order of its documents: numbers, texts, hidden and dimensional facts, each with its place in the canonical text.',
        tags: ['Numbers'],
        params: FilingParams,
        querystring: FilingFactQuery,
        response: { 200: named(FactList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filing = await findFiling(filings, page.view, accessionOf(request.params.accession_number))
      const [sequence, position] = (page.after ?? []) as number[]
      const after = sequence !== undefined && position !== undefined ? { sequence, position } : undefined
      const rows = await facts.ofFiling(filing.accession_number, query, { limit: page.limit, after })
      const envelope = page.finish(rows, (row) => [row.sequence, row.position])
      return {
        ...envelope,
        data: envelope.data.map(({ sequence: _, ...row }) => served(row)),
        coverage: await coverage(page.view, {
          scope: { accession_number: [filing.accession_number] },
          empty: rows.length === 0,
          extractors: EXTRACTORS,
        }),
      }
    },
  )

  app.get(
    '/facts',
    {
      config: access({
        scopes: ['facts:read'],
        problems: ['missing_parameter'],
        example: { query: { ticker: 'TWTI', tag: 'NetIncomeLoss', frame: 'CY2024', limit: 2 } },
      }),
      schema: {
        operationId: 'listFacts',
        summary: 'List facts',
        description:
          'Facts of companies or filings, every vintage of each: a value that a later filing repeats or restates is a fact of both, and each row names its filing. One of `cik`, `ticker` and `accession_number` is needed.',
        tags: ['Numbers'],
        querystring: FactQuery,
        response: { 200: named(FactList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      if (!query.cik && !query.ticker && !query.accession_number) {
        throw ProblemError.parameter('cik', 'One of cik, ticker and accession_number is needed.', {
          code: 'missing_parameter',
        })
      }
      const page = pageOf(request, reply, query, cursors)
      const { cik, form_type } = await companyScope(query, page.view.dataset, entities)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id, position] = (page.after ?? []) as [string?, string?, number?]
      const after =
        accepted_at && document_id && position !== undefined
          ? { accepted_at, document_id, position }
          : undefined
      const { taxonomy, tag, unit, frame, dimensions } = query
      const rows =
        cik?.length === 0
          ? []
          : await facts.list(
              page.view,
              {
                ...{ cik, form_type, accession_number, taxonomy, tag, unit, frame, dimensions },
                period_start: rangeOf(query, 'period_start'),
                period_end: rangeOf(query, 'period_end'),
                instant: rangeOf(query, 'instant'),
                accepted_at: rangeOf(query, 'accepted_at'),
              },
              { limit: page.limit, order: query.sort === 'accepted_at' ? 'asc' : 'desc', after },
            )
      return {
        ...page.finish(rows.map(served), (row) => [row.accepted_at, row.document_id, row.position]),
        coverage: await coverage(page.view, {
          scope: { cik, form_type, accession_number },
          empty: rows.length === 0,
          extractors: EXTRACTORS,
        }),
      }
    },
  )

  app.get(
    '/frames',
    {
      config: access({
        scopes: ['facts:read'],
        example: { query: { tag: 'NetIncomeLoss', period: 'CY2024', limit: 2 } },
      }),
      schema: {
        operationId: 'listFrames',
        summary: 'Compare one number across companies',
        description:
          'One fact per entity for a tag, a unit and a calendar frame: the one filed last as of `as_of`, about the whole entity. Each row names its filing.',
        tags: ['Numbers'],
        querystring: FrameQuery,
        response: { 200: named(FactList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { taxonomy = 'us-gaap', tag, unit = 'USD', period } = query
      const [after] = (page.after ?? []) as [string?]
      const rows = await facts.frame(
        page.view,
        { taxonomy, tag, unit, frame: period },
        { limit: page.limit, after },
      )
      return {
        ...page.finish(rows.map(served), (row) => [row.cik]),
        coverage: await coverage(page.view, { scope: {}, empty: rows.length === 0, extractors: EXTRACTORS }),
      }
    },
  )
}

function served<F extends PublishedFact>(fact: F) {
  return { object: 'fact' as const, ...fact }
}
