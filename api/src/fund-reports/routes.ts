import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { FundFilter, FundPage, FundReportReadStore } from '@sec-latent/core/fund-reports/read-store'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { type PageRequest, pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import {
  FUND_FORMS,
  FundHolding,
  FundHoldingList,
  FundHoldingQuery,
  FundReport,
  FundReportList,
  FundReportQuery,
  PORTFOLIO_FORMS,
  ProxyVote,
  ProxyVoteList,
  ProxyVoteQuery,
  VOTE_FORMS,
} from './schema.ts'

export interface FundReportServices {
  fundReports: FundReportReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

const SAMPLE_FUND = '0009990081'

export const fundReportRoutes: FastifyPluginAsyncTypebox<FundReportServices> = async (app, services) => {
  const { fundReports, coverage, cursors } = services
  for (const schema of [FundReport, FundReportList, FundHolding, FundHoldingList, ProxyVote, ProxyVoteList])
    app.addSchema(schema)

  app.get(
    '/fund-reports',
    {
      config: access({ scopes: ['ownership:read'], example: { query: { cik: SAMPLE_FUND, limit: 2 } } }),
      schema: {
        operationId: 'listFundReports',
        summary: 'List reports of funds',
        description:
          'What registered funds report: portfolio totals, the yearly census, votes and registration fees.',
        tags: ['Ownership'],
        querystring: FundReportQuery,
        response: { 200: named(FundReportList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filter = { ...filterOf(query), form_type: query.form_type }
      const rows = await fundReports.listReports(
        page.view,
        { ...filter, report_type: query.report_type, period_of_report: rangeOf(query, 'period_of_report') },
        placeOf(page, query),
      )
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'fund_report' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, 0],
        ),
        coverage: await coverage(page.view, {
          scope: scopeOf(filter, query.form_type ?? FUND_FORMS),
          empty: rows.length === 0,
          extractors: ['fund_reports'],
        }),
      }
    },
  )

  app.get(
    '/fund-holdings',
    {
      config: access({ scopes: ['ownership:read'], example: { query: { cik: SAMPLE_FUND, limit: 2 } } }),
      schema: {
        operationId: 'listFundHoldings',
        summary: 'List positions of funds',
        description: 'Positions out of Form N-PORT: of one fund, or of every fund that holds a security.',
        tags: ['Ownership'],
        querystring: FundHoldingQuery,
        response: { 200: named(FundHoldingList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filter = { ...filterOf(query), ...securityOf(query) }
      const rows = await fundReports.listHoldings(page.view, filter, placeOf(page, query))
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'fund_holding' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, row.position],
        ),
        coverage: await coverage(page.view, {
          scope: scopeOf(filter, PORTFOLIO_FORMS),
          empty: rows.length === 0,
          extractors: ['fund_holdings'],
        }),
      }
    },
  )

  app.get(
    '/proxy-votes',
    {
      config: access({ scopes: ['ownership:read'], example: { query: { cik: SAMPLE_FUND, limit: 2 } } }),
      schema: {
        operationId: 'listProxyVotes',
        summary: 'List how funds voted',
        description:
          'Matters out of the vote tables of Form N-PX, with how the shares were voted and what management asked for.',
        tags: ['Ownership'],
        querystring: ProxyVoteQuery,
        response: { 200: named(ProxyVoteList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const filter = {
        ...filterOf(query),
        ...securityOf(query),
        meeting_date: rangeOf(query, 'meeting_date'),
      }
      const rows = await fundReports.listVotes(page.view, filter, placeOf(page, query))
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'proxy_vote' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, row.position],
        ),
        coverage: await coverage(page.view, {
          scope: scopeOf(filter, VOTE_FORMS),
          empty: rows.length === 0,
          extractors: ['proxy_votes'],
        }),
      }
    },
  )
}

interface SharedQuery {
  cik?: string[]
  series_id?: string[]
  accession_number?: string[]
  sort?: string
}

function filterOf(query: SharedQuery): FundFilter {
  return {
    cik: query.cik?.map((cik) => parseCik(cik) as string),
    series_id: query.series_id,
    accession_number: query.accession_number?.map(accessionOf),
    accepted_at: rangeOf(query as Record<string, string>, 'accepted_at'),
  }
}

function securityOf({ cusip, isin }: { cusip?: string[]; isin?: string[] }) {
  return { cusip: cusip?.map((one) => one.toUpperCase()), isin: isin?.map((one) => one.toUpperCase()) }
}

function scopeOf({ cik, accession_number }: FundFilter, forms: readonly string[]) {
  return { cik, accession_number, form_type: [...forms] }
}

function placeOf(page: PageRequest, { sort }: SharedQuery): FundPage {
  const [accepted_at, document_id, position] = (page.after ?? []) as [string?, string?, number?]
  return {
    limit: page.limit,
    order: sort === 'accepted_at' ? 'asc' : 'desc',
    after:
      accepted_at && document_id && position !== undefined
        ? { accepted_at, document_id, position }
        : undefined,
  }
}
