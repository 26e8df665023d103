import { PROCESSING_STATUSES, type ProcessingStatus } from '../../core/src/processing/status.ts'
import { sha256 } from '../../core/src/sha256.ts'
import { extractors } from '../../core/src/signals/index.ts'
import type { CorpusRun } from './read-corpus.ts'

/** What an extractor answered, over all filings of a corpus. */
export interface LedgerRow {
  extractor: string
  states: Record<ProcessingStatus, number>
  /** Signals by type. */
  signals: Record<string, number>
  /** How often each reason was given, most frequent first. */
  reasons: [string, number][]
}

export interface Ledger {
  filings: number
  rows: LedgerRow[]
  /** Filings times extractors, and the ledger rows there are: the same number, or rows are missing. */
  expected: number
  found: number
  /** SHA-256 over the fingerprints of all current signals, in order. */
  fingerprints_sha256: string
  signals: number
}

/** The ledger of a run, extractor by extractor. */
export async function readLedger({ sql, dataset }: CorpusRun): Promise<Ledger> {
  const names = extractors.map((extractor) => extractor.name)
  const [filings] = await sql<{ count: number }[]>`
    select count(*)::int as count from filings where dataset = ${dataset}`
  const states = await sql<
    { extractor: string; status: ProcessingStatus; reason: string | null; count: number }[]
  >`
    select p.extractor, p.status, p.reason, count(*)::int as count
    from processing p join filings f using (accession_number)
    where f.dataset = ${dataset} and p.extractor in ${sql(names)} group by 1, 2, 3 order by 4 desc, 3`
  const signals = await sql<{ extractor_name: string; signal_type: string; count: number }[]>`
    select extractor_name, signal_type, count(*)::int as count from signals
    where dataset = ${dataset} and superseded_at is null group by 1, 2 order by 1, 2`
  const prints = await sql<{ fingerprint: string }[]>`
    select fingerprint from signals where dataset = ${dataset} and superseded_at is null
      and available_at is not null order by fingerprint collate "C"`
  const rows = names.map((extractor): LedgerRow => {
    const own = states.filter((one) => one.extractor === extractor)
    return {
      extractor,
      states: Object.fromEntries(
        PROCESSING_STATUSES.map((status) => [
          status,
          own.filter((one) => one.status === status).reduce((sum, one) => sum + one.count, 0),
        ]),
      ) as Record<ProcessingStatus, number>,
      signals: Object.fromEntries(
        signals.filter((one) => one.extractor_name === extractor).map((one) => [one.signal_type, one.count]),
      ),
      reasons: own.flatMap(({ status, reason, count }): [string, number][] =>
        reason === null || reason === 'form_type' ? [] : [[`${status}: ${reason}`, count]],
      ),
    }
  })
  const count = filings?.count ?? 0
  return {
    filings: count,
    rows,
    expected: count * names.length,
    found: states.reduce((sum, one) => sum + one.count, 0),
    fingerprints_sha256: sha256(prints.map((one) => one.fingerprint).join('\n')),
    signals: prints.length,
  }
}
