import type { Queryable } from '../db.ts'
import type { OwnershipRow } from './ownership-document.ts'

/** Stores the rows of one ownership document. Repeating it changes nothing: a row is keyed by document and position. */
export async function insertInsiderTransactions(
  tx: Queryable,
  document: { document_id: string; accession_number: string; issuer_cik: string },
  transactions: OwnershipRow[],
): Promise<void> {
  if (transactions.length === 0) return
  await tx`insert into insider_transactions ${tx(
    transactions.map((row) => ({
      document_id: document.document_id,
      accession_number: document.accession_number,
      issuer_cik: document.issuer_cik,
      position: row.position,
      owner_cik: row.owner_cik,
      owner_name: row.owner_name,
      row: tx.json(row as never) as never,
    })),
  )} on conflict (document_id, position) do nothing`
}
