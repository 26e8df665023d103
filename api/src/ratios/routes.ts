import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import { RATIOS_VERSION, ratiosOf } from '@sec-latent/core/ratios/ratios'
import type { StatementReadStore } from '@sec-latent/core/statements/read-store'
import { statementReader } from '@sec-latent/core/statements/reader'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { findEntity } from '../entities/find.ts'
import { accessionOf } from '../filings/find.ts'
import { pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { StatementParams } from '../statements/schema.ts'
import { DURATIONS, PeriodRatios, Ratio, RatioQuery, RatioReport, RatioReportList } from './schema.ts'

export interface RatioServices {
  statements: StatementReadStore
  entities: EntityReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

export const ratioRoutes: FastifyPluginAsyncTypebox<RatioServices> = async (app, services) => {
  const { statements, entities, coverage, cursors } = services
  for (const schema of [Ratio, PeriodRatios, RatioReport, RatioReportList]) app.addSchema(schema)

  app.get(
    '/entities/:cik/ratios',
    {
      config: access({
        scopes: ['facts:read'],
        problems: ['entity_not_found'],
        example: { path: { cik: '0009990001' }, query: { ratio: ['current_ratio', 'net_margin'], limit: 2 } },
      }),
      schema: {
        operationId: 'listRatios',
        summary: 'List financial ratios',
        description:
          'Ratios of each report of a company and each of its periods, with formula and input facts. A ratio that cannot be computed says why.',
        tags: ['Numbers'],
        params: StatementParams,
        querystring: RatioQuery,
        response: { 200: named(RatioReportList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const { cik } = await findEntity(entities, page.view, request.params.cik)
      const filter = {
        cik,
        accession_number: query.accession_number?.map(accessionOf),
        document_fiscal_year: query.document_fiscal_year,
        document_fiscal_period: query.document_fiscal_period,
        period_type: query.period_type ?? [...DURATIONS],
      }
      const [accepted_at, accession_number] = (page.after ?? []) as [string?, string?]
      const reports = await statements.reports(page.view, filter, {
        limit: page.limit,
        order: query.sort === 'accepted_at' ? 'asc' : 'desc',
        after: accepted_at && accession_number ? { accepted_at, accession_number } : undefined,
      })
      const rows = reports.map((report) => ratioReport(report, filter.period_type, query.ratio))
      return {
        ...page.finish(rows, (row) => [row.accepted_at, row.accession_number]),
        coverage: await coverage(page.view, {
          scope: { cik: [cik], accession_number: filter.accession_number },
          empty: rows.length === 0,
          extractors: [statementReader.name],
        }),
      }
    },
  )
}

function ratioReport(
  { filing, statements }: Awaited<ReturnType<StatementReadStore['reports']>>[number],
  periodTypes: string[],
  wanted: string[] | undefined,
) {
  const { accession_number, form_type, filing_date, accepted_at, cik, currency } = filing
  const { document_type, document_fiscal_year, document_fiscal_period, document_period_end } = filing
  const periods = ratiosOf(statements)
    .filter(({ period_type }) => periodTypes.includes(period_type))
    .map(({ ratios, ...period }) => ({
      ...period,
      ratios: wanted ? ratios.filter(({ ratio }) => wanted.includes(ratio)) : ratios,
    }))
  return {
    object: 'ratio_report' as const,
    ...{ accession_number, form_type, filing_date, accepted_at, cik, currency },
    ...{ document_type, document_fiscal_year, document_fiscal_period, document_period_end },
    ratios_version: RATIOS_VERSION,
    resolver_version: statements[0]?.resolver_version ?? '',
    periods,
  }
}
