import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { Holding, HoldingsReport } from './holding.ts'

/** A row of an information table together with the filing it stands in. */
export interface PublishedHolding extends Holding {
  document_id: string
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  period_of_report: string | null
  manager_cik: string
  manager_name: string | null
  amendment_type: HoldingsReport['amendment_type']
}

export interface HoldingFilter {
  manager_cik?: string[]
  cusip?: string[]
  /** Beginning of the issuer's name, in any case. */
  issuer_name?: string
  form_type?: string[]
  accession_number?: string[]
  put_call?: string[]
  period_of_report?: string[]
  period_of_report_range?: Range
  accepted_at?: Range
  /** `net`: only rows that stand after every amendment visible in the view. */
  net: boolean
}

/** Cover and summary page of a report together with the filing. */
export interface PublishedHoldingsReport extends HoldingsReport {
  accession_number: string
  filing_date: string
  accepted_at: string
  manager_cik: string
  /** Whether the report counts after every amendment visible in the view. */
  is_in_force: boolean
}

export type HoldingsReportFilter = Pick<
  HoldingFilter,
  | 'manager_cik'
  | 'form_type'
  | 'accession_number'
  | 'period_of_report'
  | 'period_of_report_range'
  | 'accepted_at'
> & { report_type?: string[] }

/** A report as the comparison of two quarters needs it. */
export interface ReportInForce {
  accession_number: string
  form_type: string
  accepted_at: string
  report_type: HoldingsReport['report_type']
  amendment_type: HoldingsReport['amendment_type']
  confidential_omitted: boolean | null
}

/** One security of one manager at the end of two quarters. Sums over the rows of the reports in force. */
export interface HoldingChange {
  cusip: string | null
  issuer_name: string
  title_of_class: string | null
  put_call: Holding['put_call']
  shares_type: Holding['shares_type']
  change: 'new' | 'closed' | 'increased' | 'decreased' | 'unchanged' | 'unknown'
  shares_before: number | null
  shares_after: number | null
  value_before: number | null
  value_after: number | null
}

