import { EdgarError } from '@sec-latent/core/edgar/errors'
import { composeSubmission } from '@sec-latent/core/filings/compose-submission'
import type { Intake } from '@sec-latent/core/intake/intake'
import { failIntake } from '../intake/fail.ts'
import { defineJob, PermanentFailure, WaitUntil } from '../job.ts'
import type { Edgar } from '../services.ts'

/**
 * Brings the full submission text of a filing into the object store. Safe to repeat: the object is addressed by its
 * content, and the stage moves once.
 */
export const fetchFiling = defineJob({
  name: 'fetch-filing',
  concurrency: ({ config }) => config.FETCH_CONCURRENCY,

  async run({ dataset, accession_number }, services) {
    const filing = await services.intake.find(accession_number)
    if (filing?.stage !== 'discovered') return
    const edgar = services.edgarOf(dataset)
    if (!edgar)
      throw new PermanentFailure('edgar_not_configured', `no EDGAR is configured for the ${dataset} dataset`)
    const fetched = await fetchBytes(edgar, filing)
    const submission_sha256 = await services.objects.put(fetched.bytes)
    await services.sql.begin((tx) =>
      services.intake.advance(tx, filing, 'discovered', 'fetched', {
        submission_sha256,
        submission_source: fetched.source,
        source_url: dataset === 'live' ? onSec(fetched.url) : null,
      }),
    )
  },

  fail: failIntake,
})

/** Where the bytes are for everybody, whichever mirror they were read from. */
function onSec(url: string): string {
  return `https://www.sec.gov${new URL(url).pathname}`
}

interface Fetched {
  bytes: Uint8Array
  url: string
  source: 'full_submission' | 'primary_document'
}

async function fetchBytes(edgar: Edgar, filing: Intake): Promise<Fetched> {
  try {
    const { bytes, url } = await edgar.gateway.fetchSubmission({
      accession_number: filing.accession_number,
      cik: filing.cik,
      ...(filing.path === null ? {} : { path: filing.path }),
    })
    return { bytes, url, source: 'full_submission' }
  } catch (error) {
    if (!(error instanceof EdgarError)) throw error
    if (error.reason === 'not_found') return await fetchPrimaryDocument(edgar, filing)
    throw translate(error)
  }
}

/**
 * EDGAR has no full submission text of this filing: what the company's submissions JSON says of it and its primary
 * document are composed into one (see decision 0003).
 */
async function fetchPrimaryDocument(edgar: Edgar, filing: Intake): Promise<Fetched> {
  try {
    const found = await edgar.submissionsRow(filing.cik, filing.accession_number)
    if (!found?.row.primary_document) {
      throw new PermanentFailure(
        'not_found',
        'EDGAR has neither the full submission text nor a primary document',
      )
    }
    const { company, row } = found
    const document = await edgar.gateway.fetchDocument({
      accession_number: filing.accession_number,
      cik: filing.cik,
      file_name: found.row.primary_document,
    })
    return {
      bytes: composeSubmission({ company, filing: row, primaryDocument: document.bytes }),
      url: document.url,
      source: 'primary_document',
    }
  } catch (error) {
    if (!(error instanceof EdgarError)) throw error
    if (error.reason === 'not_found')
      throw new PermanentFailure('not_found', 'EDGAR has no such filing', { cause: error })
    throw translate(error)
  }
}

/** Everybody waits until a pause is over: that says nothing about the filing, so it is no attempt. */
const PAUSES: EdgarError['reason'][] = [
  'paused',
  'rate_limited',
  'undeclared_user_agent',
  'limiter_unavailable',
]
const SHORT_PAUSE_MS = 5_000

/** A pause is waited for, what cannot be repeated ends, everything else is left to the queue's retries. */
export function translate(error: EdgarError): Error {
  if (PAUSES.includes(error.reason)) {
    return new WaitUntil(Date.now() + (error.retry_after_ms ?? SHORT_PAUSE_MS), error.message)
  }
  return error.retryable ? error : new PermanentFailure(error.reason, error.message, { cause: error })
}
