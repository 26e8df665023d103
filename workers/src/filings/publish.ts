import { assertInTime, takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges, type NewChange } from '@sec-latent/core/changes/store'
import type { Queryable } from '@sec-latent/core/db'
import type { Intake } from '@sec-latent/core/intake/intake'
import { timed } from '@sec-latent/core/observe'
import { publishSignals, retireSignals } from '@sec-latent/core/signals/store'
import { failIntake } from '../intake/fail.ts'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'

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

/** Publishes what is not visible yet and tells the feed of changes; the last thing the caller's transaction does. */
export async function publishWithin(
  tx: Queryable,
  filing: Pick<Intake, 'accession_number' | 'dataset' | 'cik'>,
  services: Services,
): Promise<void> {
  const { accession_number, dataset } = filing
  const turn = await takePublishTurn(tx)
  const fresh = await services.filings.publish(tx, turn, accession_number)
  const superseded = await retireSignals(tx, turn, accession_number)
  const created = await publishSignals(tx, turn, accession_number)
  const change = (change_type: NewChange['change_type'], object_id: string, cik: string): NewChange => ({
    dataset,
    change_type,
    accession_number,
    cik,
    object_id,
  })
  await appendChanges(tx, turn, [
    ...(fresh ? [change('filing.published', accession_number, filing.cik)] : []),
    ...superseded.map((signal) => change('signal.superseded', signal.id, signal.cik)),
    ...created.map((signal) => change('signal.created', signal.id, signal.cik)),
  ])
  await assertInTime(tx, turn)
}
