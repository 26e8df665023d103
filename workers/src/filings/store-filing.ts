import type { ParsedFiling } from '@sec-latent/core/filings/parsed-filing'
import { parsedFilingOf } from '@sec-latent/core/filings/parsed-filing'
import { implausible } from '@sec-latent/core/filings/plausible-header'
import { filingRecord } from '@sec-latent/core/filings/record'
import { storeParsedFiling, storeTexts } from '@sec-latent/core/filings/store-parsed-filing'
import type { Intake } from '@sec-latent/core/intake/intake'
import { timed } from '@sec-latent/core/observe'
import { knownFilingOf } from '@sec-latent/core/signals/known-filing'
import { PermanentFailure } from '../job-errors.ts'
import type { ReadingServices } from './reading-services.ts'

/** A larger submission is loaded again when its rules are run, rather than kept. */
const MAX_KNOWN_BYTES = 16 * 1024 * 1024

/**
 * Reads a submission and stores what it says, not yet visible. Safe to repeat: texts are addressed by their content, every
 * row is keyed by the filing, and all rows are written in one transaction with the stage.
 */
export async function storeFiling(accessionNumber: string, services: ReadingServices): Promise<void> {
  const { objects, observe, sql } = services
  const intake = await services.intake.find(accessionNumber)
  if (intake?.stage !== 'fetched' || intake.submission_sha256 === null) return
  const address = intake.submission_sha256
  const bytes = await timed(observe, 'read', () => objects.get(address))
  if (!bytes) throw new Error(`object ${address} of ${accessionNumber} is missing`)
  const reading = await timed(observe, 'parse', () => services.read(bytes, intake.filing_date))
  const parsed = await timed(observe, 'parse', () => parsedFilingOf(reading))
  assertExpected(parsed, intake)
  const documents = await timed(observe, 'texts', () => storeTexts(parsed.documents, objects))
  const filing = filingRecord(parsed.header, intake, bytes.byteLength, parsed.amendment)
  await timed(observe, 'store', () =>
    sql.begin(async (tx) => {
      if (await services.intake.advance(tx, intake, 'fetched', 'parsed'))
        await storeParsedFiling(tx, filing, parsed, documents, services.extractors, observe)
    }),
  )
  // What the header leaves open comes from the index, and is looked up.
  if (
    parsed.header.filing_date !== null &&
    parsed.header.accepted_at !== null &&
    bytes.length <= MAX_KNOWN_BYTES
  )
    services.known.set(accessionNumber, knownFilingOf(bytes, reading))
}

function assertExpected({ header }: ParsedFiling, { accession_number, cik }: Intake): void {
  const today = new Date().toISOString().slice(0, 10)
  const wrong = implausible(header, { accession_number, cik, today })
  if (wrong) throw new PermanentFailure(wrong.reason, wrong.detail)
}
