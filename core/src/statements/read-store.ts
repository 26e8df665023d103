import type { Queryable } from '../db.ts'
import { anyOf, type View, visibleFiling } from '../knowledge-time.ts'
import type { PeriodType } from './document-period.ts'
import type { FiledLine, StatementColumn } from './filed-statement.ts'
import type { InvariantResult } from './invariants.ts'
import type { StandardStatement } from './standard-line.ts'
import type { StandardValue } from './standardise.ts'
import type { StatementKind } from './statement-kind.ts'

/** What every statement says about the filing it stands in. */
export interface StatementFiling {
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  cik: string
  document_type: string | null
  document_fiscal_year: number | null
  document_fiscal_period: string | null
  document_period_end: string | null
  currency: string | null
}

export interface PublishedStandardStatement extends StatementFiling {
  position: number
  statement: StandardStatement
  period_type: PeriodType
  period_start: string | null
  period_end: string
  resolver_version: string
  lines: StandardValue[]
  checks: InvariantResult[]
}

export interface PublishedFiledStatement extends StatementFiling {
  position: number
  statement: StatementKind
  title: string
  role_uri: string | null
  definition: string | null
  parenthetical: boolean
  presentation: 'filed' | 'unavailable'
  presentation_reason: string | null
  columns: StatementColumn[]
  columns_left_out: number
  lines: FiledLine[]
}

export interface StatementFilter {
  cik: string
  accession_number?: string[]
  document_fiscal_year?: number[]
  document_fiscal_period?: string[]
  statement?: string[]
  period_type?: string[]
}

export interface StatementPage {
  limit: number
  order: 'asc' | 'desc'
  after?: { accepted_at: string; accession_number: string; position: number }
}

export function statementReadStore(sql: Queryable) {
  const filing = sql`s.accession_number, f.form_type, f.filing_date, f.accepted_at, r.cik, r.document_type,
    r.document_fiscal_year, r.document_fiscal_period, r.document_period_end, r.currency`

  function reportsOf(view: View, filter: StatementFilter) {
    return sql`${visibleFiling(sql, view, 'f')} and r.cik = ${filter.cik}
      ${anyOf(sql, 'r.accession_number', filter.accession_number)}
      ${anyOf(sql, 'r.document_fiscal_year', filter.document_fiscal_year)}
      ${anyOf(sql, 'r.document_fiscal_period', filter.document_fiscal_period)}`
  }

  /** Filings in the order of acceptance, either way; within one, as they stand in it. */
  function paged({ order, after, limit }: StatementPage) {
    const direction = order === 'desc' ? sql`desc` : sql`asc`
    const beyond = order === 'desc' ? sql`<` : sql`>`
    const from = after
      ? sql`and ((f.accepted_at, f.accession_number) ${beyond} (${after.accepted_at}::timestamptz, ${after.accession_number})
          or (f.accession_number = ${after.accession_number} and s.position > ${after.position}))`
      : sql``
    return sql`${from}
      order by f.accepted_at ${direction}, f.accession_number ${direction}, s.position limit ${limit}`
  }

  return {
    async standard(
      view: View,
      filter: StatementFilter,
      page: StatementPage,
    ): Promise<PublishedStandardStatement[]> {
      return await sql<PublishedStandardStatement[]>`
        select ${filing}, s.position, s.statement, s.period_type, s.period_start, s.period_end, r.resolver_version, s.lines,
          s.checks
        from standard_statements s join financial_reports r using (accession_number) join filings f using (accession_number)
        where ${reportsOf(view, filter)} ${anyOf(sql, 's.statement', filter.statement)}
          ${anyOf(sql, 's.period_type', filter.period_type)} ${paged(page)}`
    },

    async asFiled(
      view: View,
      filter: StatementFilter,
      page: StatementPage,
    ): Promise<PublishedFiledStatement[]> {
      return await sql<PublishedFiledStatement[]>`
        select ${filing}, s.position, s.kind as statement, s.title, s.role_uri, s.definition, s.parenthetical, r.presentation,
          coalesce(s.fault, r.presentation_reason) as presentation_reason, s.columns, s.columns_left_out, s.lines
        from filed_statements s join financial_reports r using (accession_number) join filings f using (accession_number)
        where ${reportsOf(view, filter)} ${anyOf(sql, 's.kind', filter.statement)} ${paged(page)}`
    },

    /** Whole reports for what is computed over all their statements, a page of filings at a time. */
    async reports(
      view: View,
      filter: StatementFilter,
      page: Omit<StatementPage, 'after'> & { after?: { accepted_at: string; accession_number: string } },
    ): Promise<{ filing: StatementFiling; statements: PublishedStandardStatement[] }[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const found = await sql<{ accession_number: string }[]>`
        select r.accession_number from financial_reports r join filings f using (accession_number)
        where ${reportsOf(view, filter)}
          and exists (select 1 from standard_statements s where s.accession_number = r.accession_number
            ${anyOf(sql, 's.period_type', filter.period_type)})
          ${
            after
              ? sql`and (f.accepted_at, f.accession_number) ${beyond} (${after.accepted_at}::timestamptz, ${after.accession_number})`
              : sql``
          }
        order by f.accepted_at ${direction}, f.accession_number ${direction} limit ${page.limit}`
      if (found.length === 0) return []
      const rows = await sql<PublishedStandardStatement[]>`
        select ${filing}, s.position, s.statement, s.period_type, s.period_start, s.period_end, r.resolver_version, s.lines,
          s.checks
        from standard_statements s join financial_reports r using (accession_number) join filings f using (accession_number)
        where s.accession_number in ${sql(found.map(({ accession_number }) => accession_number))}
        order by f.accepted_at ${direction}, f.accession_number ${direction}, s.position`
      return found.map(({ accession_number }) => {
        const statements = rows.filter((row) => row.accession_number === accession_number)
        return { filing: statements[0] as StatementFiling, statements }
      })
    },
  }
}
export type StatementReadStore = ReturnType<typeof statementReadStore>
