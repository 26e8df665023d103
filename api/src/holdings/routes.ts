import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import { quarterBefore } from '@sec-latent/core/holdings/quarter'
import type { HoldingReadStore, ReportInForce } from '@sec-latent/core/holdings/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import type { CoverageReader } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { accessionOf } from '../filings/find.ts'
import { pageOf, rangeOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import {
  HOLDINGS_FORMS,
  Holding,
  HoldingChange,
  HoldingChangeList,
  HoldingChangeQuery,
  HoldingComparison,
  HoldingList,
  HoldingQuery,
  HoldingsReport,
  HoldingsReportList,
  HoldingsReportQuery,
} from './schema.ts'

export interface HoldingServices {
  holdings: HoldingReadStore
  coverage: CoverageReader
  cursors: CursorCodec
}

const SAMPLE_MANAGER = '0009990071'

export const holdingRoutes: FastifyPluginAsyncTypebox<HoldingServices> = async (app, services) => {
  const { holdings, coverage, cursors } = services
  for (const schema of [
    Holding,
    HoldingList,
    HoldingChange,
    HoldingComparison,
    HoldingChangeList,
    HoldingsReport,
    HoldingsReportList,
  ])
    app.addSchema(schema)

  app.get(
    '/holdings',
    {
      config: access({
        scopes: ['ownership:read'],
        example: { query: { cik: SAMPLE_MANAGER, view: 'net', limit: 2 } },
      }),
      schema: {
        operationId: 'listHoldings',
        summary: 'List holdings of institutional managers',
        description:
          'Rows of Form 13F information tables: of one manager, or of everybody who holds a security. Values are in dollars whatever unit was filed, next to the figure as filed.',
        tags: ['Ownership'],
        querystring: HoldingQuery,
        response: { 200: named(HoldingList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const cik = query.cik?.map((one) => parseCik(one) as string)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, document_id, position] = (page.after ?? []) as [string?, string?, number?]
      const after =
        accepted_at && document_id && position !== undefined
          ? { accepted_at, document_id, position }
          : undefined
      const rows = await holdings.list(
        page.view,
        {
          manager_cik: cik,
          cusip: query.cusip?.map((one) => one.toUpperCase()),
          issuer_name: query.issuer_name,
          period_of_report: query.period_of_report,
          period_of_report_range: rangeOf(query, 'period_of_report'),
          form_type: query.form_type,
          accession_number,
          put_call: query.put_call,
          accepted_at: rangeOf(query, 'accepted_at'),
          net: query.view === 'net',
        },
        { limit: page.limit, order: query.sort === 'accepted_at' ? 'asc' : 'desc', after },
      )
      const scope = { cik, form_type: query.form_type ?? [...HOLDINGS_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'holding' as const, ...row })),
          (row) => [row.accepted_at, row.document_id, row.position],
        ),
        coverage: await coverage(page.view, { scope, empty: rows.length === 0, extractors: ['holdings'] }),
      }
    },
  )

  app.get(
    '/holdings/reports',
    {
      config: access({
        scopes: ['ownership:read'],
        example: { query: { cik: SAMPLE_MANAGER, limit: 2 } },
      }),
      schema: {
        operationId: 'listHoldingsReports',
        summary: 'List reports of institutional managers',
        description:
          'Cover and summary pages of Form 13F, notices included: who reports for whom, what an amendment does, what is left out, and the totals next to what was read.',
        tags: ['Ownership'],
        querystring: HoldingsReportQuery,
        response: { 200: named(HoldingsReportList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const cik = query.cik?.map((one) => parseCik(one) as string)
      const accession_number = query.accession_number?.map(accessionOf)
      const [accepted_at, accession] = (page.after ?? []) as [string?, string?]
      const rows = await holdings.listReports(
        page.view,
        {
          manager_cik: cik,
          report_type: query.report_type,
          form_type: query.form_type,
          accession_number,
          period_of_report: query.period_of_report,
          period_of_report_range: rangeOf(query, 'period_of_report'),
          accepted_at: rangeOf(query, 'accepted_at'),
        },
        {
          limit: page.limit,
          order: query.sort === 'accepted_at' ? 'asc' : 'desc',
          after: accepted_at && accession ? { accepted_at, accession_number: accession } : undefined,
        },
      )
      const scope = { cik, form_type: query.form_type ?? [...HOLDINGS_FORMS], accession_number }
      return {
        ...page.finish(
          rows.map((row) => ({ object: 'holdings_report' as const, ...row })),
          (row) => [row.accepted_at, row.accession_number],
        ),
        coverage: await coverage(page.view, {
          scope,
          empty: rows.length === 0,
          extractors: ['holdings_report'],
        }),
      }
    },
  )

  app.get(
    '/holdings/changes',
    {
      config: access({
        scopes: ['ownership:read'],
        cost: 2,
        example: { query: { cik: SAMPLE_MANAGER, limit: 3 } },
      }),
      schema: {
        operationId: 'listHoldingChanges',
        summary: 'List what a manager bought and sold in a quarter',
        description:
          'Compares the holdings of a manager at the end of a quarter with those of the quarter before, after amendments. Nothing is called new or closed when one of the reports is not known: `comparison` says what was compared.',
        tags: ['Ownership'],
        querystring: HoldingChangeQuery,
        response: { 200: named(HoldingChangeList) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const page = pageOf(request, reply, query, cursors)
      const manager_cik = parseCik(query.cik) as string
      const comparison = await compare(page.view, manager_cik, query.period_of_report)
      const rows =
        comparison.status === 'ok'
          ? await holdings.changes(
              comparison.reports_before.map((report) => report.accession_number),
              comparison.reports_after.map((report) => report.accession_number),
              { cusip: query.cusip?.map((one) => one.toUpperCase()), change: query.change },
              { limit: page.limit, after: page.after?.[0] as string | undefined },
            )
          : []
      const scope = { cik: [manager_cik], form_type: [...HOLDINGS_FORMS] }
      const { data, ...envelope } = page.finish(rows, (row) => [row.key])
      return {
        ...envelope,
        data: data.map(({ key: _, ...row }) => ({ object: 'holding_change' as const, ...row })),
        comparison,
        coverage: await coverage(page.view, { scope, empty: rows.length === 0, extractors: ['holdings'] }),
      }
    },
  )

  async function compare(view: View, manager_cik: string, period: string | undefined) {
    const period_after = period ?? (await holdings.quarters(view, manager_cik))[0] ?? null
    const period_before = period_after && quarterBefore(period_after)
    const [reports_after, reports_before] = await Promise.all(
      [period_after, period_before].map(async (one) =>
        one === null ? [] : await holdings.reportsInForce(view, manager_cik, one),
      ),
    )
    return {
      status: statusOf(reports_before ?? [], reports_after ?? []),
      manager_cik,
      period_before,
      period_after,
      reports_before: reports_before ?? [],
      reports_after: reports_after ?? [],
    }
  }
}

function statusOf(before: ReportInForce[], after: ReportInForce[]) {
  if (after.length === 0) return 'no_report' as const
  if (before.length === 0) return 'no_prior_report' as const
  const onlyNotices = (reports: ReportInForce[]) => reports.every((report) => report.report_type === 'notice')
  return onlyNotices(before) || onlyNotices(after) ? ('notice' as const) : ('ok' as const)
}
