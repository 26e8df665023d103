import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { FundHolding, FundReport, ProxyVote } from './fund-report.ts'

/** The filing a row stands in. */
interface Filed {
  document_id: string
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  period_of_report: string | null
  cik: string
}

export type PublishedFundReport = FundReport & Filed
export type PublishedFundHolding = FundHolding & Filed & { series_id: string | null }
export type PublishedProxyVote = ProxyVote & Filed

export interface FundFilter {
  cik?: string[]
  series_id?: string[]
  form_type?: string[]
  accession_number?: string[]
  accepted_at?: Range
}

export interface FundPage {
  limit: number
  order: 'asc' | 'desc'
  after?: { accepted_at: string; document_id: string; position: number }
}

export function fundReportReadStore(sql: Queryable) {
  /** Order and continuation of a list of rows under the alias `r`; reports have no position of their own. */
  function paging({ limit, order, after }: FundPage, position: 'r.position' | null) {
    const direction = order === 'desc' ? sql`desc` : sql`asc`
    const beyond = order === 'desc' ? sql`<` : sql`>`
    const place = position === null ? sql`0::integer` : sql(position)
    return sql`
      ${
        after
          ? sql`and (f.accepted_at, r.document_id, ${place}) ${beyond}
              (${after.accepted_at}::timestamptz, ${after.document_id}, ${after.position}::integer)`
          : sql``
      }
      order by f.accepted_at ${direction}, r.document_id ${direction}, ${place} ${direction} limit ${limit}`
  }

  function shared(view: View, filter: FundFilter) {
    return sql`${visibleFiling(sql, view, 'f')} ${anyOf(sql, 'r.cik', filter.cik)}
      ${anyOf(sql, 'f.form_type', filter.form_type)} ${anyOf(sql, 'r.accession_number', filter.accession_number)}
      ${within(sql, 'f.accepted_at', filter.accepted_at)}`
  }

  const filed = sql`r.document_id, r.accession_number, r.cik, f.form_type, f.filing_date, f.accepted_at`

  return {
    async listReports(
      view: View,
      filter: FundFilter & { report_type?: string[]; period_of_report?: Range },
      page: FundPage,
    ): Promise<PublishedFundReport[]> {
      const rows = await sql<(Filed & { report: FundReport })[]>`
        select ${filed}, r.period_of_report, r.report
        from fund_reports r join filings f using (accession_number)
        where ${shared(view, filter)} ${anyOf(sql, 'r.report_type', filter.report_type)}
          ${filter.series_id ? sql`and r.series_ids && ${sql.array(filter.series_id)}` : sql``}
          ${within(sql, 'r.period_of_report', filter.period_of_report)}
          ${paging(page, null)}`
      return rows.map(({ report, ...filing }) => ({ ...report, ...filing }))
    },

    async listHoldings(
      view: View,
      filter: FundFilter & { cusip?: string[]; isin?: string[] },
      page: FundPage,
    ): Promise<PublishedFundHolding[]> {
      const rows = await sql<(Filed & { series_id: string | null; holding: FundHolding })[]>`
        select ${filed}, r.series_id, r.holding,
          (select period_of_report from fund_reports p where p.document_id = r.document_id) as period_of_report
        from fund_holdings r join filings f using (accession_number)
        where ${shared(view, filter)} ${anyOf(sql, 'r.series_id', filter.series_id)}
          ${anyOf(sql, 'r.cusip', filter.cusip)} ${anyOf(sql, 'r.isin', filter.isin)}
          ${paging(page, 'r.position')}`
      return rows.map(({ holding, ...filing }) => ({ ...holding, ...filing }))
    },

    async listVotes(
      view: View,
      filter: FundFilter & { cusip?: string[]; isin?: string[]; meeting_date?: Range },
      page: FundPage,
    ): Promise<PublishedProxyVote[]> {
      const rows = await sql<(Filed & { vote: ProxyVote })[]>`
        select ${filed}, f.period_of_report, r.vote
        from proxy_votes r join filings f using (accession_number)
        where ${shared(view, filter)}
          ${filter.series_id ? sql`and r.vote ->> 'series_id' in ${sql(filter.series_id)}` : sql``}
          ${anyOf(sql, 'r.cusip', filter.cusip)} ${anyOf(sql, 'r.isin', filter.isin)}
          ${within(sql, 'r.meeting_date', filter.meeting_date)}
          ${paging(page, 'r.position')}`
      return rows.map(({ vote, ...filing }) => ({ ...vote, ...filing }))
    },
  }
}
export type FundReportReadStore = ReturnType<typeof fundReportReadStore>