export function holdingReadStore(sql: Queryable) {
  /**
   * True for a report that counts once every amendment visible in the view has had its effect: an original or a restatement
   * counts until a later original or restatement of the same quarter, new holdings count beside the report they add to. An
   * amendment that does not say which it is counts for nothing.
   */
  function inForce(view: View, alias: string) {
    const report = sql(alias)
    return sql`(not ${report}.is_amendment or ${report}.amendment_type is not null)
      and not exists (
        select from holdings_reports later join filings later_filing using (accession_number)
        where later.manager_cik = ${report}.manager_cik and later.period_of_report = ${report}.period_of_report
          and later.report_type is distinct from 'notice'
          and (not later.is_amendment or later.amendment_type = 'restatement')
          and ${visibleFiling(sql, view, 'later_filing')}
          and (later_filing.accepted_at, later.accession_number) > (f.accepted_at, ${report}.accession_number))`
  }

  return {
    /** Rows in the order of acceptance, and within a document as filed. */
    async list(
      view: View,
      filter: HoldingFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; document_id: string; position: number }
      },
    ): Promise<PublishedHolding[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      return await sql<PublishedHolding[]>`
        select h.*, f.form_type, f.filing_date, f.accepted_at, r.period_of_report, r.amendment_type,
          r.report ->> 'manager_name' as manager_name
        from holdings h join filings f using (accession_number) join holdings_reports r using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 'h.manager_cik', filter.manager_cik)} ${anyOf(sql, 'h.cusip', filter.cusip)}
          ${filter.issuer_name === undefined ? sql`` : sql`and lower(h.issuer_name) like ${prefix(filter.issuer_name)}`}
          ${anyOf(sql, 'f.form_type', filter.form_type)} ${anyOf(sql, 'h.accession_number', filter.accession_number)}
          ${anyOf(sql, 'h.put_call', filter.put_call)}
          ${anyOf(sql, 'r.period_of_report', filter.period_of_report)}
          ${within(sql, 'r.period_of_report', filter.period_of_report_range)}
          ${within(sql, 'f.accepted_at', filter.accepted_at)}
          ${filter.net ? sql`and ${inForce(view, 'r')}` : sql``}
          ${
            after
              ? sql`and (f.accepted_at, h.document_id, h.position) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id}, ${after.position})`
              : sql``
          }
        order by f.accepted_at ${direction}, h.document_id ${direction}, h.position ${direction}
        limit ${page.limit}`
    },

    /** Covers in the order of acceptance. */
    async listReports(
      view: View,
      filter: HoldingsReportFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; accession_number: string }
      },
    ): Promise<PublishedHoldingsReport[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<(PublishedHoldingsReport & { report: HoldingsReport })[]>`
        select r.accession_number, r.manager_cik, r.report, r.period_of_report, f.form_type, f.filing_date, f.accepted_at,
          (${inForce(view, 'r')}) as is_in_force
        from holdings_reports r join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 'r.manager_cik', filter.manager_cik)} ${anyOf(sql, 'f.form_type', filter.form_type)}
          ${anyOf(sql, 'r.accession_number', filter.accession_number)} ${anyOf(sql, 'r.report_type', filter.report_type)}
          ${anyOf(sql, 'r.period_of_report', filter.period_of_report)}
          ${within(sql, 'r.period_of_report', filter.period_of_report_range)}
          ${within(sql, 'f.accepted_at', filter.accepted_at)}
          ${
            after
              ? sql`and (f.accepted_at, r.accession_number) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.accession_number})`
              : sql``
          }
        order by f.accepted_at ${direction}, r.accession_number ${direction}
        limit ${page.limit}`
      return rows.map(({ report, ...filing }) => ({ ...report, ...filing }))
    },

    /** The quarters a manager reported on, latest first. */
    async quarters(view: View, managerCik: string): Promise<string[]> {
      const rows = await sql<{ period_of_report: string }[]>`
        select distinct r.period_of_report from holdings_reports r join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')} and r.manager_cik = ${managerCik} and r.period_of_report is not null
        order by 1 desc`
      return rows.map((row) => row.period_of_report)
    },

    /** The reports of a manager on a quarter that count, earliest first. */
    async reportsInForce(view: View, managerCik: string, period: string): Promise<ReportInForce[]> {
      return await sql<ReportInForce[]>`
        select r.accession_number, f.form_type, f.accepted_at, r.report_type, r.amendment_type,
          (r.report ->> 'confidential_omitted')::boolean as confidential_omitted
        from holdings_reports r join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')} and r.manager_cik = ${managerCik} and r.period_of_report = ${period}
          and ${inForce(view, 'r')}
        order by f.accepted_at, r.accession_number`
    },

    /**
     * What changed between two sets of reports, security by security. A CUSIP names issuer and class; its options and
     * principal amounts are kept apart. Rows without a usable CUSIP are told apart by name and class.
     */
    async changes(
      before: string[],
      after: string[],
      filter: { cusip?: string[]; change?: string[] },
      page: { limit: number; after?: string },
    ): Promise<(HoldingChange & { key: string })[]> {
      const side = (accessions: string[]) => sql`
        select concat_ws(E'\t', case when h.cusip is null or h.cusip like '000000%' then
              upper(h.issuer_name) || E'\t' || coalesce(upper(h.title_of_class), '') else h.cusip end,
            coalesce(h.put_call, ''), coalesce(h.shares_type, '')) as key,
          min(h.cusip) as cusip, min(h.issuer_name) as issuer_name, min(h.title_of_class) as title_of_class,
          min(h.put_call) as put_call, min(h.shares_type) as shares_type,
          case when count(*) = count(h.shares) then sum(h.shares) end as shares,
          case when count(*) = count(h.value) then sum(h.value) end as value
        from holdings h where ${accessions.length === 0 ? sql`false` : sql`h.accession_number in ${sql(accessions)}`}
          ${anyOf(sql, 'h.cusip', filter.cusip)}
        group by 1`
      return await sql<(HoldingChange & { key: string })[]>`
        select * from (
          select key, coalesce(a.cusip, b.cusip) as cusip, coalesce(a.issuer_name, b.issuer_name) as issuer_name,
            coalesce(a.title_of_class, b.title_of_class) as title_of_class,
            coalesce(a.put_call, b.put_call) as put_call, coalesce(a.shares_type, b.shares_type) as shares_type,
            case when b.issuer_name is null then 'new' when a.issuer_name is null then 'closed'
              when a.shares > b.shares then 'increased' when a.shares < b.shares then 'decreased'
              when a.shares = b.shares then 'unchanged' else 'unknown' end as change,
            b.shares as shares_before, a.shares as shares_after, b.value as value_before, a.value as value_after
          from (${side(after)}) a full join (${side(before)}) b using (key)
        ) changes
        where true ${anyOf(sql, 'change', filter.change)} ${page.after === undefined ? sql`` : sql`and key collate "C" > ${page.after}`}
        order by key collate "C" limit ${page.limit}`
    },
  }
}
export type HoldingReadStore = ReturnType<typeof holdingReadStore>

/** A pattern that matches what begins with the text; its own wildcards are taken as they are. */
function prefix(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}
