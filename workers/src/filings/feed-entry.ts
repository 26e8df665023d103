import type { Dataset } from '@sec-latent/core/dataset'
import { checkSubmission } from '@sec-latent/core/edgar/byte-checks'
import type { FeedEntry } from '@sec-latent/core/edgar/feed-archive'
import { edgarUrls } from '@sec-latent/core/edgar/urls'
import { readSubmissionHeader } from '@sec-latent/core/filings/submission'
import { SubmissionError } from '@sec-latent/core/filings/submission-error'
import type { Services } from '../services.ts'

export interface ArchiveOfDay {
  dataset: Dataset
  /** `YYYY-MM-DD`. */
  date: string
  /** Companies whose filings are taken in; null for all. */
  followed: ReadonlySet<string> | null
}

/** `known`: it was taken in before or is on its way. `unreadable`: the indexes name it, and it is fetched by itself. */
export type FeedOutcome = 'taken' | 'known' | 'not_wanted' | 'unreadable'

/** Stores one filing of a day's archive and goes on with it where a fetched one goes on. Safe to repeat. */
export async function takeInFeedEntry(
  { accession_number, bytes }: FeedEntry,
  { dataset, date, followed }: ArchiveOfDay,
  { intake, objects }: Pick<Services, 'intake' | 'objects'>,
): Promise<FeedOutcome> {
  if (bytes === null || checkSubmission(bytes) !== undefined) return 'unreadable'
  const header = headerOf(bytes)
  if (header?.accession_number !== accession_number) return 'unreadable'
  const filer = followed ? header.filers.find(({ cik }) => followed.has(cik)) : header.filers[0]
  if (filer === undefined) return followed ? 'not_wanted' : 'unreadable'
  const known = await intake.find(accession_number)
  if (known !== undefined && known.stage !== 'discovered' && known.stage !== 'failed') return 'known'
  const recorded = await intake.recordFetched(
    dataset,
    'feed_archive',
    {
      accession_number,
      cik: filer.cik,
      form_type: header.form_type,
      filing_date: header.filing_date ?? date,
      company_name: filer.name || null,
    },
    {
      submission_sha256: await objects.put(bytes),
      submission_source: 'feed_archive',
      source_url: dataset === 'live' ? onSec.feedArchive(date) : null,
    },
  )
  return recorded ? 'taken' : 'known'
}

/** Where the archive is for everybody, whichever mirror it was read from. */
const onSec = edgarUrls('https://www.sec.gov', 'https://data.sec.gov')

function headerOf(bytes: Buffer) {
  try {
    const { header } = readSubmissionHeader(bytes)
    return header.form_type === '' ? undefined : header
  } catch (error) {
    if (error instanceof SubmissionError) return undefined
    throw error
  }
}
