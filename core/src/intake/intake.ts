import type { Dataset } from '../dataset.ts'
import type { Announcement } from '../outbox/store.ts'

export type DiscoverySource =
  | 'latest_filings'
  | 'submissions_json'
  | 'daily_index'
  | 'full_index'
  | 'company_tickers'

/** `discovered` → `fetched` → `parsed` → `extracted` → `published`, or `failed` with a reason. */
export type IntakeStage = 'discovered' | 'fetched' | 'parsed' | 'extracted' | 'published' | 'failed'

/** What one accession number went through on its way in. Every accession number ever seen has exactly one. */
export interface Intake {
  accession_number: string
  dataset: Dataset
  cik: string
  form_type: string
  filing_date: string
  company_name: string | null
  path: string | null
  primary_document: string | null
  stage: IntakeStage
  reason: string | null
  submission_sha256: string | null
  submission_source: 'full_submission' | 'primary_document' | null
  source_url: string | null
  first_seen_at: string
}

/** What the queue must hold for a filing in each unfinished stage. */
const NEXT_JOB = {
  discovered: 'fetch-filing',
  fetched: 'parse-filing',
  parsed: 'extract-signals',
  extracted: 'publish-filing',
} as const

export function nextJob(
  filing: Pick<Intake, 'dataset' | 'accession_number'>,
  stage: keyof typeof NEXT_JOB,
): Announcement {
  const { dataset, accession_number } = filing
  const job_name = NEXT_JOB[stage]
  return { job_name, job_id: `${job_name}.${accession_number}`, payload: { dataset, accession_number } }
}
