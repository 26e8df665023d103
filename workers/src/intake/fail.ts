import { formLabel } from '../metrics.ts'
import type { Services } from '../services.ts'

/** Ends the intake of a filing, for the jobs that bring it in. */
export async function failIntake(
  { accession_number }: { accession_number: string },
  reason: string,
  { intake, metrics }: Services,
): Promise<void> {
  const filing = await intake.find(accession_number)
  await intake.fail(accession_number, reason)
  // It ends once.
  if (filing?.stage === 'published' || filing?.stage === 'failed') return
  metrics.filings.inc({ form: formLabel(filing?.form_type), outcome: 'failed' })
}
