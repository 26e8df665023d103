import type { Intake } from '@sec-latent/core/intake/intake'
import { timed } from '@sec-latent/core/observe'
import { failIntake } from '../intake/fail.ts'
import { defineJob } from '../job.ts'
import { formLabel } from '../metrics.ts'
import type { Services } from '../services.ts'
import { publishWithin } from './publish-within.ts'

/** Older filings are history that is taken in; how long they were on their way says nothing. */
const FRESH_MS = 24 * 60 * 60 * 1000

/** Makes a filing and its signals visible. Safe to repeat: `available_at` is set once, a change is in the feed once. */
export const publishFiling = defineJob({
  name: 'publish-filing',
  concurrency: () => 2,

  async run({ accession_number }, services) {
    const intake = await services.intake.find(accession_number)
    if (intake?.stage !== 'extracted') return
    const published = await timed(services.observe, 'publish', () =>
      services.sql.begin(async (tx) => {
        const advanced = await services.intake.advance(tx, intake, 'extracted', 'published')
        if (advanced) await publishWithin(tx, intake, services)
        return advanced
      }),
    )
    if (!published) return
    services.metrics.filings.inc({ form: formLabel(intake.form_type), outcome: 'published' })
    await observeLag(intake, services)
  },

  fail: failIntake,
})

/** What cannot be looked up is not worth the repetition of a job that is done. */
async function observeLag(intake: Intake, { filings, metrics, log }: Services): Promise<void> {
  if (intake.dataset !== 'live' || Date.now() - Date.parse(intake.first_seen_at) > FRESH_MS) return
  try {
    const clocks = await filings.clocks(intake.accession_number)
    if (clocks?.available_at == null) return
    const accepted = Date.parse(clocks.accepted_at)
    const published = Date.parse(clocks.available_at) - accepted
    if (published > FRESH_MS) return
    const discovered = Date.parse(intake.first_seen_at) - accepted
    metrics.ingestLag.observe({ stage: 'published' }, Math.max(0, published) / 1000)
    metrics.ingestLag.observe({ stage: 'discovered' }, Math.max(0, discovered) / 1000)
  } catch (error) {
    log.debug({ action: 'observe-lag', status: 'failed', message: (error as Error).message })
  }
}
