import type { Dataset } from '../dataset.ts'
import type { SubmissionSource } from '../filings/filing.ts'
import { BACKFILL, LIVE, MISSED } from '../outbox/priority.ts'
import type { Announcement } from '../outbox/store.ts'

export type DiscoverySource =
  | 'latest_filings'
  | 'submissions_json'
  | 'daily_index'
  | 'full_index'
  | 'feed_archive'
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
  submission_source: SubmissionSource | null
  source_url: string | null
  first_seen_at: string
  /** `LIVE`, `MISSED`, or `BACKFILL` for history. */
  priority: number
}

/** What the queue must hold for a filing in each unfinished stage. */
const NEXT_JOB = {
  discovered: 'fetch-filing',
  fetched: 'parse-filing',
  parsed: 'extract-signals',
  extracted: 'publish-filing',
} as const

export function nextJob(
  filing: Pick<Intake, 'dataset' | 'accession_number'> & Partial<Pick<Intake, 'priority'>>,
  stage: keyof typeof NEXT_JOB,
): Announcement {
  const { dataset, accession_number, priority = LIVE } = filing
  const job_name = NEXT_JOB[stage]
  return {
    job_name,
    job_id: `${job_name}.${accession_number}`,
    payload: { dataset, accession_number },
    priority,
  }
}

/** Filings of a followed company that are no older are new; what is older is its history. */
const NEW_DAYS = 3
/** What the index of a day no older names was missed by the feed; an older one is read for its history. */
const MISSED_DAYS = 14

/** Whether a filing is new, or history that must not hold new ones up: said by who named it, and by its date. */
export function priorityOf(
  source: DiscoverySource,
  { filing_date }: Pick<Intake, 'filing_date'>,
  now = Date.now(),
): number {
  if (source === 'latest_filings') return LIVE
  const days = (now - Date.parse(filing_date)) / 86_400_000
  if (source === 'daily_index' && days <= MISSED_DAYS) return MISSED
  return source === 'submissions_json' && days <= NEW_DAYS ? LIVE : BACKFILL
}
