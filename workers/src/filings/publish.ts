import { timed } from '@sec-latent/core/observe'
import { failIntake } from '../intake/fail.ts'
import { defineJob } from '../job.ts'
import { publishWithin } from './publish-within.ts'

/** Makes a filing and its signals visible. Safe to repeat: `available_at` is set once, a change is in the feed once. */
export const publishFiling = defineJob({
  name: 'publish-filing',
  concurrency: () => 2,

  async run({ accession_number }, services) {
    const intake = await services.intake.find(accession_number)
    if (intake?.stage !== 'extracted') return
    await timed(services.observe, 'publish', () =>
      services.sql.begin(async (tx) => {
        if (await services.intake.advance(tx, intake, 'extracted', 'published'))
          await publishWithin(tx, intake, services)
      }),
    )
    services.metrics.filings.inc({ form_type: intake.form_type, outcome: 'published' })
  },

  fail: failIntake,
})
