import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { FundHolding, FundReport, ProxyVote } from './fund-report.ts'

const BATCH = 2_000

/** Stores what a fund's report says of the fund. Repeating it changes nothing. */
export async function insertFundReport(
  tx: Queryable,
  filing: FilingRecord,
  { document_id, report }: { document_id: string; report: FundReport },
): Promise<void> {
  await tx`insert into fund_reports ${tx([
    {
      document_id,
      accession_number: filing.accession_number,
      cik: registrantOf(filing),
      report_type: report.report_type,
      series_ids: [...new Set(report.series.flatMap(({ series_id }) => series_id ?? []))].sort(),
      period_of_report: report.period_of_report ?? filing.period_of_report,
      report: tx.json(report as never) as never,
    },
  ])} on conflict (document_id) do nothing`
}

/** Stores the positions of one portfolio. Repeating it changes nothing. */
export async function insertFundHoldings(
  tx: Queryable,
  filing: FilingRecord,
  {
    document_id,
    series_id,
    holdings,
  }: { document_id: string; series_id: string | null; holdings: FundHolding[] },
): Promise<void> {
  const { accession_number } = filing
  const cik = registrantOf(filing)
  for (let at = 0; at < holdings.length; at += BATCH) {
    await tx`insert into fund_holdings ${tx(
      holdings.slice(at, at + BATCH).map((holding) => ({
        document_id,
        position: holding.position,
        accession_number,
        cik,
        series_id,
        issuer_name: holding.issuer_name,
        cusip: holding.cusip,
        isin: holding.isin,
        holding: tx.json(holding as never) as never,
      })),
    )} on conflict (document_id, position) do nothing`
  }
}

/** Stores the matters of one vote table. Repeating it changes nothing. */
export async function insertProxyVotes(
  tx: Queryable,
  filing: FilingRecord,
  { document_id, votes }: { document_id: string; votes: ProxyVote[] },
): Promise<void> {
  const { accession_number } = filing
  const cik = registrantOf(filing)
  for (let at = 0; at < votes.length; at += BATCH) {
    await tx`insert into proxy_votes ${tx(
      votes.slice(at, at + BATCH).map((vote) => ({
        document_id,
        position: vote.position,
        accession_number,
        cik,
        issuer_name: vote.issuer_name,
        cusip: vote.cusip,
        isin: vote.isin,
        meeting_date: vote.meeting_date,
        vote: tx.json(vote as never) as never,
      })),
    )} on conflict (document_id, position) do nothing`
  }
}

function registrantOf({ filers }: FilingRecord): string {
  return subjectOf(filers)?.cik ?? ''
}
