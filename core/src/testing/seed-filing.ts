import type { Dataset } from '../dataset.ts'
import type { Sql } from '../db.ts'

/** A stored filing with one filer, for store tests that need something to hang rows on. */
export async function seedFiling(
  sql: Sql,
  filing: {
    accession_number: string
    dataset?: Dataset
    cik?: string
    form_type?: string
    accepted_at?: string
    period_of_report?: string | null
    available_at?: string | null
  },
): Promise<void> {
  const accepted_at = filing.accepted_at ?? '2024-11-01T10:01:36Z'
  const cik = filing.cik ?? '0009990001'
  await sql`insert into filings ${sql([
    {
      accession_number: filing.accession_number,
      dataset: filing.dataset ?? 'test',
      form_type: filing.form_type ?? '10-K',
      filing_date: accepted_at.slice(0, 10),
      accepted_at,
      accepted_at_source: 'sgml_header',
      period_of_report: filing.period_of_report ?? null,
      items: [],
      document_count: 1,
      submission_source: 'full_submission',
      submission_sha256: '0'.repeat(64),
      submission_bytes: 1_000,
      source_url: 'http://localhost/submission.txt',
      warnings: [],
      first_seen_at: accepted_at,
      available_at: filing.available_at ?? null,
    },
  ])}`
  await sql`insert into filing_filers (accession_number, position, role, cik, name, accepted_at)
    values (${filing.accession_number}, 1, 'filer', ${cik}, 'Invented Company', ${accepted_at})`
}
