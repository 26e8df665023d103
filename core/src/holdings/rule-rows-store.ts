import type { Queryable } from '../db.ts'
import type { FormPlace } from '../insider-transactions/rule-rows-store.ts'
import type { Holding, HoldingsReport } from './holding.ts'

/** A Form 13F as a comparison needs it. */
export interface StoredHoldingsReport {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  manager_cik: string
  period_of_report: string | null
  report_type: HoldingsReport['report_type']
  is_amendment: boolean
  amendment_type: HoldingsReport['amendment_type']
  confidential_omitted: boolean | null
  table_entry_total: number | null
  table_value_total: number | null
  entries_read: number | null
  value_read: number | null
  manager_name: string | null
}

/** A row of an information table, with the filing it stands in. */
export interface StoredHolding
  extends Pick<
    Holding,
    | 'position'
    | 'issuer_name'
    | 'title_of_class'
    | 'cusip'
    | 'value'
    | 'value_status'
    | 'shares'
    | 'shares_type'
    | 'put_call'
  > {
  accession_number: string
  document_id: string
}

export function holdingRuleStore(sql: Queryable) {
  const columns = sql`f.accession_number, f.form_type, f.filing_date, f.accepted_at, r.manager_cik, r.period_of_report,
    r.report_type, r.is_amendment, r.amendment_type, (r.report ->> 'confidential_omitted')::boolean as confidential_omitted,
    (r.report ->> 'table_entry_total')::double precision as table_entry_total,
    (r.report ->> 'table_value_total')::double precision as table_value_total,
    (r.report ->> 'entries_read')::double precision as entries_read,
    (r.report ->> 'value_read')::double precision as value_read, r.report ->> 'manager_name' as manager_name`

  return {
    async report(accessionNumber: string): Promise<StoredHoldingsReport | undefined> {
      const [row] = await sql<StoredHoldingsReport[]>`
        select ${columns} from holdings_reports r join filings f using (accession_number)
        where r.accession_number = ${accessionNumber}`
      return row
    },

    /** Every report of a manager on a quarter, accepted in the range, in that order; what is in force is for the caller. */
    async ofQuarter(
      ask: { dataset: string; manager_cik: string; period_of_report: string },
      accepted: { from: string; before: string },
    ): Promise<StoredHoldingsReport[]> {
      return await sql<StoredHoldingsReport[]>`
        select ${columns} from holdings_reports r join filings f using (accession_number)
        where r.manager_cik = ${ask.manager_cik} and r.period_of_report = ${ask.period_of_report}
          and f.dataset = ${ask.dataset} and f.accepted_at >= ${accepted.from} and f.accepted_at < ${accepted.before}
        order by f.accepted_at, f.accession_number`
    },

    async rows(accessionNumbers: readonly string[]): Promise<StoredHolding[]> {
      if (accessionNumbers.length === 0) return []
      return await sql<StoredHolding[]>`
        select accession_number, document_id, position, issuer_name, title_of_class, cusip, value, value_status, shares,
          shares_type, put_call
        from holdings where accession_number in ${sql([...accessionNumbers])}
        order by accession_number, document_id, position`
    },

    /** Where the documents of a filing stand in its submission. */
    async places(accessionNumber: string): Promise<(FormPlace & { document_type: string })[]> {
      return await sql<(FormPlace & { document_type: string })[]>`
        select d.document_id, d.document_type, d.document_sha256, f.submission_sha256, d.byte_start, d.byte_end
        from documents d join filings f using (accession_number)
        where d.accession_number = ${accessionNumber} order by d.sequence`
    },
  }
}
