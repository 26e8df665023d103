import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import type { NoticeReading } from './reader.ts'

/** Stores the notices of one filing. Repeating it changes nothing: a notice is keyed by its document. */
export async function insertProposedSales(
  tx: Queryable,
  { accession_number }: Pick<FilingRecord, 'accession_number'>,
  notices: NoticeReading[],
): Promise<void> {
  for (const { document_id, notice } of notices) {
    await tx`insert into proposed_sales ${tx([
      {
        document_id,
        accession_number,
        issuer_cik: notice.issuer_cik,
        seller_ciks: notice.seller_ciks,
        seller_name: notice.seller_name,
        notice_date: notice.notice_date,
        notice: tx.json(notice as never) as never,
      },
    ])} on conflict (document_id) do nothing`
  }
}
