import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { Offering } from './offering.ts'

/** Stores the offering of one document. Repeating it changes nothing. */
export async function insertOffering(
  tx: Queryable,
  { accession_number, filers }: FilingRecord,
  { document_id, offering }: { document_id: string; offering: Offering },
): Promise<void> {
  await tx`insert into offerings ${tx([
    {
      document_id,
      accession_number,
      cik: subjectOf(filers)?.cik ?? '',
      offering_type: offering.offering_type,
      offering: tx.json(offering as never) as never,
    },
  ])} on conflict (document_id) do nothing`
}
