import type { Queryable } from '../db.ts'
import type { FormPlace } from '../insider-transactions/rule-rows-store.ts'
import type { ProposedSaleNotice } from './proposed-sale.ts'

/** A notice of proposed sale with the place of its document. */
export interface StoredNotice extends FormPlace {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  notice: ProposedSaleNotice
}

const MAX_NOTICES = 500

export function noticeRuleStore(sql: Queryable) {
  const columns = sql`d.document_id, d.document_sha256, f.submission_sha256, d.byte_start, d.byte_end,
    f.accession_number, f.form_type, f.filing_date, f.accepted_at, p.notice`

  return {
    async ofFiling(accessionNumber: string): Promise<StoredNotice | undefined> {
      const [row] = await sql<StoredNotice[]>`
        select ${columns} from proposed_sales p join documents d using (document_id)
          join filings f on f.accession_number = p.accession_number
        where p.accession_number = ${accessionNumber} order by d.sequence limit 1`
      return row
    },

    /** Notices of one of the sellers on an issuer, accepted in the range, in the order of acceptance. */
    async earlier(
      ask: { dataset: string; issuer_cik: string; seller_ciks: string[] },
      accepted: { from: string; before: string },
    ): Promise<StoredNotice[]> {
      return await sql<StoredNotice[]>`
        select ${columns} from proposed_sales p join documents d using (document_id)
          join filings f on f.accession_number = p.accession_number
        where p.issuer_cik = ${ask.issuer_cik} and f.dataset = ${ask.dataset}
          and p.seller_ciks && ${ask.seller_ciks}::text[]
          and f.accepted_at >= ${accepted.from} and f.accepted_at < ${accepted.before}
        order by f.accepted_at, f.accession_number limit ${MAX_NOTICES}`
    },
  }
}
