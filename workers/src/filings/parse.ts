import type { DocumentRecord } from '@sec-latent/core/documents/store'
import type { ParsedFiling } from '@sec-latent/core/filings/parsed-filing'
import { implausible } from '@sec-latent/core/filings/plausible-header'
import { filingRecord } from '@sec-latent/core/filings/record'
import { storeParsedFiling, storeTexts } from '@sec-latent/core/filings/store-parsed-filing'
import type { Intake } from '@sec-latent/core/intake/intake'
import { timed } from '@sec-latent/core/observe'
import { failIntake } from '../intake/fail.ts'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Services } from '../services.ts'

/**
 * Reads a submission and stores what it says, not yet visible. Safe to repeat: texts are addressed by their content, every
 * row is keyed by the filing, and all rows are written in one transaction with the stage.
 */
export const parseFiling = defineJob({
  name: 'parse-filing',
  concurrency: ({ config }) => config.READ_CONCURRENCY,

  async run({ accession_number }, services) {
    const intake = await services.intake.find(accession_number)
    if (intake?.stage !== 'fetched' || intake.submission_sha256 === null) return
    const address = intake.submission_sha256
    const bytes = await timed(services.observe, 'read', () => services.objects.get(address))
    if (!bytes) throw new Error(`object ${intake.submission_sha256} of ${accession_number} is missing`)
    const { byteLength } = bytes
    const parsed = await timed(services.observe, 'parse', () =>
      services.parseThreads.parse(bytes, intake.filing_date),
    )
    assertExpected(parsed, intake)
    const documents = await timed(services.observe, 'texts', () =>
      storeTexts(parsed.documents, services.objects),
    )
    const filing = filingRecord(parsed.header, intake, byteLength, parsed.amendment)
    await timed(services.observe, 'store', () => storeFiling(parsed, documents, filing, intake, services))
  },

  fail: failIntake,
})

function assertExpected({ header }: ParsedFiling, { accession_number, cik }: Intake): void {
  const today = new Date().toISOString().slice(0, 10)
  const wrong = implausible(header, { accession_number, cik, today })
  if (wrong) throw new PermanentFailure(wrong.reason, wrong.detail)
}

async function storeFiling(
  parsed: ParsedFiling,
  documents: DocumentRecord[],
  filing: ReturnType<typeof filingRecord>,
  intake: Intake,
  services: Services,
): Promise<void> {
  await services.sql.begin(async (tx) => {
    if (await services.intake.advance(tx, intake, 'fetched', 'parsed'))
      await storeParsedFiling(tx, filing, parsed, documents, services.extractors, services.observe)
  })
}
