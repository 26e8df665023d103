import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { OwnershipRow, ReportingOwner } from './ownership-document.ts'

/** A row of an ownership form together with the filing it stands in. */
export interface PublishedTransaction extends OwnershipRow {
  document_id: string
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  period_of_report: string | null
  issuer_cik: string
  /** Every owner of the form, in its order. */
  owners: ReportingOwner[]
  is_amendment: boolean
  /** The line of another form, visible at the moment asked about, that states this one again. */
  restated_by: Restatement | null
}

export interface Restatement {
  document_id: string
  accession_number: string
  position: number
  /** `amendment`: corrected; `joint_report`: another owner reported the same transaction first. */
  kind: 'amendment' | 'joint_report'
}

export interface TransactionFilter {
  issuer_cik?: string[]
  owner_cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  transaction_code?: string[]
  acquired_disposed?: string[]
  accepted_at?: Range
  transaction_date?: Range
  /** `net`: without the lines that another one states again. */
  view?: 'as_filed' | 'net'
}

export function insiderTransactionReadStore(sql: Queryable) {
  return {
    /** Rows in the order of acceptance, and within a document as filed. */
    async list(
      view: View,
      filter: TransactionFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; document_id: string; position: number }
      },
    ): Promise<PublishedTransaction[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<(Omit<PublishedTransaction, keyof OwnershipRow> & { row: OwnershipRow })[]>`
        select t.document_id, t.accession_number, t.issuer_cik, f.form_type, f.filing_date, f.accepted_at,
          f.period_of_report, t.row, d.document -> 'owners' as owners, f.form_type like '%/A' as is_amendment,
          ${restatement(view)} as restated_by
        from insider_transactions t join filings f using (accession_number)
          left join ownership_documents d using (document_id)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 't.issuer_cik', filter.issuer_cik)}
          ${
            filter.owner_cik
              ? sql`and (t.owner_cik in ${sql(filter.owner_cik)} or d.owner_ciks && ${filter.owner_cik}::text[])`
              : sql``
          }
          ${filter.view === 'net' ? sql`and ${restatement(view)} is null` : sql``}
          ${anyOf(sql, 'f.form_type', filter.form_type)}
          ${anyOf(sql, 't.accession_number', filter.accession_number)}
          ${filter.transaction_code ? sql`and t.row ->> 'transaction_code' in ${sql(filter.transaction_code)}` : sql``}
          ${filter.acquired_disposed ? sql`and t.row ->> 'acquired_disposed' in ${sql(filter.acquired_disposed)}` : sql``}
          ${within(sql, 'f.accepted_at', filter.accepted_at)} ${dated(filter.transaction_date)}
          ${
            after
              ? sql`and (f.accepted_at, t.document_id, t.position) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id}, ${after.position})`
              : sql``
          }
        order by f.accepted_at ${direction}, t.document_id ${direction}, t.position ${direction}
        limit ${page.limit}`
      return rows.map(({ row, owners, ...filing }) => ({
        ...row,
        ...filing,
        owners: owners ?? [firstOwner(row)],
      }))
    },
  }

  /** The latest line that states `t` again in a filing that is visible, or null. */
  function restatement(view: View) {
    return sql`(
      select jsonb_build_object('document_id', s.restated_by_document_id, 'position', s.restated_by_position,
        'accession_number', s.restated_by_accession_number, 'kind', s.kind)
      from ownership_restatements s join filings sf on sf.accession_number = s.restated_by_accession_number
      where s.document_id = t.document_id and s.position = t.position and ${visibleFiling(sql, view, 'sf')}
      order by sf.accepted_at desc, s.restated_by_document_id desc limit 1)`
  }

  /** Days are compared as text: both are `YYYY-MM-DD`, and a row without one never matches. */
  function dated(range: Range | undefined) {
    const day = sql`t.row ->> 'transaction_date'`
    return sql`
      ${range?.gte === undefined ? sql`` : sql`and ${day} >= ${range.gte}`}
      ${range?.gt === undefined ? sql`` : sql`and ${day} > ${range.gt}`}
      ${range?.lte === undefined ? sql`` : sql`and ${day} <= ${range.lte}`}
      ${range?.lt === undefined ? sql`` : sql`and ${day} < ${range.lt}`}`
  }
}
export type InsiderTransactionReadStore = ReturnType<typeof insiderTransactionReadStore>

/** The one owner that a row stored before its form was knows of. */
function firstOwner(row: OwnershipRow): ReportingOwner {
  const { owner_cik, owner_name, is_director, is_officer, is_ten_percent_owner, officer_title } = row
  const known = { owner_cik, owner_name, is_director, is_officer, is_ten_percent_owner, officer_title }
  return { ...known, is_other: null, other_text: null, address: null }
}
