import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { Holding, HoldingsReport } from './holding.ts'

/** Rows per statement: a statement has at most 65,535 parameters. */
const BATCH = 2_000

/** Stores the cover of a Form 13F. Repeating it changes nothing. */
export async function insertHoldingsReport(
  tx: Queryable,
  filing: FilingRecord,
  report: HoldingsReport,
): Promise<void> {
  const { report_type, is_amendment, amendment_type, period_of_report } = report
  await tx`insert into holdings_reports ${tx([
    {
      accession_number: filing.accession_number,
      manager_cik: managerOf(filing),
      period_of_report: period_of_report ?? filing.period_of_report,
      report_type,
      is_amendment,
      amendment_type,
      report: tx.json(report as never) as never,
    },
  ])} on conflict (accession_number) do nothing`
}

/** Stores the rows of one information table. Repeating it changes nothing: a row is keyed by document and position. */
export async function insertHoldings(
  tx: Queryable,
  filing: FilingRecord,
  document_id: string,
  holdings: readonly Holding[],
): Promise<void> {
  const manager_cik = managerOf(filing)
  for (let at = 0; at < holdings.length; at += BATCH) {
    await tx`insert into holdings ${tx(
      holdings.slice(at, at + BATCH).map((holding) => ({
        document_id,
        accession_number: filing.accession_number,
        manager_cik,
        ...holding,
      })),
    )} on conflict (document_id, position) do nothing`
  }
}

function managerOf({ filers }: FilingRecord): string {
  return subjectOf(filers)?.cik ?? ''
}
